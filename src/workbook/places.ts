/** The cell where a finding is repaired: a cell of the ledger, or of one of our own tables. */
import type { ConventionPlace, Place } from '../domain/controls/findings/finding';
import { comparable } from '../domain/text';
import { parseArea } from './cells';
import { placeOfCell, type CellPlace, type LedgerBlock } from './ledger/ledger-source';
import { COLUMNS } from './workbook-names';
import { textOf } from './ledger/read-cells';
import { findSheet, findTable, valueAt, type TableSnapshot, type WorkbookSnapshot } from './snapshot';

/** The cell of a place; null when it is not in the workbook (a convention given apart, a line of an extract). */
export function placeInWorkbook(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  place: Place,
): CellPlace | null {
  if (place.kind === 'row') return placeOfCell(blocks, place.row, place.field);
  if (place.kind === 'extract') return null;
  if (place.kind === 'area') {
    const area = parseArea(place.area);
    return area && { sheet: place.sheet, row: area.top, column: area.left };
  }
  const table = findTable(workbook, place.table);
  if (!table) return null;
  const row = rowOf(workbook, table, place);
  return {
    sheet: table.sheet,
    row: table.area.top + 1 + row,
    column: table.area.left + Math.max(0, columnOf(table, place.column)),
  };
}

/** The heading of the credit year in the tables that hold several, and those that name a row. */
const YEAR = COLUMNS.envelopes.year;
const NAMING = [COLUMNS.envelopes.code, COLUMNS.convention.key];

/** The row of the place's key, and of its year where rows have one; the row of the place when the key is not found. */
function rowOf(workbook: WorkbookSnapshot, table: TableSnapshot, { key, year, row }: ConventionPlace): number {
  const sheet = findSheet(workbook, table.sheet);
  if (key === undefined || !sheet) return row;
  const textAt = (index: number, column: number): string =>
    comparable(textOf(valueAt(sheet, table.area.top + 1 + index, table.area.left + column)));
  const keyColumn = Math.max(0, ...NAMING.map((heading) => columnOf(table, heading)));
  const indexes = Array.from({ length: table.area.rows - 1 }, (_, index) => index);
  const named = (name: string): readonly number[] =>
    indexes.filter((index) => textAt(index, keyColumn) === comparable(name));
  const ofYear = year === undefined ? [] : named(`${key} ${year}`);
  const rows = ofYear.length > 0 ? ofYear : named(key);
  const yearColumn = columnOf(table, YEAR);
  return rows.find((index) => yearColumn >= 0 && textAt(index, yearColumn) === String(year)) ?? rows[0] ?? row;
}

/** The position of a heading; −1 when the table has none. */
function columnOf(table: TableSnapshot, heading: string): number {
  const wanted = comparable(heading);
  return table.columns.findIndex((known) => comparable(known) === wanted);
}
