/**
 * Paid more than thirty days (`paymentDays`) after the invoice was received, or after the service was done when it came
 * later or when the receipt is not known (CCP, art. R2192-10, R2192-12 and R2192-13): interest is due without being
 * asked for. An error when both dates are known; a doubt when one is missing, since the delay may have begun later.
 * Without a column of receipts no row is reported: most services would then be in doubt; DON-08 gives the column, once,
 * where a payment comes late after its service. A suspension that a
 * column of the team gives is not deducted: then a doubt, with its heading. Otherwise accept the finding with the dates
 * of the suspension. Switch it off for grants, which the code does not bound.
 */
import { addDays, type CivilDate } from '../../calendar/civil-date';
import type { LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { breaksPeriod } from './kit/period-control';
import { PAID_LATE } from '../facts/row-traits';

/** PER-06. */
export const paidLate: RowControl<'PER-06'> = {
  rule: 'PER-06',
  scope: 'row',
  needs: ['receiptDate', 'paymentDate', 'cp'],
  concerns: PAID_LATE,
  check(row, inspection, report) {
    if (row.cp.kind !== 'amount' || row.cp.cents <= 0) return;
    const start = startOf(row);
    if (start === null || row.paymentDate.kind !== 'date' || breaksPeriod(row, 'paymentDate', inspection)) return;
    const { paymentDays } = inspection.convention;
    const dueOn = addDays(start.date, paymentDays);
    if (row.paymentDate.date <= dueOn) return;
    const { suspension } = row;
    const areKnown = row.receiptDate.kind === 'date' && row.serviceDate.kind === 'date';
    const severity = areKnown && suspension === undefined ? 'error' : 'warning';
    const details = {
      date: row.paymentDate.date,
      from: start.field,
      fromDate: start.date,
      paymentDays,
      dueOn,
      days: row.paymentDate.date - dueOn,
      ...(suspension !== undefined && { suspension }),
    };
    report(findingAt('PER-06', severity, cellOf(row, 'paymentDate'), details));
  },
};

/** True for a payment that is late unless its invoice was received after the service. */
export function isLateAfterService(row: LedgerRow, inspection: Inspection): boolean {
  const { cp, serviceDate, paymentDate } = row;
  if (cp.kind !== 'amount' || cp.cents <= 0 || serviceDate.kind !== 'date' || paymentDate.kind !== 'date') return false;
  const isLate = paymentDate.date > addDays(serviceDate.date, inspection.convention.paymentDays);
  return isLate && row.status !== 'cancelled' && !breaksPeriod(row, 'paymentDate', inspection);
}

/** The day from which the delay runs; null when a date cannot be read. */
function startOf({
  receiptDate,
  serviceDate,
}: LedgerRow): { readonly field: 'receiptDate' | 'serviceDate'; readonly date: CivilDate } | null {
  if (![receiptDate, serviceDate].every(({ kind }) => kind === 'date' || kind === 'absent')) return null;
  if (receiptDate.kind === 'date' && !(serviceDate.kind === 'date' && serviceDate.date > receiptDate.date)) {
    return { field: 'receiptDate', date: receiptDate.date };
  }
  return serviceDate.kind === 'date' ? { field: 'serviceDate', date: serviceDate.date } : null;
}
