/** `table.columns`. */
import type { GridArea, GridTable } from '../../grid';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, type HostObject, type Model } from '../model';
import { rangeObject } from './range';
import { readValues } from './range-contents';
import { bodyOf, headerOf, tableOf, totalsOf, type TableState } from './table-parts';

interface ColumnState extends TableState {
  readonly index: number;
}

function columnArea({ area }: { area: GridArea }, index: number): GridArea {
  return { ...area, left: area.left + index, columns: 1 };
}

const part =
  (areaOf: (table: GridTable) => GridArea) =>
  (state: ColumnState, _: readonly unknown[], model: Model): HostObject => {
    const table = tableOf(state, model);
    return rangeObject({ sheetId: table.sheetId, area: columnArea({ area: areaOf(table) }, state.index) });
  };

function rename(state: ColumnState, value: unknown, model: Model): void {
  const table = tableOf(state, model);
  model.guardSheet(table.sheetId);
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  if (table.columns.some((name, index) => index !== state.index && name.toLowerCase() === value.toLowerCase()))
    throw itemAlreadyExists();
  model.grid.writeCells(table.sheetId, table.area.top, table.area.left + state.index, [[{ value }]]);
}

const column = defineType<ColumnState>({
  name: 'TableColumn',
  id: ({ index }) => index + 1,
  scalars: {
    Id: { read: ({ index }) => index + 1 },
    Index: { read: ({ index }) => index },
    Name: { read: (state, model) => tableOf(state, model).columns[state.index] ?? '', write: rename },
    Values: {
      read: (state, model) => {
        const table = tableOf(state, model);
        return readValues({ sheetId: table.sheetId, area: columnArea(table, state.index) }, model);
      },
    },
  },
  calls: {
    GetRange: part(({ area }) => area),
    GetHeaderRowRange: part(headerOf),
    GetDataBodyRange: part(bodyOf),
    GetTotalRowRange: part((table) => {
      if (!table.hasTotalsRow) throw itemNotFound();
      return totalsOf(table);
    }),
  },
});

function find(state: TableState, key: unknown, model: Model): HostObject | null {
  const { columns } = tableOf(state, model);
  const wanted = String(key).toLowerCase();
  const index = typeof key === 'number' ? key - 1 : columns.findIndex((name) => name.toLowerCase() === wanted);
  return index >= 0 && index < columns.length ? objectOf(column, { ...state, index }) : null;
}

export const tableColumns = defineType<TableState>({
  name: 'TableColumnCollection',
  scalars: { Count: { read: (state, model) => tableOf(state, model).columns.length } },
  items: (state, model) => tableOf(state, model).columns.map((_, index) => objectOf(column, { ...state, index })),
  item: (state, key, model) => {
    const found = find(state, key, model);
    if (!found) throw itemNotFound();
    return found;
  },
  calls: {
    GetCount: (state, _, model) => tableOf(state, model).columns.length,
    GetItemOrNullObject: (state, [key], model) => find(state, key, model) ?? NULL_OBJECT,
    GetItemAt: (state, [index], model) => {
      const found = find(state, Number(index) + 1, model);
      if (!found) throw itemNotFound();
      return found;
    },
  },
});
