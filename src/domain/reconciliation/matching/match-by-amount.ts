/** The last step of the matching: operations of which one side gives no number, by their amount and their day. */
import { groupedBy } from '../../grouped';
import { type Amount, type ChorusAmount, type LedgerAmount, NO_DAY } from '../amounts';
import { envelopeOf } from '../codes/comparable-codes';
import type { Outcome } from './outcome';
import type { Open } from './pair-off';
import { addAll } from './settle';

const NEAR_DAYS = 31;

/**
 * Matches operations of one amount where one side has no EJ and they do not name two DP: as many on each side on one
 * day, then as many on each side within a month; first those of one envelope. Several are one group: nothing shows
 * which answers which.
 */
export function matchByAmountAlone(outcome: Outcome): void {
  const lines = singlesByAmount(outcome.lines);
  const taken = new Set<unknown>();
  for (const [cents, rows] of singlesByAmount(outcome.rows)) {
    const open: Open = { rows, lines: lines.get(cents) ?? [] };
    if (open.lines.length === 0) continue;
    const parts = partsBy(open, ({ day }) => day);
    for (const part of [...parts.flatMap(byEnvelope), ...parts, ...byEnvelope(open), open]) {
      const [left, others] = [part.rows, part.lines].map((ones) => ones.filter((one) => !taken.has(one)));
      const match = { rows: left as LedgerAmount[], lines: others as ChorusAmount[], by: 'amountAndDate' as const };
      if (!areAlike(match)) continue;
      outcome.matches.push(match);
      for (const one of [...match.rows, ...match.lines]) taken.add(one);
    }
  }
  if (taken.size === 0) return;
  keep(outcome.rows, taken);
  keep(outcome.lines, taken);
}

function byEnvelope(open: Open): readonly Open[] {
  return partsBy(open, ({ codes }) => envelopeOf(codes)).filter(
    ({ rows }) => rows[0] && envelopeOf(rows[0].codes) !== null,
  );
}

/** The rows of each key, with the lines of the same. */
function partsBy({ rows, lines }: Open, keyOf: (amount: Amount) => unknown): readonly Open[] {
  return [...groupedBy(rows, keyOf)].map(([key, own]) => ({
    rows: own,
    lines: lines.filter((line) => keyOf(line) === key),
  }));
}

/** As many rows as lines, each of which may answer any other, and within a month of it in the order of the days. */
function areAlike({ rows, lines }: Open): boolean {
  if (rows.length === 0 || rows.length !== lines.length) return false;
  const areNear = days(rows).every((day, at) => {
    return day !== NO_DAY && Math.abs(day - (days(lines)[at] ?? NO_DAY)) <= NEAR_DAYS; // `NO_DAY` is near no day
  });
  return areNear && mayAnswer(rows, lines);
}

/** One side has no EJ, and one no DP: no number of a row is contradicted by that of a line. */
function mayAnswer(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]): boolean {
  const isBlank = (ones: readonly (LedgerAmount | ChorusAmount)[], field: 'ej' | 'dp'): boolean =>
    ones.every((one) => one[field] === '');
  return (['ej', 'dp'] as const).every((field) => isBlank(rows, field) || isBlank(lines, field));
}

function days(amounts: readonly (LedgerAmount | ChorusAmount)[]): readonly number[] {
  return amounts.map(({ day }) => day).sort((one, other) => one - other);
}

function keep<A>(groups: (readonly A[])[], taken: ReadonlySet<unknown>): void {
  const kept = groups.filter(([first]) => !taken.has(first));
  groups.length = 0;
  addAll(groups, kept);
}

/** The operations of one amount each, by that amount. */
function singlesByAmount<A extends LedgerAmount | ChorusAmount>(groups: readonly (readonly A[])[]): Map<number, A[]> {
  const found = new Map<number, A[]>();
  for (const [amount, ...others] of groups) {
    if (!amount || others.length > 0) continue;
    const known = found.get(amount.cents);
    if (known) known.push(amount);
    else found.set(amount.cents, [amount]);
  }
  return found;
}
