/** « À traiter »: the findings, worst first, with their filters, their corrections and their acceptance. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import {
  ArrowMaximizeVertical20Regular,
  ArrowMinimizeVertical20Regular,
  ChevronDown16Regular,
  ChevronUp16Regular,
} from '@fluentui/react-icons';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { SeenReading } from '../../application/writing/findings-after';
import { nothingCheckedLabel } from '../../messages/labels';
import { usePane, useSessionState } from '../shared/pane-context';
import { useScreens } from '../shared/screens';
import { AcceptDrawer } from './AcceptDrawer';
import { CorrectDrawer } from './CorrectDrawer';
import { EntryAids } from './EntryAids';
import type { FindingActions } from './finding-actions';
import type { Entry } from './finding-entries';
import { isNoFilter, nextFinding, type ListRow } from './finding-list';
import { FINDING_WORDS, type FindingWords } from './finding-words';
import { FindingFilters } from './FindingFilters';
import { ListRowView } from './FindingRows';
import { keyMove } from './finding-keys';
import { CORRECTING_KEY } from './open-findings';
import type { AcceptanceAsked } from './useAcceptance';
import { useFindingList, WANTED_KEY, type FindingList } from './useFindingList';
import { useRowFocus, type RowFocus } from './useRowFocus';
import { VirtualRows } from './VirtualRows';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  bar: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '24px' },
  count: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  steps: { display: 'flex', flexShrink: 0 },
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  keys: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

export function FindingsPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = FINDING_WORDS[language];
  const list = useFindingList(dossier, report);
  if (report.findings.length === 0) {
    return (
      <div className={styles.panel}>
        <p className={styles.count}>{nothingCheckedLabel(report, language) ?? words.none}</p>
        <EntryAids dossier={dossier} />
      </div>
    );
  }
  if (!list) return <Spinner size="small" label={words.gathering} labelPosition="below" />;
  return <List dossier={dossier} report={report} list={list} />;
}

function List({ dossier, report, list }: ControlledDossier & { readonly list: FindingList }): ReactElement {
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const words = FINDING_WORDS[paneWords.language];
  const isBusy = useSessionState().activity === 'writing';
  const search = useRef<HTMLInputElement>(null);
  const [accepting, setAccepting] = useState<Accepting | null>(null);
  const [correcting, setCorrecting] = useState<readonly Entry[] | null>(null);
  const { views, rows } = list;
  const { container, heading, moveTo, decide } = useRowFocus(rows, list.isStale, list.setCurrent);
  const current = rows.find(({ key }) => key === list.current) ?? null;
  useWanted(list, moveTo, setCorrecting);
  const actions: FindingActions = {
    views,
    isBusy,
    onReach: (row) => list.setCurrent(row.key),
    onToggle: (row) => list.setOpen(row.key, !row.isOpen),
    onGo: (finding) => {
      const place = views.placeOf(finding);
      if (place) void session.goTo(place);
    },
    onDecide: decide,
    onAccept: (entry, group, isWholeFirst) => entry && setAccepting({ entry, group, isWholeFirst }),
    onCorrect: setCorrecting,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = keyMove(event);
    if (move && act(move, { list, moveTo, actions, current, search: search.current })) event.preventDefault();
  };
  return (
    <div className={styles.panel} ref={container} onKeyDown={onKeyDown}>
      <FindingFilters list={list} search={search} onLeave={() => moveTo(rows[0] ?? null)} />
      <Bar list={list} heading={heading} moveTo={moveTo} current={current} />
      <VirtualRows
        rows={rows}
        name="findings"
        label={words.list}
        current={current ? rows.indexOf(current) : rows.length > 0 ? 0 : -1}
        headings={rows.flatMap(({ kind }, position) => (kind === 'section' ? position : []))}
        draw={(row, position) => (
          <ListRowView row={row} isCurrent={current ? row === current : position === 0} actions={actions} />
        )}
      />
      {rows.length > 0 && <p className={styles.keys}>{words.keys}</p>}
      <EntryAids dossier={dossier} />
      <Foot list={list} isBusy={isBusy} onCorrect={setCorrecting} />
      <Drawers
        reading={{ dossier, report }}
        views={views}
        accepting={accepting}
        correcting={correcting}
        onClose={() => {
          setAccepting(null);
          setCorrecting(null);
        }}
        onDecide={(decision) => decide(current, decision)}
      />
    </div>
  );
}

/** Goes once to the finding, or to the certain corrections, that another screen leads to. */
function useWanted(
  list: FindingList,
  moveTo: RowFocus['moveTo'],
  onCorrect: (entries: readonly Entry[]) => void,
): void {
  useWantedCorrections(list, onCorrect);
  const { kept } = useScreens();
  useEffect(() => {
    const wanted = kept.get(WANTED_KEY);
    if (wanted === undefined) return;
    kept.delete(WANTED_KEY);
    const group = list.groups.find(({ entries }) => entries.some(({ key }) => key === wanted));
    const entry = group?.entries.find(({ key }) => key === wanted);
    if (group && entry) stepTo(list, moveTo, { group, entry });
  });
}

