/**
 * The findings of a ledger in their order, some of which are replaced at each edit. A finding stands at a rank: its
 * row, its rule, and what of the rule it comes from (AE before CP…); whoever found something at a rank says anew all
 * that stands there.
 */
import type { Finding } from '../findings/finding';

/** Room for the rules of one row, and for the parts of one rule. */
const RULES = 128;
const PARTS = 8;
/** Beyond, the list is made anew: moving its end at each change would cost more. */
const MOST_SPLICES = 24;

/** The rank of what a rule (its place in the registry) finds on a row (its key; −1 before every row). */
export function rankOf(row: number, rule: number, part: number): number {
  return ((row + 1) * RULES + rule) * PARTS + part;
}

/** What is found at some ranks now; nothing where the list is empty. */
export type Changes = Map<number, readonly Finding[]>;

/** Findings sorted by rank. */
export class FindingBook {
  private ranks: number[] = [];
  private sorted: Finding[] = [];
  private shown: readonly Finding[] | null = null;

  /** The findings in order; the same list until something changes. */
  get findings(): readonly Finding[] {
    return (this.shown ??= this.sorted.slice());
  }

  /** Replaces what is found at each of the ranks. */
  apply(changes: Changes): void {
    if (changes.size > MOST_SPLICES) return this.merge(changes);
    for (const [rank, findings] of changes) {
      const [first, last] = [this.placeOf(rank), this.placeOf(rank + 1)];
      if (first === last && findings.length === 0) continue;
      this.shown = null;
      this.ranks.splice(first, last - first, ...findings.map(() => rank));
      this.sorted.splice(first, last - first, ...findings);
    }
  }

  private merge(changes: Changes): void {
    const [ranks, sorted]: [number[], Finding[]] = [[], []];
    const incoming = [...changes].sort(([one], [other]) => one - other);
    let at = 0;
    const keepBelow = (bound: number): void => {
      for (; at < this.ranks.length && (this.ranks[at] ?? bound) < bound; at++) {
        const finding = this.sorted[at];
        if (finding) sorted.push(finding);
        ranks.push(this.ranks[at] ?? bound);
      }
    };
    for (const [rank, findings] of incoming) {
      keepBelow(rank);
      while (at < this.ranks.length && this.ranks[at] === rank) at++;
      for (const finding of findings) {
        ranks.push(rank);
        sorted.push(finding);
      }
    }
    keepBelow(Number.POSITIVE_INFINITY);
    [this.ranks, this.sorted, this.shown] = [ranks, sorted, null];
  }

  /** Index of the first entry at that rank or after it. */
  private placeOf(rank: number): number {
    let [low, high] = [0, this.ranks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ranks[middle] ?? rank) < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
