/** `Worksheet` and the collection of them. */
import type { GridArea, GridSheet, GridVisibility } from '../../grid';
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, type HostObject, type Model, type NullObject } from '../model';
import { charts } from './chart-objects';
import { comments, notes } from './comment-objects';
import { EVENT, eventCalls } from './event-calls';
import { fromColor } from './looks';
import { namedItems } from './named-items';
import { rangeObject } from './range';
import { findSheetId, rangeState, stateOfAddress } from './range-state';
import { horizontalPageBreaks, pageLayout } from './sheet-pages';
import { freezePanes, protection, sheetOf, type SheetState } from './sheet-parts';
import { pivotTables, shapes, slicers } from './shape-objects';
import { tables } from './table-objects';

const VISIBILITIES: Readonly<Record<GridVisibility, string>> = {
  visible: 'Visible',
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** Names that Excel keeps for its history of changes, in English and in French. */
const RESERVED = new Set(['history', 'historique']);

function checkSheetName(value: unknown, model: Model, except?: string): string {
  const isName =
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= 31 &&
    !/[\\/?*[\]:]/.test(value) &&
    !/^'|'$/.test(value) &&
    !RESERVED.has(value.toLowerCase());
  if (!isName) throw invalidArgument(`Not a sheet name: ${String(value)}`);
  const wanted = value.toLowerCase();
  if (model.grid.sheets().some((sheet) => sheet.id !== except && sheet.name.toLowerCase() === wanted))
    throw itemAlreadyExists();
  return value;
}

function isOnlyVisible(id: string, model: Model): boolean {
  return model.grid.sheets().every((sheet) => sheet.id === id || sheet.visibility !== 'visible');
}

function setVisibility(state: SheetState, value: unknown, model: Model): void {
  model.guardStructure();
  const visibility = (Object.keys(VISIBILITIES) as GridVisibility[]).find((key) => VISIBILITIES[key] === value);
  if (!visibility) throw invalidArgument();
  if (visibility !== 'visible' && isOnlyVisible(state.id, model))
    throw invalidOperation('A workbook must contain at least one visible worksheet.');
  model.grid.changeSheet(state.id, { visibility });
}

function deleteSheet(state: SheetState, _: readonly unknown[], model: Model): void {
  model.guardStructure();
  const sheet = sheetOf(state, model);
  if (isOnlyVisible(sheet.id, model)) throw invalidOperation('A workbook must contain at least one visible worksheet.');
  if (sheet.visibility === 'veryHidden') throw invalidOperation('A very hidden worksheet cannot be deleted.');
  model.grid.deleteSheet(sheet.id);
}

function usedArea(state: SheetState, [valuesOnly]: readonly unknown[], model: Model): GridArea | null {
  return model.grid.usedArea(sheetOf(state, model).id, valuesOnly === true ? 'values' : 'valuesAndFormats');
}

function activate(state: SheetState, _: readonly unknown[], model: Model): void {
  const { id, visibility } = sheetOf(state, model);
  if (visibility !== 'visible') throw invalidOperation('A hidden worksheet cannot be activated.');
  model.grid.activateSheet(id);
}

const whole = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
};