/** Shows once the certain corrections, when another screen leads to them. */
function useWantedCorrections({ views }: FindingList, onCorrect: (entries: readonly Entry[]) => void): void {
  const { kept } = useScreens();
  useEffect(() => {
    if (!kept.delete(CORRECTING_KEY)) return;
    const certain = views.groups.flatMap(({ entries }) => entries.filter(({ isCertain }) => isCertain));
    if (certain.length > 0) onCorrect(certain);
  });
}

type Accepting = Pick<AcceptanceAsked, 'entry' | 'group' | 'isWholeFirst'>;

interface DrawersProps extends Pick<AcceptanceAsked, 'views' | 'onClose' | 'onDecide'> {
  readonly reading: SeenReading;
  readonly accepting: Accepting | null;
  readonly correcting: readonly Entry[] | null;
}

function Drawers({ reading, accepting, correcting, ...shared }: DrawersProps): ReactElement {
  return (
    <>
      {accepting && <AcceptDrawer {...accepting} {...shared} />}
      {correcting && <CorrectDrawer reading={reading} entries={correcting} {...shared} />}
    </>
  );
}

interface Surroundings {
  readonly list: FindingList;
  readonly moveTo: RowFocus['moveTo'];
  readonly actions: FindingActions;
  readonly current: ListRow | null;
  readonly search: HTMLInputElement | null;
}

/** Carries the meaning of a key out; false when it has none here. */
function act(move: ReturnType<typeof keyMove>, { list, moveTo, actions, current, search }: Surroundings): boolean {
  const { rows, groups } = list;
  const at = current ? rows.indexOf(current) : -1;
  switch (move) {
    case 'down':
      moveTo(rows[at + 1] ?? null);
      return true;
    case 'up':
      moveTo(rows[at - 1] ?? null);
      return at > 0;
    case 'first':
      moveTo(rows[0] ?? null);
      return true;
    case 'last':
      moveTo(rows[rows.length - 1] ?? null);
      return true;
    case 'next':
    case 'previous':
      stepTo(list, moveTo, nextFinding(groups, current, move === 'next' ? 1 : -1));
      return true;
    case 'open':
    case 'close':
      return fold(move === 'open', { list, moveTo, current });
    case 'search':
      search?.focus();
      return search !== null;
    case 'go':
      if (current?.kind !== 'finding') return false;
      actions.onGo(current.entry.finding);
      return true;
    case 'accept':
      if (current?.kind === 'finding') actions.onAccept(current.entry, current.group, false);
      else if (current?.kind === 'group') actions.onAccept(current.group.entries[0], current.group, true);
      return current !== null && current.kind !== 'section';
    case null:
      return false;
  }
}

function fold(
  isOpening: boolean,
  { list, moveTo, current }: Pick<Surroundings, 'list' | 'moveTo' | 'current'>,
): boolean {
  if (!current) return false;
  if (current.kind === 'finding') {
    if (isOpening) return false;
    list.setOpen(current.group.key, false);
    moveTo(list.rows.find((row) => row.kind === 'group' && row.group === current.group) ?? null);
    return true;
  }
  if (current.isOpen !== isOpening) list.setOpen(current.key, isOpening);
  return true;
}

