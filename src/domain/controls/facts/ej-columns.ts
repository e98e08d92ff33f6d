/**
 * The sums and dates of each EJ of a ledger, in columns of numbers with one entry for each EJ: a ledger may have
 * thousands, and as many objects of ten fields cost more than the rest of the controls.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import type { CodeReading } from '../../imputation/imputation';
import { dayOrNever, NEVER } from './row-dates';

/** The columns; amounts in cents, days are civil dates or ±`NEVER`. */
export class EjColumns {
  /** Number of the EJ. */
  length = 0;
  /** Signed rows that commit a positive amount, or one that cannot be read; a lone decommitment commits nothing. */
  readonly commitments: Int32Array;
  private readonly unreadable: Int32Array;
  /** AE of the signed rows. */
  private readonly committed: Float64Array;
  /** 1 for an EJ of the RAP lists. */
  private readonly listed: Uint8Array;
  /** Positive CP of every row, paid or not: at least what is paid. */
  private readonly asked: Float64Array;
  /** The last day of a signed commitment, and the first of a service or a payment. */
  private readonly lastCommitted: Int32Array;
  private readonly firstUsed: Int32Array;
  /** The first code that names an envelope (axe 2, or another); equal readings are shared between rows. */
  private readonly namer: (CodeReading | null)[] = [];

  /**
   * Has room for `most` EJ, which takes memory only as they come: arrays that grow leave copies of themselves, as much
   * again at half a million EJ.
   */
  constructor(most: number) {
    this.commitments = new Int32Array(most);
    this.unreadable = new Int32Array(most);
    this.committed = new Float64Array(most);
    this.listed = new Uint8Array(most);
    this.asked = new Float64Array(most);
    this.lastCommitted = new Int32Array(most);
    this.firstUsed = new Int32Array(most);
  }

  /** Adds an EJ of which nothing is known; its place. */
  open(): number {
    this.lastCommitted[this.length] = -NEVER;
    this.firstUsed[this.length] = NEVER;
    this.namer.push(null);
    return this.length++;
  }

  /** Notes that restes à payer are listed for an EJ. */
  list(place: number): void {
    this.listed[place] = 1;
  }

  /** True when restes à payer are listed for it. */
  isListed(place: number): boolean {
    return this.listed[place] === 1;
  }

  /** Counts the amounts of a row; `uncounted`: what it withdraws above its EJ. */
  count(place: number, { cp, ae, status }: LedgerRow, uncounted: number): void {
    if (cp.kind === 'amount' && cp.cents > 0) add(this.asked, place, cp.cents);
    if (status !== 'firm' || ae.kind === 'absent') return;
    if (ae.kind === 'amount') add(this.committed, place, ae.cents + uncounted);
    else add(this.unreadable, place, 1);
    if (ae.kind !== 'amount' || ae.cents > 0) add(this.commitments, place, 1);
  }

  /** Widens the days of an EJ by a row; true when a service or a payment may now be dated before a commitment. */
  widenDays(place: number, { serviceDate, paymentDate, commitmentDate, status, ae }: LedgerRow): boolean {
    const used = Math.min(this.firstUsed[place] ?? NEVER, dayOrNever(serviceDate), dayOrNever(paymentDate));
    this.firstUsed[place] = used;
    if (
      status === 'firm' &&
      ae.kind !== 'absent' &&
      commitmentDate.kind === 'date' &&
      commitmentDate.date > (this.lastCommitted[place] ?? NEVER)
    ) {
      this.lastCommitted[place] = commitmentDate.date;
    }
    return used < (this.lastCommitted[place] ?? NEVER);
  }

  /** True when a row has another code than the first row of its EJ. */
  isNamedOtherwise(place: number, namer: CodeReading): boolean {
    const first = (this.namer[place] ??= namer);
    return first !== namer;
  }

  /** The payable cents of an EJ on which more is asked, with `listed` restes à payer; null when no more is. */
  exceeded(place: number, listed: number | null): number | null {
    const payable = this.payable(place, listed);
    return payable !== null && (this.asked[place] ?? 0) > payable ? payable : null;
  }

  /** Null when nobody committed the EJ, or not readably. */
  private payable(place: number, listed: number | null): number | null {
    if ((this.unreadable[place] ?? 0) > 0) return null;
    const committed = this.committed[place] ?? 0;
    if (listed !== null) return listed + committed;
    return (this.commitments[place] ?? 0) > 0 ? committed : null;
  }
}

function add(column: Int32Array | Float64Array, place: number, amount: number): void {
  column[place] = (column[place] ?? 0) + amount;
}
