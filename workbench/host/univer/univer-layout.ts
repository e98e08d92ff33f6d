/** Widths, heights, hidden rows and columns, merged cells. */
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import type { GridArea } from '../grid';
import { toArea, toRange, type UniverContext } from './univer-context';

export class UniverLayout {
  constructor(private readonly context: UniverContext) {}

  /** The present size of the sheet. */
  extent(sheetId: string): { readonly rows: number; readonly columns: number } {
    const worksheet = this.context.worksheet(sheetId);
    return { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
  }

  columnWidth(sheetId: string, column: number): number {
    return this.context.worksheet(sheetId).getColumnWidth(column);
  }

  setColumnWidth(sheetId: string, left: number, count: number, pixels: number): void {
    this.context.makeRoom(sheetId, 0, left + count);
    this.context.run(SetWorksheetColWidthMutation.id, {
      subUnitId: sheetId,
      ranges: [this.columns(sheetId, left, count)],
      colWidth: pixels,
    });
  }

  rowHeight(sheetId: string, row: number): number {
    return this.context.worksheet(sheetId).getRowHeight(row);
  }

  setRowHeight(sheetId: string, top: number, count: number, pixels: number): void {
    this.context.makeRoom(sheetId, top + count, 0);
    this.context.run(SetWorksheetRowHeightMutation.id, {
      subUnitId: sheetId,
      ranges: [this.rows(sheetId, top, count)],
      rowHeight: pixels,
    });
  }

  /** Hidden by hand or by a filter. */
  isRowHidden(sheetId: string, row: number): boolean {
    const worksheet = this.context.worksheet(sheetId);
    return row < worksheet.getRowCount() && !worksheet.getRowVisible(row);
  }

  setRowsHidden(sheetId: string, top: number, count: number, hidden: boolean): void {
    this.context.makeRoom(sheetId, top + count, 0);
    const mutation = hidden ? SetRowHiddenMutation : SetRowVisibleMutation;
    this.context.run(mutation.id, { subUnitId: sheetId, ranges: [this.rows(sheetId, top, count)] });
  }

  isColumnHidden(sheetId: string, column: number): boolean {
    const worksheet = this.context.worksheet(sheetId);
    return column < worksheet.getColumnCount() && !worksheet.getColVisible(column);
  }

  setColumnsHidden(sheetId: string, left: number, count: number, hidden: boolean): void {
    this.context.makeRoom(sheetId, 0, left + count);
    const mutation = hidden ? SetColHiddenMutation : SetColVisibleMutation;
    this.context.run(mutation.id, { subUnitId: sheetId, ranges: [this.columns(sheetId, left, count)] });
  }

  merges(sheetId: string): GridArea[] {
    return this.context.worksheet(sheetId).getConfig().mergeData.map(toArea);
  }

  merge(sheetId: string, area: GridArea): void {
    this.context.makeRoom(sheetId, area.top + area.rows, area.left + area.columns);
    this.context.run(AddWorksheetMergeMutation.id, { subUnitId: sheetId, ranges: [toRange(area)] });
  }

  unmerge(sheetId: string, area: GridArea): void {
    this.context.run(RemoveWorksheetMergeMutation.id, { subUnitId: sheetId, ranges: [toRange(area)] });
  }

  private rows(sheetId: string, top: number, count: number) {
    return toRange({ top, left: 0, rows: count, columns: this.context.worksheet(sheetId).getColumnCount() });
  }

  private columns(sheetId: string, left: number, count: number) {
    return toRange({ top: 0, left, rows: this.context.worksheet(sheetId).getRowCount(), columns: count });
  }
}
