/**
 * The commitments made in advance on the credits of the year, added up by envelope in the order of time: together they may take a quarter of
 * its AE (LOLF, art. 9).
 */
import { allocatedCents } from '../envelopes/ceilings';
import { creditDaysOf, isOfCredits } from '../envelopes/commitment-year';
import type { LedgerRow, RowKey } from '../envelopes/ledger';
import type { Inspection } from './inspection';

/** A commitment in advance above the quarter, once it is counted; cents. */
export interface BeyondQuarter {
  readonly envelope: string;
  readonly total: number;
  readonly quarter: number;
}

/** True for a signed or a projected commitment of an earlier year that is charged, in advance, to the credits. */
export function isInAdvance(row: LedgerRow, { convention }: Pick<Inspection, 'convention'>): boolean {
  const days = creditDaysOf(convention);
  return row.commitmentDate.kind === 'date' && row.commitmentDate.date < days.from && isOfCredits(row, row.commitmentDate.date, days);
}

/** The rows that go above the quarter of their envelope, or add to the excess; an envelope without AE ceiling has none. */
export function rowsBeyondQuarter(inspection: Inspection): ReadonlyMap<RowKey, BeyondQuarter> {
  const { convention, asOf } = inspection;
  const advances = inspection.ledger.rows
    .filter((row) => row.status === 'firm' && row.ae.kind === 'amount' && isInAdvance(row, inspection))
    .map((row) => ({ row, day: row.commitmentDate.kind === 'date' ? row.commitmentDate.date : 0 }))
    .sort((one, other) => one.day - other.day);
  const totals = new Map<string, number>();
  const found = new Map<RowKey, BeyondQuarter>();
  for (const { row } of advances) {
    const assignment = inspection.assignmentOf(row);
    if (assignment.kind !== 'assigned' || assignment.envelope.ceilings.AE === null || row.ae.kind !== 'amount') continue;
    const envelope = assignment.envelope.code;
    const total = (totals.get(envelope) ?? 0) + row.ae.cents;
    totals.set(envelope, total);
    const quarter = Math.floor(allocatedCents(convention, envelope, 'AE', asOf) / 4);
    if (total > quarter && row.ae.cents > 0) found.set(row.key, { envelope, total, quarter });
  }
  return found;
}
