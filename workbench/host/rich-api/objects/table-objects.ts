/** Excel tables, with Excel's refusals: overlaps, taken names, resizing that loses the headings. */
import { overlap } from '../../address';
import type { GridArea, GridTable } from '../../grid';
import {
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
  mergedRangeConflict,
  notImplemented,
} from '../errors';
import { defineType, NULL_OBJECT, objectOf, stateOf, type HostObject, type Model } from '../model';
import { EVENT, eventCalls } from './event-calls';
import { checkName } from './named-items';
import { range, rangeObject } from './range';
import { stateOfAddress, type RangeState } from './range-state';
import { bodyOf, headerOf, isFree, tableOf, totalsOf, type TableState } from './table-parts';
import { tableColumns } from './table-columns';
import { tableRows } from './table-rows';

const part =
  (areaOf: (table: GridTable) => GridArea) =>
  (state: TableState, _: readonly unknown[], model: Model): HostObject => {
    const table = tableOf(state, model);
    return rangeObject({ sheetId: table.sheetId, area: areaOf(table) });
  };

function rename(state: TableState, value: unknown, model: Model): void {
  const table = tableOf(state, model);
  const name = checkName(value);
  if (name.toLowerCase() !== table.name.toLowerCase() && isTaken(name, model)) throw itemAlreadyExists();
  model.grid.changeTable(table.id, { name });
}

function isTaken(name: string, model: Model): boolean {
  const wanted = name.toLowerCase();
  return [...model.grid.tables(), ...model.grid.names()].some((other) => other.name.toLowerCase() === wanted);
}

/** The totals row uses the row below, which must be empty. */
function showTotals(state: TableState, value: unknown, model: Model): void {
  const table = tableOf(state, model);
  model.guardSheet(table.sheetId);
  const wanted = value === true;
  if (wanted === table.hasTotalsRow) return;
  const { area } = table;
  if (!wanted) {
    model.grid.clearArea(table.sheetId, totalsOf(table), 'contents');
    model.grid.changeTable(table.id, { hasTotalsRow: false, area: { ...area, rows: area.rows - 1 } });
    return;
  }
  const below = { ...area, top: area.top + area.rows, rows: 1 };
  if (!isFree(table.sheetId, below, model))
    throw invalidOperation('There is no room for a totals row below the table.');
  model.grid.changeTable(table.id, { hasTotalsRow: true, area: { ...area, rows: area.rows + 1 } });
  model.grid.writeCells(table.sheetId, below.top, below.left, [[{ value: 'Total' }]]);
}

function resize(state: TableState, [given]: readonly unknown[], model: Model): void {
  const table = tableOf(state, model);
  model.guardSheet(table.sheetId);
  const { sheetId, area } = stateOf(given, range) ?? stateOfAddress(given, table.sheetId, model);
  if (sheetId !== table.sheetId || area.top !== table.area.top || !overlap(area, table.area) || area.rows < 2) {
    throw invalidArgument(
      'The headers must remain in the same row, and the resulting table range must overlap the original table range.',
    );
  }
  checkRoom(sheetId, area, model, table.id);
  model.grid.changeTable(table.id, { area });
}

const table = defineType<TableState>({
  name: 'Table',
  id: ({ id }) => id,
  scalars: {
    Id: { read: (state, model) => tableOf(state, model).id },
    Name: { read: (state, model) => tableOf(state, model).name, write: rename },
    ShowHeaders: { read: () => true },
    ShowTotals: { read: (state, model) => tableOf(state, model).hasTotalsRow, write: showTotals },
    Style: {
      read: (state, model) => tableOf(state, model).style,
      write: (state, value, model) => model.grid.changeTable(tableOf(state, model).id, { style: String(value) }),
    },
    LegacyId: { read: (state, model) => String(model.grid.tables().findIndex(({ id }) => id === state.id) + 1) },
  },
  links: {
    Columns: (state) => objectOf(tableColumns, state),
    Rows: (state) => objectOf(tableRows, state),
    Worksheet: (state, model) => model.objects.worksheet(tableOf(state, model).sheetId),
  },
  calls: {
    GetRange: part(({ area }) => area),
    GetHeaderRowRange: part(headerOf),
    GetDataBodyRange: part(bodyOf),
    GetTotalRowRange: part((found) => {
      if (!found.hasTotalsRow) throw itemNotFound();
      return totalsOf(found);
    }),
    ConvertToRange: (state, _, model) => {
      const found = tableOf(state, model);
      model.guardSheet(found.sheetId);
      model.grid.deleteTable(found.id);
      return rangeObject({ sheetId: found.sheetId, area: found.area });
    },
    Delete: (state, _, model) => {
      const found = tableOf(state, model);
      model.guardSheet(found.sheetId);
      model.grid.deleteTable(found.id);
      model.grid.clearArea(found.sheetId, found.area, 'all');
    },
    Resize: resize,
    ...eventCalls({ DataChangedEvent: EVENT.tableChanged, SelectionChangedEvent: EVENT.tableSelectionChanged }),
  },
});

