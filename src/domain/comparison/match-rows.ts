/**
 * The rows of two states of a ledger, matched: equal rows first, then by EJ and DP, then by their texts, then by
 * amounts and dates. The order of the rows does not matter, and no row is matched twice.
 */
import type { LedgerRow } from '../envelopes/ledger';
import { comparable } from '../text';
import { COMPARED_FIELDS, valueKey, type ComparedField } from './row-value';

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

/** A row with its values, by field and all together. */
interface Candidate {
  readonly row: LedgerRow;
  readonly values: Readonly<Record<ComparedField, string>>;
  readonly content: string;
}

/** Rows with equal keys are matched when they are also alike; a row without a key is left for the next pass. */
interface Pass {
  readonly keyOf: (values: Candidate['values']) => string | null;
  readonly isAlike: (one: Candidate['values'], other: Candidate['values']) => boolean;
}

const DATES = ['commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate'] as const;
const AMOUNTS = ['ae', 'cp'] as const;

const PASSES: readonly Pass[] = [
  {
    keyOf: ({ ejNumber, ejLine, dpNumber, dpLine }) =>
      ejNumber === '' && dpNumber === '' ? null : joined([ejNumber, ejLine, dpNumber, dpLine]),
    isAlike: sharesNature,
  },
  {
    keyOf: ({ ejNumber }) => ejNumber || null,
    isAlike: (one, other) =>
      sharesNature(one, other) &&
      (['ejLine', 'dpNumber', 'dpLine'] as const).every((field) => agrees(one[field], other[field])),
  },
  { keyOf: ({ dpNumber }) => dpNumber || null, isAlike: sharesNature },
  {
    keyOf: ({ supplier, label }) => textsKey(supplier, label),
    isAlike: (one, other) => sharesNature(one, other) && (isEqual(one, other, AMOUNTS) || isEqual(one, other, DATES)),
  },
  {
    keyOf: (values) => joined([...AMOUNTS, ...DATES, 'budgetLine' as const].map((field) => values[field])),
    isAlike: (one, other) =>
      AMOUNTS.some((field) => one[field] !== '') && [one, other].some(({ supplier, label }) => supplier + label === ''),
  },
];

/** A field that identifies a piece counts more than one that many rows share. */
const WEIGHTS: Readonly<Partial<Record<ComparedField, number>>> = {
  dpNumber: 8,
  ejLine: 4,
  dpLine: 4,
  ae: 3,
  cp: 3,
  commitmentDate: 2,
  paymentDate: 2,
  budgetLine: 2,
};

/** Above this many pairs of rows with one key, they are matched in the order of their contents. */
const MOST_PAIRS = 20_000;

/** Matches the rows of two states. One ledger compared with itself has equal rows only. */
export function matchRows(before: readonly LedgerRow[], after: readonly LedgerRow[]): MatchedRows {
  if (before === after)
    return { same: after.map((row) => ({ before: row, after: row })), changed: [], added: [], removed: [] };
  const [old, current] = [before.map(candidateOf), after.map(candidateOf)];
  const same = matchEqual(old, current);
  const changed: RowPair[] = [];
  for (const pass of PASSES) {
    const found = matchBy(
      pass,
      withoutMatched(old, [...same, ...changed]),
      withoutMatched(current, [...same, ...changed]),
    );
    changed.push(...found);
  }
  const matched = [...same, ...changed];
  return {
    same,
    changed: changed.sort((one, other) => one.after.key - other.after.key),
    added: withoutMatched(current, matched).map(({ row }) => row),
    removed: withoutMatched(old, matched).map(({ row }) => row),
  };
}

function candidateOf(row: LedgerRow): Candidate {
  const entries = COMPARED_FIELDS.map((field) => [field, valueKey(row, field)] as const);
  const values = Object.fromEntries(entries) as Record<ComparedField, string>;
  return { row, values, content: joined(entries.map(([, value]) => value)) };
}

function matchEqual(old: readonly Candidate[], current: readonly Candidate[]): readonly RowPair[] {
  const byContent = groupBy(old, ({ content }) => content);
  for (const group of byContent.values()) group.reverse();
  return current.flatMap(({ row, content }) => {
    const equal = byContent.get(content)?.pop();
    return equal ? [{ before: equal.row, after: row }] : [];
  });
}

function matchBy(pass: Pass, old: readonly Candidate[], current: readonly Candidate[]): readonly RowPair[] {
  const found: RowPair[] = [];
  const ofCurrent = groupBy(current, ({ values }) => pass.keyOf(values));
  for (const [key, group] of groupBy(old, ({ values }) => pass.keyOf(values))) {
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

/** Both commit, or both pay, or one has no amount yet. */
function sharesNature(one: Candidate['values'], other: Candidate['values']): boolean {
  const isEmpty = (values: Candidate['values']): boolean => AMOUNTS.every((field) => values[field] === '');
  return isEmpty(one) || isEmpty(other) || AMOUNTS.some((field) => one[field] !== '' && other[field] !== '');
}

/** Equal, or one of them not typed. */
function agrees(one: string, other: string): boolean {
  return one === other || one === '' || other === '';
}

function isEqual(one: Candidate['values'], other: Candidate['values'], fields: readonly ComparedField[]): boolean {
  return fields.every((field) => one[field] === other[field]);
}

function scoreOf(one: Candidate['values'], other: Candidate['values']): number {
  return COMPARED_FIELDS.reduce(
    (score, field) => (one[field] !== '' && one[field] === other[field] ? score + (WEIGHTS[field] ?? 1) : score),
    0,
  );
}

function textsKey(supplier: string, label: string): string | null {
  return supplier + label === '' ? null : joined([comparable(supplier), comparable(label)]);
}

function byContent(one: Candidate, other: Candidate): number {
  return one.content < other.content ? -1 : one.content > other.content ? 1 : 0;
}

function joined(values: readonly string[]): string {
  return values.join('\u0000');
}

function groupBy<K>(candidates: readonly Candidate[], keyOf: (candidate: Candidate) => K): Map<K, Candidate[]> {
  const groups = new Map<K, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return groups;
}
