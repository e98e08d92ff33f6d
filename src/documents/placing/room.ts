/** The cells that a document takes where it grows, or on an empty sheet: none of them may be of somebody else. */
import type { Area } from '../../workbook/cells';
import { isFree, occupied } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';

/**
 * Refuses a cell that is not free, or a cell of a table, which may be blank: a row of it that is still to be filled, or
 * a table without headings. `area` is the document as it is; null when it is not on the sheet yet.
 */
export function takenRoom(
  { tables }: WorkbookSnapshot,
  sheet: SheetSnapshot,
  target: Area,
  area: Area | null,
): Failure | null {
  const named = tables.filter((table) => table.sheet === sheet.name);
  const areas = [...named.map(({ area: edge }) => edge), ...(sheet.bareTables ?? [])];
  for (let row = target.top; row < target.top + target.rows; row++) {
    for (let column = target.left; column < target.left + target.columns; column++) {
      if (area && isIn(area, row, column)) continue;
      if (!isFree(sheet, row, column)) return occupied(sheet, row, column);
      if (areas.some((table) => isIn(table, row, column))) return { ...occupied(sheet, row, column), isOfTable: true };
    }
  }
  return null;
}

function isIn({ top, left, rows, columns }: Area, row: number, column: number): boolean {
  return row >= top && row < top + rows && column >= left && column < left + columns;
}
