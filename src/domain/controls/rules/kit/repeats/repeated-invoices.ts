/**
 * One invoice on two rows, of the same supplier and amount, paid by two DP, on two days, or for two EJ: it is paid
 * once. A doubt: a number may be wrong. Parts of an invoice that two postes or two EJ pay on one day are no repetition,
 * nor is a payment made again after its reversal. One DP on two rows is that of `repeated-payments.ts`.
 */
import type { LedgerRow } from '../../../../envelopes/ledger';
import { comparable } from '../../../../text';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import { comparableNumber, textOfDate } from '../../../facts/row-digest';

/** « 1 », « F12 »: the rank of an invoice of its EJ, which another EJ has too. */
const RANK = /^[^\d]{0,12}0{0,2}(?:[1-9]|1[0-2])$/;

/** Reports each row that pays the invoice of an earlier row again. */
export function reportRepeatedInvoices(rows: readonly LedgerRow[], report: Report<'DON-03'>): void {
  const reversed = new Set(rows.filter((row) => centsOf(row) < 0).map(keyOf));
  const first = new Map<string, LedgerRow>();
  for (const row of rows) {
    const { invoice, cp, status, dpNumber } = row;
    if (invoice === undefined || cp.kind !== 'amount' || cp.cents <= 0 || status === 'cancelled') continue;
    const key = keyOf(row);
    const known = first.get(key);
    if (!known) first.set(key, row);
    else if (!reversed.has(key) && isPaidAgain(row, known)) {
      const isOtherEj = ejOf(row) !== ejOf(known);
      const payment = { dp: dpNumber, invoice, cents: cp.cents, isOtherEj };
      report(findingAt('DON-03', 'warning', cellOf(row, 'cp'), { firstRow: known.key, payment }));
    }
  }
}

function keyOf(row: LedgerRow): string {
  const { invoice = '', supplier } = row;
  return [comparable(invoice), comparable(supplier), Math.abs(centsOf(row))].join('\u0000');
}

function centsOf({ invoice, cp }: LedgerRow): number {
  return invoice !== undefined && cp.kind === 'amount' ? cp.cents : 0;
}

/** False for the parts of one row, for one DP, and for parts that are paid on one day. */
function isPaidAgain(row: LedgerRow, known: LedgerRow): boolean {
  if ((row.partOf ?? row.key) === (known.partOf ?? known.key)) return false;
  const [dp, knownDp] = [row, known].map(({ dpNumber }) => comparableNumber(dpNumber));
  if (dp !== '' && dp === knownDp) return false;
  const isOtherEj = ejOf(row) !== ejOf(known);
  if (isOtherEj && RANK.test(comparable(row.invoice ?? ''))) return false;
  const isOtherDay = textOfDate(row.paymentDate) !== textOfDate(known.paymentDate);
  const isSamePart =
    !isOtherEj &&
    comparableNumber(row.ejLine) === comparableNumber(known.ejLine) &&
    comparable(row.budgetLine) === comparable(known.budgetLine);
  return isOtherDay ? isOtherEj || isSamePart : isSamePart && dp !== '' && knownDp !== '';
}

function ejOf({ ej }: LedgerRow): string {
  return ej.kind === 'ej' ? ej.number : 'raw' in ej ? ej.raw : '';
}
