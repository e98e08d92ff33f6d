/**
 * The interface of the owner of a workbook's data on Excel's side. The object model of the Rich API reads and writes
 * it, the page shows it; an implementation holds the cells and computes the native formulas (`univer/`). Rows and
 * columns start at 0. Reads and writes are immediate; only calculation takes time, and `calculated()` waits for it.
 * Invalid requests throw: they are bugs of the caller.
 */

/** An error in a cell, such as `#N/A`; `message` is the text that Excel shows beside it. */
export interface GridError {
  readonly error: string;
  readonly message?: string;
  /** The cell holds a data type or an image, of which `values` gives this error alone. */
  readonly isEntity?: true;
}

/** A cell's value: null is an empty cell, dates are serial numbers. */
export type GridValue = string | number | boolean | null | GridError;

/** A rectangle of cells. */
export interface GridArea {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** The size of an Excel sheet. */
export const GRID_ROWS = 1_048_576;
export const GRID_COLUMNS = 16_384;

export interface GridBorder {
  readonly line: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double';
  /** `RRGGBB`. */
  readonly color: string;
}

/** The look of a cell. An absent member is the sheet's default. */
export interface GridStyle {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** `RRGGBB`, as every colour here. */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly top?: GridBorder;
  readonly bottom?: GridBorder;
  readonly left?: GridBorder;
  readonly right?: GridBorder;
}

/** A member set to null goes back to the default; an absent one stays as it is. */
export type GridStyleChange = { readonly [Member in keyof GridStyle]: GridStyle[Member] | null };

/** The content and look of a cell. With a formula, `value` is its last known result. */
export interface GridCell {
  readonly value: GridValue;
  /**
   * Invariant English form as written, with a leading `=`; structured references and `ENVELOPE.X()` included, `_xlfn.`
   * prefixes not.
   */
  readonly formula?: string;
  /** Invariant pattern; absent is `General`. */
  readonly numberFormat?: string;
  readonly style?: GridStyle;
}

/** Changes to a cell; absent members stay. A `value` replaces a formula, a `formula` replaces a value. */
export interface GridCellChange {
  readonly value?: GridValue;
  readonly formula?: string;
  readonly numberFormat?: string;
  readonly style?: GridStyleChange;
}

export type GridVisibility = 'visible' | 'hidden' | 'veryHidden';

export interface GridPage {
  readonly orientation: 'portrait' | 'landscape';
  /** `A4`, `A3`, `Letter`… */
  readonly paper: string;
  /** Per cent; null when the sheet is fitted to pages. */
  readonly scale: number | null;
  readonly pagesWide: number | null;
  readonly pagesTall: number | null;
  /** `$1:$3`, or null. */
  readonly titleRows: string | null;
  /** `$A$1:$F$40`, or null. */
  readonly printArea: string | null;
  /** Left, centre and right of the footer, with Excel's codes. */
  readonly footer: readonly [left: string, centre: string, right: string];
  /** Rows below the manual page breaks, in order. Inserted rows do not move them. */
  readonly breaks: readonly number[];
}

export const DEFAULT_PAGE: GridPage = {
  orientation: 'portrait',
  paper: 'A4',
  scale: 100,
  pagesWide: null,
  pagesTall: null,
  titleRows: null,
  printArea: null,
  footer: ['', '', ''],
  breaks: [],
};

/** A sheet without its cells. */
export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: GridVisibility;
  readonly isProtected: boolean;
  /** Rows and columns that do not scroll. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  /** `RRGGBB`, or null. */
  readonly tabColor: string | null;
  readonly page: GridPage;
}

/**
 * The sheet that Excel shows when the one shown is deleted: the next visible one, else the one before; null when no
 * other is visible.
 */
export function neighbourOf(sheets: readonly GridSheet[], id: string): GridSheet | null {
  const place = sheets.findIndex((sheet) => sheet.id === id);
  const isVisible = ({ visibility }: GridSheet): boolean => visibility === 'visible';
  return sheets.slice(place + 1).find(isVisible) ?? sheets.slice(0, place).reverse().find(isVisible) ?? null;
}

export type GridSheetChange = Partial<Omit<GridSheet, 'id'>> & { readonly position?: number };

export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** Headings, data, and the totals row when there is one. */
  readonly area: GridArea;
  readonly columns: readonly string[];
  readonly hasTotalsRow: boolean;
  /** `TableStyleMedium2`… */
  readonly style: string;
}

export interface GridName {
  readonly name: string;
  /** The id of the sheet that it is local to; null for the workbook. */
  readonly scope: string | null;
  /** Invariant, with a leading `=`. */
  readonly refersTo: string;
  readonly visible: boolean;
  readonly comment: string;
}

