/**
 * The AE of an EJ, entered again with each of its payments: rows whose AE is their own CP, « Facture 1 | 20 000 |
 * 20 000 », on an EJ whose other AE cover all its payments already. A doubt: an avenant, an order or a tranche may be
 * paid at once, which its words or its poste distinguish; so may a renewal, under the words of the EJ: on a day that is
 * not that of its payment, it takes two such rows.
 */
import type { LedgerRow } from '../../../../envelopes/ledger';
import { comparable } from '../../../../text';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import type { Inspection } from '../../../facts/inspection';
import { aeOf, cpOf } from '../../../facts/pieces/row-cents';
import { comparableNumber, textOfDate } from '../../../facts/row-digest';
import { isOwnAct } from './repeated-rests';

/** Words of a payment and of its piece. */
const OF_A_PAYMENT =
  /\b(?:fact(?:ure)?s?|invoices?|paiements?|payements?|payments?|reglements?|mandats?|mandatements?|versements?|acomptes?|soldes?|dp|demandes? de paiement|decomptes?|situations?|echeances?|mensualites?|livraisons?|sf|services? faits?)\b/;

/** Reports each AE that is entered again with its payment; `isReported`: another fault of DON-03 has the row. */
export function reportAeOnPayments(
  { commitments }: Inspection,
  report: Report<'DON-03'>,
  isReported: (row: LedgerRow) => boolean,
): void {
  for (const ej of commitments.committedTwice()) {
    const rows = commitments.rowsOf(ej).filter(({ status }) => status === 'firm');
    const [, ...later] = rows.filter((row) => aeOf(row) > 0);
    if (!later.some((row) => aeOf(row) === cpOf(row))) continue;
    const [first] = rows.filter((row) => aeOf(row) > 0 && aeOf(row) !== cpOf(row));
    if (!first) continue;
    const alike = rows.filter((row) => isPaymentOf(row, first));
    const again = alike.length > 1 ? alike : alike.filter(isOnItsPayment);
    const paid = rows.reduce((sum, row) => sum + cpOf(row), 0);
    const others = rows.reduce((sum, row) => sum + (again.includes(row) ? 0 : aeOf(row)), 0);
    if (paid > others) continue;
    for (const row of again) {
      if (isReported(row)) continue;
      const repeats = { ae: aeOf(row), by: 'paid', isDoubt: true } as const;
      report(findingAt('DON-03', 'warning', cellOf(row, 'ae'), { firstRow: first.key, repeats }));
    }
  }
}

/** True for a row that commits what it pays, in words that are no act of its own, on the poste of the first row. */
function isPaymentOf(row: LedgerRow, first: LedgerRow): boolean {
  if (aeOf(row) <= 0 || aeOf(row) !== cpOf(row) || isOwnAct(row, first)) return false;
  if (comparableNumber(row.ejLine) !== comparableNumber(first.ejLine)) return false;
  if (![row.budgetLine, first.budgetLine].includes('') && comparable(row.budgetLine) !== comparable(first.budgetLine))
    return false;
  const label = comparable(row.label);
  return label === '' || label === comparable(first.label) || isInWordsOfPayment(row);
}

/** By its words, or on the day of its payment. */
export function isOnItsPayment(row: LedgerRow): boolean {
  const day = textOfDate(row.commitmentDate);
  return isInWordsOfPayment(row) || (day !== '' && day === textOfDate(row.paymentDate));
}

/** By its label, its operation, or another text of it. */
export function isInWordsOfPayment({ label, operation }: LedgerRow, other = ''): boolean {
  return [label, operation, other].some((words) => OF_A_PAYMENT.test(comparable(words)));
}
