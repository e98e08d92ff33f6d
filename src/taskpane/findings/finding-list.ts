/**
 * The rows of the list: sections, groups and the findings of open groups, as one flat list, and the moves from one to
 * another. Pure.
 */
import { SECTIONS, type Entry, type Section } from './finding-entries';
import { groupsSorted, type Group } from './finding-groups';

/** The filters. No section pressed: all of them. */
export interface FindingFilter {
  readonly sections: ReadonlySet<Section>;
  readonly isCertainOnly: boolean;
  readonly text: string;
}

export const NO_FILTER: FindingFilter = { sections: new Set(), isCertainOnly: false, text: '' };

/** True when the filter keeps every finding. */
export function isNoFilter({ sections, isCertainOnly, text }: FindingFilter): boolean {
  return sections.size === 0 && !isCertainOnly && text.trim() === '';
}

/** The rows that the user opened or closed, by key of section or group; the others are as the list opens at first. */
export type Toggled = ReadonlyMap<string, boolean>;

export interface SectionRow {
  readonly kind: 'section';
  readonly key: string;
  readonly section: Section;
  readonly count: number;
  readonly isOpen: boolean;
}

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly group: Group;
  readonly isOpen: boolean;
}

export interface FindingRow {
  readonly kind: 'finding';
  readonly key: string;
  readonly group: Group;
  readonly entry: Entry;
}

export type ListRow = SectionRow | GroupRow | FindingRow;

/** Groups with so many findings or fewer, found by a search, are open at first. */
const FEW = 30;

/** The groups that a filter keeps; `found` has the findings that contain the text, null when none is sought. */
export function groupsKept(
  groups: readonly Group[],
  { sections, isCertainOnly }: FindingFilter,
  found: ReadonlySet<Entry> | null,
): readonly Group[] {
  if (sections.size === 0 && !isCertainOnly && found === null) return groups;
  const kept = groups.flatMap((group) => {
    if (sections.size > 0 && !sections.has(group.section)) return [];
    if (!isCertainOnly && found === null) return [group];
    const entries = group.entries.filter(
      (entry) => (!isCertainOnly || entry.isCertain) && (found === null || found.has(entry)),
    );
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });
  return groupsSorted(kept);
}

/** The key of the row of a section. */
export const sectionKey = (section: Section): string => `section ${section}`;

/** The rows to show, top to bottom. */
export function rowsOf(groups: readonly Group[], toggled: Toggled, isSearched: boolean): readonly ListRow[] {
  const rows: ListRow[] = [];
  const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const [worst] = groups;
  for (const section of SECTIONS) {
    const ofSection = groups.filter((group) => group.section === section);
    const [first] = ofSection;
    if (!first) continue;
    const key = sectionKey(section);
    const isLater = section === 'info' || section === 'accepted';
    const isOpen = toggled.get(key) ?? (!isLater || isSearched || first === worst);
    const count = ofSection.reduce((sum, { entries }) => sum + entries.length, 0);
    rows.push({ kind: 'section', key, section, count, isOpen });
    if (!isOpen) continue;
    for (const group of ofSection) {
      const isGroupOpen =
        toggled.get(group.key) ?? ((isSearched && total <= FEW) || (group === worst && group.entries.length <= FEW));
      rows.push({ kind: 'group', key: group.key, group, isOpen: isGroupOpen });
      if (!isGroupOpen) continue;
      for (const entry of group.entries) rows.push({ kind: 'finding', key: entry.key, group, entry });
    }
  }
  return rows;
}

/** The finding after (`1`) or before (`-1`) a row, in the order of the groups, open or not; null at the end. */
export function nextFinding(
  groups: readonly Group[],
  current: ListRow | null,
  step: 1 | -1,
): { readonly group: Group; readonly entry: Entry } | null {
  const inside = (group: Group | undefined, from: number): { group: Group; entry: Entry } | null => {
    const entry = group?.entries[from];
    return group && entry ? { group, entry } : null;
  };
  const edgeOf = (at: number): { group: Group; entry: Entry } | null => {
    const group = groups[at];
    return inside(group, step === 1 ? 0 : (group?.entries.length ?? 0) - 1);
  };
  if (!current) return edgeOf(step === 1 ? 0 : groups.length - 1);
  if (current.kind === 'section') {
    const at = groups.findIndex(({ section }) => section === current.section);
    return step === 1 ? edgeOf(at) : edgeOf(at - 1);
  }
  const at = groups.findIndex(({ key }) => key === current.group.key);
  if (current.kind === 'group') return step === 1 ? edgeOf(at) : edgeOf(at - 1);
  const position = groups[at]?.entries.indexOf(current.entry) ?? -1;
  return inside(groups[at], position + step) ?? edgeOf(at + step);
}

/**
 * Where the focus goes after a decision: the first of `before` after the one decided on that is still there and open,
 * else the next group, else nothing (the heading). `before` and `after` are the rows then and now.
 */
export function rowAfter(before: readonly ListRow[], decided: string, after: readonly ListRow[]): ListRow | null {
  const left = new Map(after.map((row) => [row.key, row]));
  const from = before.findIndex(({ key }) => key === decided);
  if (from < 0) return after.find(({ kind }) => kind !== 'section') ?? null;
  const later = before.slice(from);
  const earlier = before.slice(0, from).reverse();
  const next = [...later, ...earlier].find(({ key, kind }) => kind !== 'section' && left.has(key));
  return next ? (left.get(next.key) ?? null) : null;
}
