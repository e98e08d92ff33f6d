/**
 * The AE of an EJ, written again on each of its payments, as an extract that joins both does: beside the first payment,
 * or on the row of the EJ. A doubt on another day, or on none: rows of one EJ may each commit what they pay, as a rent
 * does. The amounts on rows of payments are those of `ae-on-payments.ts` where each is its own CP.
 */
import type { LedgerRow } from '../../../../envelopes/ledger';
import { groupedBy } from '../../../../grouped';
import { comparable } from '../../../../text';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import type { Inspection } from '../../../facts/inspection';
import { aeOf, cpOf } from '../../../facts/pieces/row-cents';
import { comparableNumber, textOfAmount, textOfDate } from '../../../facts/row-digest';
import { isInWordsOfPayment, isOnItsPayment } from './ae-on-payments';
import { differenceOf } from './equal-rows';
import { isOwnAct } from './repeated-rests';

const WORD = /^[a-z\d]/;
/** More rows of one EJ with one AE are orders, as tickets are. */
const MOST_OF_ONE_AE = 100;

/** Where the findings go; `isReported`: a fault of DON-03 has the row already. */
interface Reporting {
  readonly ledger: Inspection['ledger'];
  readonly report: Report<'DON-03'>;
  readonly isReported: (row: LedgerRow) => boolean;
}

/** Reports each AE that an earlier row of its EJ has already. */
export function reportRepeatedCommitments(
  { ledger, commitments }: Inspection,
  report: Report<'DON-03'>,
  isReported: Reporting['isReported'],
): void {
  for (const ej of commitments.committedTwice()) {
    const rows = commitments.rowsOf(ej).filter((row) => aeOf(row) > 0);
    const paid = rows.filter((row) => cpOf(row) !== 0);
    if (paid.length === 0) continue;
    reportOfOneDay(paid, report);
    if (paid.length > 1) reportLikelyRepeats(paid, report);
    if (paid.length === rows.length) continue;
    const sameAe = groupedBy(rows, (row) => `${aeOf(row)} ${comparableNumber(row.ejLine)}`);
    for (const group of sameAe.values())
      if (group.length > 1 && group.length <= MOST_OF_ONE_AE) reportOnPayments(group, { ledger, report, isReported });
  }
}

/** Rows with a payment whose AE, date and EJ are those of an earlier payment. */
function reportOfOneDay(paid: readonly LedgerRow[], report: Report<'DON-03'>): void {
  const first = new Map<string, LedgerRow>();
  for (const row of paid) {
    if (row.commitmentDate.kind !== 'date') continue;
    const key = [row.ejLine, aeOf(row), row.commitmentDate.date, row.budgetLine].join('\u0000');
    const known = first.get(key);
    if (!known) first.set(key, row);
    else if (isAnotherPayment(row, known)) reportRepeat(row, known, 'error', report);
  }
}

/**
 * Rows of one EJ with the same AE, whatever its days, whose payments are one DP, or not above that AE together: a
 * doubt. Where they are above it, as a rent that is committed and paid each month, the AE are several.
 */
function reportLikelyRepeats(rows: readonly LedgerRow[], report: Report<'DON-03'>): void {
  const groups = groupedBy(rows, ({ ejLine, ae, budgetLine, supplier, label }) =>
    [comparableNumber(ejLine), textOfAmount(ae), ...[budgetLine, supplier, label].map(comparable)].join('\u0000'),
  );
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const ae = first ? aeOf(first) : 0;
    const paid = group.reduce((sum, row) => sum + cpOf(row), 0);
    if (!first || others.length === 0) continue;
    const days = new Set([textOfDate(first.commitmentDate)]);
    for (const row of others) {
      const day = textOfDate(row.commitmentDate);
      const isKnown = day !== '' && days.has(day); // reported as an error, or as the row itself
      const by = isAnotherPayment(row, first) ? 'payment' : 'row';
      days.add(day);
      const isOnce = paid <= ae || (by === 'row' && row.dpNumber !== '');
      if (isKnown || !isOnce || (by === 'row' && day === textOfDate(first.commitmentDate))) continue;
      reportRepeat(row, first, 'warning', report, by);
    }
  }
}

