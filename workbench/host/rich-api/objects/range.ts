/** `Range`: its place, the ranges derived from it, and the operations on its cells. */
import { boundingArea, contains, intersection, isWholeColumns, isWholeRows, overlap } from '../../address';
import { GRID_COLUMNS, GRID_ROWS, type GridArea } from '../../grid';
import { generalException, invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { boxOfArea } from '../geometry';
import { defineType, NULL_OBJECT, objectOf, stateOf, type HostObject, type Model } from '../model';
import { readCellProperties, readColumnProperties, readRowProperties, writeCellProperties } from './cell-properties';
import { conditionalFormats } from './conditional-formats';
import { dataValidation } from './data-validation';
import { rangeAreas } from './range-areas';
import {
  checkShape,
  readFormulas,
  readFormulasLocal,
  readNumberFormats,
  readTexts,
  readValueTypes,
  readValues,
  writeContents,
  writeNumberFormats,
} from './range-contents';
import { formatOf } from './range-format';
import { moveCells } from './range-move';
import { addressOf, rangeState, stateOfAddress, type RangeState } from './range-state';

type Shift = (area: GridArea, args: readonly unknown[], model: Model, state: RangeState) => GridArea | null;

const whole = (value: unknown, byDefault: number): number => {
  if (value === undefined || value === null) return byDefault;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
};

/** A method that returns another range of the same sheet; null means not found. */
const leadsTo =
  (shift: Shift) =>
  (state: RangeState, args: readonly unknown[], model: Model): HostObject => {
    const area = shift(state.area, args, model, state);
    if (!area) throw itemNotFound();
    return rangeObject(rangeState(state.sheetId, area));
  };

const leadsToOrNull = (shift: Shift) => (state: RangeState, args: readonly unknown[], model: Model) => {
  const area = shift(state.area, args, model, state);
  return area ? rangeObject(rangeState(state.sheetId, area)) : NULL_OBJECT;
};

/** The other range of a call: an object, or an address on the same sheet. */
function otherArea(value: unknown, state: RangeState, model: Model): GridArea {
  const other = stateOf(value, range) ?? stateOfAddress(value, state.sheetId, model);
  if (other.sheetId !== state.sheetId) throw invalidArgument();
  return other.area;
}

/** The range where cells are moved, maybe on another sheet. */
function destinationOf(value: unknown, { sheetId }: RangeState, model: Model): RangeState {
  return stateOf(value, range) ?? stateOfAddress(value, sheetId, model);
}

function inside(area: GridArea, part: GridArea): GridArea {
  if (!contains(area, part)) throw invalidArgument();
  return part;
}

function usedWithin(
  area: GridArea,
  [valuesOnly]: readonly unknown[],
  model: Model,
  { sheetId }: RangeState,
): GridArea | null {
  const used = model.grid.usedArea(sheetId, valuesOnly === true ? 'values' : 'valuesAndFormats');
  const common = used && intersection(used, area);
  if (!common || !used || contains(area, used) || valuesOnly !== true) return common;
  return trimmed(common, model.grid.readValues(sheetId, common));
}

const SHIFTS: Readonly<Record<string, Shift>> = {
  GetCell: (area, [row, column]) => ({
    top: area.top + whole(row, 0),
    left: area.left + whole(column, 0),
    rows: 1,
    columns: 1,
  }),
  GetRow: (area, [row]) => inside(area, { ...area, top: area.top + whole(row, 0), rows: 1 }),
  GetColumn: (area, [column]) => inside(area, { ...area, left: area.left + whole(column, 0), columns: 1 }),
  GetLastRow: (area) => ({ ...area, top: area.top + area.rows - 1, rows: 1 }),
  GetLastColumn: (area) => ({ ...area, left: area.left + area.columns - 1, columns: 1 }),
  GetLastCell: (area) => ({ top: area.top + area.rows - 1, left: area.left + area.columns - 1, rows: 1, columns: 1 }),
  GetEntireRow: (area) => ({ ...area, left: 0, columns: GRID_COLUMNS }),
  GetEntireColumn: (area) => ({ ...area, top: 0, rows: GRID_ROWS }),
  GetOffsetRange: (area, [rows, columns]) => ({
    ...area,
    top: area.top + whole(rows, 0),
    left: area.left + whole(columns, 0),
  }),
  GetResizedRange: (area, [rows, columns]) => ({
    ...area,
    rows: area.rows + whole(rows, 0),
    columns: area.columns + whole(columns, 0),
  }),
  GetAbsoluteResizedRange: (area, [rows, columns]) => ({ ...area, rows: whole(rows, 1), columns: whole(columns, 1) }),
  GetRowsAbove: (area, [count]) => beside(area, -whole(count, 1), 'rows'),
  GetRowsBelow: (area, [count]) => beside(area, whole(count, 1), 'rows'),
  GetColumnsBefore: (area, [count]) => beside(area, -whole(count, 1), 'columns'),
  GetColumnsAfter: (area, [count]) => beside(area, whole(count, 1), 'columns'),
  GetBoundingRect: (area, [other], model, state) => boundingArea(area, otherArea(other, state, model)),
  GetIntersection: (area, [other], model, state) => intersection(area, otherArea(other, state, model)),
  GetUsedRange: (area, args, model, state) => usedWithin(area, args, model, state) ?? { ...area, rows: 1, columns: 1 },
  GetSurroundingRegion: (area, _, model, state) => region(area, model, state),
};

function beside(area: GridArea, count: number, along: 'rows' | 'columns'): GridArea {
  const size = Math.abs(count);
  if (size === 0) throw invalidArgument();
  if (along === 'rows') return { ...area, top: count > 0 ? area.top + area.rows : area.top - size, rows: size };
  return { ...area, left: count > 0 ? area.left + area.columns : area.left - size, columns: size };
}

/** The block of filled cells around the first cell, up to empty rows and columns. */
function region(area: GridArea, model: Model, { sheetId }: RangeState): GridArea {
  const used = model.grid.usedArea(sheetId, 'values');
  let found: GridArea = { ...area, rows: 1, columns: 1 };
  for (;;) {
    const top = Math.max(0, found.top - 1);
    const left = Math.max(0, found.left - 1);
    const around = {
      top,
      left,
      rows: found.top + found.rows + 1 - top,
      columns: found.left + found.columns + 1 - left,
    };
    const grown = used && intersection(around, used);
    const filled = grown && trimmed(grown, model.grid.readValues(sheetId, grown));
    const next = filled ? boundingArea(found, filled) : found;
    if (next.rows === found.rows && next.columns === found.columns) return found;
    found = next;
  }
}

/** The smallest area that holds all the values. */
function trimmed(area: GridArea, values: readonly (readonly unknown[])[]): GridArea | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  values.forEach((line, row) =>
    line.forEach((value, column) => {
      if (value === null) return;
      [top, left, bottom, right] = [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ];
    }),
  );
  return bottom < 0
    ? null
    : { top: area.top + top, left: area.left + left, rows: bottom - top + 1, columns: right - left + 1 };
}

