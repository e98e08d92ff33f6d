/**
 * Settles amounts of both sides that may answer each other: one to one by equal amounts, then by their sum, then one
 * against the several that add up to it. Exact to the cent, and the same whatever the order of the rows and of the
 * lines.
 */
import { type Amount, byContent, type ChorusAmount, type LedgerAmount, sumOf } from '../amounts';
import { addUp } from './add-up';
import { codeDifferences } from '../code-differences';
import { CLOSEST_FIRST, type Closeness, precisionOf } from '../codes/closeness';
import type { MatchedBy } from '../groups';
import { type KeyOf, type Open, pairOff } from './pair-off';

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
  return settleOpen({ rows: [...rows].sort(byPrecision), lines: [...lines].sort(byContent) }, names, sums);
}

/**
 * Amounts whose codes are closest are settled first, also where several add up: an equal amount of another envelope is
 * no better answer than two of the same.
 */
function settleOpen(open: Open, names: Names, sums: boolean): Settled {
  const matches: AmountMatch[] = [];
  let gaveUp = 0;
  for (const areClose of CLOSEST_FIRST) {
    pairEqual(open, areClose, matches, names.alone);
    if (open.rows.length === 0 || open.lines.length === 0) return { matches, ...open, gaveUp: 0 };
    const isLast = areClose === CLOSEST_FIRST.at(-1);
    if (isLast && sums && sumOf(open.rows) === sumOf(open.lines))
      return settled([...matches, { ...open, by: names.sum }]);
    const all = open.rows.length + open.lines.length;
    gaveUp = addUp(open, areClose, (rows, lines) => {
      const by = sums && rows.length + lines.length === all ? names.sum : names.subset;
      matches.push({ rows, lines, by });
    });
  }
  return { matches, ...open, gaveUp };
}

/** A result without leftovers. */
function settled(matches: AmountMatch[]): Settled {
  return { matches, rows: [], lines: [], gaveUp: 0 };
}

const EQUAL_KEYS: readonly KeyOf[] = [
  (amount) => `${amount.cents} ${amount.ej} ${posteOf(amount)}`,
  ({ cents, ej }) => `${cents} ${ej}`,
  (amount) => `${amount.cents} ${posteOf(amount)}`,
  ({ cents }) => String(cents),
];

/** One to one: equal amounts, first those of the same EJ and poste, then of fewer of these. */
function pairEqual(open: Open, areClose: Closeness, matches: AmountMatch[], by: MatchedBy): void {
  for (const keyOf of EQUAL_KEYS)
    pairOff(open, keyOf, areClose, (row, line) => matches.push({ rows: [row], lines: [line], by }));
}

/** The poste that an amount names: that of its DP when it has one, otherwise that of its EJ. */
function posteOf({ dp, dpLine, ejLine }: Amount): string {
  return dp === '' ? `EJ ${ejLine}` : `${dp} ${dpLine}`;
}

/** Adds a list to another, which may be as long as an extract. */
export function addAll<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function byPrecision(one: LedgerAmount, other: LedgerAmount): number {
  return precisionOf(other.codes) - precisionOf(one.codes) || byContent(one, other);
}
