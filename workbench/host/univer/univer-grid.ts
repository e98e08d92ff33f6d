/**
 * The grid over Univer 0.25.1: cells, native formulas, tables, names and rules are Univer's own. The same class serves
 * a headless Univer in Node and one with its interface in a page: it needs only the sheets, formula, table, conditional
 * format and validation plugins.
 */
import { IUniverInstanceService, UniverInstanceType, type Univer, type Workbook } from '@univerjs/core';
import { TableManager } from '@univerjs/sheets-table';
import { shownText } from '../number-format';
import type {
  Grid,
  GridArea,
  GridCellChange,
  GridEvent,
  GridFunction,
  GridChoice,
  GridHighlight,
  GridName,
  GridOrigin,
  GridPlace,
  GridSelection,
  GridSheet,
  GridSheetChange,
  GridStyle,
  GridTable,
  GridValue,
  GridWorkbook,
} from '../grid';
import { Calculation } from './calculation';
import { Cells } from './univer-cells';
import { GridChanges } from './grid-changes';
import { UniverContext, toRange } from './univer-context';
import { addFunction } from './addin-functions';
import { Highlights } from './highlights';
import { UniverLayout } from './univer-layout';
import { contentsOf, toUniverWorkbook } from './workbook-data';
import { ErrorMessages } from './error-messages';
import { DefinedNames } from './defined-names';
import { FormulaScope } from './formula-scope';
import { Sheets } from './sheets';
import { Tables } from './univer-tables';

/** Univer shares caches by unit between all workbooks of a process: each grid gets its own number. */
let lastUnit = 0;

/** Loads a workbook into this Univer and returns its grid; one workbook at a time per Univer. */
export function createUniverGrid(univer: Univer, contents: GridWorkbook, locale = 'fr-FR'): Grid {
  lastUnit += 1;
  const workbook = univer.createUnit<ReturnType<typeof toUniverWorkbook>, Workbook>(
    UniverInstanceType.UNIVER_SHEET,
    toUniverWorkbook(contents, `workbook-${lastUnit}`),
  );
  return new UniverGrid(univer, workbook, contents, locale);
}

class UniverGrid implements Grid {
  private readonly context: UniverContext;
  private readonly cells: Cells;
  private readonly sheetList: Sheets;
  private readonly layout: UniverLayout;
  private readonly tableList: Tables;
  private readonly nameList: DefinedNames;
  private readonly rules: Highlights;
  private readonly changes: GridChanges;
  private readonly calculation: Calculation;
  private readonly scope: FormulaScope;
  private readonly messages = new ErrorMessages();
  private readonly undo: (() => void)[] = [];
  /** Words to touch at once when the workbook is filled: each search reads all the formulas. */
  private waitingWords: string[] | null = null;

  constructor(
    private readonly univer: Univer,
    workbook: Workbook,
    contents: GridWorkbook,
    private readonly locale: string,
  ) {
    this.context = new UniverContext(univer.__getInjector(), workbook);
    this.cells = new Cells(this.context);
    this.sheetList = new Sheets(this.context);
    this.layout = new UniverLayout(this.context);
    this.tableList = new Tables(this.context, this.cells);
    this.nameList = new DefinedNames(this.context);
    this.rules = new Highlights(this.context);
    this.scope = new FormulaScope(this.context, this.tableList, this.nameList);
    this.calculation = new Calculation(
      this.context.injector,
      () => this.scope.translation(),
      (sheetIds) => this.changes.emit({ kind: 'calculated', sheetIds }),
      (place, answer) => this.messages.note(place, answer),
    );
    this.changes = new GridChanges(this.context, {
      cells: this.cells,
      sheets: this.sheetList,
      tables: this.tableList,
      names: this.nameList,
    });
    this.watch();
    this.fill(contents);
  }

  /** Adds the tables, names and rules, which Univer does not load with the workbook. */
  private fill(contents: GridWorkbook): void {
    const words: string[] = [];
    this.waitingWords = words;
    const idOf = (name: string): string => this.sheets().find((sheet) => sheet.name === name)?.id ?? '';
    contents.tables.forEach(({ sheet, ...table }) => this.tableList.add({ ...table, sheetId: idOf(sheet) }));
    contents.names.forEach((name) => this.nameList.set({ ...name, scope: name.scope && idOf(name.scope) }));
    for (const sheet of contents.sheets) {
      sheet.highlights.forEach((highlight) => this.rules.add({ ...highlight, sheetId: idOf(sheet.name) }));
      sheet.choices.forEach((choice) => this.rules.addChoice(idOf(sheet.name), choice));
    }
    if (contents.activeSheet) this.activateSheet(idOf(contents.activeSheet));
    this.waitingWords = null;
    this.touch(words);
  }

