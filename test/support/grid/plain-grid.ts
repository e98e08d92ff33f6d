/**
 * A grid without a calculation engine, some twenty times faster than Univer's, for thousands of simulated days: cells,
 * tables, names and looks as in Excel, references that follow rows and names; of the formulas, only the add-in's own
 * functions with written arguments have a result.
 */
import { boundingArea, intersection, overlap } from '../../../workbench/host/address';
import {
  GRID_COLUMNS,
  GRID_ROWS,
  type Grid,
  type GridArea,
  type GridCellChange,
  type GridChangeKind,
  type GridChoice,
  type GridEvent,
  type GridFunction,
  type GridHighlight,
  type GridName,
  type GridOrigin,
  type GridPlace,
  type GridSelection,
  type GridSheet,
  type GridSheetChange,
  type GridSheetContents,
  type GridTable,
  type GridValue,
  type GridWorkbook,
  neighbourOf,
} from '../../../workbench/host/grid';
import { GridListeners } from '../../../workbench/host/grid-listeners';
import { shownText } from '../../../workbench/host/number-format';
import { contentsOf } from '../../../workbench/host/univer/workbook-data';
import { sheetContents } from '../excel/grid-workbook';
import { loseSheetInFormula, moveReferences, movedSpan, renameInFormula, type LineMove } from './moved-references';
import { NO_STYLE, PlainSheet } from './plain-sheet';

type PlainTable = Omit<GridTable, 'columns'>;

export class PlainGrid implements Grid {
  readonly name: string;
  readonly uses1904Dates: boolean;
  structureProtected: boolean;
  private order: PlainSheet[] = [];
  private readonly byId = new Map<string, PlainSheet>();
  private tableList: PlainTable[] = [];
  private readonly shownTables = new WeakMap<PlainTable, GridTable>();
  private nameList: GridName[] = [];
  private rules: GridHighlight[] = [];
  private readonly lists = new Map<string, readonly GridChoice[]>();
  private readonly functions = new Map<string, GridFunction>();
  private readonly events = new GridListeners();
  private dirty: GridPlace[] = [];
  private lastId = 0;
  private active: string;
  private selected: GridArea = { top: 0, left: 0, rows: 1, columns: 1 };

  constructor(contents: GridWorkbook) {
    this.name = contents.name;
    this.uses1904Dates = contents.uses1904Dates;
    this.structureProtected = contents.structureProtected;
    for (const sheet of contents.sheets) this.placeSheet(sheet, this.order.length);
    const idOf = (name: string): string => this.order.find(({ facts }) => facts.name === name)?.facts.id ?? '';
    this.tableList = contents.tables.map(({ sheet, columns: _, ...table }) => ({
      ...table,
      id: this.newId('table'),
      sheetId: idOf(sheet),
    }));
    this.nameList = contents.names.map((name) => ({ ...name, scope: name.scope && idOf(name.scope) }));
    this.active = this.order[0]?.facts.id ?? '';
    this.markFunctions();
  }

  sheets = (): readonly GridSheet[] => this.order.map(({ facts }) => facts);
  sheet = (id: string): GridSheet | undefined => this.byId.get(id)?.facts;

  addSheet(name: string, position = this.order.length): GridSheet {
    const sheet = this.placeSheet(sheetContents({ name }), position);
    this.events.edit({ kind: 'sheetAdded', sheetId: sheet.facts.id });
    return sheet.facts;
  }

  changeSheet(id: string, { position, ...change }: GridSheetChange): void {
    const sheet = this.at(id);
    const before = sheet.facts;
    sheet.facts = { ...before, ...change };
    if (change.name !== undefined && change.name !== before.name) this.renamed(id, before.name, change.name);
    if (change.visibility !== undefined)
      this.events.edit({ kind: 'sheetVisibility', sheetId: id, before: before.visibility, after: change.visibility });
    if (change.isProtected !== undefined && change.isProtected !== before.isProtected)
      this.events.edit({ kind: 'sheetProtection', sheetId: id, isProtected: change.isProtected });
    if (position === undefined) return;
    const from = this.order.indexOf(sheet);
    this.order.splice(position, 0, ...this.order.splice(from, 1));
    if (from !== position) this.events.edit({ kind: 'sheetMoved', sheetId: id, before: from, after: position });
  }

