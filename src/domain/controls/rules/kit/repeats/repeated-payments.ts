/**
 * One DP on two rows with two dates of payment, for the same EJ and amount, or for two EJ: it is paid once. A doubt: a
 * number may be wrong. Short numbers are ranks of payments, and one day on two EJ is an invoice that both pay.
 */
import type { LedgerRow } from '../../../../envelopes/ledger';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import { comparableNumber, rowsThatMayShareDp } from '../../../facts/row-digest';
import { reportRepeatedInvoices } from './repeated-invoices';

const OF_CHORUS = /\d{8}/;

/** Reports each payment of a DP that an earlier row pays on another day, and of an invoice that another DP pays. */
export function reportRepeatedPayments(rows: readonly LedgerRow[], report: Report<'DON-03'>): void {
  reportRepeatedInvoices(rows, report);
  const first = new Map<string, LedgerRow>();
  for (const row of rowsThatMayShareDp(rows.filter(isPaymentOfDp))) {
    const { dpNumber, dpLine, cp, ej } = row;
    if (cp.kind !== 'amount' || ej.kind !== 'ej') continue;
    const key = `${comparableNumber(dpNumber)} ${comparableNumber(dpLine)}`;
    const known = first.get(key);
    if (!known) first.set(key, row);
    else if (isRepeated(row, known)) {
      const isOtherEj = known.ej.kind === 'ej' && known.ej.number !== ej.number;
      const payment = { dp: dpNumber, cents: cp.cents, isOtherEj };
      report(findingAt('DON-03', 'warning', cellOf(row, 'dpNumber'), { firstRow: known.key, payment }));
    }
  }
}

function isPaymentOfDp({ dpNumber, cp, paymentDate, ej, status, inherited }: LedgerRow): boolean {
  if (cp.kind !== 'amount' || cp.cents <= 0 || paymentDate.kind !== 'date' || ej.kind !== 'ej') return false;
  return status !== 'cancelled' && OF_CHORUS.test(dpNumber) && !inherited?.has('dpNumber');
}

function isRepeated(row: LedgerRow, known: LedgerRow): boolean {
  if (row.paymentDate.kind !== 'date' || known.paymentDate.kind !== 'date') return false;
  if (row.paymentDate.date === known.paymentDate.date || row.ej.kind !== 'ej' || known.ej.kind !== 'ej') return false;
  if (row.ej.number !== known.ej.number) return true;
  return row.cp.kind === 'amount' && known.cp.kind === 'amount' && row.cp.cents === known.cp.cents;
}
