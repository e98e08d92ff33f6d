/**
 * The rows of the ledger as all documents count them: who each is charged to, and what it adds to each figure. Kept in
 * columns by position in the ledger, which may have a million rows.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Assignment } from '../../domain/envelopes/assignment';
import type { ChargedLedger } from '../../domain/envelopes/charged-ledger';
import type { LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import type { RowEffect } from '../../domain/envelopes/row-effects';
import type { Nature } from '../../domain/money/nature';
import type { LedgerFigure } from './ledger-figure';

export type Charged = Extract<Assignment, { readonly kind: 'assigned' }>;

const COUNTS = 1;
const ON_RAP = 2;

/** Every column has one entry for each row; amounts in cents, 0 where there is none. */
export class ChargedRows {
  /** The rows of each assignment, ascending. */
  readonly byAssignment: ReadonlyMap<Charged, readonly number[]>;
  /** The amounts as read, counted or not. */
  readonly read: Readonly<Record<Nature, Float64Array>>;
  /** The amount that each counted row adds to a figure. */
  readonly adds: Readonly<Record<LedgerFigure, Float64Array>>;
  /** The cents that retraits withdraw above their EJ, by position in the ledger. */
  readonly uncounted: ReadonlyMap<number, number>;
  private readonly keys: Float64Array;
  private readonly marks: Uint8Array;
  private readonly asOf: CivilDate;

  constructor({ ledger: { rows }, asOf, assign, effectOf, decommitments }: ChargedLedger) {
    const column = (): Float64Array => new Float64Array(rows.length);
    this.read = { AE: column(), CP: column() };
    this.adds = {
      committed: column(),
      decommitted: column(),
      decommittedEarlier: column(),
      paid: column(),
      paidEarlier: column(),
      serviceNotPaid: column(),
    };
    this.keys = column();
    this.marks = new Uint8Array(rows.length);
    this.asOf = asOf;
    const byAssignment = new Map<Charged, number[]>();
    const excess = decommitments.uncountedAt(asOf);
    const uncounted = new Map<number, number>();
    rows.forEach((row, at) => {
      this.keys[at] = row.key;
      if (row.ae.kind === 'amount') this.read.AE[at] = row.ae.cents;
      if (row.cp.kind === 'amount') this.read.CP[at] = row.cp.cents;
      const above = excess.size === 0 ? undefined : excess.get(row);
      if (above !== undefined) uncounted.set(at, above);
      const assignment = assign(row);
      if (assignment.kind !== 'assigned') return;
      const positions = byAssignment.get(assignment);
      if (positions) positions.push(at);
      else byAssignment.set(assignment, [at]);
      this.count(at, row, effectOf(row));
    });
    this.byAssignment = byAssignment;
    this.uncounted = uncounted;
  }

  /** True when the row is charged to an envelope. */
  counts(at: number): boolean {
    return ((this.marks[at] ?? 0) & COUNTS) !== 0;
  }

  /** True when the row counts and refers to an EJ of the RAP list. */
  isOnRap(at: number): boolean {
    return ((this.marks[at] ?? 0) & ON_RAP) !== 0;
  }

  keyOf(at: number): RowKey {
    return (this.keys[at] ?? NaN) as RowKey;
  }

  /** The position of a row in the ledger; -1 when it has none. */
  positionOf(key: RowKey): number {
    let [low, high] = [0, this.keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyOf(middle) < key) low = middle + 1;
      else high = middle;
    }
    return this.keys[low] === key ? low : -1;
  }

  private count(at: number, row: LedgerRow, { aeConsumed, cpConsumed, earlierDecommitted, onRap }: RowEffect): void {
    const { adds } = this;
    this.marks[at] = onRap ? COUNTS | ON_RAP : COUNTS;
    if (aeConsumed > 0) adds.committed[at] = aeConsumed;
    if (aeConsumed < 0) adds.decommitted[at] = -aeConsumed;
    adds.decommittedEarlier[at] = earlierDecommitted;
    adds.paid[at] = cpConsumed;
    if (onRap) adds.paidEarlier[at] = cpConsumed;
    if (this.isCertifiedNotPaid(row)) adds.serviceNotPaid[at] = this.read.CP[at] ?? 0;
  }

  private isCertifiedNotPaid({ serviceDate, paymentDate }: LedgerRow): boolean {
    if (serviceDate.kind !== 'date' || serviceDate.date > this.asOf) return false;
    return paymentDate.kind !== 'date' || paymentDate.date > this.asOf;
  }
}