/**
 * Rows of one AE: that of a row without a payment, on later rows that pay it or give its service, all together not
 * above it: on the day of the EJ, or of the payment. A doubt under a longer label or none, or on another day.
 */
function reportOnPayments(rows: readonly LedgerRow[], { ledger, report, isReported }: Reporting): void {
  rows.forEach((first, at) => {
    if (cpOf(first) !== 0 || rows.slice(0, at).some((row) => isLikeIt(first, row))) return;
    const later = rows.slice(at + 1).filter((row) => isLikeIt(row, first));
    const paid = later.reduce((sum, row) => sum + cpOf(row), 0);
    if (paid <= 0 || paid > aeOf(first)) return;
    for (const row of later) {
      const isSameDay = textOfDate(row.commitmentDate) === textOfDate(first.commitmentDate);
      const [own = [], known = []] = [row, first].map(({ key }) => ledger.otherTexts?.get(key) ?? []);
      const differs = differenceOf(
        own.filter(({ text }) => text !== row.label.trim()),
        known,
      );
      const isInWords = isInWordsOfPayment(row, differs?.text);
      if (isReported(row) || (differs && differs.is !== 'remark' && !isInWords)) continue;
      if (!isInWords && !isStageOf(row, isSameDay)) continue;
      const isSure = isSameDay && differs === null && cpOf(row) !== 0 && row.label !== '' && hasNameOf(row, first);
      reportRepeat(row, first, isSure ? 'error' : 'warning', report);
    }
  });
}

/** True for a row that pays, or gives a service; on another day, for a payment of a part of its AE. */
function isStageOf(row: LedgerRow, isSameDay: boolean): boolean {
  if (isSameDay) return cpOf(row) !== 0 || row.serviceDate.kind !== 'absent';
  return cpOf(row) !== aeOf(row) && isOnItsPayment(row);
}

/** True for a row of the same poste and supplier, under the label of the first or a longer one. */
function isLikeIt(row: LedgerRow, first: LedgerRow): boolean {
  const isSame = (field: 'budgetLine' | 'supplier'): boolean =>
    row[field] === '' || first[field] === '' || comparable(row[field]) === comparable(first[field]);
  if (!isSame('budgetLine') || !isSame('supplier') || isOwnAct(row, first)) return false;
  const [label, name] = [comparable(row.label), comparable(first.label)];
  return hasNameOf(row, first) || (label.startsWith(name) && !WORD.test(label.slice(name.length)));
}

/** Under its label, under none, or in words of a payment. */
function hasNameOf(row: LedgerRow, first: LedgerRow): boolean {
  const [label, name] = [comparable(row.label), comparable(first.label)];
  return label === '' || label === name || isInWordsOfPayment(row);
}

function reportRepeat(
  row: LedgerRow,
  { key }: LedgerRow,
  severity: 'error' | 'warning',
  report: Report<'DON-03'>,
  by: 'payment' | 'row' = 'payment',
): void {
  const repeats = { ae: aeOf(row), by, ...(severity === 'warning' && { isDoubt: true as const }) };
  report(findingAt('DON-03', severity, cellOf(row, 'ae'), { firstRow: key, repeats }));
}

/** False for a row that repeats the other, which is reported as such. */
function isAnotherPayment(row: LedgerRow, known: LedgerRow): boolean {
  return (
    comparableNumber(row.dpNumber) !== comparableNumber(known.dpNumber) ||
    textOfAmount(row.cp) !== textOfAmount(known.cp) ||
    textOfDate(row.paymentDate) !== textOfDate(known.paymentDate)
  );
}
