/** The state of the list of findings: its views, its filters, what is open, and the row that the user is on. */
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ControlReport, Dossier } from '../../application/dossier';
import { drain } from '../../domain/slices';
import { usePane } from '../shared/pane-context';
import { useKept } from '../shared/screens';
import type { Section } from './finding-entries';
import type { Group } from './finding-groups';
import {
  groupsKept,
  isNoFilter,
  NO_FILTER,
  rowsOf,
  sectionKey,
  type FindingFilter,
  type ListRow,
  type Toggled,
} from './finding-list';
import { FindingTexts } from './finding-search';
import { FindingViews } from './finding-views';
import { runInSlices } from '../shared/run-slices';

/** Findings up to which the views are made at once. */
const SMALL = 2000;

/** Remembered values, which another screen may set before it leads here. */
export const FILTER_KEY = 'findings.filter';
/** The key of a finding to show, and to go to. */
export const WANTED_KEY = 'findings.wanted';

export interface FindingList {
  readonly views: FindingViews;
  readonly filter: FindingFilter;
  /** The groups that the filter keeps. */
  readonly groups: readonly Group[];
  readonly rows: readonly ListRow[];
  /** How many findings the filter keeps. */
  readonly found: number;
  /** True while the views of a newer report are being made. */
  readonly isStale: boolean;
  /** True while the texts that a search needs are being made. */
  readonly isSearching: boolean;
  /** The key of the row that the user is on; null at first. */
  readonly current: string | null;
  change(change: Partial<FindingFilter>): void;
  toggleSection(section: Section): void;
  clear(): void;
  setOpen(key: string, isOpen: boolean): void;
  /** Opens a group, and its section. */
  open(group: Group): void;
  /** Opens or closes every section and group. */
  setAllOpen(isOpen: boolean): void;
  setCurrent(key: string | null): void;
}

/** Null while the views of a large report are being made for the first time. */
export function useFindingList(dossier: Dossier, report: ControlReport): FindingList | null {
  const views = useViews(dossier, report);
  const [filter, setFilter] = useKept<FindingFilter>(FILTER_KEY, NO_FILTER);
  const [toggled, setToggled] = useKept<Toggled>('findings.toggled', new Map());
  const [current, setCurrent] = useKept<string | null>('findings.current', null);
  const calm = useDeferredValue(filter); // typing never waits for the list
  const texts = useTexts(views, filter.text);
  const kept = useMemo(() => keptOf(views, calm, toggled, texts), [views, calm, toggled, texts]);

  const change = useCallback((part: Partial<FindingFilter>) => setFilter({ ...filter, ...part }), [filter, setFilter]);
  const toggleSection = useCallback(
    (section: Section) => {
      const sections = new Set(filter.sections);
      if (!sections.delete(section)) sections.add(section);
      setFilter({ ...filter, sections });
    },
    [filter, setFilter],
  );
  const clear = useCallback(() => setFilter(NO_FILTER), [setFilter]);
  const setOpen = useCallback(
    (key: string, isOpen: boolean) => setToggled(new Map(toggled).set(key, isOpen)),
    [toggled, setToggled],
  );
  const open = useCallback(
    ({ key, section }: Group) => setToggled(new Map(toggled).set(sectionKey(section), true).set(key, true)),
    [toggled, setToggled],
  );
  const setAllOpen = useCallback(
    (isOpen: boolean) => {
      const all = new Map(toggled);
      for (const { key, section } of kept?.groups ?? []) all.set(sectionKey(section), true).set(key, isOpen);
      setToggled(all);
    },
    [kept, toggled, setToggled],
  );
  if (!views || !kept) return null;
  return {
    views,
    filter,
    isStale: KNOWN.get(report) !== views,
    ...kept,
    current,
    change,
    toggleSection,
    clear,
    setOpen,
    open,
    setAllOpen,
    setCurrent,
  };
}

function keptOf(views: FindingViews | null, filter: FindingFilter, toggled: Toggled, texts: FindingTexts | null) {
  if (!views) return null;
  const isSought = filter.text.trim() !== '';
  const isSearching = isSought && texts === null;
  const groups = groupsKept(views.groups, filter, isSought && texts ? texts.containing(filter.text) : null);
  const rows = rowsOf(groups, toggled, !isNoFilter(filter));
  const found = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return { groups, rows, found, isSearching };
}

/** The views of each report, for as long as it is the one of the session: a change of tab makes none again. */
const KNOWN = new WeakMap<ControlReport, FindingViews>();

function useViews(dossier: Dossier, report: ControlReport): FindingViews | null {
  const { language } = usePane().words;
  const known = KNOWN.get(report);
  const isKnown = known?.language === language;
  const isSmall = report.findings.length <= SMALL;
  const small = useMemo(() => {
    if (isKnown || !isSmall) return null;
    const made = drain(FindingViews.make(dossier, report, language));
    KNOWN.set(report, made);
    return made;
  }, [isKnown, isSmall, dossier, report, language]);
  const [late, setLate] = useState<FindingViews | null>(null);
  useEffect(() => {
    if (isKnown || isSmall) return undefined;
    return runInSlices(FindingViews.make(dossier, report, language), (made) => {
      KNOWN.set(report, made);
      setLate(made);
    });
  }, [isKnown, isSmall, dossier, report, language]);
  return (isKnown ? known : small) ?? late;
}

const TEXTS = new WeakMap<FindingViews, FindingTexts>();

/** The texts to search in: of a small list when first needed, of a large one between the tasks of the page. */
function useTexts(views: FindingViews | null, text: string): FindingTexts | null {
  const known = views ? (TEXTS.get(views) ?? null) : null;
  const isSmall = views !== null && views.entries.length <= SMALL;
  const isSought = text.trim() !== '';
  const small = useMemo(() => {
    if (!views || !isSmall || !isSought) return null;
    const made = TEXTS.get(views) ?? drain(FindingTexts.make(views));
    TEXTS.set(views, made);
    return made;
  }, [views, isSmall, isSought]);
  const [late, setLate] = useState<{ readonly views: FindingViews; readonly texts: FindingTexts } | null>(null);
  useEffect(() => {
    if (!views || isSmall || TEXTS.has(views)) return undefined;
    return runInSlices(FindingTexts.make(views), (texts) => {
      TEXTS.set(views, texts);
      setLate({ views, texts });
    });
  }, [views, isSmall]);
  return known ?? small ?? (late?.views === views ? late.texts : null);
}
