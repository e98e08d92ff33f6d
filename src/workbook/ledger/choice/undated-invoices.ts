/**
 * Invoices that nothing shows to be paid: « N° facture | Date | Montant TTC » gives the day of the invoice, and
 * « Factures en attente » the day of anything. Beside a ledger that has its payments, they are not counted as paid.
 */
import { comparable } from '../../../domain/text';
import { wordsOfHeading } from '../heading-words';
import { isUnspecific, type FoundBlock } from '../make-block';
import { announcesUnpaid, leavesNatureOpen } from '../tables/title-words';

/** « Factures payées », « Règlements », and not « Factures non payées ». */
const PAID =
  /(?<!non )(?<!pas )(?<!pas encore )\b(?:payee?s?|reglee?s?|mandatee?s?|paiements?|reglements?|versements?)\b/;

/** « Factures », « Suivi des factures PDE ». */
const INVOICES = /^(?:(?:suivi|liste|etat|tableau|detail)s? (?:des? )?)?factures?(?![a-z])/;

/** True for a table of invoices, by their numbers, or by its sheet where no EJ is given, whose days are under a bare « Date ». */
export function areUndatedInvoices(found: FoundBlock, sheet: string): boolean {
  const headings = found.headings.map(({ text }) => wordsOfHeading(text).concepts);
  const isNumbered = headings.some((has) => has.has('invoice') && !has.has('amount') && !has.has('date'));
  const hasPayments = headings.some((has) => has.has('dp') || has.has('payment'));
  const areInvoices = isNumbered || (!found.block.columns.has('ejNumber') && INVOICES.test(comparable(sheet).trim()));
  return areInvoices && !hasPayments && isUndated(found) && !PAID.test(comparable(sheet));
}

/**
 * True for payments on a sheet of what is not paid, or of « Services faits », whose days are under a bare « Date », and
 * for amounts without a nature on the latter.
 */
export function areUnpaid(found: FoundBlock, sheet: string): boolean {
  if (leavesNatureOpen(sheet) && isUnspecific(found)) return true;
  const mayBeUnpaid = announcesUnpaid(sheet) || leavesNatureOpen(sheet);
  return mayBeUnpaid && found.block.columns.has('cp') && !found.block.columns.has('ae') && isUndated(found);
}

function isUndated(found: FoundBlock): boolean {
  return !found.block.columns.has('status') && hasBareDate(found);
}

/** True for a table whose days, if any, are under a bare « Date ». */
export function hasBareDate({ columns }: FoundBlock): boolean {
  const dates = columns.filter(({ field }) => field === 'commitmentDate' || field === 'paymentDate');
  return dates.every(({ heading }) => {
    const { concepts } = wordsOfHeading(heading);
    return [...concepts].every((concept) => concept === 'date' || concept === 'on' || concept === 'piece');
  });
}
