/** A row written just below a table without a totals row joins the table, as in Excel. */
import { intersection } from '../address';
import type { GridArea } from '../grid';
import type { Cells } from './univer-cells';
import type { Tables } from './univer-tables';

export function growTables(tables: Tables, cells: Cells, sheetId: string, changed: GridArea): void {
  for (const table of tables.all()) {
    if (table.sheetId !== sheetId || table.hasTotalsRow) continue;
    const { top, left, rows, columns } = table.area;
    const below = intersection(changed, { top: top + rows, left, rows: changed.rows, columns });
    if (!below || below.top !== top + rows) continue;
    const filled = filledRows(cells, sheetId, { ...below, left, columns });
    if (filled > 0) tables.change(table.id, { area: { ...table.area, rows: rows + filled } });
  }
}

/** How many rows from the first hold something. */
function filledRows(cells: Cells, sheetId: string, area: GridArea): number {
  const values = cells.values(sheetId, area);
  const formulas = cells.formulasOf(sheetId, area);
  const firstEmpty = values.findIndex(
    (line, row) => line.every((value) => value === null) && (formulas[row] ?? []).every((formula) => formula === null),
  );
  return firstEmpty < 0 ? values.length : firstEmpty;
}
