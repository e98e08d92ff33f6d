/**
 * A payment on the row that commits its EJ, and again on a row of its own: the same EJ, day and CP. As for two rows of
 * payments, another DP, label, supplier, item or poste makes another payment, and so does another invoice in a column
 * that no field has. A blank cell distinguishes nothing and leaves a doubt; so does « Facture » beside the name of the
 * order, which is that of no payment.
 */
import type { LedgerRow } from '../../../../envelopes/ledger';
import { comparable } from '../../../../text';
import type { Report } from '../../../control-contract';
import type { Inspection } from '../../../facts/inspection';
import { aeOf } from '../../../facts/pieces/row-cents';
import { comparableNumber, rowsThatMayPayTwice, textOfDate } from '../../../facts/row-digest';
import { reportEqual } from './equal-rows';

/** The name of a payment that distinguishes it from no other, the first one included. */
const ANY_PAYMENT =
  /^(?:1ere? )?(?:factures?|paiements?|reglements?|mandats?|versements?|acomptes?|avances?|dp|demandes? de paiement)(?: (?:n ?°? ?|f)?0{0,2}1)?$/;

/** Reports each row of a payment that the row of its EJ has already; `isReported`: another fault of DON-03 has the row. */
export function reportPaymentsOnCommitments(
  inspection: Inspection,
  report: Report<'DON-03'>,
  isReported: (row: LedgerRow) => boolean,
): void {
  const paying = rowsThatMayPayTwice(inspection.ledger.rows.filter(isPayment));
  const [alone, withAe] = [paying.filter((row) => aeOf(row) === 0), paying.filter((row) => aeOf(row) !== 0)];
  const byKey = new Map<string, LedgerRow[]>();
  for (const row of alone) {
    const same = byKey.get(keyOf(row));
    if (same) same.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  for (const first of withAe)
    for (const row of byKey.get(keyOf(first)) ?? []) {
      const likeness = isReported(row) ? null : likenessOf(row, first, inspection);
      if (likeness) reportEqual(row, [first], inspection, report, likeness);
    }
}

/** True for a payment with or without AE; an AE that cannot be read is reported for itself. */
function isPayment({ ej, cp, ae, paymentDate, status }: LedgerRow): boolean {
  if (ej.kind !== 'ej' || cp.kind !== 'amount' || cp.cents <= 0 || paymentDate.kind !== 'date') return false;
  return status !== 'cancelled' && (ae.kind === 'absent' || ae.kind === 'amount');
}

function keyOf({ ej, cp, paymentDate }: LedgerRow): string {
  const [number, cents] = [ej.kind === 'ej' ? ej.number : '', cp.kind === 'amount' ? cp.cents : 0];
  return `${number} ${textOfDate(paymentDate)} ${cents}`;
}

/** Null for another payment; a doubt where a cell of one of the rows is blank. */
function likenessOf(row: LedgerRow, first: LedgerRow, inspection: Inspection): 'sure' | 'doubt' | null {
  if (row.partOf !== undefined && row.partOf === (first.partOf ?? first.key)) return null; // two payments of one row
  const differ = differencesOf(row, first, inspection);
  if (areApart(differ)) return null;
  const [label, name] = [comparable(row.label), comparable(first.label)];
  const isNamed = label !== '' && name !== '' && label !== name;
  if (isNamed && (!ANY_PAYMENT.test(label) || ANY_PAYMENT.test(name))) return null;
  return differ.length === 0 && !isNamed && (label === '') === (name === '') ? 'sure' : 'doubt';
}

type Differences = readonly (readonly [string, string])[];

/** The texts that distinguish two payments of one EJ, day and amount, but their labels: a blank one as well. */
export function differencesOf(row: LedgerRow, first: LedgerRow, inspection: Inspection): Differences {
  const [own, other] = [row, first].map((one) => identityOf(one, inspection));
  const pairs = (own ?? []).map((text, at) => [text, other?.[at] ?? ''] as const);
  return pairs.filter(([text, known]) => text !== known);
}

/** True where a text of one payment is not that of the other: a blank cell distinguishes nothing. */
export function areApart(differences: Differences): boolean {
  return differences.some(([text, known]) => text !== '' && known !== '');
}

/** The texts that distinguish two payments of one EJ, day and amount, but their labels. */
function identityOf(row: LedgerRow, inspection: Inspection): readonly string[] {
  const assignment = inspection.assignmentOf(row);
  const isAssigned = assignment.kind === 'assigned';
  const line = isAssigned && assignment.line ? assignment.line.label : row.budgetLine;
  const numbers = [row.ejLine, row.dpNumber, row.dpLine].map(comparableNumber);
  return [
    ...numbers,
    ...[isAssigned ? assignment.envelope.code : '', line, row.supplier].map(comparable),
    textOfDate(row.serviceDate),
    textOfDate(row.receiptDate),
  ];
}
