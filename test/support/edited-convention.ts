/** The tables of the 2023 convention with a cell typed over, and what the reading of them gives. */
import { planInitialise } from '../../src/application/writing/initialise';
import { readConventionTables } from '../../src/workbook/convention/convention-tables';
import type { CellValue } from '../../src/workbook/cells';
import { OurTable } from '../../src/workbook/registers/our-tables';
import { findTable, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { CONVENTION_KEYS, TABLES, type ConventionKey, type TableId } from '../../src/workbook/workbook-names';
import { applyPlan, emptyWorkbook } from './apply-plan';
import { convention2023 } from './conventions';

/** A workbook with the tables of the 2023 convention. */
export const INITIALISED = ((): WorkbookSnapshot => {
  const plan = planInitialise(emptyWorkbook('Feuil1'), convention2023());
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(emptyWorkbook('Feuil1'), plan.value);
})();

/** The first data row is 0; one below the last makes the table longer. */
export function withCell(
  workbook: WorkbookSnapshot,
  id: TableId,
  row: number,
  heading: string,
  value: CellValue,
): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id])!;
  const [top, left] = [table.area.top + 1 + row, table.area.left + table.columns.indexOf(heading)];
  const step = { kind: 'setCells', sheet: table.sheet, top, left, cells: [[{ value }]] } as const;
  const edited = applyPlan(workbook, { purpose: 'undo', expected: [], steps: [step] });
  const area = { ...table.area, rows: Math.max(table.area.rows, row + 2) };
  return { ...edited, tables: edited.tables.map((one) => (one.name === table.name ? { ...one, area } : one)) };
}

/** That workbook with another value of a key. */
export function withKey(key: ConventionKey, value: CellValue, workbook = INITIALISED): WorkbookSnapshot {
  const rows = OurTable.find(workbook, 'convention')!.rows();
  const at = rows.find((row) => row.table.text(row, 'key') === CONVENTION_KEYS[key])!.index;
  return withCell(workbook, 'convention', at, 'Valeur', value);
}

/** The problem of the convention; « none ». */
export function faultIn(workbook: WorkbookSnapshot): string {
  const result = readConventionTables(workbook);
  return !result.ok && result.failure.code === 'badConvention' ? result.failure.problem : 'none';
}

/** The problem of the convention with its cell and what it quotes: `dateFar Convention!B14 13/12/1922`. */
export function placedFaultIn(workbook: WorkbookSnapshot): string {
  const read = readConventionTables(workbook);
  if (read.ok || read.failure.code !== 'badConvention') return 'none';
  const { problem, cell, found } = read.failure;
  return `${problem} ${cell ?? ''} ${found}`;
}
