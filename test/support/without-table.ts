/** Workbooks from which somebody deleted a table, cells and all. */
import { findTable, type WorkbookSnapshot } from '../../src/workbook/snapshot';

/** The workbook without the table of that name and its cells; the same workbook when it has none. */
export function withoutTable(workbook: WorkbookSnapshot, name: string): WorkbookSnapshot {
  const table = findTable(workbook, name);
  if (!table) return workbook;
  const { top, left, rows, columns } = table.area;
  const isIn = (row: number, column: number): boolean =>
    row >= top && row < top + rows && column >= left && column < left + columns;
  const sheets = workbook.sheets.map((sheet) => {
    const { used } = sheet;
    if (!used || sheet.name !== table.sheet) return sheet;
    const values = sheet.values.map((line, r) =>
      line.map((value, c) => (isIn(used.top + r, used.left + c) ? null : value)),
    );
    return { ...sheet, values };
  });
  return { ...workbook, sheets, tables: workbook.tables.filter((one) => one !== table) };
}
