/**
 * « Documents »: what is owed to the délégant first, then each document with its state, its preview and its sheet; the
 * frozen copies; and the publication, in its own drawer.
 */
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { documentsOf, type DocumentFrame } from '../../documents/document';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { HIDDEN, LIST } from '../shared/surfaces';
import { CopiesSection } from './CopiesSection';
import { DocumentItem } from './DocumentItem';
import { countStates, owedLetters, type Owed } from './document-views';
import { DOCUMENT_LIST_WORDS } from './document-list-words';
import { MoveRegisters } from './MoveRegisters';
import { PublicationSection } from './PublicationSection';
import { useDocumentStates, type DocumentStates } from './useDocumentStates';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { ...LIST, rowGap: 0 },
  all: { fontSize: tokens.fontSizeBase200, textAlign: 'left' },
  hidden: HIDDEN,
});

export function DocumentsPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = DOCUMENT_LIST_WORDS[language];
  const states = useDocumentStates({ dossier, report });
  const frames = useMemo(() => documentsOf(dossier.convention), [dossier]);
  const owed = useMemo(() => owedLetters(dossier, report), [dossier, report]);
  const letters = frames.filter(({ onDemand, id }) => onDemand && !owed.has(id));
  const reports = frames.filter(({ onDemand }) => !onDemand);
  const counts = countStates(reports, states.states);
  const items = (shown: readonly DocumentFrame[]): ReactElement => (
    <ul className={styles.list}>
      {shown.map((frame) => (
        <Item key={frame.id} frame={frame} states={states} owed={owed} dossier={dossier} />
      ))}
    </ul>
  );
  return (
    <div className={styles.panel}>
      {owed.size > 0 && (
        <section aria-label={words.toSend}>
          <h2 className={styles.heading}>{words.toSend}</h2>
          {items(frames.filter(({ id }) => owed.has(id)))}
        </section>
      )}
      <section aria-label={words.reports}>
        <div className={styles.head}>
          <h2 className={styles.heading}>{words.reports}</h2>
          <AllAtOnce reports={reports} states={states} />
        </div>
        <div role="status" className={styles.hidden}>
          {states.isComparing
            ? words.comparing
            : words.compared(counts.upToDate, counts.outdated, counts.never, counts.refused)}
        </div>
        {items(reports)}
      </section>
      {letters.length > 0 && <Fold label={<strong>{words.letters(letters.length)}</strong>}>{items(letters)}</Fold>}
      <CopiesSection dossier={dossier} reports={reports} />
      <MoveRegisters workbook={dossier.workbook} />
      <PublicationSection dossier={dossier} report={report} />
    </div>
  );
}

interface ItemProps extends Pick<ControlledDossier, 'dossier'> {
  readonly frame: DocumentFrame;
  readonly states: DocumentStates;
  readonly owed: ReadonlyMap<DocumentFrame['id'], Owed>;
}

function Item({ frame, states, owed, dossier }: ItemProps): ReactElement {
  const { envelopes } = dossier.convention;
  return (
    <DocumentItem
      frame={frame}
      state={states.states.get(frame.id) ?? null}
      owed={owed.get(frame.id) ?? null}
      about={frame.number === null ? '' : (envelopes[frame.number - 1]?.label ?? '')}
    />
  );
}

interface AllAtOnceProps {
  readonly reports: readonly DocumentFrame[];
  readonly states: DocumentStates;
}

/** The documents that are outdated, or all that can be written while none is; a long ledger is first compared. */
function AllAtOnce({ reports, states }: AllAtOnceProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const texts = DOCUMENT_LIST_WORDS[words.language];
  const of = (kind: 'outdated' | 'never' | 'refused') =>
    reports.filter(({ id }) => states.states.get(id)?.kind === kind).map(({ id }) => id);
  const [outdated, never, refused] = [of('outdated'), of('never'), of('refused')];
  if (states.compare) {
    return (
      <Button size="small" onClick={states.compare}>
        {texts.compare}
      </Button>
    );
  }
  if (outdated.length + never.length === 0) return null;
  const generate = refused.length === 0 ? texts.generateAll : texts.generateOthers(never.length);
  const [wanted, label] = outdated.length > 0 ? [outdated, texts.updateAll(outdated.length)] : [never, generate];
  return (
    <Link as="button" className={styles.all} onClick={() => void session.documents.prepare(wanted)}>
      {label}
    </Link>
  );
}
