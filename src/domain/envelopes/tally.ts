/**
 * The running sums of one envelope, of one poste, or of the whole convention: whole cents, added and taken back
 * exactly.
 */
import type { RowEffect } from './row-effects';

/**
 * Sums are shown up to ten thousand billion euros: beyond, the column mapped as amounts holds something else, and the
 * sums of such sums must stay exact.
 */
const MOST_CENTS = 1e15;

/** Sums of what rows contribute, in cents. */
export class Tally {
  aeConsumed = 0;
  aeReserved = 0;
  cpConsumed = 0;
  cpReserved = 0;
  earlierDecommitted = 0;
  rapPaid = 0;

  /** Takes the sums of another. */
  become(other: Tally): void {
    Object.assign(this, other);
  }

  /** Counts a row of an envelope (`sign` 1), or takes it back (−1). */
  add(effect: RowEffect, sign: 1 | -1): void {
    this.addCommitment(effect, sign);
    this.addPayment(effect, sign);
  }

  /**
   * Counts a row of a poste, or takes it back: payments on earlier EJ have no poste (art. 1.2: the RAP is in no annex).
   */
  addToLine(effect: RowEffect, sign: 1 | -1): void {
    this.addCommitment(effect, sign);
    if (!effect.onRap) this.addPayment(effect, sign);
  }

  private addCommitment(effect: RowEffect, sign: 1 | -1): void {
    this.aeConsumed += sign * effect.aeConsumed;
    this.aeReserved += sign * effect.aeReserved;
    this.earlierDecommitted += sign * effect.earlierDecommitted;
  }

  private addPayment(effect: RowEffect, sign: 1 | -1): void {
    this.cpConsumed += sign * effect.cpConsumed;
    this.cpReserved += sign * effect.cpReserved;
    if (effect.onRap) this.rapPaid += sign * effect.cpConsumed;
  }
}

/** A sum as it may be shown: itself, within the bound. */
export function shown(cents: number): number {
  return Math.max(-MOST_CENTS, Math.min(MOST_CENTS, cents));
}
