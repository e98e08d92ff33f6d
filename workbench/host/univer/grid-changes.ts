/**
 * Emits the changes of Univer's workbook, by any author: the user of the page, the Rich API, or a simulated co-author.
 */
import type { ICommandInfo } from '@univerjs/core';
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  type ISetRangeValuesMutationParams,
  type ISetRowHiddenMutationParams,
} from '@univerjs/sheets';
import { AddSheetTableMutation, DeleteSheetTableMutation } from '@univerjs/sheets-table';
import { GRID_COLUMNS, GRID_ROWS, type GridArea, type GridChangeKind, type GridValue } from '../grid';
import { GridListeners } from '../grid-listeners';
import { isResultOfFormulas } from './calculation';
import { extentOf, type Cells } from './univer-cells';
import { toArea, type UniverContext } from './univer-context';
import type { DefinedNames } from './defined-names';
import type { Sheets } from './sheets';
import type { Tables } from './univer-tables';

type Parameters = Readonly<Record<string, never>>;

const STRUCTURE: ReadonlyMap<string, GridChangeKind> = new Map([
  [InsertRowMutation.id, 'RowInserted'],
  [RemoveRowMutation.id, 'RowDeleted'],
  [InsertColMutation.id, 'ColumnInserted'],
  [RemoveColMutation.id, 'ColumnDeleted'],
]);

export interface ChangeSources {
  readonly cells: Cells;
  readonly sheets: Sheets;
  readonly tables: Tables;
  readonly names: DefinedNames;
}

export class GridChanges extends GridListeners {
  private readonly undo: (() => void)[] = [];
  /** Values read before a mutation, by its parameters. */
  private readonly before = new WeakMap<object, unknown>();
  private activeSheetId: string;

  constructor(
    private readonly context: UniverContext,
    private readonly sources: ChangeSources,
  ) {
    super();
    this.activeSheetId = sources.sheets.activeId();
    const before = context.commands.beforeCommandExecuted((command) => this.noteBefore(command));
    const after = context.commands.onCommandExecuted((command, options) => {
      if (isOf(command, context.unitId) && !isResultOfFormulas(command, options)) this.emitChange(command);
    });
    this.undo.push(
      () => before.dispose(),
      () => after.dispose(),
    );
  }

  dispose(): void {
    this.undo.forEach((step) => step());
    this.clear();
  }

  private noteBefore(command: Readonly<ICommandInfo>): void {
    if (!isOf(command, this.context.unitId) || !command.params) return;
    const value = this.valueBefore(command.id, command.params as Parameters);
    if (value !== undefined) this.before.set(command.params, value);
  }

  private valueBefore(id: string, parameters: Parameters): unknown {
    const sheet = this.sources.sheets.one(parameters.subUnitId ?? '');
    if (id === SetWorksheetNameMutation.id) return sheet?.name;
    if (id === SetWorksheetHideMutation.id) return sheet?.visibility;
    if (id === SetDefinedNameMutation.id)
      return this.sources.names.find(parameters.name ?? '', scopeOf(parameters)) !== undefined;
    if (id === DeleteSheetTableMutation.id)
      return this.sources.tables.all().find((table) => table.id === parameters.tableId)?.name;
    if (id !== SetRangeValuesMutation.id) return undefined;
    const extent = extentOf((parameters as unknown as ISetRangeValuesMutationParams).cellValue);
    return extent?.count === 1 && sheet
      ? { value: this.sources.cells.values(sheet.id, extent.area)[0]?.[0] ?? null }
      : undefined;
  }

  private emitChange(command: Readonly<ICommandInfo>): void {
    const parameters = (command.params ?? {}) as Parameters;
    const sheetId: string = parameters.subUnitId ?? '';
    const change = STRUCTURE.get(command.id);
    if (change)
      this.edit({ kind: 'cellsChanged', sheetId, area: wholeLines(toArea(parameters.range as never), change), change });
    else if (command.id === SetRangeValuesMutation.id)
      this.emitCells(sheetId, command.params as ISetRangeValuesMutationParams);
    else if (command.id === SetRowHiddenMutation.id || command.id === SetRowVisibleMutation.id)
      this.emitRows(sheetId, command.params as ISetRowHiddenMutationParams, command.id === SetRowHiddenMutation.id);
    else if (command.id === SetSelectionsOperation.id)
      this.emit({ kind: 'selectionChanged', ...this.sources.sheets.selection() });
    else if (command.id === SetWorksheetActiveOperation.id) this.emitActive(sheetId);
    else this.emitSheet(command.id, sheetId, parameters);
  }