function hiddenRows({ sheetId, area }: RangeState, model: Model): boolean | null {
  const rows = isWholeColumns(area) ? (model.grid.usedArea(sheetId, 'valuesAndFormats')?.rows ?? 1) : area.rows;
  const first = model.grid.isRowHidden(sheetId, area.top);
  for (let row = area.top + 1; row < area.top + rows; row += 1)
    if (model.grid.isRowHidden(sheetId, row) !== first) return null;
  return first;
}

function hiddenColumns({ sheetId, area }: RangeState, model: Model): boolean | null {
  const columns = isWholeRows(area) ? 1 : area.columns;
  const first = model.grid.isColumnHidden(sheetId, area.left);
  for (let column = area.left + 1; column < area.left + columns; column += 1) {
    if (model.grid.isColumnHidden(sheetId, column) !== first) return null;
  }
  return first;
}

const CLEARED: Readonly<Record<string, 'all' | 'contents' | 'formats'>> = {
  All: 'all',
  Contents: 'contents',
  Formats: 'formats',
};

function clear({ sheetId, area }: RangeState, [applyTo]: readonly unknown[], model: Model): void {
  model.guardSheet(sheetId);
  const what = CLEARED[applyTo === undefined || applyTo === null ? 'All' : String(applyTo)];
  if (!what) throw invalidArgument();
  model.grid.clearArea(sheetId, area, what);
}