export const tableObject = (id: string): HostObject => objectOf(table, { id });

/** Refuses an area that overlaps another table or merged cells. */
function checkRoom(sheetId: string, area: GridArea, model: Model, except?: string): void {
  const others = model.grid.tables().filter((other) => other.sheetId === sheetId && other.id !== except);
  if (others.some((other) => overlap(other.area, area))) throw invalidOperation("A table can't overlap another table.");
  if (model.grid.merges(sheetId).some((merged) => overlap(merged, area))) throw mergedRangeConflict();
}

interface TablesState {
  /** Null: all tables of the workbook. */
  readonly sheetId: string | null;
}

function tablesIn({ sheetId }: TablesState, model: Model): readonly GridTable[] {
  const all = model.grid.tables();
  return sheetId === null ? all : all.filter((found) => found.sheetId === sheetId);
}

function findTable(state: TablesState, key: unknown, model: Model): GridTable | undefined {
  const wanted = String(key).toLowerCase();
  const all = tablesIn(state, model);
  return all.find(({ id }) => id === key) ?? all.find(({ name }) => name.toLowerCase() === wanted);
}

function add({ sheetId }: TablesState, [address, hasHeaders]: readonly unknown[], model: Model): HostObject {
  if (hasHeaders !== true) throw notImplemented('TableCollection.add without headers');
  const place = stateOf(address, range) ?? stateOfAddress(address, sheetId ?? model.grid.activeSheetId(), model);
  model.guardSheet(place.sheetId);
  const area = place.area.rows === 1 ? { ...place.area, rows: 2 } : place.area;
  checkRoom(place.sheetId, area, model);
  writeHeadings({ ...place, area }, model);
  return tableObject(
    model.grid.addTable({
      sheetId: place.sheetId,
      area,
      name: freeName(model),
      hasTotalsRow: false,
      style: 'TableStyleMedium2',
    }).id,
  );
}

/** Makes the headings texts, unique and not empty. */
function writeHeadings({ sheetId, area }: RangeState, model: Model): void {
  const texts = model.grid.readTexts(sheetId, { ...area, rows: 1 })[0] ?? [];
  const present = model.grid.readValues(sheetId, { ...area, rows: 1 })[0] ?? [];
  const taken = new Set<string>();
  const headings = texts.map((text, index) => {
    const wanted = text === '' ? `Colonne${index + 1}` : text;
    let heading = wanted;
    for (let suffix = 2; taken.has(heading.toLowerCase()); suffix += 1) heading = `${wanted}${suffix}`;
    taken.add(heading.toLowerCase());
    return heading;
  });
  const changes = headings.map((heading, index) => (present[index] === heading ? null : { value: heading }));
  model.grid.writeCells(sheetId, area.top, area.left, [changes]);
}

function freeName(model: Model): string {
  for (let number = 1; ; number += 1) if (!isTaken(`Tableau${number}`, model)) return `Tableau${number}`;
}

export const tables = defineType<TablesState>({
  name: 'TableCollection',
  scalars: { Count: { read: (state, model) => tablesIn(state, model).length } },
  items: (state, model) => tablesIn(state, model).map(({ id }) => tableObject(id)),
  item: (state, key, model) => {
    const found = findTable(state, key, model);
    if (!found) throw itemNotFound();
    return tableObject(found.id);
  },
  calls: {
    Add: add,
    GetCount: (state, _, model) => tablesIn(state, model).length,
    GetItemAt: (state, [index], model) => {
      const found = tablesIn(state, model)[Number(index)];
      if (!found) throw itemNotFound();
      return tableObject(found.id);
    },
    GetItemOrNullObject: (state, [key], model) => {
      const found = findTable(state, key, model);
      return found ? tableObject(found.id) : NULL_OBJECT;
    },
    ...eventCalls({
      DataChangedEvent: EVENT.tableChanged,
      AddedEvent: EVENT.tableAdded,
      DeletedEvent: EVENT.tableDeleted,
    }),
  },
});
