/** The journal of a workbook as the grid holds it. */
import { JOURNAL } from '../../../src/workbook/workbook-names';
import type { Grid, GridTable } from '../../../workbench/host/grid';

const HEADINGS: readonly string[] = Object.values(JOURNAL.columns);

/** By its name; or by the start of it and its columns, once somebody renamed it. */
export function journalTable(grid: Grid): GridTable | undefined {
  const tables = grid.tables();
  const isRenamed = ({ name, columns }: GridTable): boolean =>
    name.startsWith(JOURNAL.table) && HEADINGS.every((heading) => columns.includes(heading));
  return tables.find(({ name }) => name === JOURNAL.table) ?? tables.find(isRenamed);
}

/**
 * Its rows that are not blank; none without a journal. Null for one that is renamed and has another heading now:
 * a writing that was prepared before goes on with it, and the next one begins another journal.
 */
export function journalRows(grid: Grid): number | null {
  const table = journalTable(grid);
  if (!table) return grid.tables().some(({ name }) => name.startsWith(JOURNAL.table)) ? null : 0;
  const { top, rows, ...columns } = table.area;
  if (rows < 2) return 0;
  const cells = grid.readValues(table.sheetId, { ...columns, top: top + 1, rows: rows - 1 });
  return cells.filter((line) => line.some((value) => value !== null && value !== '')).length;
}
