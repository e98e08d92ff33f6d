/**
 * Sheets without their cells. Protection, page setup and “very hidden”, which Univer does not have, are in the sheet's
 * custom data.
 */
import { BooleanNumber, Direction, mergeWorksheetSnapshotWithDefault, type Worksheet } from '@univerjs/core';
import {
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  InsertSheetCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  SetFrozenMutation,
  SetSelectionsOperation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SheetsSelectionsService,
  ScrollToCellOperation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import {
  DEFAULT_PAGE,
  neighbourOf,
  type GridArea,
  type GridPage,
  type GridSelection,
  type GridSheet,
  type GridSheetChange,
  type GridVisibility,
} from '../grid';
import { toArea, toRange, type UniverContext } from './univer-context';

export interface SheetExtra {
  readonly isProtected?: boolean;
  readonly isVeryHidden?: boolean;
  readonly page?: GridPage;
}

const FIRST_ROWS = 200;
const FIRST_COLUMNS = 40;
/** Pixels of a column and of a row with the default size. */
export const USUAL_WIDTH = 64;
export const USUAL_HEIGHT = 20;

export class Sheets {
  /** A sheet is active for the time of a command. */
  isVisiting = false;
  private readonly selections: SheetsSelectionsService;

  constructor(private readonly context: UniverContext) {
    this.selections = context.injector.get(SheetsSelectionsService);
  }

  all(): GridSheet[] {
    return this.context.workbook.getSheets().map(sheetOf);
  }

  one(id: string): GridSheet | undefined {
    const worksheet = this.context.workbook.getSheetBySheetId(id);
    return worksheet ? sheetOf(worksheet) : undefined;
  }

  /** The active sheet stays, as in Excel; Univer would activate the new one. */
  add(name: string, position: number, sheetId: string): GridSheet {
    const shown = this.activeId();
    const sheet = mergeWorksheetSnapshotWithDefault({
      id: sheetId,
      name,
      rowCount: FIRST_ROWS,
      columnCount: FIRST_COLUMNS,
      defaultColumnWidth: USUAL_WIDTH,
      defaultRowHeight: USUAL_HEIGHT,
    });
    this.context.run(InsertSheetCommand.id, { index: position, sheet });
    this.activate(shown);
    return sheetOf(this.context.worksheet(sheetId));
  }

  change(id: string, change: GridSheetChange): void {
    const worksheet = this.context.worksheet(id);
    const subUnitId = id;
    if (change.name !== undefined && change.name !== worksheet.getName())
      this.context.run(SetWorksheetNameCommand.id, { subUnitId, name: change.name });
    if (change.visibility !== undefined) this.setVisibility(worksheet, change.visibility);
    if (change.freeze) this.context.run(SetFrozenMutation.id, { subUnitId, ...toFreeze(change.freeze) });
    if (change.showGridlines !== undefined)
      this.context.run(ToggleGridlinesMutation.id, { subUnitId, showGridlines: flag(change.showGridlines) });
    if (change.tabColor !== undefined)
      this.context.run(SetTabColorMutation.id, { subUnitId, color: change.tabColor ? `#${change.tabColor}` : '' });
    if (change.isProtected !== undefined) extend(worksheet, { isProtected: change.isProtected });
    if (change.page) extend(worksheet, { page: change.page });
    if (change.position !== undefined) this.move(id, change.position);
  }

  private setVisibility(worksheet: Worksheet, visibility: GridVisibility): void {
    extend(worksheet, { isVeryHidden: visibility === 'veryHidden' });
    this.context.run(SetWorksheetHideMutation.id, {
      subUnitId: worksheet.getSheetId(),
      hidden: flag(visibility !== 'visible'),
    });
  }

  private move(id: string, toOrder: number): void {
    const fromOrder = this.context.workbook.getSheets().findIndex((sheet) => sheet.getSheetId() === id);
    if (fromOrder !== toOrder) this.context.run(SetWorksheetOrderMutation.id, { subUnitId: id, fromOrder, toOrder });
  }

  /** The neighbour is shown first: Univer in a page fails at the next writing when the sheet shown is gone. */
  delete(id: string): void {
    const neighbour = id === this.activeId() ? neighbourOf(this.all(), id) : null;
    if (neighbour) this.activate(neighbour.id);
    this.context.run(RemoveSheetCommand.id, { subUnitId: id });
  }

  activeId(): string {
    return (this.context.workbook.getActiveSheet(true) ?? this.context.workbook.ensureActiveSheet()).getSheetId();
  }

  activate(id: string): void {
    this.context.run(SetWorksheetActiveOperation.id, { subUnitId: id });
  }

  selection(): GridSelection {
    const sheetId = this.activeId();
    const areas = this.selections.getCurrentSelections().map(({ range }) => toArea(range));
    return { sheetId, areas: areas.length > 0 ? areas : [{ top: 0, left: 0, rows: 1, columns: 1 }] };
  }

  select(sheetId: string, area: GridArea): void {
    this.context.makeRoom(sheetId, Math.min(area.top + area.rows, 100_000), Math.min(area.left + area.columns, 1000));
    if (this.activeId() !== sheetId) this.activate(sheetId);
    const range = toRange(area);
    const cell = {
      ...toRange({ ...area, rows: 1, columns: 1 }),
      actualRow: area.top,
      actualColumn: area.left,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.context.run(SetSelectionsOperation.id, {
      subUnitId: sheetId,
      selections: [{ range, primary: cell, style: null }],
    });
    this.context.run(ScrollToCellOperation.id, { range });
  }

  insertRows(sheetId: string, top: number, count: number): void {
    const range = toRange({ top, left: 0, rows: count, columns: this.context.worksheet(sheetId).getColumnCount() });
    this.moveLines(sheetId, InsertRowByRangeCommand.id, { range, direction: Direction.UP });
  }

  deleteRows(sheetId: string, top: number, count: number): void {
    const range = toRange({ top, left: 0, rows: count, columns: this.context.worksheet(sheetId).getColumnCount() });
    this.moveLines(sheetId, RemoveRowByRangeCommand.id, { range });
  }

  insertColumns(sheetId: string, left: number, count: number): void {
    const range = toRange({ top: 0, left, rows: this.context.worksheet(sheetId).getRowCount(), columns: count });
    this.moveLines(sheetId, InsertColByRangeCommand.id, { range, direction: Direction.LEFT });
  }

  deleteColumns(sheetId: string, left: number, count: number): void {
    const range = toRange({ top: 0, left, rows: this.context.worksheet(sheetId).getRowCount(), columns: count });
    this.moveLines(sheetId, RemoveColByRangeCommand.id, { range });
  }

  /**
   * Univer moves the references to the active sheet, whatever the sheet of the command: the sheet is active during it,
   * without an event. The sheet that was shown is shown after it, as in Excel.
   */
  private moveLines(sheetId: string, command: string, params: object): void {
    const shown = this.activeId();
    this.isVisiting = true;
    this.activate(sheetId); // even when it is: Univer then knows its merged cells again
    this.context.run(command, { subUnitId: sheetId, ...params });
    if (this.activeId() !== shown) this.activate(shown);
    this.isVisiting = false;
  }
}

const flag = (on: boolean): BooleanNumber => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** Univer's freeze: the frozen rows and columns, and the first that scroll (-1 when none is frozen). */
export function toFreeze(freeze: GridSheet['freeze']) {
  return {
    xSplit: freeze.columns,
    ySplit: freeze.rows,
    startRow: freeze.rows === 0 ? -1 : freeze.rows,
    startColumn: freeze.columns === 0 ? -1 : freeze.columns,
  };
}

function extraOf(worksheet: Worksheet): SheetExtra {
  return (worksheet.getConfig().custom?.host ?? {}) as SheetExtra;
}

function extend(worksheet: Worksheet, extra: SheetExtra): void {
  const config = worksheet.getConfig();
  config.custom = { ...config.custom, host: { ...extraOf(worksheet), ...extra } };
}

function sheetOf(worksheet: Worksheet): GridSheet {
  const config = worksheet.getConfig();
  const extra = extraOf(worksheet);
  const isHidden = config.hidden === BooleanNumber.TRUE;
  return {
    id: worksheet.getSheetId(),
    name: worksheet.getName(),
    visibility: isHidden ? (extra.isVeryHidden ? 'veryHidden' : 'hidden') : 'visible',
    isProtected: extra.isProtected ?? false,
    freeze: { rows: config.freeze?.ySplit ?? 0, columns: config.freeze?.xSplit ?? 0 },
    showGridlines: config.showGridlines !== BooleanNumber.FALSE,
    tabColor: config.tabColor ? config.tabColor.replace('#', '').toUpperCase() : null,
    page: extra.page ?? DEFAULT_PAGE,
  };
}