/** Paints the area where the formula, written for its top left cell, is true. */
export interface GridHighlight {
  readonly id: string;
  readonly sheetId: string;
  readonly areas: readonly GridArea[];
  readonly formula: string;
  readonly style: GridStyle;
}

/** A list of allowed values, typed in (`"AE,CP"`) or a range (`=Convention!$A$1:$A$3`). */
export interface GridChoice {
  readonly area: GridArea;
  readonly source: string;
  /** The title of its message about a value that is not in the list; absent: none. */
  readonly title?: string;
}

export interface GridSheetContents extends Omit<GridSheet, 'id' | 'page'> {
  /** Absent: the grid chooses. */
  readonly id?: string;
  readonly page?: GridPage;
  readonly cells: readonly (GridCell & { readonly row: number; readonly column: number })[];
  /** Pixels; a width of n characters is 7n + 5 pixels. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Pixels; 20 by default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly GridArea[];
  readonly highlights: readonly Omit<GridHighlight, 'id' | 'sheetId'>[];
  readonly choices: readonly GridChoice[];
}

/** A visible sheet without anything in it. */
export function emptySheet(name: string): GridSheetContents {
  return {
    name,
    visibility: 'visible',
    isProtected: false,
    freeze: { rows: 0, columns: 0 },
    showGridlines: true,
    tabColor: null,
    cells: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    highlights: [],
    choices: [],
  };
}

/** A workbook as plain data, with sheet names instead of ids: fills any Grid, and reads it back. */
export interface GridWorkbook {
  readonly name: string;
  readonly sheets: readonly GridSheetContents[];
  readonly tables: readonly (Omit<GridTable, 'id' | 'sheetId'> & { readonly sheet: string })[];
  /** `scope` is a sheet's name here. */
  readonly names: readonly GridName[];
  readonly activeSheet: string | null;
  readonly uses1904Dates: boolean;
  readonly structureProtected: boolean;
}

/** Who makes a change: the person at this screen, the add-in through the Rich API, or a co-author elsewhere. */
export type GridOrigin = 'user' | 'addin' | 'coauthor';

export type GridChangeKind =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** A change to the workbook. */
export type GridEdit =
  | {
      readonly kind: 'cellsChanged';
      readonly sheetId: string;
      readonly area: GridArea;
      readonly change: GridChangeKind;
      /** Only when a single cell changed its value. */
      readonly single?: { readonly before: GridValue; readonly after: GridValue };
    }
  | { readonly kind: 'formatsChanged'; readonly sheetId: string; readonly area: GridArea }
  | { readonly kind: 'rowsHidden'; readonly sheetId: string; readonly area: GridArea; readonly hidden: boolean }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted'; readonly sheetId: string }
  | { readonly kind: 'sheetRenamed'; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: 'sheetMoved'; readonly sheetId: string; readonly before: number; readonly after: number }
  | {
      readonly kind: 'sheetVisibility';
      readonly sheetId: string;
      readonly before: GridVisibility;
      readonly after: GridVisibility;
    }
  | { readonly kind: 'sheetProtection'; readonly sheetId: string; readonly isProtected: boolean }
  | {
      readonly kind: 'tableAdded' | 'tableDeleted';
      readonly tableId: string;
      readonly name: string;
      readonly sheetId: string;
    }
  | {
      readonly kind: 'nameAdded' | 'nameDeleted' | 'nameChanged';
      readonly name: string;
      readonly scope: string | null;
    };

/** An event that changes no data. */
export type GridNotice =
  | { readonly kind: 'calculated'; readonly sheetIds: readonly string[] }
  | { readonly kind: 'selectionChanged'; readonly sheetId: string; readonly areas: readonly GridArea[] }
  | { readonly kind: 'sheetActivated' | 'sheetDeactivated'; readonly sheetId: string };

export type GridEvent = (GridEdit & { readonly origin: GridOrigin }) | GridNotice;

/** The position of a cell. */
export interface GridPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** One value, or the rows of a range or array. */
export type GridArgument = GridValue | readonly (readonly GridValue[])[];

export const isRows = (value: GridArgument): value is readonly (readonly GridValue[])[] => Array.isArray(value);

/** A function for native formulas. It returns at once what is known; `recalculate` calls it again. */
export interface GridFunction {
  /** Upper case, namespace included: `ENVELOPE.REMAINING`. */
  readonly name: string;
  readonly description: string;
  readonly minimumArguments: number;
  readonly maximumArguments: number;
  /** An argument left out in the middle is null; an answer of several rows or columns spills. */
  evaluate(argumentValues: readonly GridArgument[], caller: GridPlace): GridArgument;
}

export interface GridSelection {
  readonly sheetId: string;
  readonly areas: readonly GridArea[];
}

export interface Grid {
  readonly name: string;
  readonly uses1904Dates: boolean;
  structureProtected: boolean;

