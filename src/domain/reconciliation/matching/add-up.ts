/** One amount against the several of the other side that add up to it. */
import { type Amount, byContent, type ChorusAmount, type LedgerAmount } from '../amounts';
import type { Closeness } from '../codes/closeness';
import { leave, type Open } from './pair-off';
import { MOST_CANDIDATES, MOST_STEPS, pick, type SearchBudget } from './subset-sum';

/**
 * Takes out of what is open each row that several lines of close codes add up to, then each line that several rows add
 * up to. Gives how many amounts made a search give up, or 0.
 */
export function addUp(
  open: Open,
  areClose: Closeness,
  found: (rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]) => void,
): number {
  const budget: SearchBudget = { steps: MOST_STEPS };
  const first = searchAmong(
    open.rows,
    () => open.lines,
    areClose,
    budget,
    (row, lines) => {
      found([row], lines);
      leave(open, new Set<Amount>([row, ...lines]));
    },
  );
  const second = searchAmong(
    open.lines,
    () => open.rows,
    areClose,
    budget,
    (line, rows) => {
      found(rows, [line]);
      leave(open, new Set<Amount>([line, ...rows]));
    },
  );
  return Math.max(first, second);
}

function searchAmong<One extends Amount, Other extends Amount>(
  ones: readonly One[],
  others: () => readonly Other[],
  areClose: Closeness,
  budget: SearchBudget,
  found: (one: One, others: readonly Other[]) => void,
): number {
  let gaveUp = 0;
  for (const one of byDecreasingAmount(ones)) {
    const candidates = others().filter(({ codes }) => areClose(one.codes, codes));
    if (candidates.length > MOST_CANDIDATES) {
      gaveUp = Math.max(gaveUp, candidates.length);
      continue;
    }
    const own = candidates.filter(({ ej }) => ej === one.ej);
    const ofEj = own.length < candidates.length ? pick(own, one.cents, budget) : null;
    const picked = ofEj ?? pick(candidates, one.cents, budget);
    if (picked === 'gaveUp') gaveUp = Math.max(gaveUp, candidates.length);
    else if (picked) found(one, picked);
  }
  return gaveUp;
}

function byDecreasingAmount<A extends Amount>(amounts: readonly A[]): A[] {
  return [...amounts].sort((one, other) => Math.abs(other.cents) - Math.abs(one.cents) || byContent(one, other));
}
