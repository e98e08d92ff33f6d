/** State shared by the files of the Univer grid: one workbook of one Univer, and the way to change it. */
import { ICommandService, type Injector, type IRange, type Workbook, type Worksheet } from '@univerjs/core';
import type { GridArea } from '../grid';

export class UniverContext {
  readonly commands: ICommandService;

  constructor(
    readonly injector: Injector,
    readonly workbook: Workbook,
  ) {
    this.commands = injector.get(ICommandService);
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  worksheet(sheetId: string): Worksheet {
    const found = this.workbook.getSheetBySheetId(sheetId);
    if (!found) throw new Error(`No sheet ${sheetId} in the grid`);
    return found;
  }

  /** Runs a command or a mutation of Univer; one that Univer refuses is a bug of the caller. */
  run(commandId: string, parameters: object): void {
    if (!this.commands.syncExecuteCommand(commandId, { unitId: this.unitId, ...parameters })) {
      throw new Error(`The grid refused ${commandId}`);
    }
  }

  /** Extends a sheet of the grid on demand, up to the size of an Excel sheet. */
  makeRoom(sheetId: string, rows: number, columns: number): void {
    const worksheet = this.worksheet(sheetId);
    if (rows > worksheet.getRowCount()) worksheet.setRowCount(rows + 100);
    if (columns > worksheet.getColumnCount()) worksheet.setColumnCount(columns + 10);
  }
}

export function toRange(area: GridArea): IRange {
  return {
    startRow: area.top,
    endRow: area.top + area.rows - 1,
    startColumn: area.left,
    endColumn: area.left + area.columns - 1,
  };
}

export function toArea(range: IRange): GridArea {
  return {
    top: range.startRow,
    left: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

/** The entries of one of Univer's sparse maps, which may be absent. */
export function entriesOf<T>(
  map: Readonly<Record<string, T>> | Readonly<Record<number, T>> | null | undefined | void,
): [string, T][] {
  return Object.entries((map ?? {}) as Record<string, T>);
}
