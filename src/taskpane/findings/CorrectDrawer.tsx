/** The certain corrections before they are written: each cell with its value before and after, and a box to leave it out. */
import { Button, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { followedFindings, type SeenReading } from '../../application/writing/findings-after';
import { correctionsOf, type Correction } from '../../application/writing/repair';
import type { Finding } from '../../domain/controls/findings/finding';
import { textOf, type CellValue } from '../../workbook/cells';
import { contentOf } from '../../workbook/contents';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import { Drawer } from '../shared/Drawer';
import { isRefused } from '../shared/forms/is-refused';
import { usePane, useSessionState } from '../shared/pane-context';
import { GUTTER } from '../shared/surfaces';
import type { Entry } from './finding-entries';
import type { FindingViews } from './finding-views';
import { FINDING_WORDS } from './finding-words';
import { VirtualRows } from './VirtualRows';

const useStyles = makeStyles({
  body: { ...GUTTER, paddingTop: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
  intro: { margin: 0, paddingBottom: tokens.spacingVerticalS },
  section: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(40px, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minHeight: '36px',
    paddingBlock: tokens.spacingVerticalXXS,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  /** One under the other where a code of twelve digits would be cut. */
  values: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(96px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  heads: {
    minHeight: '20px',
    paddingBlock: 0,
    borderBottom: 'none',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  changed: { color: tokens.colorStatusWarningForeground1 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

export interface CorrectDrawerProps {
  /** The last reading: a cell that changed since the list was opened is left out, one that moved is followed. */
  readonly reading: SeenReading;
  readonly views: FindingViews;
  readonly entries: readonly Entry[];
  readonly onClose: () => void;
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
}

type Row = { readonly kind: 'rule'; readonly key: string; readonly title: string } | CellRow;

interface CellRow {
  readonly kind: 'cell';
  readonly key: string;
  readonly entry: Entry;
  readonly correction: Correction;
}

export function CorrectDrawer({ reading, views, entries, onClose, onDecide }: CorrectDrawerProps): ReactElement {
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const words = FINDING_WORDS[views.language].correcting;
  const isBusy = useSessionState().activity === 'writing';
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(views, entries), [views, entries]);
  const places = usePresentPlaces(rows, reading);
  const isChosen = (row: CellRow): boolean => !leftOut.has(row.key) && places.has(row.correction.finding);
  const chosen = rows.flatMap((row) => (row.kind === 'cell' && isChosen(row) ? [row.entry] : []));
  const correct = (): void =>
    void onDecide(async () => {
      await session.findings.repair(chosen);
      if (!isRefused(session.state().notice)) onClose();
    });
  const choose = (key: string, isWanted: boolean): void => {
    const others = [...leftOut].filter((one) => one !== key);
    setLeftOut(new Set(isWanted ? others : [...others, key]));
  };
  return (
    <Drawer
      title={words.title(chosen.length)}
      onClose={onClose}
      footer={
        <>
          <Button appearance="primary" disabled={isBusy || chosen.length === 0} onClick={correct}>
            {words.now(chosen.length)}
          </Button>
          <Button onClick={onClose}>{paneWords.documents.cancel}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.intro}>{words.intro}</p>
        {chosen.length === 0 && <p className={styles.fault}>{words.noneChosen}</p>}
        <VirtualRows
          rows={rows}
          name="corrections"
          label={words.title(chosen.length)}
          current={-1}
          headings={rows.flatMap(({ kind }, position) => (kind === 'rule' ? position : []))}
          draw={(row) =>
            row.kind === 'rule' ? (
              <RuleHeading title={row.title} />
            ) : (
              <CellLine
                correction={row.correction}
                views={views}
                present={places.get(row.correction.finding) ?? null}
                isChosen={isChosen(row)}
                onChoose={(isWanted) => choose(row.key, isWanted)}
              />
            )
          }
        />
      </div>
    </Drawer>
  );
}

function usePresentPlaces(rows: readonly Row[], { dossier, report }: SeenReading): ReturnType<typeof presentPlaces> {
  return useMemo(() => presentPlaces(rows, { dossier, report }), [rows, dossier, report]);
}

/** Where the cells are now. One in whose row somebody wrote since the list was opened has no place: it is left alone. */
function presentPlaces(rows: readonly Row[], now: SeenReading): ReadonlyMap<Finding, CellPlace> {
  const shown = rows.flatMap((row) => (row.kind === 'cell' ? [row] : []));
  const [first] = shown;
  if (!first) return new Map();
  const followed = followedFindings(
    shown.map(({ correction }) => correction.finding),
    first.entry.reading,
    now,
  );
  const present = new Map(correctionsOf(now.dossier, [...followed.values()]).map((one) => [one.finding, one]));
  return new Map(
    shown.flatMap(({ correction: { finding, before } }) => {
      const found = present.get(followed.get(finding) ?? finding);
      return found && contentOf(found.before) === contentOf(before) ? [[finding, found.place]] : [];
    }),
  );
}

/** The corrections under the name of their rule, in the order of the list. */
function rowsOf(views: FindingViews, entries: readonly Entry[]): readonly Row[] {
  const [first] = entries;
  if (!first) return [];
  const byTitle = new Map<string, Row[]>();
  const entryOf = new Map(entries.map((entry) => [entry.finding, entry]));
  const corrections = correctionsOf(
    first.reading.dossier,
    entries.map(({ finding }) => finding),
  );
  for (const correction of corrections) {
    const { place, finding } = correction;
    const title = views.ruleTitleOf(finding);
    const entry = entryOf.get(finding) ?? first;
    const row: Row = { kind: 'cell', key: `${place.row} ${place.column} ${place.sheet}`, entry, correction };
    const rows = byTitle.get(title);
    if (rows) rows.push(row);
    else byTitle.set(title, [row]);
  }
  return [...byTitle].flatMap(([title, rows]): Row[] => [{ kind: 'rule', key: title, title }, ...rows]);
}

function RuleHeading({ title }: { readonly title: string }): ReactElement {
  const styles = useStyles();
  const words = FINDING_WORDS[usePane().words.language].correcting;
  return (
    <div className={styles.section}>
      <h2 style={{ margin: 0, font: 'inherit' }}>{title}</h2>
      <div className={`${styles.line} ${styles.heads}`} aria-hidden>
        <span />
        <span>{words.row}</span>
        <span className={styles.values}>
          <span>{words.before}</span>
          <span>{words.after}</span>
        </span>
      </div>
    </div>
  );
}

interface CellLineProps {
  readonly correction: Correction;
  readonly views: FindingViews;
  /** Null when somebody changed the row since. */
  readonly present: CellPlace | null;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function CellLine({ correction, views, present, isChosen, onChoose }: CellLineProps): ReactElement {
  const styles = useStyles();
  const { session } = usePane();
  const texts = FINDING_WORDS[views.language];
  const words = texts.correcting;
  const { finding, before } = correction;
  const place = present ?? correction.place;
  const name = views.rowNameAt(finding, place);
  const isValue = finding.repair?.kind !== 'text' && typeof before === 'string';
  const shown = isValue ? words.asText(textOf(before)) : shownBefore(before);
  return (
    <div className={styles.line}>
      <Checkbox
        checked={isChosen}
        disabled={!present}
        aria-label={words.chooseRow(name)}
        onChange={(_, { checked }) => onChoose(checked === true)}
      />
      <Link as="button" aria-label={texts.goTo(name)} onClick={() => void session.goTo(place)}>
        {place.row + 1}
      </Link>
      <span className={styles.values}>
        <span>
          <span className={styles.before}>{shown}</span>
          {!present && <span className={styles.changed}> {words.changed}</span>}
        </span>
        <span>{finding.repair && views.textOfRepair(finding.repair)}</span>
      </span>
    </div>
  );
}

function shownBefore(value: CellValue): string {
  return textOf(value);
}