  private emitCells(sheetId: string, parameters: ISetRangeValuesMutationParams): void {
    const extent = extentOf(parameters.cellValue);
    if (!extent) return;
    const { area, isContents } = extent;
    if (!isContents) {
      this.edit({ kind: 'formatsChanged', sheetId, area });
      return;
    }
    const known = this.before.get(parameters) as { value: GridValue } | undefined;
    const after = known && (this.sources.cells.values(sheetId, area)[0]?.[0] ?? null);
    const single = known && after !== undefined ? { single: { before: known.value, after } } : {};
    this.edit({ kind: 'cellsChanged', sheetId, area, change: 'RangeEdited', ...single });
  }

  private emitRows(sheetId: string, { ranges }: ISetRowHiddenMutationParams, hidden: boolean): void {
    for (const range of ranges) {
      const { top, rows } = toArea(range);
      this.edit({ kind: 'rowsHidden', sheetId, area: { top, rows, left: 0, columns: GRID_COLUMNS }, hidden });
    }
  }

  private emitActive(sheetId: string): void {
    if (sheetId === this.activeSheetId || this.sources.sheets.isVisiting) return;
    this.emit({ kind: 'sheetDeactivated', sheetId: this.activeSheetId });
    this.activeSheetId = sheetId;
    this.emit({ kind: 'sheetActivated', sheetId });
  }

  private emitSheet(id: string, sheetId: string, parameters: Parameters): void {
    const before = this.before.get(parameters);
    if (id === InsertSheetMutation.id)
      this.edit({ kind: 'sheetAdded', sheetId: (parameters.sheet as unknown as { id: string }).id });
    else if (id === RemoveSheetMutation.id) this.edit({ kind: 'sheetDeleted', sheetId });
    else if (id === SetWorksheetNameMutation.id)
      this.edit({ kind: 'sheetRenamed', sheetId, before: String(before), after: parameters.name ?? '' });
    else if (id === SetWorksheetOrderMutation.id) {
      this.edit({ kind: 'sheetMoved', sheetId, before: parameters.fromOrder ?? 0, after: parameters.toOrder ?? 0 });
    } else if (id === SetWorksheetHideMutation.id) {
      const after = this.sources.sheets.one(sheetId)?.visibility ?? 'visible';
      this.edit({ kind: 'sheetVisibility', sheetId, before: before as typeof after, after });
    } else this.emitTableOrName(id, sheetId, parameters, before);
  }

  private emitTableOrName(id: string, sheetId: string, parameters: Parameters, before: unknown): void {
    const tableId: string = parameters.tableId ?? '';
    const name: string = parameters.name ?? '';
    if (id === AddSheetTableMutation.id) this.edit({ kind: 'tableAdded', tableId, name, sheetId });
    else if (id === DeleteSheetTableMutation.id)
      this.edit({ kind: 'tableDeleted', tableId, name: String(before), sheetId });
    else if (id === SetDefinedNameMutation.id) {
      this.edit({ kind: before ? 'nameChanged' : 'nameAdded', name, scope: scopeOf(parameters) });
    } else if (id === RemoveDefinedNameMutation.id)
      this.edit({ kind: 'nameDeleted', name, scope: scopeOf(parameters) });
  }
}

/** Univer reports inserted rows up to the last used column; they are whole rows. */
function wholeLines(area: GridArea, change: GridChangeKind): GridArea {
  const isRow = change === 'RowInserted' || change === 'RowDeleted';
  return isRow ? { ...area, left: 0, columns: GRID_COLUMNS } : { ...area, top: 0, rows: GRID_ROWS };
}

function isOf(command: Readonly<ICommandInfo>, unitId: string): boolean {
  return (command.params as { unitId?: string } | undefined)?.unitId === unitId;
}

function scopeOf(parameters: Parameters): string | null {
  const scope: string | undefined = parameters.localSheetId;
  return !scope || scope === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : scope;
}
