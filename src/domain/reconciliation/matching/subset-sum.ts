/**
 * Finds the amounts that add up to a given one: a payment entered in one row where Chorus has three, or the reverse.
 * Bounded: with many amounts any total can be made by chance, so that the search gives up rather than guess.
 */
import type { Amount } from '../amounts';

/** Above this many amounts a sum that fits may be a coincidence, and the search would be long. */
export const MOST_CANDIDATES = 16;

/** Steps that the searches of one EJ may take together. */
export const MOST_STEPS = 10_000;

/** Steps left to the searches of one EJ. */
export interface SearchBudget {
  steps: number;
}

/** The positions of the amounts whose sum is the target; null when there are none; `gaveUp` when the search stopped. */
export type Subset = readonly number[] | null | 'gaveUp';

/**
 * At least two of these amounts (cents) whose sum is `target`: the first found in their order, so the same amounts give
 * the same answer.
 * @example subsetOf([100, 250, 50], 150, { steps: 100 }) // [0, 2]
 */
export function subsetOf(cents: readonly number[], target: number, budget: SearchBudget): Subset {
  if (cents.length < 2) return null;
  if (cents.length > MOST_CANDIDATES) return 'gaveUp';
  const reachable = reachFrom(cents);
  const chosen: number[] = [];
  const search = (from: number, rest: number): boolean => {
    if (rest === 0 && chosen.length > 1) return true;
    const reach = reachable[from];
    if (!reach || rest < reach.least || rest > reach.most) return false;
    for (let at = from; at < cents.length; at++) {
      if (budget.steps-- <= 0) return false;
      chosen.push(at);
      if (search(at + 1, rest - (cents[at] ?? 0))) return true;
      chosen.pop();
    }
    return false;
  };
  if (search(0, target)) return chosen;
  return budget.steps < 0 ? 'gaveUp' : null;
}

/** The least and the most that the amounts from each position on can add up to. */
function reachFrom(cents: readonly number[]): readonly { readonly least: number; readonly most: number }[] {
  const reach: { least: number; most: number }[] = [];
  let [least, most] = [0, 0];
  for (let at = cents.length - 1; at >= 0; at--) {
    const amount = cents[at] ?? 0;
    if (amount < 0) least += amount;
    else most += amount;
    reach[at] = { least, most };
  }
  return reach;
}

/** The amounts that add up to a sum: one, or several. */
export function pick<A extends Amount>(
  amounts: readonly A[],
  target: number,
  budget: SearchBudget,
): readonly A[] | null | 'gaveUp' {
  const one = amounts.find(({ cents }) => cents === target);
  if (one) return [one];
  const found = subsetOf(
    amounts.map(({ cents }) => cents),
    target,
    budget,
  );
  return found === null || found === 'gaveUp' ? found : found.flatMap((at) => amounts[at] ?? []);
}