  deleteSheet(id: string): void {
    const neighbour = id === this.active ? neighbourOf(this.sheets(), id) : null;
    if (neighbour) this.activateSheet(neighbour.id);
    const { name } = this.at(id).facts;
    for (const table of this.tableList.filter(({ sheetId }) => sheetId === id)) this.deleteTable(table.id);
    this.order = this.order.filter(({ facts }) => facts.id !== id);
    this.byId.delete(id);
    this.rules = this.rules.filter(({ sheetId }) => sheetId !== id);
    this.nameList = this.nameList.filter(({ scope }) => scope !== id);
    if (this.active === id) this.active = this.order[0]?.facts.id ?? '';
    this.rewrite((formula) => loseSheetInFormula(formula, name));
    this.events.edit({ kind: 'sheetDeleted', sheetId: id });
  }

  activeSheetId = (): string => this.active;
  activateSheet(id: string): void {
    if (id !== this.active) this.events.emit({ kind: 'sheetDeactivated', sheetId: this.active });
    this.active = id;
    this.events.emit({ kind: 'sheetActivated', sheetId: id });
  }
  selection = (): GridSelection => ({ sheetId: this.active, areas: [this.selected] });
  select(sheetId: string, area: GridArea): void {
    this.active = sheetId;
    this.selected = area;
    this.events.emit({ kind: 'selectionChanged', sheetId, areas: [area] });
  }

  usedArea(sheetId: string, what: 'values' | 'valuesAndFormats'): GridArea | null {
    return this.at(sheetId).used(what);
  }
  readValues = (sheetId: string, area: GridArea): GridValue[][] =>
    this.at(sheetId).read(area, (cell) => cell?.value ?? null);
  readFormulas = (sheetId: string, area: GridArea): (string | null)[][] =>
    this.at(sheetId).read(area, (cell) => cell?.formula ?? null);
  readNumberFormats = (sheetId: string, area: GridArea): string[][] =>
    this.at(sheetId).read(area, (cell) => cell?.numberFormat ?? 'General');
  readTexts = (sheetId: string, area: GridArea): string[][] =>
    this.at(sheetId).read(area, (cell) => shownText(cell?.value ?? null, cell?.numberFormat ?? 'General', 'fr-FR'));
  readStyle = (sheetId: string, row: number, column: number) => this.at(sheetId).get(row, column)?.style ?? NO_STYLE;

  writeCells(sheetId: string, top: number, left: number, cells: readonly (readonly (GridCellChange | null)[])[]): void {
    const sheet = this.at(sheetId);
    const written: { area: GridArea | null; looks: GridArea | null; count: number } = {
      area: null,
      looks: null,
      count: 0,
    };
    let before: GridValue = null;
    cells.forEach((line, r) =>
      line.forEach((change, c) => {
        if (!change) return;
        const [row, column] = [top + r, left + c];
        const cell = { top: row, left: column, rows: 1, columns: 1 };
        if (change.value !== undefined || change.formula !== undefined) {
          before = sheet.get(row, column)?.value ?? null;
          written.count += 1;
          written.area = written.area ? boundingArea(written.area, cell) : cell;
          if (isOurs(change.formula)) this.dirty.push({ sheetId, row, column });
        } else written.looks = written.looks ? boundingArea(written.looks, cell) : cell;
        sheet.change(row, column, change);
      }),
    );
    if (written.looks) this.events.edit({ kind: 'formatsChanged', sheetId, area: written.looks });
    if (written.area) this.emitCells(sheetId, written.area, written.count === 1 ? before : undefined);
  }

