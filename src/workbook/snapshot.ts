/** A workbook as read at one moment, by either adapter: plain data, safe to keep and to compare. */
import type { Area, CellValue } from './cells';
import { isDayOfCentury, SHOWN_DATE, SHOWN_IN_EUROS, type ShownNumber } from './number-formats';
import { hasRow, type RowRuns } from './row-runs';

/**
 * Things that people put on cells, and that do not move with their contents; a threaded comment is a note too, and a
 * picture, a chart of the team, a slicer or a control is a shape.
 */
export type AttachedKind = 'note' | 'link' | 'format' | 'choice' | 'sparkline' | 'shape' | 'scenario';

export interface Attached {
  readonly kind: AttachedKind;
  readonly area: Area;
  /** The host cannot move it to another cell as it is: Excel would give a comment another author and another date. */
  readonly isFixed?: true;
}

/** A use of cells by something else than a formula of a cell or a name. */
export interface OtherUse {
  readonly by: 'chart' | 'pivot' | 'dataTable' | Exclude<AttachedKind, 'note' | 'scenario'>;
  /** The first cell of what uses them; null for a chart, a pivot table or a shape. */
  readonly place: { readonly row: number; readonly column: number } | null;
  /** With a leading `=`. */
  readonly formula: string;
  /** The name of a chart. */
  readonly chart?: string;
}

/** A chart by what another program keeps of it; no other chart of its sheet has its name. */
export interface UnnamedChart {
  readonly name: string;
  readonly title: string;
  /** Names of its series. */
  readonly series: readonly string[];
}

/** A text that people put beside the values of a sheet, where a person reads it and no cell holds it. */
export interface TextBeside {
  /** A note or a threaded comment, the message of a validation, the header or footer of its pages, a text box. */
  readonly on: 'note' | 'prompt' | 'page' | 'shape';
  /** The cell of a note, or the first of a validation, by its row and column of the sheet; null for the others. */
  readonly at: { readonly row: number; readonly column: number } | null;
  readonly text: string;
}

/** Texts beside the values of a workbook, or merged areas, of which some may not be read. */
export interface BesideUnread {
  readonly what: 'comments' | 'notes' | 'pages' | 'shapes' | 'merges';
  /** Excel refuses them; only the first ones are read; or this version of Excel does not give them. */
  readonly why: 'refused' | 'tooMany' | 'notGiven';
}

export interface SheetSnapshot {
  /** Stable during the life of the workbook (Excel's worksheet id, or the sheetId of the file). */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  /** The smallest area that holds every value; null on an empty sheet. */
  readonly used: Area | null;
  /** Values of `used`, row by row; `values[0][0]` is its top left cell. */
  readonly values: readonly (readonly CellValue[])[];
  /** Invariant formulas (`=SUM(A1:A3)`) of the cells that have one, keyed by `row * 16384 + column` of the sheet. */
  readonly formulas: ReadonlyMap<number, string>;
  /** Rows of the sheet (from 0) that are hidden or filtered out. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Columns of the used area (from 0) that are hidden, or without width; absent when there is none. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Cells whose font is crossed out, keyed like `formulas`; absent when there is none. */
  readonly struck?: ReadonlySet<number>;
  /**
   * Numbers shown as something else than an amount in euros, keyed like `formulas`, but those of `dateColumns`; absent
   * when there is none.
   */
  readonly shown?: ReadonlyMap<number, ShownNumber>;
  /** Columns (from 0) in which every number that may be a date is shown as one; absent when there is none. */
  readonly dateColumns?: ReadonlySet<number>;
  /** Columns (from 0) with numbers shown in euros, as « 12 € »; absent when there is none. */
  readonly inEuros?: ReadonlyMap<number, NumbersInEuros>;
  /** Cells that people may not see, or see otherwise, keyed like `formulas`; absent when none is known. */
  readonly veiled?: ReadonlyMap<number, Veil>;
  /**
   * Areas that the formula of their first cell fills: array formulas, and those that spill. Absent when there is none,
   * or when the host does not list them.
   */
  readonly arrays?: readonly Area[];
  /** Merged areas, whose value is in the top left cell; absent when there is none, or when the host does not list them. */
  readonly merges?: readonly Area[];
  /** Tables without headings, which no reading uses, with their totals row; absent when there is none. */
  readonly bareTables?: readonly Area[];
  /** Absent when there is none, or when the host does not list them. */
  readonly textsBeside?: readonly TextBeside[];
  /** On the sheet of a document; absent when there is none, or when the host does not list it. */
  readonly attached?: readonly Attached[];
  /** Of the sheets of documents; absent when there is none, or when the host does not list it. */
  readonly otherUses?: readonly OtherUse[];
  /** Names of our charts on the sheet; absent when there is none. */
  readonly charts?: readonly string[];
  /**
   * On the sheet of a document where no chart has a name of ours: openpyxl gives charts other names. Absent when there
   * is none, or when the host does not list them.
   */
  readonly unnamedCharts?: readonly UnnamedChart[];
}

/**
 * How the contents of a cell may not be seen: `white` on white; a conditional format may hide them, or show the number
 * otherwise. Formats of cells are in `shown`.
 */
export type Veil = 'white' | 'hiddenByRule' | 'otherByRule';

/** Numbers of a column that are shown in euros. */
export interface NumbersInEuros {
  readonly rows: RowRuns;
  /** At least half of the numbers of the column: its format, rather than what somebody typed in some cells. */
  readonly areMost: boolean;
}

export interface TableSnapshot {
  readonly name: string;
  readonly sheet: string;
  /** Headings and data, without the totals row. */
  readonly area: Area;
  readonly columns: readonly string[];
  readonly hasTotalsRow: boolean;
}

