/**
 * Findings grouped by cause and value, worst first: by severity, then by the largest single amount (never a sum: AE and
 * CP are not added), then by number of findings.
 */
import { SECTIONS, type Entry, type Section } from './finding-entries';

/** Findings with one cause, and one value when they share it. */
export interface Group {
  readonly key: string;
  readonly section: Section;
  /** True when the value of the first entry is that of all: it names the group. */
  readonly sharesValue: boolean;
  /** The largest amount first, then in reading order; never empty. */
  readonly entries: readonly Entry[];
}

/**
 * The groups of some findings, in the order of the list. A value that one finding alone has makes no group of its own:
 * it belongs to the other findings of its cause.
 */
export function groupsOf(entries: readonly Entry[]): readonly Group[] {
  const counts = new Map<string, number>();
  for (const { causeAndValue } of entries) counts.set(causeAndValue, (counts.get(causeAndValue) ?? 0) + 1);
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = (counts.get(entry.causeAndValue) ?? 0) > 1 ? entry.causeAndValue : entry.cause;
    const group = byKey.get(key);
    if (group) group.push(entry);
    else byKey.set(key, [entry]);
  }
  return groupsSorted([...byKey].map(([key, found]) => groupOf(key, found)));
}

/** Worst first; equals stay in their order. */
export function groupsSorted(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort(byWeight);
}

function groupOf(key: string, entries: Entry[]): Group {
  const [first] = entries;
  const section = first?.section ?? 'info';
  const sharesValue = entries.every(({ causeAndValue }) => causeAndValue === first?.causeAndValue);
  if (entries.some(({ amount }) => amount !== null)) entries.sort((one, other) => weightOf(other) - weightOf(one));
  return { key, section, sharesValue: sharesValue && first?.cause !== first?.causeAndValue, entries };
}

/** An entry without an amount comes after every amount. */
function weightOf({ amount }: Entry): number {
  return amount ?? -1;
}

function byWeight(one: Group, other: Group): number {
  return (
    SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section) ||
    largestOf(other) - largestOf(one) ||
    other.entries.length - one.entries.length
  );
}

function largestOf({ entries: [first] }: Group): number {
  return first ? weightOf(first) : -1;
}

/** The largest single amount of a group, in cents; null when its findings are about no amount. */
export function worstAmountOf({ entries: [first] }: Group): number | null {
  return first?.amount ?? null;
}