  formatArea(sheetId: string, area: GridArea, change: Pick<GridCellChange, 'numberFormat' | 'style'>): void {
    const { rows, columns } = this.formatted(sheetId, area);
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) this.at(sheetId).change(area.top + r, area.left + c, change);
    this.events.edit({ kind: 'formatsChanged', sheetId, area });
  }

  /** Of whole rows and columns, as far as cells are used. */
  private formatted(sheetId: string, area: GridArea): Pick<GridArea, 'rows' | 'columns'> {
    if (area.rows <= 2_000 && area.columns <= 200) return area;
    const used = boundingArea(this.usedArea(sheetId, 'valuesAndFormats') ?? area, { ...area, rows: 1, columns: 1 });
    const within = (count: number, end: number): number => Math.max(0, Math.min(count, end));
    return {
      rows: area.rows > 2_000 ? within(area.rows, used.top + used.rows - area.top) : area.rows,
      columns: area.columns > 200 ? within(area.columns, used.left + used.columns - area.left) : area.columns,
    };
  }

  clearArea(sheetId: string, area: GridArea, what: 'all' | 'contents' | 'formats'): void {
    const sheet = this.at(sheetId);
    let cleared: GridArea | null = null;
    for (const [row, line] of sheet.rows)
      for (const [column, cell] of line) {
        const place = { top: row, left: column, rows: 1, columns: 1 };
        if (!intersection(area, place)) continue;
        if (what !== 'formats') Object.assign(cell, { value: null, formula: null });
        if (what !== 'contents') Object.assign(cell, { numberFormat: 'General', style: {} });
        cleared = cleared ? boundingArea(cleared, place) : place;
      }
    if (!cleared) return;
    sheet.forgetUsed();
    if (what === 'formats') this.events.edit({ kind: 'formatsChanged', sheetId, area });
    else this.emitCells(sheetId, area, undefined);
  }

  insertRows = (sheetId: string, top: number, count: number): void => this.moveLines(sheetId, true, top, count);
  deleteRows = (sheetId: string, top: number, count: number): void => this.moveLines(sheetId, true, top, -count);
  insertColumns = (sheetId: string, left: number, count: number): void => this.moveLines(sheetId, false, left, count);
  deleteColumns = (sheetId: string, left: number, count: number): void => this.moveLines(sheetId, false, left, -count);

  columnWidth = (sheetId: string, column: number): number => this.at(sheetId).widths.get(column) ?? 64;
  setColumnWidth = (sheetId: string, left: number, count: number, pixels: number): void =>
    linesOf(left, count).forEach((line) => this.at(sheetId).widths.set(line, pixels));
  rowHeight = (sheetId: string, row: number): number => this.at(sheetId).heights.get(row) ?? 20;
  setRowHeight = (sheetId: string, top: number, count: number, pixels: number): void =>
    linesOf(top, count).forEach((line) => this.at(sheetId).heights.set(line, pixels));
  isRowHidden = (sheetId: string, row: number): boolean => this.at(sheetId).hiddenRows.has(row);
  setRowsHidden(sheetId: string, top: number, count: number, hidden: boolean): void {
    linesOf(top, count).forEach((line) => this.at(sheetId).hiddenRows[hidden ? 'add' : 'delete'](line));
    const area = { top, left: 0, rows: count, columns: GRID_COLUMNS };
    this.events.edit({ kind: 'rowsHidden', sheetId, area, hidden });
  }
  isColumnHidden = (sheetId: string, column: number): boolean => this.at(sheetId).hiddenColumns.has(column);
  setColumnsHidden = (sheetId: string, left: number, count: number, hidden: boolean): void =>
    linesOf(left, count).forEach((line) => this.at(sheetId).hiddenColumns[hidden ? 'add' : 'delete'](line));
  merges = (sheetId: string): readonly GridArea[] => this.at(sheetId).merges;
  merge = (sheetId: string, area: GridArea): void => void this.at(sheetId).merges.push(area);
  unmerge(sheetId: string, area: GridArea): void {
    const sheet = this.at(sheetId);
    sheet.merges = sheet.merges.filter((merged) => !intersection(merged, area));
  }

  tables = (): readonly GridTable[] => this.tableList.map((table) => this.withColumns(table));

  addTable(table: Omit<GridTable, 'id' | 'columns'>): GridTable {
    const id = this.newId('table');
    this.tableList.push({ ...table, id });
    this.events.edit({ kind: 'tableAdded', tableId: id, name: table.name, sheetId: table.sheetId });
    return this.tables().find((one) => one.id === id)!;
  }

  changeTable(id: string, change: Partial<Pick<GridTable, 'name' | 'area' | 'hasTotalsRow' | 'style'>>): void {
    this.tableList = this.tableList.map((table) => (table.id === id ? { ...table, ...change } : table));
  }

  deleteTable(id: string): void {
    const table = this.tableList.find((one) => one.id === id);
    this.tableList = this.tableList.filter((one) => one.id !== id);
    if (table) this.events.edit({ kind: 'tableDeleted', tableId: id, name: table.name, sheetId: table.sheetId });
  }

  names = (): readonly GridName[] => this.nameList;
  setName(name: GridName): void {
    const isKnown = this.nameList.some((one) => sameName(one, name));
    this.nameList = isKnown ? this.nameList.map((one) => (sameName(one, name) ? name : one)) : [...this.nameList, name];
    this.events.edit({ kind: isKnown ? 'nameChanged' : 'nameAdded', name: name.name, scope: name.scope });
  }
  deleteName(name: string, scope: string | null): void {
    this.nameList = this.nameList.filter((one) => !sameName(one, { name, scope }));
    this.events.edit({ kind: 'nameDeleted', name, scope });
  }

  highlights = (sheetId: string): readonly GridHighlight[] => this.rules.filter((rule) => rule.sheetId === sheetId);
  addHighlight(highlight: Omit<GridHighlight, 'id'>): GridHighlight {
    const rule = { ...highlight, id: this.newId('rule') };
    this.rules.push(rule);
    return rule;
  }
  changeHighlight(id: string, change: Partial<Omit<GridHighlight, 'id' | 'sheetId'>>): void {
    this.rules = this.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
  }
  deleteHighlight(id: string): void {
    this.rules = this.rules.filter((rule) => rule.id !== id);
  }
  choices(sheetId: string): readonly GridChoice[] {
    return this.lists.get(sheetId) ?? [];
  }
  addChoice(sheetId: string, choice: GridChoice): void {
    this.lists.set(sheetId, [...this.choices(sheetId), choice]);
  }
  deleteChoices(sheetId: string, area: GridArea): void {
    this.lists.set(
      sheetId,
      this.choices(sheetId).filter((choice) => !overlap(choice.area, area)),
    );
  }

  otherRules(): number {
    return 0;
  }
  spills(): readonly GridArea[] {
    return [];
  }

  registerFunction(definition: GridFunction): void {
    this.functions.set(definition.name, definition);
  }
  recalculate(places: readonly GridPlace[]): void {
    this.dirty.push(...places);
  }

  async calculated(): Promise<void> {
    while (this.dirty.length > 0) {
      const places = this.dirty.splice(0);
      for (const place of places) this.compute(place);
      this.events.emit({ kind: 'calculated', sheetIds: [...new Set(places.map(({ sheetId }) => sheetId))] });
    }
  }

  actingAs = <T>(origin: GridOrigin, action: () => T): T => this.events.actingAs(origin, action);
  subscribe = (listener: (event: GridEvent) => void): (() => void) => this.events.subscribe(listener);

  contents = (): GridWorkbook =>
    contentsOf(this, { choices: (sheetId) => this.choices(sheetId), extent: (sheetId) => this.at(sheetId).extent() });
  dispose = (): void => this.events.clear();

  /** One object for each table, until it changes; the headings are read when somebody asks for them. */
  private withColumns(table: PlainTable): GridTable {
    const known = this.shownTables.get(table);
    if (known) return known;
    const headings = (): readonly GridValue[] => this.readValues(table.sheetId, { ...table.area, rows: 1 })[0] ?? [];
    const shown = {
      ...table,
      get columns() {
        return headings().map((heading, index) =>
          heading === null || typeof heading === 'object' ? `Colonne${index + 1}` : String(heading),
        );
      },
    };
    this.shownTables.set(table, shown);
    return shown;
  }

  private at(id: string): PlainSheet {
    const found = this.byId.get(id);
    if (!found) throw new Error(`No sheet ${id} in the grid`);
    return found;
  }

  private placeSheet(contents: GridSheetContents, position: number): PlainSheet {
    const sheet = new PlainSheet(this.newId('sheet'), contents);
    this.order.splice(position, 0, sheet);
    this.byId.set(sheet.facts.id, sheet);
    return sheet;
  }

  private newId(what: string): string {
    this.lastId += 1;
    return `{${what}-${this.lastId}}`;
  }

  /** Rows written right under a table join it, as in Excel. */
  private emitCells(sheetId: string, area: GridArea, before: GridValue | undefined): void {
    const after = before === undefined ? null : (this.readValues(sheetId, area)[0]?.[0] ?? null);
    const single = before === undefined ? {} : { single: { before, after } };
    this.events.edit({ kind: 'cellsChanged', sheetId, area, change: 'RangeEdited', ...single });
    for (const table of this.tableList) {
      const { top, left, rows, columns } = table.area;
      if (table.sheetId !== sheetId || table.hasTotalsRow) continue;
      const below = intersection(area, { top: top + rows, left, rows: area.rows, columns });
      if (!below || below.top !== top + rows) continue;
      const contents = (of: GridArea) => this.at(sheetId).read(of, (cell) => cell?.value ?? cell?.formula ?? null);
      if (contents({ ...below, rows: 1 }).every((line) => line.every((content) => content === null))) continue;
      const lines = contents({ ...below, left, columns });
      const firstEmpty = lines.findIndex((line) => line.every((content) => content === null));
      const filled = firstEmpty < 0 ? lines.length : firstEmpty;
      if (filled > 0) this.changeTable(table.id, { area: { ...table.area, rows: rows + filled } });
    }
  }

  private renamed(sheetId: string, before: string, after: string): void {
    this.rewrite((formula) => renameInFormula(formula, before, after));
    this.events.edit({ kind: 'sheetRenamed', sheetId, before, after });
  }

  private moveLines(sheetId: string, isRow: boolean, first: number, count: number): void {
    const sheet = this.at(sheetId);
    sheet.moveLines(isRow, first, count);
    const move: LineMove = { sheet: sheet.facts.name, isRow, first, count };
    this.rewrite((formula, owner) => moveReferences(formula, owner, move));
    const moved = (area: GridArea): GridArea | null => movedArea(area, move);
    sheet.merges = sheet.merges.flatMap((area) => moved(area) ?? []).filter(({ rows, columns }) => rows * columns > 1);
    this.rules = this.rules.flatMap((rule) => {
      if (rule.sheetId !== sheetId) return [rule];
      const areas = rule.areas.flatMap((area) => moved(area) ?? []);
      return areas.length > 0 ? [{ ...rule, areas }] : [];
    });
    this.lists.set(
      sheetId,
      this.choices(sheetId).flatMap((choice) => {
        const area = moved(choice.area);
        return area ? [{ ...choice, area }] : [];
      }),
    );
    for (const table of this.tableList.filter((one) => one.sheetId === sheetId)) {
      const area = moved(table.area);
      if (area) this.changeTable(table.id, { area });
      else this.deleteTable(table.id);
    }
    const lines = Math.abs(count);
    const area = isRow
      ? { top: first, left: 0, rows: lines, columns: GRID_COLUMNS }
      : { top: 0, left: first, rows: GRID_ROWS, columns: lines };
    const kind = `${isRow ? 'Row' : 'Column'}${count > 0 ? 'Inserted' : 'Deleted'}` as GridChangeKind;
    this.events.edit({ kind: 'cellsChanged', sheetId, area, change: kind });
  }

  private rewrite(change: (formula: string, owner: string) => string): void {
    for (const { facts, rows } of this.order)
      for (const line of rows.values())
        for (const cell of line.values()) if (cell.formula !== null) cell.formula = change(cell.formula, facts.name);
    this.nameList = this.nameList.map((name) => ({ ...name, refersTo: change(name.refersTo, '') }));
  }

  private markFunctions(): void {
    for (const { facts, rows } of this.order)
      for (const [row, line] of rows)
        for (const [column, { formula }] of line)
          if (isOurs(formula)) this.dirty.push({ sheetId: facts.id, row, column });
  }

  private compute(place: GridPlace): void {
    const cell = this.sheet(place.sheetId) && this.at(place.sheetId).get(place.row, place.column);
    const call = /^=(ENVELOPE\.\w+)\(((?:"[^"]*",?)*)\)$/.exec(cell?.formula ?? '');
    const definition = call && this.functions.get(call[1] ?? '');
    if (!cell || !call || !definition) return;
    const args = [...(call[2] ?? '').matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
    const answer = definition.evaluate(args, place);
    if (!Array.isArray(answer)) cell.value = answer as GridValue;
  }
}

const isOurs = (formula: string | null | undefined): boolean => formula?.startsWith('=ENVELOPE.') ?? false;

const linesOf = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

const sameName = (one: Pick<GridName, 'name' | 'scope'>, other: Pick<GridName, 'name' | 'scope'>): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase() && one.scope === other.scope;

function movedArea(area: GridArea, move: LineMove): GridArea | null {
  const [first, count] = move.isRow ? [area.top, area.rows] : [area.left, area.columns];
  const span = movedSpan([first, first + count - 1], move);
  if (!span) return null;
  const [start, end] = span;
  return move.isRow
    ? { ...area, top: start, rows: end - start + 1 }
    : { ...area, left: start, columns: end - start + 1 };
}