  /** In the order of the tabs. */
  sheets(): readonly GridSheet[];
  sheet(id: string): GridSheet | undefined;
  addSheet(name: string, position?: number): GridSheet;
  changeSheet(id: string, change: GridSheetChange): void;
  deleteSheet(id: string): void;
  activeSheetId(): string;
  activateSheet(id: string): void;
  selection(): GridSelection;
  select(sheetId: string, area: GridArea): void;

  /** The smallest area that holds every value, or every value and format; null when there is none. */
  usedArea(sheetId: string, what: 'values' | 'valuesAndFormats'): GridArea | null;
  readValues(sheetId: string, area: GridArea): GridValue[][];
  /** Formulas as they were written; null where there is none. */
  readFormulas(sheetId: string, area: GridArea): (string | null)[][];
  /** The areas over which formulas spill their results, their own cells included. */
  spills(sheetId: string): readonly GridArea[];
  readNumberFormats(sheetId: string, area: GridArea): string[][];
  /** The displayed texts. */
  readTexts(sheetId: string, area: GridArea): string[][];
  readStyle(sheetId: string, row: number, column: number): GridStyle;
  /** Null leaves a cell untouched. */
  writeCells(sheetId: string, top: number, left: number, cells: readonly (readonly (GridCellChange | null)[])[]): void;
  /** The same change for a whole area, whatever its size. */
  formatArea(sheetId: string, area: GridArea, change: Pick<GridCellChange, 'numberFormat' | 'style'>): void;
  clearArea(sheetId: string, area: GridArea, what: 'all' | 'contents' | 'formats'): void;
  insertRows(sheetId: string, top: number, count: number): void;
  deleteRows(sheetId: string, top: number, count: number): void;
  insertColumns(sheetId: string, left: number, count: number): void;
  deleteColumns(sheetId: string, left: number, count: number): void;

  /** Pixels. */
  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, left: number, count: number, pixels: number): void;
  rowHeight(sheetId: string, row: number): number;
  setRowHeight(sheetId: string, top: number, count: number, pixels: number): void;
  isRowHidden(sheetId: string, row: number): boolean;
  setRowsHidden(sheetId: string, top: number, count: number, hidden: boolean): void;
  isColumnHidden(sheetId: string, column: number): boolean;
  setColumnsHidden(sheetId: string, left: number, count: number, hidden: boolean): void;
  merges(sheetId: string): readonly GridArea[];
  merge(sheetId: string, area: GridArea): void;
  unmerge(sheetId: string, area: GridArea): void;

  tables(): readonly GridTable[];
  addTable(table: Omit<GridTable, 'id' | 'columns'>): GridTable;
  changeTable(id: string, change: Partial<Pick<GridTable, 'name' | 'area' | 'hasTotalsRow' | 'style'>>): void;
  /** Keeps the cells. */
  deleteTable(id: string): void;
  names(): readonly GridName[];
  /** Adds the name or replaces the one with the same name and scope. */
  setName(name: GridName): void;
  deleteName(name: string, scope: string | null): void;
  highlights(sheetId: string): readonly GridHighlight[];
  addHighlight(highlight: Omit<GridHighlight, 'id'>): GridHighlight;
  changeHighlight(id: string, change: Partial<Omit<GridHighlight, 'id' | 'sheetId'>>): void;
  deleteHighlight(id: string): void;
  choices(sheetId: string): readonly GridChoice[];
  addChoice(sheetId: string, choice: GridChoice): void;
  /** Those that cover a cell of the area. */
  deleteChoices(sheetId: string, area: GridArea): void;
  /** The number of rules of other kinds, such as data bars and bounds of values, which only the grid holds. */
  otherRules(sheetId: string): number;

  registerFunction(definition: GridFunction): void;
  /** Recalculates these cells and all that depend on them. */
  recalculate(places: readonly GridPlace[]): void;
  /** Resolves when every formula is up to date. */
  calculated(): Promise<void>;

  /** Runs the action as another author than the person at this screen. */
  actingAs<T>(origin: GridOrigin, action: () => T): T;
  /** Calls the listener at every change; returns the function that stops it. */
  subscribe(listener: (event: GridEvent) => void): () => void;
  /** The whole workbook as plain data. */
  contents(): GridWorkbook;
  dispose(): void;
}
