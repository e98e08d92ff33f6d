/**
 * Rows typed below an Excel Table, in its columns, or over its row of totals: the Table did not grow, but people read
 * them as its rows. They are counted as a further block, and reported (LEC-02).
 */
import { textOf, type Area } from '../../cells';
import { hasFormula, valueAt, type SheetSnapshot, type TableSnapshot } from '../../snapshot';
import { outside, type TakenAreas } from '../find-blocks';
import type { LedgerBlock } from '../ledger-source';
import type { BlockSearch, FoundBlock } from '../make-block';
import { isBlankText } from '../read-cells';
import { TotalWords } from '../rows/total-words';
import { cellsBetween, isFilled, looksLikeHeadings, type Row } from '../sheet-rows';

/** A second row of headings has at least this many texts. */
const FEWEST_HEADINGS = 3;

/**
 * The tables `found` in an Excel Table, again, over the rows below it that have an amount and identify an operation;
 * none without such rows. Stops at the next Table and at other headings; rows set aside are cut out.
 */
export function rowsBelowTable(
  search: BlockSearch,
  found: readonly FoundBlock[],
  sheet: SheetSnapshot,
  { name, area, hasTotalsRow }: TableSnapshot,
  taken: Pick<TakenAreas, 'tables' | 'aside'>,
): readonly FoundBlock[] {
  if (!sheet.used) return [];
  const top = area.top + area.rows;
  const below = taken.tables.filter((other) => other.top >= top && overlaps(other, area));
  const end = Math.min(sheet.used.top + sheet.values.length, ...below.map((other) => other.top));
  const ofTable = found.filter(({ block }) => block.belowTable === undefined);
  const words = TotalWords.with(search.names);
  const rows: number[] = [];
  for (let row = top; row < end && ofTable.length > 0; row++) {
    const values = cellsBetween(sheet, row, area.left, area.columns);
    if (!values.some(isFilled)) continue;
    if (isOtherHeadings(values)) break;
    const isOverTotals = hasTotalsRow && row === top;
    if (isOverTotals && ofTable.every(({ block }) => isComputed(sheet, block, row))) continue;
    if (ofTable.some((one) => isOperation(search, words, one, values, area.left, isOverTotals))) rows.push(row);
  }
  const [firstRow] = rows;
  const lastRow = rows.at(-1);
  if (firstRow === undefined || lastRow === undefined) return [];
  const last = ofTable.filter((one, at) => !ofTable.slice(at + 1).some((other) => other.columns === one.columns));
  return last.flatMap((one) =>
    outside(
      { ...one, block: { ...one.block, table: null, belowTable: name, firstRow, lastRow } },
      { tables: [], aside: taken.aside },
    ),
  );
}

/** True for a row of totals as Excel makes it: what people type over it is an operation, or a total to be checked. */
function isComputed(sheet: SheetSnapshot, { columns }: LedgerBlock, row: number): boolean {
  const amounts = (['ae', 'cp'] as const).flatMap((field) => columns.get(field)?.column ?? []);
  const isTyped = (column: number): boolean => isFilled(valueAt(sheet, row, column)) && !hasFormula(sheet, row, column);
  return !amounts.some(isTyped);
}

function overlaps(one: Area, other: Area): boolean {
  return one.left < other.left + other.columns && other.left < one.left + one.columns;
}

function isOtherHeadings(row: Row): boolean {
  return looksLikeHeadings(row) && row.filter(isFilled).length >= FEWEST_HEADINGS;
}

/**
 * An amount, with an EJ, a DP, a date, a known envelope, or the label of a total, which is then checked as one. Over
 * the row of totals, which the account of reading leaves to the Table, an EJ with an unreadable amount too.
 */
function isOperation(
  { cells, names }: BlockSearch,
  words: TotalWords,
  { block }: FoundBlock,
  row: Row,
  left: number,
  isOverTotals: boolean,
): boolean {
  const at = (field: Parameters<typeof block.columns.get>[0]) => {
    const column = block.columns.get(field)?.column;
    return column === undefined ? null : (row[column - left] ?? null);
  };
  const amounts = [cells.amount(at('ae')).kind, cells.amount(at('cp')).kind];
  if (!amounts.includes('amount'))
    return isOverTotals && amounts.includes('unreadable') && cells.ej(at('ejNumber')).kind === 'ej';
  if (row.some((value) => typeof value === 'string' && words.labelOf(value)?.isPlain)) return true;
  if (cells.ej(at('ejNumber')).kind === 'ej' || /\d/.test(textOf(at('dpNumber')))) return true;
  if (
    (['commitmentDate', 'paymentDate', 'serviceDate'] as const).some((field) => cells.date(at(field)).kind === 'date')
  )
    return true;
  const envelope = textOf(at('ministerialAxis2'));
  return !isBlankText(envelope) && (names?.isEnvelope(envelope) ?? false);
}