/** Whole rows or columns only: shifting part of a sheet is not supported. */
function insert(state: RangeState, [shift]: readonly unknown[], model: Model): HostObject {
  const { sheetId, area } = state;
  model.guardSheet(sheetId);
  if (isWholeRows(area)) model.grid.insertRows(sheetId, area.top, area.rows);
  else if (isWholeColumns(area)) model.grid.insertColumns(sheetId, area.left, area.columns);
  else throw invalidOperation(`Inserting part of a row or column (${String(shift)}) is not possible in this host.`);
  return rangeObject(state);
}

function remove({ sheetId, area }: RangeState, [shift]: readonly unknown[], model: Model): void {
  model.guardSheet(sheetId);
  if (isWholeRows(area)) model.grid.deleteRows(sheetId, area.top, area.rows);
  else if (isWholeColumns(area)) model.grid.deleteColumns(sheetId, area.left, area.columns);
  else throw invalidOperation(`Deleting part of a row or column (${String(shift)}) is not possible in this host.`);
}

function merge({ sheetId, area }: RangeState, [across]: readonly unknown[], model: Model): void {
  model.guardSheet(sheetId);
  if (model.grid.tables().some((table) => table.sheetId === sheetId && overlap(table.area, area))) {
    throw invalidOperation('Cells of a table cannot be merged.');
  }
  const parts =
    across === true
      ? Array.from({ length: area.rows }, (_, row) => ({ ...area, top: area.top + row, rows: 1 }))
      : [area];
  parts.forEach((part) => model.grid.merge(sheetId, part));
}

/** Whether the cells of a range are in areas that formulas fill: null when some are. */
function hasSpill({ sheetId, area }: RangeState, model: Model): boolean | null {
  const shared = model.grid.spills(sheetId).flatMap((filled) => intersection(filled, area) ?? []);
  if (shared.length === 0) return false;
  return shared.reduce((cells, { rows, columns }) => cells + rows * columns, 0) === area.rows * area.columns || null;
}

function filledBy({ sheetId, area }: RangeState, model: Model): HostObject | typeof NULL_OBJECT {
  if (area.rows * area.columns > 1) throw invalidArgument();
  const filled = model.grid.spills(sheetId).find(({ top, left }) => top === area.top && left === area.left);
  return filled ? rangeObject(rangeState(sheetId, filled)) : NULL_OBJECT;
}

/** Areas of one answer: Excel refuses more. */
const MOST_MERGED = 512;

/** The merged areas whose first cell is in the range: Excel gives no other (office-js #3611). */
function mergedAreas({ sheetId, area }: RangeState, model: Model) {
  const isBegun = ({ top, left }: GridArea): boolean => overlap({ top, left, rows: 1, columns: 1 }, area);
  const areas = model.grid.merges(sheetId).filter(isBegun);
  if (areas.length > MOST_MERGED || model.weaknesses.has('refusesMerges')) throw generalException();
  return areas.length === 0 ? NULL_OBJECT : objectOf(rangeAreas, { sheetId, areas });
}

