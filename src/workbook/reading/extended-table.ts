/**
 * An Excel Table that can take in the rows just below it without a cell being written: no row between, no totals row,
 * no other table, no merged cells, and no typed value in a computed column, over which Excel would write the formula.
 */
import type { Area } from '../cells';
import { findSheet, findTable, formulaKey, valueAt, type TableSnapshot, type WorkbookSnapshot } from '../snapshot';
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
  if ([...others.map(({ area }) => area), ...(sheet.merges ?? [])].some((area) => overlap(area, added))) return null;
  for (let column = left; column < left + columns; column++) {
    if (!sheet.formulas.has(formulaKey(added.top - 1, column))) continue;
    for (let row = added.top; row < added.top + added.rows; row++)
      if (valueAt(sheet, row, column) !== null && !sheet.formulas.has(formulaKey(row, column))) return null;
  }
  return { ...table, area: { ...table.area, rows: table.area.rows + rows.rows } };
}
