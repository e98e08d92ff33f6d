/**
 * Settles amounts of both sides that may answer each other: one to one by equal amounts, then by their sum, then one
 * against the several that add up to it. Exact to the cent, and the same whatever the order of the rows and of the
 * lines.
 */
import { type Amount, byContent, type ChorusAmount, type LedgerAmount, sumOf } from './amounts';
import { codeDifferences } from './code-differences';
import { agree, type Codes } from './codes/comparable-codes';
import type { MatchedBy } from './groups';
import { MOST_CANDIDATES, MOST_STEPS, pick, type SearchBudget } from './subset-sum';

/** Amounts of both sides that answer each other. */
export interface AmountMatch {
  readonly rows: readonly LedgerAmount[];
  readonly lines: readonly ChorusAmount[];
  readonly by: MatchedBy;
}

/** The matches, and the amounts left of each side. */
export interface Settled {
  readonly matches: AmountMatch[];
  readonly rows: readonly LedgerAmount[];
  readonly lines: readonly ChorusAmount[];
  /** The search for amounts that add up gave up: how many there were; 0 otherwise. */
  readonly gaveUp: number;
}

/** How the matches of each step are named. */
export interface Names {
  readonly alone: MatchedBy;
  readonly sum: MatchedBy;
  readonly subset: MatchedBy;
}

/** The amounts not matched yet. */
export interface Open {
  rows: readonly LedgerAmount[];
  lines: readonly ChorusAmount[];
}

/**
 * Settles two lists. `sums` allows the whole of one side to answer the whole of the other. Where amounts were
 * moved or reversed, only the net on each code counts: lines are then never matched one by one.
 */
export function settle(
  rows: readonly LedgerAmount[],
  lines: readonly ChorusAmount[],
  names: Names,
  sums: boolean,
): Settled {
  if (rows.length === 0 || lines.length === 0) return { matches: [], rows, lines, gaveUp: 0 };
  const [row, line] = [rows[0], lines[0]];
  if (row && line && rows.length === 1 && lines.length === 1) {
    return row.cents === line.cents
      ? settled([{ rows, lines, by: names.alone }])
      : { matches: [], rows, lines, gaveUp: 0 };
  }
  const isMoved = lines.some((one) => one.line.movement === 'reimputation');
  if (
    sums &&
    sumOf(rows) === sumOf(lines) &&
    (isMoved || lines.some(({ cents }) => cents < 0) || codeDifferences(rows, lines, true).length === 0)
  ) {
    return settled([{ rows, lines, by: names.sum }]);
  }
  if (isMoved) return { matches: [], rows, lines, gaveUp: 0 };
  const open: Open = { rows: [...rows].sort(byContent), lines: [...lines].sort(byContent) };
  const matches = pairEqual(open, names.alone);
  if (open.rows.length === 0 || open.lines.length === 0) return { matches, ...open, gaveUp: 0 };
  if (sums && sumOf(open.rows) === sumOf(open.lines)) return settled([...matches, { ...open, by: names.sum }]);
  const gaveUp = addUp(open, matches, names.subset);
  return { matches, ...open, gaveUp };
}

/** A result without leftovers. */
function settled(matches: AmountMatch[]): Settled {
  return { matches, rows: [], lines: [], gaveUp: 0 };
}

/** One to one: equal amounts, first those of the same EJ, poste and codes, then of fewer of these, then any. */
function pairEqual(open: Open, by: MatchedBy): AmountMatch[] {
  const matches: AmountMatch[] = [];
  pairBy(open, (amount) => `${amount.cents} ${amount.ej} ${posteOf(amount)}`, true, matches, by);
  pairBy(open, ({ cents, ej }) => `${cents} ${ej}`, true, matches, by);
  pairBy(open, (amount) => `${amount.cents} ${posteOf(amount)}`, true, matches, by);
  pairBy(open, ({ cents }) => String(cents), true, matches, by);
  pairBy(open, ({ cents }) => String(cents), false, matches, by);
  return matches;
}

