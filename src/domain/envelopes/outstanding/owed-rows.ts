/** The rows that make restes à payer at a date, whatever their year. */
import type { CivilDate } from '../../calendar/civil-date';
import { commitmentDay } from '../commitment-year';
import type { LedgerRow } from '../ledger';

/** True for a signed row; an undated one counts, out of prudence. */
export function commitsBy(row: LedgerRow, asOf: CivilDate): boolean {
  return row.status === 'firm' && (commitmentDay(row) ?? asOf) <= asOf;
}

/** The day of its commitment; infinite without one. */
export function dayOf(row: LedgerRow): number {
  return commitmentDay(row) ?? Number.POSITIVE_INFINITY;
}

/** True for a row that is paid. */
export function paysBy({ paymentDate }: LedgerRow, asOf: CivilDate): boolean {
  return paymentDate.kind === 'date' && paymentDate.date <= asOf;
}

/** The EJ with a signed amount of AE that cannot be read. */
export function unreadEjs(rows: readonly LedgerRow[], asOf: CivilDate): ReadonlySet<string> {
  const isUnread = (row: LedgerRow): boolean => row.ae.kind !== 'amount' && row.ae.kind !== 'absent';
  return new Set(
    rows.flatMap((row) => (row.ej.kind === 'ej' && isUnread(row) && commitsBy(row, asOf) ? [row.ej.number] : [])),
  );
}
