/** The restes à payer of one EJ in one envelope: where they start, and what moves them before the year and since. */

import type { OutstandingSums } from './outstanding-by-ej';

/** Sums in cents. */
export class OutstandingAccount {
  private committedBefore = 0;
  private decommittedBefore = 0;
  private paidBefore = 0;
  private committedSince = 0;
  private decommittedSince = 0;
  private paidSince = 0;
  private firstSigned = Number.POSITIVE_INFINITY;

  /**
   * `start`: restes à payer stated on the day `from`; what moved before is in them. `isBounded`: no single EJ, never
   * below 0.
   */
  constructor(
    readonly start: number,
    readonly from: number,
    readonly isBounded: boolean,
  ) {}

  /** The first day of a commitment of it that was announced; infinite when none has a date. */
  get signedOn(): number {
    return this.firstSigned;
  }

  /** Announces a signed commitment, counted or not. */
  announce(day: number): void {
    if (day < this.firstSigned) this.firstSigned = day;
  }

  /** Counts AE, negative for a decommitment. */
  commit(cents: number, day: number, isBefore: boolean): void {
    if (day < this.from) return;
    if (cents > 0) {
      if (isBefore) this.committedBefore += cents;
      else this.committedSince += cents;
    } else if (isBefore) this.decommittedBefore -= cents;
    else this.decommittedSince -= cents;
  }

  pay(cents: number, day: number, isBefore: boolean): void {
    if (day < this.from) return;
    if (isBefore) this.paidBefore += cents;
    else this.paidSince += cents;
  }

  /** Payments are what explains the difference, so that the movements add up. */
  sums(): OutstandingSums {
    const { opening, outstanding, committedSince: committed } = this;
    const decommitted = this.within(opening + committed, this.decommittedSince);
    return { opening, committed, decommitted, paid: opening + committed - decommitted - outstanding, outstanding };
  }

  /** Since the beginning; in a bounded account, only the retraits and the payments that lower it. */
  total(): Omit<OutstandingSums, 'opening'> {
    const { committed, outstanding } = this;
    const decommitted = this.within(committed, this.decommitted);
    return { committed, decommitted, paid: committed - decommitted - outstanding, outstanding };
  }

  get isEmpty(): boolean {
    const { committed, decommitted, outstanding } = this.total();
    return committed === 0 && decommitted === 0 && outstanding === 0;
  }

  private get opening(): number {
    return this.bounded(this.start + this.committedBefore - this.decommittedBefore - this.paidBefore);
  }

  private get outstanding(): number {
    return this.bounded(this.committed - this.decommitted - this.paidBefore - this.paidSince);
  }

  private get committed(): number {
    return this.start + this.committedBefore + this.committedSince;
  }

  private get decommitted(): number {
    return this.decommittedBefore + this.decommittedSince;
  }

  /** The retraits that a bounded account can show: no more than it holds. */
  private within(held: number, decommitted: number): number {
    return this.isBounded ? Math.min(held, decommitted) : decommitted;
  }

  private bounded(cents: number): number {
    return this.isBounded ? Math.max(0, cents) : cents;
  }
}