export const worksheet = defineType<SheetState>({
  name: 'Worksheet',
  id: ({ id }) => id,
  scalars: {
    Id: { read: (state, model) => sheetOf(state, model).id },
    Name: {
      read: (state, model) => sheetOf(state, model).name,
      write: (state, value, model) => {
        model.guardStructure();
        model.grid.changeSheet(state.id, { name: checkSheetName(value, model, state.id) });
      },
    },
    Position: {
      read: ({ id }, model) => model.grid.sheets().findIndex((sheet) => sheet.id === id),
      write: (state, value, model) => {
        model.guardStructure();
        const position = whole(value);
        if (position < 0 || position >= model.grid.sheets().length) throw invalidArgument();
        model.grid.changeSheet(state.id, { position });
      },
    },
    Visibility: { read: (state, model) => VISIBILITIES[sheetOf(state, model).visibility], write: setVisibility },
    TabColor: {
      read: (state, model) => (sheetOf(state, model).tabColor === null ? '' : `#${sheetOf(state, model).tabColor}`),
      write: (state, value, model) =>
        model.grid.changeSheet(state.id, { tabColor: value === '' ? null : fromColor(value) }),
    },
    ShowGridlines: { read: (state, model) => sheetOf(state, model).showGridlines },
    /** The client sets `showGridlines` by this name. */
    Gridlines: {
      read: (state, model) => sheetOf(state, model).showGridlines,
      write: (state, value, model) => model.grid.changeSheet(state.id, { showGridlines: value === true }),
    },
  },
  links: {
    Charts: (state) => objectOf(charts, state),
    Comments: (state) => objectOf(comments, state),
    Notes: (state) => objectOf(notes, state),
    PivotTables: (state) => objectOf(pivotTables, state),
    Shapes: (state) => objectOf(shapes, state),
    Slicers: (state) => objectOf(slicers, state),
    Tables: ({ id }) => objectOf(tables, { sheetId: id }),
    Names: ({ id }) => objectOf(namedItems, { scope: id }),
    Protection: (state) => objectOf(protection, state),
    FreezePanes: (state) => objectOf(freezePanes, state),
    PageLayout: (state) => objectOf(pageLayout, state),
    HorizontalPageBreaks: (state) => objectOf(horizontalPageBreaks, state),
  },
  calls: {
    Activate: activate,
    Delete: deleteSheet,
    Calculate: async (_, __, model) => model.grid.calculated(),
    GetRange: (state, [address], model) => rangeObject(stateOfAddress(address, sheetOf(state, model).id, model)),
    GetCell: (state, [row, column]) =>
      rangeObject(rangeState(state.id, { top: whole(row), left: whole(column), rows: 1, columns: 1 })),
    GetRangeByIndexes: (state, [top, left, rows, columns]) =>
      rangeObject(
        rangeState(state.id, { top: whole(top), left: whole(left), rows: whole(rows), columns: whole(columns) }),
      ),
    GetUsedRange: (state, args, model) =>
      rangeObject({
        sheetId: state.id,
        area: usedArea(state, args, model) ?? { top: 0, left: 0, rows: 1, columns: 1 },
      }),
    GetUsedRangeOrNullObject: (state, args, model) => {
      const area = usedArea(state, args, model);
      return area ? rangeObject({ sheetId: state.id, area }) : NULL_OBJECT;
    },
    GetNextOrNullObject: (state, [visibleOnly], model) => neighbour(state, 1, visibleOnly, model),
    GetPreviousOrNullObject: (state, [visibleOnly], model) => neighbour(state, -1, visibleOnly, model),
    ...eventCalls({
      DataChangedEvent: EVENT.changed,
      ActivatedEvent: EVENT.activated,
      DeactivatedEvent: EVENT.deactivated,
      SelectionChangedEvent: EVENT.selectionChanged,
      CalculatedEvent: EVENT.calculated,
      FormatChangedEvent: EVENT.formatChanged,
      RowSortedEvent: EVENT.rowSorted,
      ColumnSortedEvent: EVENT.columnSorted,
      RowHiddenChangedEvent: EVENT.rowHiddenChanged,
      ProtectionChangedEvent: EVENT.protectionChanged,
      EventNameChanged: EVENT.nameChanged,
      EventVisibilityChanged: EVENT.visibilityChanged,
    }),
  },
});

export const worksheetObject = (id: string): HostObject => objectOf(worksheet, { id });

function neighbour({ id }: SheetState, step: 1 | -1, visibleOnly: unknown, model: Model): HostObject | NullObject {
  const sheets = listedSheets(visibleOnly, model);
  const found = sheets[sheets.findIndex((sheet) => sheet.id === id) + step];
  return found ? worksheetObject(found.id) : NULL_OBJECT;
}

function listedSheets(visibleOnly: unknown, model: Model): readonly GridSheet[] {
  return model.grid.sheets().filter((sheet) => visibleOnly !== true || sheet.visibility === 'visible');
}

function addSheet(_: null, [given]: readonly unknown[], model: Model): HostObject {
  model.guardStructure();
  const name = given === undefined || given === null ? freeName(model) : checkSheetName(given, model);
  return worksheetObject(model.grid.addSheet(name).id);
}

function freeName(model: Model): string {
  for (let number = 1; ; number += 1) if (findSheetId(`Feuil${number}`, model) === null) return `Feuil${number}`;
}

export const worksheets = defineType<null>({
  name: 'WorksheetCollection',
  items: (_, model) => model.grid.sheets().map(({ id }) => worksheetObject(id)),
  item: (_, key, model) => {
    const id = findSheetId(key, model);
    if (id === null) throw itemNotFound();
    return worksheetObject(id);
  },
  calls: {
    Add: addSheet,
    GetActiveWorksheet: (_, __, model) => worksheetObject(model.grid.activeSheetId()),
    GetItemOrNullObject: (_, [key], model) => {
      const id = findSheetId(key, model);
      return id === null ? NULL_OBJECT : worksheetObject(id);
    },
    GetCount: (_, [visibleOnly], model) => listedSheets(visibleOnly, model).length,
    GetFirst: (_, [visibleOnly], model) => worksheetObject(listedSheets(visibleOnly, model)[0]?.id ?? ''),
    GetLast: (_, [visibleOnly], model) => worksheetObject(listedSheets(visibleOnly, model).at(-1)?.id ?? ''),
    ...eventCalls({
      DataChangedEvent: EVENT.changed,
      ActivatedEvent: EVENT.activated,
      DeactivatedEvent: EVENT.deactivated,
      AddedEvent: EVENT.added,
      SelectionChangedEvent: EVENT.selectionChanged,
      DeletedEvent: EVENT.deleted,
      CalculatedEvent: EVENT.calculated,
      FormatChangedEvent: EVENT.formatChanged,
      RowSortedEvent: EVENT.rowSorted,
      ColumnSortedEvent: EVENT.columnSorted,
      RowHiddenChangedEvent: EVENT.rowHiddenChanged,
      ProtectionChangedEvent: EVENT.protectionChanged,
      EventNameChanged: EVENT.nameChanged,
      EventVisibilityChanged: EVENT.visibilityChanged,
      EventMoved: EVENT.moved,
    }),
  },
});
