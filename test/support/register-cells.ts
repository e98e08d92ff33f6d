/** Cells of a register of the convention as a person types over them. */
import type { CellValue } from '../../src/workbook/cells';
import { TABLES, type TableId } from '../../src/workbook/workbook-names';
import { findTable, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan } from './apply-plan';

/** A cell: its row from 1, its heading, what is typed there. */
export type TypedCell = readonly [row: number, heading: string, value: CellValue];

/** The workbook with these cells; a row below the last joins the table, as Excel does when one types there. */
export function withTyped(workbook: WorkbookSnapshot, id: TableId, ...typed: readonly TypedCell[]): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id]);
  if (!table) throw new Error(`no table ${id}`);
  const { top, left, rows } = table.area;
  const steps = typed.map(([row, heading, value]) => {
    const column = table.columns.indexOf(heading);
    if (column < 0) throw new Error(`no column ${heading}`);
    return {
      kind: 'setCells',
      sheet: table.sheet,
      top: top + row,
      left: left + column,
      cells: [[{ value }]],
    } as const;
  });
  const edited = applyPlan(workbook, { purpose: 'undo', expected: [], steps });
  const area = { ...table.area, rows: Math.max(rows, ...typed.map(([row]) => row + 1)) };
  return {
    ...edited,
    tables: edited.tables.map((known) => (known.name === table.name ? { ...known, area } : known)),
  };
}
