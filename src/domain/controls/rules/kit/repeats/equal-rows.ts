/**
 * Rows that repeat an earlier one in every field. Another invoice, order or month in a column that no field has makes
 * another operation; other words there (« Agent », « Site ») leave a doubt, as another remark does.
 */
import type { OtherText } from '../../../../envelopes/reading-facts';
import type { AmountReading, LedgerField, LedgerRow } from '../../../../envelopes/ledger';
import { comparable } from '../../../../text';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import { comparableNumber, rowsThatMayRepeat, textOfAmount, textOfDate } from '../../../facts/row-digest';
import type { Inspection } from '../../../facts/inspection';
import { DATE_FIELDS } from '../reading-fields';

/** Reports each row that is equal to an earlier one. */
export function reportEqualRows(inspection: Inspection, report: Report<'DON-03'>): void {
  const known = new Map<string, LedgerRow[]>();
  for (const row of rowsThatMayRepeat(inspection.ledger.rows)) {
    if (!hasAmount(row)) continue;
    const identity = identityOf(row, inspection);
    const before = known.get(identity) ?? [];
    if (before.length > 0) reportEqual(row, before, inspection, report);
    known.set(identity, [...before, row]);
  }
}

/**
 * Reports a row that is equal to earlier ones, unless each has another text that makes another operation of it.
 * `payment`: the payment alone is, for sure or with a doubt.
 */
export function reportEqual(
  row: LedgerRow,
  [first, ...others]: readonly LedgerRow[],
  { ledger }: Inspection,
  report: Report<'DON-03'>,
  payment?: 'sure' | 'doubt',
): void {
  // The labels of a payment and of its EJ are compared by the caller.
  const own = (ledger.otherTexts?.get(row.key) ?? []).filter(({ text }) => !payment || text !== row.label.trim());
  const place = cellOf(row, payment ? 'cp' : fieldOf(row));
  const isSure = payment ? payment === 'sure' : hasNumber(row);
  const paid = payment && row.cp.kind === 'amount' && { paid: row.cp.cents };
  let doubt: { readonly firstRow: LedgerRow['key']; readonly differs: OtherText & { readonly first: string } } | null =
    null;
  for (const one of first ? [first, ...others] : []) {
    const differs = own.length === 0 ? null : differenceOf(own, ledger.otherTexts?.get(one.key) ?? []);
    if (differs === null) {
      report(findingAt('DON-03', isSure ? 'error' : 'warning', place, { firstRow: one.key, ...paid }));
      return;
    }
    if (differs.is !== 'piece') doubt ??= { firstRow: one.key, differs };
  }
  if (doubt) report(findingAt('DON-03', doubt.differs.is === 'remark' ? 'warning' : 'info', place, doubt));
}

const KINDS: readonly OtherText['is'][] = ['piece', 'words', 'remark'];

/** The text that best distinguishes two rows; null without any that both have. */
export function differenceOf(
  own: readonly OtherText[],
  others: readonly OtherText[],
): (OtherText & { readonly first: string }) | null {
  const firstOf = new Map(others.map(({ heading, text }) => [heading, text]));
  const different = own.flatMap((one) => {
    const first = firstOf.get(one.heading);
    return first === undefined || comparableNumber(first) === comparableNumber(one.text) ? [] : [{ ...one, first }];
  });
  const [best] = KINDS.flatMap((kind) => different.filter(({ is }) => is === kind));
  return best ?? null;
}

function hasAmount(row: LedgerRow): boolean {
  return row.status !== 'cancelled' && (isAmount(row.ae) || isAmount(row.cp));
}

function isAmount(reading: AmountReading): boolean {
  return reading.kind === 'amount' ? reading.cents !== 0 : reading.kind === 'unreadable';
}

/** One text, equal for rows that repeat each other; readable and unreadable cells are marked. */
function identityOf(row: LedgerRow, inspection: Inspection): string {
  const assignment = inspection.assignmentOf(row);
  const axis = row.imputation.ministerialAxis2;
  const envelope = assignment.kind === 'assigned' ? assignment.envelope.code : 'raw' in axis ? axis.raw : '';
  const line = assignment.kind === 'assigned' && assignment.line ? assignment.line.label : row.budgetLine;
  const ej = row.ej.kind === 'ej' ? `=${row.ej.number}` : 'raw' in row.ej ? `?${row.ej.raw}` : '';
  const dates = DATE_FIELDS.map((field) => textOfDate(row[field]));
  const numbers = [ej, comparableNumber(row.ejLine), comparableNumber(row.dpNumber)];
  const texts = [envelope, ...[line, row.supplier, row.label].map(comparable)];
  return [...numbers, ...texts, ...dates, textOfAmount(row.ae), textOfAmount(row.cp)].join('\u0000');
}

function hasNumber(row: LedgerRow): boolean {
  return row.dpNumber !== '' || row.ej.kind === 'ej';
}

function fieldOf(row: LedgerRow): LedgerField {
  if (row.dpNumber !== '') return 'dpNumber';
  if (row.ej.kind === 'ej') return 'ejNumber';
  return isAmount(row.ae) ? 'ae' : 'cp';
}
