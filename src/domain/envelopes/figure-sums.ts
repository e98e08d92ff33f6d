/** The sums of one envelope, of one poste, or of the whole convention, in whole cents. */
import type { RowEffect } from './row-effects';

/**
 * Figures are bounded at ten thousand billion euros: above, the column mapped as amounts holds something else, and the
 * sums of such figures must stay exact.
 */
export const MOST_CENTS = 1e15;

/** Sums of row effects, in cents. */
export class FigureSums {
  aeConsumed = 0;
  aeReserved = 0;
  cpConsumed = 0;
  cpReserved = 0;
  rapPaid = 0;
  /** A row of a poste adds something, even if others take it back. */
  isUsed = false;

  /** Counts a row of an envelope. */
  add(effect: RowEffect): void {
    this.addCommitment(effect);
    this.addPayment(effect);
  }

  /** Counts a row of a poste: payments on earlier EJ have no poste (art. 1.2: the RAP is in no annex). */
  addToLine(effect: RowEffect): void {
    this.addCommitment(effect);
    if (!effect.onRap) this.addPayment(effect);
    this.isUsed ||= hasEffect(effect);
  }

  private addCommitment({ aeConsumed, aeReserved }: RowEffect): void {
    this.aeConsumed += aeConsumed;
    this.aeReserved += aeReserved;
  }

  private addPayment({ cpConsumed, cpReserved, onRap }: RowEffect): void {
    this.cpConsumed += cpConsumed;
    this.cpReserved += cpReserved;
    if (onRap) this.rapPaid += cpConsumed;
  }
}

/** True for a row that adds to a figure of its poste. */
function hasEffect({ aeConsumed, aeReserved, cpConsumed, cpReserved, onRap }: RowEffect): boolean {
  return aeConsumed !== 0 || aeReserved !== 0 || (!onRap && (cpConsumed !== 0 || cpReserved !== 0));
}

/** A sum within the bound of a figure. */
export function boundedCents(cents: number): number {
  return Math.max(-MOST_CENTS, Math.min(MOST_CENTS, cents));
}
