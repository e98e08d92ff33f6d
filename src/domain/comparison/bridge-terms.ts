/** The terms of a bridge, closed to the cent. */
import { MOST_CENTS } from '../envelopes/figure-sums';
import type { KnownCents } from '../money/known-cents';
import { assert } from '../result';
import type { AllocationCause } from './allocation-parts';
import type { CauseSum, RowCause } from './term-sums';

/**
 * Why a figure moves. `committed`, `decommitted`, `paid`: what moved restes à payer. `allocated`, `consumed`,
 * `reserved`: another figure, in the bridge of a difference. `bound`: a sum above what a figure can hold.
 */
export type BridgeCause =
  RowCause | AllocationCause | 'committed' | 'decommitted' | 'paid' | 'allocated' | 'consumed' | 'reserved' | 'bound';

/** A step of a bridge. */
export interface BridgeTerm {
  readonly cause: BridgeCause;
  readonly cents: number;
  /** How many rows make it; null for a term that rows do not make. */
  readonly rows: number | null;
}

/** A term that no rows make. */
export function term(cause: BridgeCause, cents: number): BridgeTerm {
  return { cause, cents, rows: null };
}

/** Sums of several envelopes added by cause: a row that moved from one to another moves nothing in their total. */
export function byCause(sums: readonly CauseSum[]): readonly BridgeTerm[] {
  const terms = new Map<RowCause, BridgeTerm>();
  for (const { cause, cents, rows } of sums) {
    const known = terms.get(cause);
    terms.set(cause, { cause, cents: cents + (known?.cents ?? 0), rows: rows + (known?.rows ?? 0) });
  }
  return [...terms.values()];
}

/**
 * The terms that are not zero. A figure is bounded, its terms are not: the difference is named. Any other difference is
 * a bug of ours. `others` are the amounts of which the figure is the difference.
 */
export function closed(
  terms: readonly BridgeTerm[],
  before: number,
  after: number,
  others: readonly number[] = [],
): readonly BridgeTerm[] {
  const rest = after - before - terms.reduce((sum, { cents }) => sum + cents, 0);
  const sizes = [before, after, ...others, ...terms.map(({ cents }) => cents)].map(Math.abs);
  assert(rest === 0 || sizes.reduce((sum, size) => sum + size, 0) >= MOST_CENTS, `a bridge is ${rest} cents short`);
  return [...terms, term('bound', rest)].filter(({ cents }) => cents !== 0);
}

/** The change of a figure; 0 when it is not calculable. */
export function gapOf({ before, after }: { readonly before: KnownCents; readonly after: KnownCents }): number {
  return (after ?? 0) - (before ?? 0);
}
