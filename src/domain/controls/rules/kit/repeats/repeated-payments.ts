/**
 * One DP on two rows with two dates of payment, for the same EJ and amount, or for two EJ: it is paid once. A doubt: a
 * number may be wrong. Short numbers are ranks of payments, and one day on two EJ is an invoice that both pay. On one
 * day, for the same EJ and amount, it is paid twice where the words of one row are those of the other and some more:
 * « Prestation mars », « Prestation mars (Octo) ». Parts of a DP have words, a poste or an invoice of their own.
 */
import type { LedgerRow } from '../../../../envelopes/ledger';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import { comparable } from '../../../../text';
import type { Inspection } from '../../../facts/inspection';
import { aeOf } from '../../../facts/pieces/row-cents';
import { comparableNumber, rowsThatMayShareDp } from '../../../facts/row-digest';
import { differenceOf } from './equal-rows';
import { areApart, differencesOf } from './payment-on-commitment';
import { reportRepeatedInvoices } from './repeated-invoices';

const OF_CHORUS = /\d{8}/;

/** Words of a part of a DP, beside those of its other part: « TVA », « lot 2 », « solde », « avril ». */
const OF_A_PART =
  /\d|^(?:tva|taxes?|lots?|tranches?|parts?|parties?|soldes?|acomptes?|avances?|suites?|fin|complements?|revisions?|penalites?|retenues?|interets?|frais|options?|phases?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;

/** Reports each payment of a DP that an earlier row pays on another day, and of an invoice that another DP pays. */
export function reportRepeatedPayments(inspection: Inspection, report: Report<'DON-03'>): void {
  const { rows } = inspection.ledger;
  reportRepeatedInvoices(rows, report);
  const before = new Map<string, LedgerRow[]>();
  for (const row of rowsThatMayShareDp(rows.filter(isPaymentOfDp))) {
    const { dpNumber, dpLine, cp, ej } = row;
    if (cp.kind !== 'amount' || ej.kind !== 'ej') continue;
    const key = `${comparableNumber(dpNumber)} ${comparableNumber(dpLine)}`;
    const earlier = before.get(key) ?? [];
    before.set(key, [...earlier, row]);
    const [first] = earlier;
    if (!first) continue;
    const payment = { dp: dpNumber, cents: cp.cents };
    const again = earlier.find((one) => isPaidOnTheDay(row, one, inspection));
    if (isRepeated(row, first)) {
      const isOtherEj = first.ej.kind === 'ej' && first.ej.number !== ej.number;
      const details = { firstRow: first.key, payment: { ...payment, isOtherEj } };
      report(findingAt('DON-03', 'warning', cellOf(row, 'dpNumber'), details));
    } else if (again) {
      const details = { firstRow: again.key, payment: { ...payment, isOtherEj: false, isOnTheDay: true as const } };
      report(findingAt('DON-03', 'warning', cellOf(row, 'dpNumber'), details));
    }
  }
}

/** The same EJ, day and amount, in the same words and some more; AE on both rows are reported for themselves. */
function isPaidOnTheDay(row: LedgerRow, known: LedgerRow, inspection: Inspection): boolean {
  if ((row.partOf ?? row.key) === (known.partOf ?? known.key) || (aeOf(row) !== 0 && aeOf(known) !== 0)) return false;
  if (keyOfPayment(row) !== keyOfPayment(known) || !isNamedAgain(row.label, known.label)) return false;
  const [invoice, other] = [row, known].map((one) => comparable(one.invoice ?? ''));
  if (invoice !== other || areApart(differencesOf(row, known, inspection))) return false;
  const { otherTexts } = inspection.ledger;
  // Labels may be among the other texts.
  const own = (otherTexts?.get(row.key) ?? []).filter(({ text }) => text !== row.label.trim());
  return differenceOf(own, otherTexts?.get(known.key) ?? [])?.is !== 'piece';
}

function keyOfPayment({ ej, cp, paymentDate }: LedgerRow): string {
  const [number, cents] = [ej.kind === 'ej' ? ej.number : '', cp.kind === 'amount' ? cp.cents : 0];
  return `${number} ${cents} ${paymentDate.kind === 'date' ? paymentDate.date : ''}`;
}

/** True for two labels of which one has the words of the other, and more that are of no part. */
function isNamedAgain(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((some, more) => some.length - more.length);
  if (short.length === long.length || !short.every((word) => long.includes(word))) return false;
  return !long.some((word) => !short.includes(word) && OF_A_PART.test(word));
}

function wordsOf(label: string): readonly string[] {
  return comparable(label)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
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
