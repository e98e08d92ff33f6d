/**
 * The selected row of the ledger at the top of Situation: its findings, the chain of its EJ and its effect. It never
 * takes the focus, which is in the sheet; × or Escape closes it.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useMemo, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../../application/control';
import { rowSituation, type RowSituation } from '../../../application/row-situation';
import { fieldOfUnchecked } from '../../../application/unchecked-field';
import { ignoredLabel, uncheckedLabel } from '../../../messages/labels';
import { usePane, useSessionState } from '../../shared/pane-context';
import { GUTTER } from '../../shared/surfaces';
import { newRowNear, type SeenRows } from './typed-row';
import { ROW_WORDS } from './row-words';
import { RowChain } from './RowChain';
import { RowEffects } from './RowEffects';
import { RowFindings } from './RowFindings';

const useStyles = makeStyles({
  section: {
    ...GUTTER,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  top: { display: 'flex', alignItems: 'center' },
  meta: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** The selected row, or the row that was just typed above the selection; nothing when the selection is elsewhere. */
export function useSelectedRow({
  dossier,
  report,
}: ControlledDossier): (RowSituation & { readonly isNew: boolean }) | null {
  const { selected } = useSessionState();
  const [seen, setSeen] = useState<SeenRows | null>(null);
  const at = selected?.area.rows === 1 ? { sheet: selected.sheet, row: selected.area.top } : null;
  const near = at && newRowNear(dossier, at, seen);
  if (near && near.next !== seen) setSeen(near.next);
  const [sheet, row] = [at?.sheet ?? null, near?.row ?? null];
  const found = useMemo(
    () => (sheet === null || row === null ? null : rowSituation(dossier, report, sheet, row)),
    [dossier, report, sheet, row],
  );
  return found && { ...found, isNew: near?.isNew ?? false };
}

export interface RowSectionProps extends ControlledDossier {
  readonly row: RowSituation & { readonly isNew: boolean };
}

export function RowSection({ dossier, report, row }: RowSectionProps): ReactElement {
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const { language } = paneWords;
  const words = ROW_WORDS[language];
  const [first] = row.rows;
  const number = row.sheetRow + 1;
  const title = first && (first.label !== '' ? first.label : first.supplier);
  return (
    <section className={styles.section} aria-label={words.selected(number, row.sheet)}>
      <div>
        <div className={styles.top}>
          <p className={styles.meta}>
            {row.isNew ? words.typed(number, row.sheet) : words.selected(number, row.sheet)}
          </p>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={words.back}
            title={words.back}
            onClick={() => session.forgetSelection()}
          />
        </div>
        <h2 className={styles.title}>{title === undefined || title === '' ? words.unnamed : title}</h2>
        <Whose dossier={dossier} report={report} row={row} />
        {row.ignored !== null && <p className={styles.quiet}>{words.ignored(ignoredLabel(row.ignored, language))}</p>}
        {row.unchecked !== null && (
          <p className={styles.quiet}>
            {words.unchecked(uncheckedLabel(row.unchecked.reason, fieldOfUnchecked(dossier, row.unchecked), language))}
          </p>
        )}
      </div>
      <RowFindings dossier={dossier} report={report} findings={row.findings} />
      {row.chain && <RowChain dossier={dossier} row={row} chain={row.chain} />}
      {first && row.unchecked === null && <RowEffects dossier={dossier} effects={row.effects} />}
    </section>
  );
}

/** Who is paid, under which EJ, on which envelope and poste. */
function Whose({ report, row }: RowSectionProps): ReactElement | null {
  const styles = useStyles();
  const words = ROW_WORDS[usePane().words.language];
  const [first] = row.rows;
  if (!first) return null;
  const assignment = report.charged.assign(first);
  const ej = first.ej.kind === 'ej' ? words.ej(first.ej.number) : '';
  const envelope = assignment.kind === 'assigned' ? assignment.envelope.label : words.noEnvelope;
  const line = assignment.kind === 'assigned' && assignment.line ? words.line(assignment.line.label) : '';
  const named = first.label === '' ? '' : first.supplier;
  return (
    <>
      <p className={styles.quiet}>{[named, ej].filter((text) => text !== '').join(' · ')}</p>
      <p className={styles.quiet}>{[envelope, line].filter((text) => text !== '').join(', ')}</p>
    </>
  );
}
