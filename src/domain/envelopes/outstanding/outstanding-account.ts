/** The restes à payer of one EJ in one envelope: where they start, and what moves them before the year and since. */

import type { OutstandingSums } from './outstanding-by-ej';

/** Sums in cents. */
export class OutstandingAccount {
  private readonly before = { committed: 0, decommitted: 0, paid: 0 };
  private readonly since = { committed: 0, decommitted: 0, paid: 0 };

  /**
   * `start`: restes à payer stated on the day `from`; what moved before is in them. `isBounded`: no single EJ, never
   * below 0.
   */
  constructor(
    private readonly start: number,
    private readonly from: number,
    private readonly isBounded: boolean,
  ) {}

  /** Counts AE, negative for a decommitment. */
  commit(cents: number, day: number, isBefore: boolean): void {
    if (day < this.from) return;
    const sums = isBefore ? this.before : this.since;
    if (cents > 0) sums.committed += cents;
    else sums.decommitted -= cents;
  }

  pay(cents: number, day: number, isBefore: boolean): void {
    if (day >= this.from) (isBefore ? this.before : this.since).paid += cents;
  }

  /** Payments are what explains the difference, so that the movements add up. */
  sums(): OutstandingSums {
    const { before, since } = this;
    const opening = this.bounded(this.start + before.committed - before.decommitted - before.paid);
    const net = before.committed + since.committed - before.decommitted - since.decommitted;
    const outstanding = this.bounded(this.start + net - before.paid - since.paid);
    const { committed, decommitted } = since;
    return { opening, committed, decommitted, paid: opening + committed - decommitted - outstanding, outstanding };
  }

  /** Since the beginning; in a bounded account, only the payments that lower it. */
  total(): Omit<OutstandingSums, 'opening'> {
    const committed = this.start + this.before.committed + this.since.committed;
    const decommitted = this.before.decommitted + this.since.decommitted;
    const { outstanding } = this.sums();
    return { committed, decommitted, paid: committed - decommitted - outstanding, outstanding };
  }

  get isEmpty(): boolean {
    const { committed, decommitted, paid } = this.total();
    return committed === 0 && decommitted === 0 && paid === 0;
  }

  private bounded(cents: number): number {
    return this.isBounded ? Math.max(0, cents) : cents;
  }
}
