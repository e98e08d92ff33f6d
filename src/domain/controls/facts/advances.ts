/**
 * The commitments made in advance on the credits of the year, added up by envelope in the order of time: together they
 * may take a quarter of its AE (LOLF, art. 9).
 */
import { allocatedCents } from '../../envelopes/ceilings';
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import { creditDaysOf, isOfCredits, type CreditDays } from '../../envelopes/commitment-year';
import type { LedgerRow, RowKey } from '../../envelopes/ledger';
import { dayOrNever } from './row-dates';

/** A commitment in advance above the quarter, once it is counted; cents. */
export interface AboveQuarter {
  readonly envelope: string;
  readonly total: number;
  readonly quarter: number;
}

/** The rows of a ledger that are committed in advance. */
export class Advances {
  private readonly days: CreditDays;
  private above: ReadonlyMap<RowKey, AboveQuarter> | null = null;

  constructor(private readonly charged: ChargedLedger) {
    this.days = creditDaysOf(charged.convention);
  }

  /** True for a signed or a projected commitment of an earlier year that is charged, in advance, to the credits. */
  isInAdvance(row: LedgerRow): boolean {
    const { commitmentDate } = row;
    return (
      commitmentDate.kind === 'date' &&
      commitmentDate.date < this.days.from &&
      isOfCredits(row, commitmentDate.date, this.days)
    );
  }

  /** The rows that exceed the quarter of their envelope, or add to the excess; none without an AE ceiling. */
  aboveQuarter(): ReadonlyMap<RowKey, AboveQuarter> {
    return (this.above ??= this.addUp());
  }

  private addUp(): ReadonlyMap<RowKey, AboveQuarter> {
    const { convention, asOf, ledger, assign } = this.charged;
    const rows = ledger.rows.filter(
      (row) => row.status === 'firm' && row.ae.kind === 'amount' && this.isInAdvance(row),
    );
    const totals = new Map<string, number>();
    const found = new Map<RowKey, AboveQuarter>();
    for (const row of rows.sort(inOrderOfTime)) {
      const assignment = assign(row);
      if (assignment.kind !== 'assigned' || assignment.envelope.ceilings.AE === null || row.ae.kind !== 'amount')
        continue;
      const envelope = assignment.envelope.code;
      const total = (totals.get(envelope) ?? 0) + row.ae.cents;
      totals.set(envelope, total);
      const quarter = Math.floor(allocatedCents(convention, envelope, 'AE', asOf) / 4);
      if (total > quarter && row.ae.cents > 0) found.set(row.key, { envelope, total, quarter });
    }
    return found;
  }
}

function inOrderOfTime(one: LedgerRow, other: LedgerRow): number {
  return dayOrNever(one.commitmentDate) - dayOrNever(other.commitmentDate) || one.key - other.key;
}
