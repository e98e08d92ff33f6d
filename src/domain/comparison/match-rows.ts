/**
 * The rows of two states of a ledger, matched: equal rows first, then by EJ and DP, then by their texts, then by
 * amounts and dates. The order of the rows does not matter, and no row is matched twice.
 */
import type { LedgerRow } from '../envelopes/ledger';
import { visitInSlices, type Slices } from '../slices';
import { joined, PASSES, scoreOf, type Candidate, type Pass } from './match-passes';
import { COMPARED_FIELDS, valueKey, type ComparedField } from './row-value';
import { groupedBy } from '../grouped';

/** The same operation in both states. */
export interface RowPair {
  readonly before: LedgerRow;
  readonly after: LedgerRow;
}

/** In reading order of the state after; the removed rows in that of the state before. */
export interface MatchedRows {
  readonly same: readonly RowPair[];
  readonly changed: readonly RowPair[];
  readonly added: readonly LedgerRow[];
  readonly removed: readonly LedgerRow[];
}

/** Rows whose every cell is read in one slice. */
const CANDIDATES_PER_SLICE = 1_000;
/** Above this many pairs of rows with one key, they are matched in the order of their contents. */
const MOST_PAIRS = 20_000;

/**
 * Matches the rows of two states, in slices. One ledger compared with itself has equal rows only. Most rows of two
 * workbooks are equal: what is left for the passes is short.
 */
export function* matchRows(before: readonly LedgerRow[], after: readonly LedgerRow[]): Slices<MatchedRows> {
  if (before === after)
    return { same: after.map((row) => ({ before: row, after: row })), changed: [], added: [], removed: [] };
  const { same, old, current } = yield* matchEqual(yield* candidatesOf(before), yield* candidatesOf(after));
  const changed: RowPair[] = [];
  for (const pass of PASSES) {
    changed.push(...matchBy(pass, withoutMatched(old, changed), withoutMatched(current, changed)));
    yield;
  }
  return {
    same,
    changed: changed.sort((one, other) => one.after.key - other.after.key),
    added: withoutMatched(current, changed).map(({ row }) => row),
    removed: withoutMatched(old, changed).map(({ row }) => row),
  };
}

function* candidatesOf(rows: readonly LedgerRow[]): Slices<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  yield* visitInSlices(rows, (row) => candidates.push(candidateOf(row)), CANDIDATES_PER_SLICE);
  return candidates;
}

function candidateOf(row: LedgerRow): Candidate {
  const entries = COMPARED_FIELDS.map((field) => [field, valueKey(row, field)] as const);
  const values = Object.fromEntries(entries) as Record<ComparedField, string>;
  return { row, values, content: joined(entries.map(([, value]) => value)) };
}

/** The equal rows, and those of each state that are left. */
function* matchEqual(
  before: readonly Candidate[],
  after: readonly Candidate[],
): Slices<{
  readonly same: readonly RowPair[];
  readonly old: readonly Candidate[];
  readonly current: readonly Candidate[];
}> {
  /** By content, the positions of the rows before, the next one last. */
  const byContent = new Map<string, number[]>();
  yield* visitInSlices(before, (_, index) => {
    const at = before.length - 1 - index;
    const content = before[at]?.content ?? '';
    const group = byContent.get(content);
    if (group) group.push(at);
    else byContent.set(content, [at]);
  });
  const [same, current]: [RowPair[], Candidate[]] = [[], []];
  const isMatched = new Uint8Array(before.length);
  yield* visitInSlices(after, (candidate) => {
    const at = byContent.get(candidate.content)?.pop();
    const equal = at === undefined ? undefined : before[at];
    if (at === undefined || !equal) return void current.push(candidate);
    isMatched[at] = 1;
    same.push({ before: equal.row, after: candidate.row });
  });
  const old: Candidate[] = [];
  yield* visitInSlices(before, (candidate, at) => {
    if (isMatched[at] === 0) old.push(candidate);
  });
  return { same, old, current };
}

function matchBy(pass: Pass, old: readonly Candidate[], current: readonly Candidate[]): readonly RowPair[] {
  const found: RowPair[] = [];
  const ofCurrent = groupedBy(current, ({ values }) => pass.keyOf(values));
  for (const [key, group] of groupedBy(old, ({ values }) => pass.keyOf(values))) {
    const others = key === null ? undefined : ofCurrent.get(key);
    if (others) found.push(...pairsOf(pass, group, others));
  }
  return found;
}

/** The most alike first; equals in the order of their contents, so that the order of the rows changes nothing. */
function pairsOf({ isAlike }: Pass, old: Candidate[], current: Candidate[]): readonly RowPair[] {
  const [first, second] = [old.sort(byContent), current.sort(byContent)];
  if (first.length * second.length > MOST_PAIRS)
    return first.flatMap((one, index) => {
      const other = second[index];
      return other && isAlike(one.values, other.values) ? [{ before: one.row, after: other.row }] : [];
    });
  const pairs = first.flatMap((one) =>
    second.flatMap((other) =>
      isAlike(one.values, other.values) ? [{ one, other, score: scoreOf(one.values, other.values) }] : [],
    ),
  );
  const used = new Set<Candidate>();
  return pairs
    .sort((left, right) => right.score - left.score)
    .flatMap(({ one, other }) => {
      if (used.has(one) || used.has(other)) return [];
      used.add(one).add(other);
      return [{ before: one.row, after: other.row }];
    });
}

function withoutMatched(candidates: readonly Candidate[], pairs: readonly RowPair[]): readonly Candidate[] {
  const matched = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  return candidates.filter(({ row }) => !matched.has(row));
}

function byContent(one: Candidate, other: Candidate): number {
  return one.content < other.content ? -1 : one.content > other.content ? 1 : 0;
}