/** Opens the group of a finding when it is closed, and moves to it. */
function stepTo(list: FindingList, moveTo: RowFocus['moveTo'], next: ReturnType<typeof nextFinding>): void {
  if (!next) return;
  const { group, entry } = next;
  list.open(group);
  moveTo({ kind: 'finding', key: entry.key, group, entry });
}

/** How many findings are shown, what of, and the way to the next and to the previous one. */
function Bar(props: {
  readonly list: FindingList;
  readonly heading: RowFocus['heading'];
  readonly moveTo: RowFocus['moveTo'];
  readonly current: ListRow | null;
}): ReactElement {
  const styles = useStyles();
  const { list, heading, moveTo, current } = props;
  const words = FINDING_WORDS[usePane().words.language];
  const step = (by: 1 | -1) => (): void => stepTo(list, moveTo, nextFinding(list.groups, current, by));
  return (
    <div className={styles.bar}>
      <p className={styles.count} role="status" tabIndex={-1} ref={heading}>
        {countOf(list, words)}
      </p>
      {list.found > 0 && (
        <span className={styles.steps}>
          <FoldAll list={list} />
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronUp16Regular />}
            aria-label={words.previous}
            title={words.previous}
            disabled={nextFinding(list.groups, current, -1) === null}
            onClick={step(-1)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ChevronDown16Regular />}
            aria-label={words.next}
            title={words.next}
            disabled={nextFinding(list.groups, current, 1) === null}
            onClick={step(1)}
          />
        </span>
      )}
    </div>
  );
}

/** « Tout déplier », or « Tout replier » once every group is open. */
function FoldAll({ list }: { readonly list: FindingList }): ReactElement {
  const words = FINDING_WORDS[usePane().words.language];
  const open = new Set(list.rows.flatMap((row) => (row.kind === 'group' && row.isOpen ? row.key : [])));
  const areAllOpen = list.groups.every(({ key }) => open.has(key));
  const label = areAllOpen ? words.foldAll : words.unfoldAll;
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={areAllOpen ? <ArrowMinimizeVertical20Regular /> : <ArrowMaximizeVertical20Regular />}
      aria-label={label}
      title={label}
      onClick={() => list.setAllOpen(!areAllOpen)}
    />
  );
}

function countOf({ views, filter, found, isSearching }: FindingList, words: FindingWords): string {
  if (isSearching) return words.searching;
  if (found === 0) return words.noneLeft;
  if (!isNoFilter(filter)) {
    const what = [
      ...[...filter.sections].map((section) => words.sections[section].toLocaleLowerCase()),
      ...(filter.isCertainOnly ? [words.certain.toLocaleLowerCase()] : []),
      ...(filter.text.trim() === '' ? [] : [words.containing(filter.text.trim())]),
    ];
    return words.some(found, views.entries.length, what.join(', '));
  }
  const accepted = views.counts.accepted === 0 ? '' : ` ${words.ofWhichAccepted(views.counts.accepted)}`;
  return words.all(views.entries.length) + accepted;
}

/** The corrections of what is shown, and the way back to everything. */
function Foot(props: {
  readonly list: FindingList;
  readonly isBusy: boolean;
  readonly onCorrect: (entries: readonly Entry[]) => void;
}): ReactElement | null {
  const styles = useStyles();
  const { list, isBusy, onCorrect } = props;
  const words = FINDING_WORDS[usePane().words.language];
  const certain = list.groups.flatMap(({ entries }) => entries.filter(({ isCertain }) => isCertain));
  const isFiltered = !isNoFilter(list.filter);
  if (!isFiltered) return null;
  return (
    <div className={styles.foot}>
      {certain.length > 0 && (
        <Button appearance="primary" disabled={isBusy} onClick={() => onCorrect(certain)}>
          {words.seeCorrections(certain.length)}
        </Button>
      )}
      <Button appearance="subtle" onClick={list.clear}>
        {words.clear}
      </Button>
    </div>
  );
}