  private watch(): void {
    const manager = this.context.injector.get(TableManager);
    const touch = (...names: (string | undefined)[]): void => this.touch(names.filter((name) => name !== undefined));
    const subscriptions = [
      manager.tableAdd$.subscribe(({ tableName }) => touch(tableName)),
      manager.tableDelete$.subscribe(({ tableName }) => touch(tableName)),
      manager.tableNameChanged$.subscribe(({ tableName, oldTableName }) => touch(tableName, oldTableName)),
      manager.tableRangeChanged$.subscribe(({ tableId }) =>
        touch(this.tables().find((table) => table.id === tableId)?.name),
      ),
    ];
    this.undo.push(() => subscriptions.forEach((subscription) => subscription.unsubscribe()));
    this.undo.push(this.changes.subscribe((event) => this.follow(event)));
  }

  /** Applies the consequences of a change: headings rename columns, names move, a row typed under a table joins it. */
  private follow(event: GridEvent): void {
    if (event.kind === 'nameAdded' || event.kind === 'nameChanged' || event.kind === 'nameDeleted')
      this.touch([event.name]);
    if (event.kind !== 'cellsChanged') return;
    if (event.change !== 'RangeEdited') this.messages.clear();
    else {
      this.touch(this.scope.tablesWithHeadingsIn(event.sheetId, event.area).map((table) => table.name));
      this.tableList.growOver(event.sheetId, event.area);
    }
  }

  /** Marks as dirty every formula that contains one of the words, or a table column. */
  private touch(words: readonly string[]): void {
    if (words.length === 0) return;
    if (this.waitingWords) {
      this.waitingWords.push(...words);
      return;
    }
    const wanted = words.map((word) => word.toLowerCase());
    const places = [...this.calculation.written(this.context.unitId)].filter(({ formula }) => {
      const text = formula.toLowerCase();
      return text.includes('[') || wanted.some((word) => text.includes(word));
    });
    this.recalculate(places);
  }

  get name(): string {
    return this.context.workbook.name;
  }

  get uses1904Dates(): boolean {
    return this.extra.uses1904Dates === true;
  }

  get structureProtected(): boolean {
    return this.extra.structureProtected === true;
  }

  set structureProtected(isProtected: boolean) {
    this.extra.structureProtected = isProtected;
  }

  private get extra(): Record<string, unknown> {
    return this.context.workbook.getSnapshot().custom?.host as Record<string, unknown>;
  }

  sheets = (): readonly GridSheet[] => this.sheetList.all();
  sheet = (id: string): GridSheet | undefined => this.sheetList.one(id);

  addSheet(name: string, position = this.sheets().length): GridSheet {
    lastUnit += 1;
    return this.sheetList.add(name, position, `{${this.context.unitId}-n${lastUnit}}`);
  }

  changeSheet(id: string, change: GridSheetChange): void {
    const before = this.sheet(id);
    this.sheetList.change(id, change);
    const { isProtected } = change;
    if (isProtected !== undefined && isProtected !== before?.isProtected)
      this.changes.edit({ kind: 'sheetProtection', sheetId: id, isProtected });
  }

  deleteSheet(id: string): void {
    this.tables().forEach((table) => table.sheetId === id && this.deleteTable(table.id));
    this.sheetList.delete(id);
  }

  activeSheetId = (): string => this.sheetList.activeId();
  activateSheet = (id: string): void => this.sheetList.activate(id);
  selection = (): GridSelection => this.sheetList.selection();
  select = (sheetId: string, area: GridArea): void => this.sheetList.select(sheetId, area);

  usedArea = (sheetId: string, what: 'values' | 'valuesAndFormats'): GridArea | null =>
    this.cells.usedArea(sheetId, what);
  readValues = (sheetId: string, area: GridArea): GridValue[][] =>
    this.messages.beside(this.cells.values(sheetId, area), sheetId, area);
  readFormulas = (sheetId: string, area: GridArea): (string | null)[][] => this.cells.formulasOf(sheetId, area);
  spills = (sheetId: string): readonly GridArea[] => this.cells.spills(sheetId);
  readNumberFormats = (sheetId: string, area: GridArea): string[][] => this.cells.numberFormats(sheetId, area);

  readTexts(sheetId: string, area: GridArea): string[][] {
    const formats = this.readNumberFormats(sheetId, area);
    return this.cells
      .values(sheetId, area)
      .map((line, row) =>
        line.map((value, column) => shownText(value, formats[row]?.[column] ?? 'General', this.locale)),
      );
  }

  readStyle = (sheetId: string, row: number, column: number): GridStyle => this.cells.style(sheetId, row, column);

  writeCells(sheetId: string, top: number, left: number, cells: readonly (readonly (GridCellChange | null)[])[]): void {
    this.cells.write(sheetId, top, left, cells);
  }

  formatArea(sheetId: string, area: GridArea, change: Pick<GridCellChange, 'numberFormat' | 'style'>): void {
    this.cells.format(sheetId, area, change);
  }