/** Lines of one key, by codes; each is taken in its turn. */
type Queues = Map<Codes, { readonly lines: ChorusAmount[]; next: number }>;

/** Pairs each row with the first free line of its key, whose codes agree with its own when they must. */
function pairBy(
  open: Open,
  keyOf: (amount: Amount) => string,
  mustAgree: boolean,
  matches: AmountMatch[],
  by: MatchedBy,
): void {
  if (open.rows.length === 0 || open.lines.length === 0) return;
  const queues = queuesOf(open.lines, keyOf);
  const taken = new Set<Amount>();
  for (const row of open.rows) {
    const ofKey = queues.get(keyOf(row));
    if (!ofKey) continue;
    for (const [codes, queue] of ofKey) {
      const line = queue.lines[queue.next];
      if (!line || (mustAgree && !agree(row.codes, codes))) continue;
      queue.next++;
      if (queue.next === queue.lines.length) ofKey.delete(codes);
      taken.add(row).add(line);
      matches.push({ rows: [row], lines: [line], by });
      break;
    }
  }
  leave(open, taken);
}

function queuesOf(lines: readonly ChorusAmount[], keyOf: (amount: Amount) => string): Map<string, Queues> {
  const queues = new Map<string, Queues>();
  for (const line of lines) {
    const key = keyOf(line);
    let ofKey = queues.get(key);
    if (!ofKey) queues.set(key, (ofKey = new Map() as Queues));
    const queue = ofKey.get(line.codes);
    if (queue) queue.lines.push(line);
    else ofKey.set(line.codes, { lines: [line], next: 0 });
  }
  return queues;
}

/** The poste that an amount names: that of its DP when it has one, otherwise that of its EJ. */
function posteOf({ dp, dpLine, ejLine }: Amount): string {
  return dp === '' ? `EJ ${ejLine}` : `${dp} ${dpLine}`;
}

/**
 * One row that several lines add up to, then one line that several rows add up to; how many amounts made a search give
 * up, or 0.
 */
function addUp(open: Open, matches: AmountMatch[], by: MatchedBy): number {
  const budget: SearchBudget = { steps: MOST_STEPS };
  const first = searchAmong(
    open.rows,
    () => open.lines,
    budget,
    (row, lines) => {
      matches.push({ rows: [row], lines, by });
      leave(open, new Set<Amount>([row, ...lines]));
    },
  );
  const second = searchAmong(
    open.lines,
    () => open.rows,
    budget,
    (line, rows) => {
      matches.push({ rows, lines: [line], by });
      leave(open, new Set<Amount>([line, ...rows]));
    },
  );
  return Math.max(first, second);
}

function searchAmong<One extends Amount, Other extends Amount>(
  ones: readonly One[],
  others: () => readonly Other[],
  budget: SearchBudget,
  found: (one: One, others: readonly Other[]) => void,
): number {
  let gaveUp = 0;
  for (const one of byDecreasingAmount(ones)) {
    const candidates = others();
    if (candidates.length > MOST_CANDIDATES) return candidates.length;
    const own = candidates.filter(({ ej }) => ej === one.ej);
    const ofEj = own.length < candidates.length ? pick(own, one.cents, budget) : null;
    const picked = ofEj ?? pick(candidates, one.cents, budget);
    if (picked === 'gaveUp') gaveUp = Math.max(gaveUp, candidates.length);
    else if (picked) found(one, picked);
  }
  return gaveUp;
}

/** Adds a list to another, which may be as long as an extract. */
export function addAll<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** Takes amounts out of what is open. */
export function leave(open: Open, taken: ReadonlySet<Amount>): void {
  if (taken.size === 0) return;
  open.rows = open.rows.filter((row) => !taken.has(row));
  open.lines = open.lines.filter((line) => !taken.has(line));
}

function byDecreasingAmount<A extends Amount>(amounts: readonly A[]): A[] {
  return [...amounts].sort((one, other) => Math.abs(other.cents) - Math.abs(one.cents) || byContent(one, other));
}
