/** The state of a workbook that a copy compares: the contents of the grid, and what the page knows beside them. */
import {
  GRID_COLUMNS,
  type Grid,
  type GridArea,
  type GridEvent,
  type GridSheetContents,
  type GridValue,
  type GridWorkbook,
} from '../../host/grid';
import type { ChartFacts } from '../../host/rich-api/chart-facts';

export interface CopyState {
  /** Its sheets have ids, by which a renamed one is followed. */
  readonly contents: GridWorkbook;
  readonly charts: readonly ChartFacts[];
  /** By the id of the sheet: the areas over which formulas spill. */
  readonly spills: ReadonlyMap<string, readonly GridArea[]>;
  /** By the id of the sheet: how many rules the grid holds that the page cannot read. */
  readonly otherRules: ReadonlyMap<string, number>;
}

/** The state at this moment, which later changes of the grid do not reach. */
export function copyState(grid: Grid, charts: readonly ChartFacts[]): CopyState {
  const bySheet = <T>(read: (sheetId: string) => T): ReadonlyMap<string, T> =>
    new Map(grid.sheets().map(({ id }) => [id, read(id)]));
  return {
    contents: grid.contents(),
    charts: charts.map((chart) => ({
      ...chart,
      looks: new Map(chart.looks),
      series: chart.series.map((series) => ({ ...series, looks: new Map(series.looks) })),
    })),
    spills: bySheet((id) => grid.spills(id)),
    otherRules: bySheet((id) => grid.otherRules(id)),
  };
}

/** The id that a sheet of a grid has. */
export function idOf(sheet: GridSheetContents): string {
  return sheet.id ?? sheet.name;
}

const INVERSE: ReadonlyMap<string, string> = new Map([
  ['RowInserted', 'RowDeleted'],
  ['RowDeleted', 'RowInserted'],
  ['ColumnInserted', 'ColumnDeleted'],
  ['ColumnDeleted', 'ColumnInserted'],
]);

/** Whole rows or columns that came or went. */
interface Shift {
  readonly sheetId: string;
  readonly change: string;
  readonly at: string;
}

/** A formula that was computed. The grid may give its cell the format of the cells that it reads. */
export interface Computed {
  readonly value: GridValue;
  readonly numberFormat: string;
}

/** By the id of the sheet, then by `cellKey`. */
export type FormulaResults = ReadonlyMap<string, ReadonlyMap<number, Computed>>;

export const cellKey = (row: number, column: number): number => row * GRID_COLUMNS + column;

function resultsOf(grid: Grid): FormulaResults {
  return new Map(grid.sheets().map(({ id }) => [id, resultsOn(grid, id)]));
}

function resultsOn(grid: Grid, sheetId: string): ReadonlyMap<number, Computed> {
  const results = new Map<number, Computed>();
  const used = grid.usedArea(sheetId, 'values');
  if (used === null) return results;
  const formulas = grid.readFormulas(sheetId, used);
  if (formulas.every((line) => line.every((formula) => formula === null))) return results;
  const values = grid.readValues(sheetId, used);
  const formats = grid.readNumberFormats(sheetId, used);
  formulas.forEach((line, row) => {
    line.forEach((formula, column) => {
      if (formula === null) return;
      const value = values[row]?.[column] ?? null;
      const numberFormat = formats[row]?.[column] ?? 'General';
      results.set(cellKey(used.top + row, used.left + column), { value, numberFormat });
    });
  });
  return results;
}

const NOTICES: ReadonlySet<GridEvent['kind']> = new Set([
  ...(['calculated', 'selectionChanged', 'sheetActivated', 'sheetDeactivated'] as const),
]);

/**
 * The workbook as it was opened: its contents, the results that the grid computed before the first edit, and the rows
 * and columns that were inserted and deleted since. An undo takes its own back.
 */
export class OpenedState {
  readonly state: CopyState;
  private results: FormulaResults | null = null;
  private readonly shifts: Shift[] = [];
  private readonly stop: () => void;

  constructor(
    private readonly grid: Grid,
    charts: readonly ChartFacts[],
  ) {
    this.state = copyState(grid, charts);
    this.stop = grid.subscribe((event) => this.note(event));
  }

  get calculated(): FormulaResults {
    return this.results ?? resultsOf(this.grid);
  }

  /** The ids of the sheets whose rows or columns are no longer those of the file. */
  movedSheets(): ReadonlySet<string> {
    return new Set(this.shifts.map(({ sheetId }) => sheetId));
  }

  dispose(): void {
    this.stop();
  }

  private note(event: GridEvent): void {
    if (NOTICES.has(event.kind)) return;
    const isShift = event.kind === 'cellsChanged' && event.change !== 'RangeEdited';
    // the formulas are computed after the event; inserted lines have already moved them
    this.results ??= isShift ? new Map() : resultsOf(this.grid);
    if (!isShift) return;
    const { sheetId, change, area } = event;
    const isRow = change.startsWith('Row');
    const at = isRow ? `${area.top} ${area.rows}` : `${area.left} ${area.columns}`;
    const last = this.shifts.at(-1);
    const isUndo = last?.sheetId === sheetId && last.at === at && last.change === INVERSE.get(change);
    if (isUndo) this.shifts.pop();
    else this.shifts.push({ sheetId, change, at });
  }
}