  clearArea = (sheetId: string, area: GridArea, what: 'all' | 'contents' | 'formats'): void =>
    this.cells.clear(sheetId, area, what);
  insertRows = (sheetId: string, top: number, count: number): void => this.sheetList.insertRows(sheetId, top, count);
  deleteRows = (sheetId: string, top: number, count: number): void => this.sheetList.deleteRows(sheetId, top, count);
  insertColumns = (sheetId: string, left: number, count: number): void =>
    this.sheetList.insertColumns(sheetId, left, count);
  deleteColumns = (sheetId: string, left: number, count: number): void =>
    this.sheetList.deleteColumns(sheetId, left, count);

  columnWidth = (sheetId: string, column: number): number => this.layout.columnWidth(sheetId, column);
  rowHeight = (sheetId: string, row: number): number => this.layout.rowHeight(sheetId, row);
  isRowHidden = (sheetId: string, row: number): boolean => this.layout.isRowHidden(sheetId, row);
  isColumnHidden = (sheetId: string, column: number): boolean => this.layout.isColumnHidden(sheetId, column);
  merges = (sheetId: string): readonly GridArea[] => this.layout.merges(sheetId);
  merge = (sheetId: string, area: GridArea): void => this.layout.merge(sheetId, area);
  unmerge = (sheetId: string, area: GridArea): void => this.layout.unmerge(sheetId, area);

  setColumnWidth(sheetId: string, left: number, count: number, pixels: number): void {
    this.layout.setColumnWidth(sheetId, left, count, pixels);
  }

  setRowHeight(sheetId: string, top: number, count: number, pixels: number): void {
    this.layout.setRowHeight(sheetId, top, count, pixels);
  }

  setRowsHidden(sheetId: string, top: number, count: number, hidden: boolean): void {
    this.layout.setRowsHidden(sheetId, top, count, hidden);
  }

  setColumnsHidden(sheetId: string, left: number, count: number, hidden: boolean): void {
    this.layout.setColumnsHidden(sheetId, left, count, hidden);
  }

  tables = (): readonly GridTable[] => this.tableList.all();
  addTable = (table: Omit<GridTable, 'id' | 'columns'>): GridTable => this.tableList.add(table);

  changeTable(id: string, change: Partial<Pick<GridTable, 'name' | 'area' | 'hasTotalsRow' | 'style'>>): void {
    this.tableList.change(id, change);
    this.touch([this.tableList.byId(id).name]);
  }

  deleteTable = (id: string): void => this.tableList.delete(id);
  names = (): readonly GridName[] => this.nameList.all();
  setName = (name: GridName): void => this.nameList.set(name);
  deleteName = (name: string, scope: string | null): void => this.nameList.delete(name, scope);
  highlights = (sheetId: string): readonly GridHighlight[] => this.rules.all(sheetId);
  addHighlight = (highlight: Omit<GridHighlight, 'id'>): GridHighlight => this.rules.add(highlight);

  changeHighlight(id: string, change: Partial<Omit<GridHighlight, 'id' | 'sheetId'>>): void {
    this.rules.change(id, change);
  }

  deleteHighlight = (id: string): void => this.rules.delete(id);
  choices = (sheetId: string): readonly GridChoice[] => this.rules.choices(sheetId);
  addChoice = (sheetId: string, choice: GridChoice): void => this.rules.addChoice(sheetId, choice);
  deleteChoices = (sheetId: string, area: GridArea): void => this.rules.deleteChoices(sheetId, area);

  otherRules = (sheetId: string): number => this.rules.others(sheetId);

  registerFunction(definition: GridFunction): void {
    addFunction(this.context.injector, definition, (place, answer) => this.messages.note(place, answer));
    this.touch([definition.name]);
  }

  recalculate(places: readonly GridPlace[]): void {
    const unitId = this.context.unitId;
    const rangeOf = ({ row, column }: GridPlace) => toRange({ top: row, left: column, rows: 1, columns: 1 });
    this.calculation.markDirty(places.map((place) => ({ unitId, sheetId: place.sheetId, range: rangeOf(place) })));
  }

  calculated = (): Promise<void> => this.calculation.settled();
  actingAs = <T>(origin: GridOrigin, action: () => T): T => this.changes.actingAs(origin, action);
  subscribe = (listener: (event: GridEvent) => void): (() => void) => this.changes.subscribe(listener);

  contents = (): GridWorkbook =>
    contentsOf(this, {
      choices: (sheetId) => this.rules.choices(sheetId),
      extent: (sheetId) => this.layout.extent(sheetId),
    });

  /** Keeps the Univer itself, which may load another workbook. */
  dispose(): void {
    this.undo.forEach((step) => step());
    this.changes.dispose();
    this.calculation.dispose();
    this.univer.__getInjector().get(IUniverInstanceService).disposeUnit(this.context.unitId);
  }
}
