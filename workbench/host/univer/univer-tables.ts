/**
 * Tables are Univer's own, which move with rows and are shown in the page; Excel's additions (totals row, style) are
 * kept here.
 */
import { generateRandomId } from '@univerjs/core';
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
} from '@univerjs/sheets-table';
import { intersection } from '../address';
import type { GridArea, GridTable } from '../grid';
import type { Cells } from './univer-cells';
import { toArea, toRange, type UniverContext } from './univer-context';

interface Extra {
  readonly hasTotalsRow: boolean;
  readonly style: string;
}

const PLAIN: Extra = { hasTotalsRow: false, style: 'TableStyleMedium2' };

export class Tables {
  private readonly manager: TableManager;
  private readonly extras = new Map<string, Extra>();

  constructor(
    private readonly context: UniverContext,
    private readonly cells: Cells,
  ) {
    this.manager = context.injector.get(TableManager);
  }

  all(): GridTable[] {
    return this.manager.getTableList(this.context.unitId).map((table) => {
      const extra = this.extras.get(table.id) ?? PLAIN;
      const data = toArea(table.range);
      const area = extra.hasTotalsRow ? { ...data, rows: data.rows + 1 } : data;
      const columns = (): string[] => this.columns(table.subUnitId, area);
      return {
        id: table.id,
        name: table.name,
        sheetId: table.subUnitId,
        area,
        get columns() {
          return columns(); // most readers want the place alone
        },
        ...extra,
      };
    });
  }

  byId(id: string): GridTable {
    const found = this.all().find((table) => table.id === id);
    if (!found) throw new Error(`No table ${id} in the grid`);
    return found;
  }

  byName(name: string): GridTable | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((table) => table.name.toLowerCase() === wanted);
  }

  at(sheetId: string, row: number, column: number): GridTable | undefined {
    return this.all().find(({ sheetId: sheet, area }) => {
      const isInRows = row >= area.top && row < area.top + area.rows;
      return sheet === sheetId && isInRows && column >= area.left && column < area.left + area.columns;
    });
  }

  add(table: Omit<GridTable, 'id' | 'columns'>): GridTable {
    const tableId = generateRandomId();
    this.extras.set(tableId, { hasTotalsRow: table.hasTotalsRow, style: table.style });
    this.context.makeRoom(table.sheetId, table.area.top + table.area.rows, table.area.left + table.area.columns);
    this.context.run(AddSheetTableMutation.id, {
      subUnitId: table.sheetId,
      tableId,
      name: table.name,
      range: toRange(withoutTotals(table.area, table.hasTotalsRow)),
      header: this.columns(table.sheetId, table.area),
      options: { showHeader: true, showFooter: false },
    });
    return this.byId(tableId);
  }

  change(id: string, change: Partial<Pick<GridTable, 'name' | 'area' | 'hasTotalsRow' | 'style'>>): void {
    const before = this.byId(id);
    const after = { ...before, ...change };
    this.extras.set(id, { hasTotalsRow: after.hasTotalsRow, style: after.style });
    if (after.name !== before.name) this.set(before, { name: after.name });
    const oldRange = withoutTotals(before.area, before.hasTotalsRow);
    const newRange = withoutTotals(after.area, after.hasTotalsRow);
    if (JSON.stringify(oldRange) !== JSON.stringify(newRange))
      this.set(before, { updateRange: { newRange: toRange(newRange) } });
  }

  private set(table: GridTable, config: object): void {
    this.context.run(SetSheetTableMutation.id, { subUnitId: table.sheetId, tableId: table.id, config });
  }

  /** Extends the tables under which rows were written, those without a totals row, as Excel does; not by what is emptied. */
  growOver(sheetId: string, changed: GridArea): void {
    for (const table of this.all()) {
      if (table.sheetId !== sheetId || table.hasTotalsRow) continue;
      const { top, left, rows, columns } = table.area;
      const below = intersection(changed, { top: top + rows, left, rows: changed.rows, columns });
      if (!below || below.top !== top + rows || this.filledRows(sheetId, below) === 0) continue;
      const filled = this.filledRows(sheetId, { ...below, left, columns });
      if (filled > 0) this.change(table.id, { area: { ...table.area, rows: rows + filled } });
    }
  }

  /** The number of rows before the first empty one. */
  private filledRows(sheetId: string, area: GridArea): number {
    const values = this.cells.values(sheetId, area);
    const formulas = this.cells.formulasOf(sheetId, area);
    const isEmpty = (line: readonly unknown[]): boolean => line.every((content) => content === null);
    const firstEmpty = values.findIndex((line, row) => isEmpty(line) && isEmpty(formulas[row] ?? []));
    return firstEmpty < 0 ? values.length : firstEmpty;
  }

  delete(id: string): void {
    const table = this.byId(id);
    this.context.run(DeleteSheetTableMutation.id, { subUnitId: table.sheetId, tableId: id });
    this.extras.delete(id);
  }

  /** The headings in the cells, the only source of column names. */
  private columns(sheetId: string, area: GridArea): string[] {
    const headings = this.cells.values(sheetId, { ...area, rows: 1 })[0] ?? [];
    return headings.map((heading, index) =>
      heading === null || typeof heading === 'object' ? `Colonne${index + 1}` : String(heading),
    );
  }
}

function withoutTotals(area: GridArea, hasTotalsRow: boolean): GridArea {
  return hasTotalsRow ? { ...area, rows: area.rows - 1 } : area;
}
