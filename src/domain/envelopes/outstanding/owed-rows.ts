/** The rows that make restes à payer at a date, whatever their year. */
import type { CivilDate } from '../../calendar/civil-date';
import type { LedgerRow } from '../ledger';

/** True for a signed row; an undated one counts, out of prudence. */
export function commitsBy({ status, commitmentDate }: LedgerRow, asOf: CivilDate): boolean {
  return status === 'firm' && (commitmentDate.kind !== 'date' || commitmentDate.date <= asOf);
}

/** True for a row that is paid. */
export function paysBy({ paymentDate }: LedgerRow, asOf: CivilDate): boolean {
  return paymentDate.kind === 'date' && paymentDate.date <= asOf;
}