export interface NameSnapshot {
  readonly name: string;
  /** The sheet that the name is local to; null for the workbook. */
  readonly scope: string | null;
  /** Invariant, with a leading `=`: `='Annexe 1'!$A$1:$D$9`. */
  readonly refersTo: string;
}

export interface WorkbookSnapshot {
  /** Of its file, with its ending: « Suivi 2023.xlsx »; absent when it is not known. */
  readonly name?: string;
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: readonly TableSnapshot[];
  readonly names: readonly NameSnapshot[];
  readonly uses1904Dates: boolean;
  readonly structureProtected: boolean;
  /** Absent when all the texts beside the values that the host has are read. */
  readonly besideUnread?: readonly BesideUnread[];
}

/** Crossed-out cells, or numbers shown as something else, listed for one sheet: more than anybody would look at. */
export const MOST_LISTED_CELLS = 500_000;

const COLUMNS_PER_SHEET = 16_384;

/** The key of a cell in `SheetSnapshot.formulas`. */
export function formulaKey(row: number, column: number): number {
  return row * COLUMNS_PER_SHEET + column;
}

/**
 * How the cell shows its number; undefined for an amount in the unit of its column. In a column in k€, « 12 € » is
 * another amount, unless the whole column is shown so.
 */
export function shownAt(sheet: SheetSnapshot, row: number, column: number): ShownNumber | undefined {
  const { shown, dateColumns, inEuros } = sheet;
  const known = shown?.get(formulaKey(row, column));
  if (known !== undefined && known.kind !== 'withoutTax') return known;
  if (dateColumns?.has(column)) return shownInDates(valueAt(sheet, row, column));
  const euros = inEuros?.get(column);
  return euros && !euros.areMost && hasRow(euros.rows, row) ? SHOWN_IN_EUROS : known;
}

/** The columns in which numbers are shown in euros, from the rows where they are. */
export function numbersInEuros(
  found: Iterable<readonly [column: number, rows: RowRuns]>,
  used: Area | null,
  values: SheetSnapshot['values'],
): Pick<SheetSnapshot, 'inEuros'> {
  const inEuros = new Map<number, NumbersInEuros>();
  for (const [column, rows] of used ? found : []) {
    const numbers = inEurosAmong(values, column - (used?.left ?? 0), used?.top ?? 0, rows);
    if (numbers.rows.length > 0) inEuros.set(column, numbers);
  }
  return inEuros.size > 0 ? { inEuros } : {};
}

/** Those rows of a column that hold a number; a run goes on over cells that hold none. */
function inEurosAmong(values: SheetSnapshot['values'], position: number, top: number, found: RowRuns): NumbersInEuros {
  const rows: number[] = [];
  let [balance, run, isOpen] = [0, 0, false];
  for (let at = 0; at < values.length; at++) {
    if (typeof values[at]?.[position] !== 'number') continue;
    while (run < found.length && found[run + 1]! < top + at) run += 2;
    const isInEuros = run < found.length && found[run]! <= top + at;
    balance += isInEuros ? 1 : -1;
    if (isInEuros && isOpen) rows[rows.length - 1] = top + at;
    else if (isInEuros) rows.push(top + at, top + at);
    isOpen = isInEuros;
  }
  return { rows, areMost: balance >= 0 };
}

/** How a column of dates shows a value. */
export function shownInDates(value: CellValue): ShownNumber | undefined {
  return typeof value === 'number' && isDayOfCentury(value) ? SHOWN_DATE : undefined;
}

/** The formula of a cell, or the one that fills it from the first cell of its array; undefined without any. */
export function formulaAt(sheet: SheetSnapshot, row: number, column: number): string | undefined {
  const own = sheet.formulas.get(formulaKey(row, column));
  if (own !== undefined) return own;
  const array = arrayAt(sheet, row, column);
  return array && sheet.formulas.get(formulaKey(array.top, array.left));
}

/** The area of several cells that one formula fills, around a cell; undefined without any. */
export function arrayAt({ arrays = [] }: SheetSnapshot, row: number, column: number): Area | undefined {
  return arrays.find(
    ({ top, left, rows, columns }) => row >= top && row < top + rows && column >= left && column < left + columns,
  );
}

/** True for a cell that the formula of another one fills, whatever it shows: an empty text too. */
export function isFilledByOther(sheet: SheetSnapshot, row: number, column: number): boolean {
  return arrayAt(sheet, row, column) !== undefined && !sheet.formulas.has(formulaKey(row, column));
}

/** True for a cell that a formula gives its value, be it that of another cell; a constant is what people typed. */
export function hasFormula(sheet: SheetSnapshot, row: number, column: number): boolean {
  return sheet.formulas.has(formulaKey(row, column)) || isFilledByOther(sheet, row, column);
}

/** The row of a key of `SheetSnapshot.formulas`. */
export function rowOfKey(key: number): number {
  return Math.floor(key / COLUMNS_PER_SHEET);
}

/** The column of a key of `SheetSnapshot.formulas`. */
export function columnOfKey(key: number): number {
  return key % COLUMNS_PER_SHEET;
}

/** The value of a cell of the sheet by its own coordinates; null outside the used area. */
export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  if (!sheet.used) return null;
  return sheet.values[row - sheet.used.top]?.[column - sheet.used.left] ?? null;
}

/** The sheet of that name, case-insensitive as in Excel. */
export function findSheet(workbook: WorkbookSnapshot, name: string): SheetSnapshot | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

/** The table of that name, case-insensitive as in Excel. */
export function findTable(workbook: WorkbookSnapshot, name: string): TableSnapshot | undefined {
  const wanted = name.toLowerCase();
  return workbook.tables.find((table) => table.name.toLowerCase() === wanted);
}
