/**
 * The adapter over the real Office.js client and the simulated Excel: one workbook, one adapter, and what each call
 * costs.
 */
import { ExcelWorkbook } from '../../../src/adapters/excel/excel-workbook';
import type { GridCell, GridStyle, GridWorkbook } from '../../../workbench/host/grid';
import type { ChartCells } from '../../../workbench/host/rich-api/chart-facts';
import { boxOfChart } from '../../../workbench/host/rich-api/geometry';
import type { Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import { UNDO_NOTICE } from '../../../src/workbook/registers/record-sheet';
import { UNDO_ROWS } from '../../../src/workbook/registers/undo-record';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { addNotes } from './newer-client';
import { startHost, type StartedHost, type StartOptions } from './office-js';

export interface StartedExcel extends StartedHost {
  readonly workbook: ExcelWorkbook;
  /** The page is shown again. */
  readonly show: () => void;
  /** A few seconds pass, while the page is shown unless stated otherwise. */
  readonly tick: (isShown?: boolean) => void;
  /** How often a long reading let the page breathe. */
  readonly pauses: () => number;
  /** Round trips since the last time this was asked. */
  readonly roundTrips: () => number;
  /** The snapshot of a reading that must succeed. */
  readonly read: () => Promise<WorkbookSnapshot>;
}

export interface ExcelOptions extends StartOptions {
  /** The client knows the notes of cells, as Excel's own does, and the host gives them. */
  readonly givesNotes?: boolean;
  /** That this Excel takes in a request; the usual ones when not given. */
  readonly requestBytes?: number;
}

/**
 * Starts Excel on a workbook, with the client's globals as the test's own. Its grid computes no native formula unless
 * asked (`test/workbench/host/univer/plain-grid.test.ts` holds both grids to the same behaviour).
 */
export function startExcel(contents: GridWorkbook, options: ExcelOptions = {}): StartedExcel {
  const started = startHost(contents, { computes: false, ...options });
  started.install();
  if (options.givesNotes) addNotes(started);
  const [shown, ticks]: [(() => void)[], ((isShown: boolean) => void)[]] = [[], []];
  let pauses = 0;
  let counted = 0;
  const workbook = new ExcelWorkbook({
    run: (runOptions, batch) => Excel.run(runOptions, batch),
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    events: { protection: true, sheetNames: true },
    givesNotes: options.givesNotes === true,
    ...(options.requestBytes !== undefined && { requestBytes: options.requestBytes }),
    pause: () => {
      pauses++;
      return Promise.resolve();
    },
    whenShown: (act) => shown.push(act),
    regularly: (act) => ticks.push(act),
  });
  return {
    ...started,
    workbook,
    show: () => shown.forEach((act) => act()),
    tick: (isShown = true) => ticks.forEach((act) => act(isShown)),
    pauses: () => pauses,
    roundTrips: () => {
      const before = counted;
      counted = started.host.requests.length;
      return counted - before;
    },
    read: async () => valueOf(await workbook.read()),
    // jest would delete them from the realm while the client's last timers still run.
    dispose: () => {
      started.dispose();
      for (const name of ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions'])
        Reflect.deleteProperty(globalThis, name);
    },
  };
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The default look of a cell. */
export const PLAIN_LOOK: GridStyle = {
  font: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  color: '000000',
  vertical: 'bottom',
  wrap: false,
};

/**
 * The whole workbook once everything is computed, as plain data that two moments can be compared by. Ids, which Excel
 * gives again, and default looks are left out.
 */
export async function everythingIn(excel: StartedHost): Promise<unknown> {
  await excel.host.settled();
  const { sheets, tables, names } = excel.grid.contents();
  return {
    sheets: sheets.map(({ id: _, cells, highlights, ...sheet }) => ({
      ...sheet,
      cells: (isRecord(cells) ? cells.filter(({ row }) => row < UNDO_ROWS.first) : cells)
        .flatMap(comparableCell)
        .sort((one, other) => one.row - other.row || one.column - other.column),
      highlights: highlights.map(({ formula, areas, style }) => ({ formula, areas, style })),
    })),
    tables: [...tables].sort((one, other) => one.name.localeCompare(other.name)),
    names: [...names].sort((one, other) => one.name.localeCompare(other.name)),
    charts: excel.host.model.charts
      .flatMap((chart) => {
        const sheet = excel.grid.sheet(chart.sheetId)?.name;
        const cellsOf = (cells: ChartCells | null) =>
          cells && { sheet: excel.grid.sheet(cells.sheetId)?.name, area: cells.area };
        const series = chart.series.map(({ looks, values, categories }) => ({
          looks,
          values: cellsOf(values),
          categories: cellsOf(categories),
        }));
        return sheet === undefined ? [] : [{ sheet, looks: chart.looks, box: boxOfChart(excel.grid, chart), series }];
      })
      .sort((one, other) =>
        `${one.sheet} ${String(one.looks.get('Name'))}`.localeCompare(
          `${other.sheet} ${String(other.looks.get('Name'))}`,
        ),
      ),
  };
}

/** The undo record holds the ids of sheets. */
function isRecord(cells: readonly PlacedCell[]): boolean {
  return cells.some(({ row, column, value }) => row === 0 && column === 0 && value === UNDO_NOTICE);
}

type PlacedCell = GridCell & { readonly row: number; readonly column: number };

function comparableCell(cell: PlacedCell): PlacedCell[] {
  const { style = {}, numberFormat = 'General', value, formula } = cell;
  const said = Object.entries(style).filter(
    ([member, look]) => look !== undefined && look !== PLAIN_LOOK[member as keyof GridStyle],
  );
  const isBlank = value === null && formula === undefined && numberFormat === 'General' && said.length === 0;
  return isBlank ? [] : [{ ...cell, numberFormat, style: Object.fromEntries(said) }];
}
