/**
 * `window.workbench`, for the end-to-end tests: reads the grid, which is drawn on a canvas, and does a few actions of
 * Excel that have no button on the page. The add-in does not use it.
 */
import type { Grid, GridValue, GridWorkbook } from '../host/grid';
import { areaAddress, parseArea } from '../../src/workbook/cells';

/** One cell, as displayed. */
export interface SeenCell {
  readonly value: GridValue;
  readonly formula: string | null;
  /** The displayed text, in French. */
  readonly text: string;
}

export interface TestingApi {
  /** True when a workbook is open, the add-in has read it, and no cell waits for a function. */
  isReady(): boolean;
  fileName(): string | null;
  /** Names of the tabs, in order, hidden ones included. */
  sheets(): readonly string[];
  currentSheet(): string;
  /** The selected cells of the current sheet, as `B12:C14`. */
  selection(): string;
  read(sheet: string, address: string): SeenCell;
  /** Shows the sheet and selects the cell, so that the keyboard goes to it. */
  goTo(sheet: string, address: string): void;
  /** Writes a value or a formula (leading `=`), without the keyboard, as the user or as a co-author. */
  type(sheet: string, address: string, content: string | number | boolean | null, by?: 'user' | 'coauthor'): void;
  /** Ends the add-in's runtime, as Excel may at any moment: while it awaits the answer of a request, 0 for its next one. */
  endAddin(request: number): void;
  /** Starts the add-in again. */
  startAddin(): void;
  /** As the « Protéger la feuille » button of Excel. */
  protect(sheet: string, isProtected: boolean): void;
  /** Resolves when every formula is up to date and every row is fitted. */
  calculated(): Promise<void>;
  /** The whole workbook as JSON, for comparisons. */
  contents(): string;
}

declare global {
  interface Window {
    workbench?: TestingApi;
  }
}

/** The parts of the page that the API uses. */
export interface TestedPage {
  grid(): Grid | null;
  isReady(): boolean;
  fileName(): string | null;
  settled(): Promise<void>;
  endAddin(request: number): void;
  startAddin(): void;
}

export function createTestingApi(page: TestedPage): TestingApi {
  const grid = (): Grid => {
    const open = page.grid();
    if (open === null) throw new Error('No workbook is open');
    return open;
  };
  const place = (sheet: string, address: string) => {
    const found = grid()
      .sheets()
      .find(({ name }) => name === sheet);
    const area = parseArea(address);
    if (found === undefined || area === null) throw new Error(`No cell ${address} on a sheet ${sheet}`);
    return { sheetId: found.id, area };
  };
  return {
    isReady: () => page.isReady() && !hasBusyCell(grid()),
    fileName: page.fileName,
    sheets: () =>
      grid()
        .sheets()
        .map(({ name }) => name),
    currentSheet: () => grid().sheet(grid().activeSheetId())?.name ?? '',
    selection: () => selectionOf(grid()),
    read: (sheet, address) => {
      const { sheetId, area } = place(sheet, address);
      return seen(grid(), sheetId, area);
    },
    goTo: (sheet, address) => {
      const { sheetId, area } = place(sheet, address);
      grid().activateSheet(sheetId);
      grid().select(sheetId, area);
    },
    type: (sheet, address, content, by = 'user') => {
      const { sheetId, area } = place(sheet, address);
      const isFormula = typeof content === 'string' && content.startsWith('=');
      const change = isFormula ? { formula: content } : { value: content };
      grid().actingAs(by, () => grid().writeCells(sheetId, area.top, area.left, [[change]]));
    },
    endAddin: page.endAddin,
    startAddin: page.startAddin,
    protect: (sheet, isProtected) => grid().changeSheet(place(sheet, 'A1').sheetId, { isProtected }),
    calculated: page.settled,
    contents: () => asJson(grid().contents()),
  };
}

function hasBusyCell(grid: Grid): boolean {
  return grid.sheets().some(({ id }) => {
    const used = grid.usedArea(id, 'values');
    return used !== null && grid.readValues(id, used).some((row) => row.some((value) => isError(value, '#BUSY!')));
  });
}

function isError(value: GridValue, error: string): boolean {
  return typeof value === 'object' && value !== null && value.error === error;
}

function seen(grid: Grid, sheetId: string, area: NonNullable<ReturnType<typeof parseArea>>): SeenCell {
  return {
    value: grid.readValues(sheetId, area)[0]?.[0] ?? null,
    formula: grid.readFormulas(sheetId, area)[0]?.[0] ?? null,
    text: grid.readTexts(sheetId, area)[0]?.[0] ?? '',
  };
}

function selectionOf(grid: Grid): string {
  return grid.selection().areas.map(areaAddress).join(',');
}

function asJson(workbook: GridWorkbook): string {
  return JSON.stringify(workbook, (_key, value: unknown) =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)].sort() : value,
  );
}
