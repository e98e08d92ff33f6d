/** The findings of a row, each with what can be done about it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { ControlledDossier } from '../../../application/control';
import type { Finding } from '../../../domain/controls/findings/finding';
import { drain } from '../../../domain/slices';
import { usePane, useSessionState } from '../../shared/pane-context';
import { useScreens } from '../../shared/screens';
import { Shape } from '../../shared/Shape';
import { BUTTONS } from '../../shared/surfaces';
import { AcceptDrawer } from '../AcceptDrawer';
import type { Entry } from '../finding-entries';
import { NO_FILTER } from '../finding-list';
import { FindingViews } from '../finding-views';
import { FINDING_WORDS } from '../finding-words';
import { FILTER_KEY, WANTED_KEY } from '../useFindingList';
import { ROW_WORDS } from './row-words';

const SHAPES = { error: 'danger', warning: 'warning', info: 'info' } as const;

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  item: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  actions: BUTTONS,
  action: { minWidth: 'auto', maxWidth: '100%', paddingLeft: 0 },
});

interface RowFindingsProps extends ControlledDossier {
  readonly findings: readonly Finding[];
}

export function RowFindings({ dossier, report, findings }: RowFindingsProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = ROW_WORDS[language];
  const [accepting, setAccepting] = useState<Entry | null>(null);
  // The views of these findings alone: the list of the whole report may be long.
  const views = useMemo(
    () => drain(FindingViews.make(dossier, { ...report, findings }, language)),
    [dossier, report, findings, language],
  );
  const group = accepting && views.groups.find(({ entries }) => entries.includes(accepting));
  return (
    <div>
      <h3 className={styles.heading}>{words.findings(findings.length)}</h3>
      <ul className={styles.list}>
        {views.entries.map((entry) => (
          <Item key={entry.key} entry={entry} views={views} onAccept={() => setAccepting(entry)} />
        ))}
      </ul>
      {accepting && group && (
        <AcceptDrawer
          entry={accepting}
          group={{ ...group, entries: [accepting] }}
          isWholeFirst={false}
          views={views}
          onClose={() => setAccepting(null)}
          onDecide={(act) => act()}
        />
      )}
    </div>
  );
}

interface ItemProps {
  readonly entry: Entry;
  readonly views: FindingViews;
  readonly onAccept: () => void;
}

function Item({ entry, views, onAccept }: ItemProps): ReactElement {
  const styles = useStyles();
  const words = ROW_WORDS[views.language];
  const { finding, section } = entry;
  const isAccepted = section === 'accepted';
  return (
    <li className={styles.item}>
      <Shape kind={isAccepted ? 'good' : SHAPES[finding.severity]} {...(isAccepted && { label: words.accepted })} />
      <div>
        <p className={styles.text}>
          {views.problemOf(finding)} {!isAccepted && views.describe(finding).action}
        </p>
        {!isAccepted && <ItemActions entry={entry} views={views} onAccept={onAccept} />}
      </div>
    </li>
  );
}

function ItemActions({ entry, views, onAccept }: ItemProps): ReactElement {
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const isBusy = useSessionState().activity === 'writing';
  const { kept, goTo } = useScreens();
  const words = ROW_WORDS[views.language];
  const { finding } = entry;
  const value = views.repairOf(finding);
  const showInList = (): void => {
    kept.set(FILTER_KEY, NO_FILTER);
    kept.set(WANTED_KEY, entry.key);
    goTo('findings', true);
  };
  const button = (label: string, name: string, act: () => void): ReactElement => (
    <Button
      size="small"
      appearance="transparent"
      className={styles.action}
      disabled={isBusy}
      aria-label={name}
      onClick={act}
    >
      {label}
    </Button>
  );
  const title = views.ruleTitleOf(finding);
  const correct = value === null ? '' : FINDING_WORDS[views.language].correctTo(value);
  return (
    <div className={styles.actions}>
      {correct !== '' && button(correct, correct, () => void session.findings.repair([entry]))}
      {button(paneWords.findings.accept, `${paneWords.findings.accept} ${title}`, onAccept)}
      {button(words.see, words.seeNamed(title), showInList)}
    </div>
  );
}
