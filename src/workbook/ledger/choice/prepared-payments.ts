/**
 * A table of payments that has its headings alone, beside tables of commitments: the payments of a year that begins,
 * unless something shows that payments were made, whose amounts are elsewhere.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { comparable } from '../../../domain/text';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../snapshot';
import { wordsOfHeading } from '../heading-words';
import type { LedgerBlock } from '../ledger-source';
import { textOf } from '../../cells';
import type { Row } from '../sheet-rows';
import { statesPayment } from './stated-payments';

/** The fields of a payment beside its amount. */
const PAID: readonly LedgerField[] = ['paymentDate', 'dpNumber'];
/** The columns of names of things, which a verb may be part of. */
const NAMES: readonly LedgerField[] = ['label', 'supplier'];
const SETTLED = /(?:^|[^a-z])(?:pa(?:ye|iement)|regle|mandate|solde|sold)/;
/** The sheet of the payments, by its name. */
const OF_PAYMENTS =
  /(?:^|[^a-z])(?:paiements?|paye|payments?|mandats?|mandatements?|reglements?|dp|cp|factures?|invoices?)(?![a-z])/;

/** True for a sheet of payments by its name, whose table has no cell filled below its headings. */
export function areStillToCome(workbook: WorkbookSnapshot, block: LedgerBlock): boolean {
  const { sheet, columns } = block;
  return (
    OF_PAYMENTS.test(comparable(sheet)) &&
    [...columns.values()].every(({ column }) => textsIn(workbook, block, column).every((text) => text === ''))
  );
}

/** True where a table has days, numbers or states of payments, a heading with their words, or a text that states one. */
export function showsPayments(workbook: WorkbookSnapshot, block: LedgerBlock, headings: ReadonlySet<string>): boolean {
  if (PAID.some((field) => block.columns.has(field))) return true;
  if ([...headings].some((text) => wordsOfHeading(text).concepts.has('payment'))) return true;
  const status = block.columns.get('status')?.column;
  if (status !== undefined && textsIn(workbook, block, status).some((text) => SETTLED.test(comparable(text))))
    return true;
  const left = findSheet(workbook, block.sheet)?.used?.left ?? 0;
  const named = new Set(NAMES.flatMap((field) => (block.columns.get(field)?.column ?? NaN) - left));
  return rowsIn(workbook, block).some((row) =>
    row.some((cell, position) => typeof cell === 'string' && statesPayment(cell, named.has(position))),
  );
}

function rowsIn(workbook: WorkbookSnapshot, { sheet, firstRow, lastRow }: LedgerBlock): readonly Row[] {
  const found = findSheet(workbook, sheet);
  const top = found?.used?.top ?? 0;
  return found?.values.slice(Math.max(0, firstRow - top), Math.max(0, lastRow + 1 - top)) ?? [];
}

function textsIn(
  workbook: WorkbookSnapshot,
  { sheet, firstRow, lastRow }: LedgerBlock,
  column: number,
): readonly string[] {
  const found = findSheet(workbook, sheet);
  const rows = Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, offset) => firstRow + offset);
  return found === undefined ? [] : rows.map((row) => textOf(valueAt(found, row, column)).trim());
}
