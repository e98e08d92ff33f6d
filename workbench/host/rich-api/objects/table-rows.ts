/** `table.rows`: count, reading, adding at the end, deleting. */
import { invalidOperation, itemNotFound, notImplemented } from '../errors';
import { defineType, objectOf, type HostObject, type Model } from '../model';
import { rangeObject } from './range';
import { readValues, writeContents } from './range-contents';
import type { RangeState } from './range-state';
import { bodyOf, isFree, tableOf, type TableState } from './table-parts';

interface RowState extends TableState {
  readonly index: number;
}

function placeOf(state: RowState, model: Model): RangeState {
  const table = tableOf(state, model);
  const body = bodyOf(table);
  if (state.index < 0 || state.index >= body.rows) throw itemNotFound();
  return { sheetId: table.sheetId, area: { ...body, top: body.top + state.index, rows: 1 } };
}

const row = defineType<RowState>({
  name: 'TableRow',
  scalars: {
    Index: { read: ({ index }) => index },
    Values: {
      read: (state, model) => readValues(placeOf(state, model), model),
      write: (state, value, model) => writeContents(placeOf(state, model), value, model),
    },
  },
  calls: {
    GetRange: (state, _, model) => rangeObject(placeOf(state, model)),
    Delete: (state, _, model) => {
      const { sheetId, area } = placeOf(state, model);
      model.guardSheet(sheetId);
      const before = tableOf(state, model);
      if (bodyOf(before).rows === 1) return model.grid.clearArea(sheetId, area, 'contents'); // a blank row is left
      model.grid.deleteRows(sheetId, area.top, 1);
      const { id, area: left } = tableOf(state, model);
      // the grid keeps the size of a table whose last row is deleted
      if (left.rows === before.area.rows) model.grid.changeTable(id, { area: { ...left, rows: left.rows - 1 } });
    },
  },
});

const count = (state: TableState, model: Model): number => bodyOf(tableOf(state, model)).rows;

function add(state: TableState, [index, values]: readonly unknown[], model: Model): HostObject {
  const table = tableOf(state, model);
  model.guardSheet(table.sheetId);
  const isAtEnd = index === undefined || index === null || index === -1 || index === count(state, model);
  if (!isAtEnd) throw notImplemented('TableRowCollection.add inside the table');
  const added = Array.isArray(values) && Array.isArray(values[0]) ? values.length : 1;
  const isBlank = count(state, model) === 1 && isFree(table.sheetId, bodyOf(table), model);
  const filled = isBlank ? 1 : 0; // as in Excel, the blank row of an empty table is filled first
  const below = {
    ...table.area,
    top: table.area.top + table.area.rows - filled - (table.hasTotalsRow ? 1 : 0),
    rows: added,
  };
  if (!isFree(table.sheetId, below, model)) throw invalidOperation('There are cells below the table.');
  model.grid.changeTable(table.id, { area: { ...table.area, rows: table.area.rows - filled + added } });
  if (Array.isArray(values))
    writeContents({ sheetId: table.sheetId, area: below }, Array.isArray(values[0]) ? values : [values], model);
  return objectOf(row, { ...state, index: count(state, model) - added });
}

export const tableRows = defineType<TableState>({
  name: 'TableRowCollection',
  scalars: { Count: { read: count } },
  items: (state, model) =>
    Array.from({ length: count(state, model) }, (_, index) => objectOf(row, { ...state, index })),
  calls: {
    Add: add,
    GetCount: (state, _, model) => count(state, model),
    GetItemAt: (state, [index], model) => {
      const found = { ...state, index: Number(index) };
      placeOf(found, model);
      return objectOf(row, found);
    },
  },
});
