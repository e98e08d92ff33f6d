/** Dates of rows as plain numbers, for sorting and comparing without a case for absent ones. */
import type { DateReading, LedgerRow } from '../../envelopes/ledger';

/** A day after every other, and small enough to stay a small integer in memory. */
export const NEVER = 1_000_000_000;

/** The civil date of a cell; `NEVER` when it has none. */
export function dayOrNever(reading: DateReading): number {
  return reading.kind === 'date' ? reading.date : NEVER;
}

/** True when a row is served or paid before its own commitment, or paid before its invoice was received. */
export function isOutOfOrder({ commitmentDate, serviceDate, receiptDate, paymentDate }: LedgerRow): boolean {
  const paid = paymentDate.kind === 'date' ? paymentDate.date : NEVER;
  if (receiptDate.kind === 'date' && paid < receiptDate.date) return true;
  return (
    commitmentDate.kind === 'date' && (paid < commitmentDate.date || dayOrNever(serviceDate) < commitmentDate.date)
  );
}
