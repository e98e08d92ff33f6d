/**
 * The commitments made in advance on the credits of the year, added up by envelope in the order of time: together they
 * may take a quarter of its AE (LOLF, art. 9).
 */
import { allocatedCents } from '../../envelopes/ceilings';
import { creditDaysOf, isOfCredits, type CreditDays } from '../../envelopes/commitment-year';
import type { LedgerRow, RowKey } from '../../envelopes/ledger';
import type { Inspection } from './inspection';
import { dayOrNever } from './odd-rows';

/** A commitment in advance above the quarter, once it is counted; cents. */
export interface BeyondQuarter {
  readonly envelope: string;
  readonly total: number;
  readonly quarter: number;
}

/** The rows of a ledger that are committed in advance, followed as rows are edited. */
export class Advances {
  private readonly days: CreditDays;
  private rows: Map<RowKey, LedgerRow> | null = null;
  private beyond: ReadonlyMap<RowKey, BeyondQuarter> | null = null;

  constructor(private readonly inspection: Pick<Inspection, 'convention' | 'ledger' | 'asOf' | 'assignmentOf'>) {
    this.days = creditDaysOf(inspection.convention);
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

  /**
   * The rows that go above the quarter of their envelope, or add to the excess; an envelope without AE ceiling has
   * none.
   */
  beyondQuarter(): ReadonlyMap<RowKey, BeyondQuarter> {
    return (this.beyond ??= this.addUp());
  }

  /** Follows an edit; true when it may change who is above the quarter. */
  replaceRow(before: LedgerRow | null, after: LedgerRow | null): boolean {
    const isConcerned = [before, after].some((row) => row !== null && this.isInAdvance(row));
    if (!isConcerned) return false;
    this.beyond = null;
    if (before) this.rows?.delete(before.key);
    if (after && this.isCounted(after)) this.rows?.set(after.key, after);
    return true;
  }

  private isCounted(row: LedgerRow): boolean {
    return row.status === 'firm' && row.ae.kind === 'amount' && this.isInAdvance(row);
  }

  private addUp(): ReadonlyMap<RowKey, BeyondQuarter> {
    const { convention, asOf, ledger } = this.inspection;
    this.rows ??= new Map(ledger.rows.filter((row) => this.isCounted(row)).map((row) => [row.key, row]));
    const totals = new Map<string, number>();
    const found = new Map<RowKey, BeyondQuarter>();
    for (const row of [...this.rows.values()].sort(inOrderOfTime)) {
      const assignment = this.inspection.assignmentOf(row);
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