export const range = defineType<RangeState>({
  name: 'Range',
  scalars: {
    Address: { read: addressOf },
    Height: { read: ({ sheetId, area }, model) => boxOfArea(model.grid, sheetId, area).height },
    Left: { read: ({ sheetId, area }, model) => boxOfArea(model.grid, sheetId, area).left },
    Top: { read: ({ sheetId, area }, model) => boxOfArea(model.grid, sheetId, area).top },
    Width: { read: ({ sheetId, area }, model) => boxOfArea(model.grid, sheetId, area).width },
    AddressLocal: { read: addressOf },
    RowIndex: { read: ({ area }) => area.top },
    ColumnIndex: { read: ({ area }) => area.left },
    RowCount: { read: ({ area }) => area.rows },
    ColumnCount: { read: ({ area }) => area.columns },
    HasSpill: { read: hasSpill },
    CellCount: { read: ({ area }) => (area.rows * area.columns > 2_147_483_647 ? -1 : area.rows * area.columns) },
    IsEntireRow: { read: ({ area }) => isWholeRows(area) },
    IsEntireColumn: { read: ({ area }) => isWholeColumns(area) },
    Values: { read: readValues, write: writeContents },
    Formulas: { read: readFormulas, write: writeContents },
    FormulasLocal: { read: readFormulasLocal },
    NumberFormat: { read: readNumberFormats, write: writeNumberFormats },
    Text: { read: readTexts },
    ValueTypes: { read: readValueTypes },
    RowHidden: {
      read: hiddenRows,
      write: ({ sheetId, area }, value, model) => {
        model.guardSheet(sheetId);
        model.grid.setRowsHidden(sheetId, area.top, area.rows, value === true);
      },
    },
    ColumnHidden: {
      read: hiddenColumns,
      write: ({ sheetId, area }, value, model) => {
        model.guardSheet(sheetId);
        model.grid.setColumnsHidden(sheetId, area.left, area.columns, value === true);
      },
    },
    Hidden: {
      read: (state, model) => {
        const rows = hiddenRows(state, model);
        const columns = hiddenColumns(state, model);
        return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
      },
    },
  },
  links: {
    Worksheet: ({ sheetId }, model) => model.objects.worksheet(sheetId),
    Format: (state) => formatOf(state),
    ConditionalFormats: (state) => objectOf(conditionalFormats, state),
    DataValidation: (state) => objectOf(dataValidation, state),
  },
  calls: {
    ...Object.fromEntries(Object.entries(SHIFTS).map(([name, shift]) => [name, leadsTo(shift)])),
    GetIntersectionOrNullObject: leadsToOrNull((area, [other], model, state) =>
      intersection(area, otherArea(other, state, model)),
    ),
    GetUsedRangeOrNullObject: leadsToOrNull(usedWithin),
    GetSpillingToRangeOrNullObject: (state, _, model) => filledBy(state, model),
    GetMergedAreasOrNullObject: (state, _, model) => mergedAreas(state, model),
    GetCellProperties: (state, [asked], model) => readCellProperties(state, asked, model),
    SetCellProperties: (state, [given], model) => writeCellProperties(state, given, model),
    GetRowProperties: (state, [asked], model) => readRowProperties(state, asked, model),
    GetColumnProperties: (state, [asked], model) => readColumnProperties(state, asked, model),
    _ValidateArraySize: (state, [rows, columns]) => checkShape(state, rows, columns),
    Clear: clear,
    Insert: insert,
    Delete: remove,
    Merge: merge,
    MoveTo: (state, [destination], model) => moveCells(state, destinationOf(destination, state, model), model),
    Unmerge: ({ sheetId, area }, _, model) => {
      model.guardSheet(sheetId);
      model.grid.unmerge(sheetId, area);
    },
    Select: ({ sheetId, area }, _, model) => {
      if (model.grid.sheet(sheetId)?.visibility !== 'visible')
        throw invalidOperation('Cells of a hidden worksheet cannot be selected.');
      model.grid.select(sheetId, area);
    },
    Calculate: async (_, __, model) => model.grid.calculated(),
  },
});

export const rangeObject = (state: RangeState): HostObject => objectOf(range, state);
