/**
 * An Excel Table that can take in the rows just below it without a cell being written: no row between, no totals row,
 * no other table, no merged cells, no area that a formula fills, which Excel does not allow in a Table, and no typed
 * value in a computed column, over which Excel would write the formula.
 */
import type { Area } from '../cells';
import { isFree, occupied, type Occupied } from '../contents';
import { isFilledDown } from '../moved-references';
import {
  findSheet,
  findTable,
  formulaKey,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../snapshot';
import { overlap } from './our-areas';

/** The table with the rows of an area below it; null when it cannot take them in. */
export function extendedTable(workbook: WorkbookSnapshot, name: string, rows: Area): TableSnapshot | null {
  const table = findTable(workbook, name);
  const sheet = table && findSheet(workbook, table.sheet);
  if (!table || !sheet || sheet.isProtected || table.hasTotalsRow) return null;
  const { top, left, columns } = table.area;
  const added: Area = { top: top + table.area.rows, left, rows: rows.rows, columns };
  if (rows.top !== added.top || rows.rows < 1) return null;
  const others = workbook.tables.filter((other) => other.sheet === table.sheet && other.name !== table.name);
  if (
    [...others.map(({ area }) => area), ...(sheet.merges ?? []), ...(sheet.arrays ?? [])].some((area) =>
      overlap(area, added),
    )
  )
    return null;
  for (let column = left; column < left + columns; column++) {
    if (!sheet.formulas.has(formulaKey(added.top - 1, column))) continue;
    for (let row = added.top; row < added.top + added.rows; row++)
      if (valueAt(sheet, row, column) !== null && !sheet.formulas.has(formulaKey(row, column))) return null;
  }
  return { ...table, area: { ...table.area, rows: table.area.rows + rows.rows } };
}

/**
 * The refusal to write in the first cell of a row below a table that is not free; null without any. What Excel filled
 * of a computed column is nothing: it fills such a cell again.
 */
export function filledBelow(sheet: SheetSnapshot, { area }: TableSnapshot, row: number): Occupied | null {
  const columns = Array.from({ length: area.columns }, (_, offset) => area.left + offset);
  const isHeld = (column: number): boolean => !isFree(sheet, row, column) && !holdsColumn(sheet, area, row, column);
  const column = columns.find(isHeld);
  return column === undefined ? null : occupied(sheet, row, column);
}

/** True for a cell that holds the formula of its column in the table, that of its last row or of its first. */
function holdsColumn(sheet: SheetSnapshot, { top, rows }: Area, row: number, column: number): boolean {
  const formula = sheet.formulas.get(formulaKey(row, column));
  if (formula === undefined) return false;
  return [top + rows - 1, top + 1].some((known) => {
    const ofColumn = sheet.formulas.get(formulaKey(known, column));
    return ofColumn !== undefined && isFilledDown(ofColumn, row - known, formula);
  });
}
