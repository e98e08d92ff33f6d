/**
 * Collects the values of a sheet: sparse while reading, then the rows of the used area. Bounded, whatever the file
 * claims.
 */
import type { Area, CellValue } from '../../../workbook/cells';
import { mayHoldAmounts, MOST_DATES_OF_COLUMN, SHOWN_DATE, type ShownNumber } from '../../../workbook/number-formats';
import { addRow, sortedRuns } from '../../../workbook/row-runs';
import { formulaKey, MOST_LISTED_CELLS, numbersInEuros, type SheetSnapshot } from '../../../workbook/snapshot';
import { fromFileFormula } from '../formula';
import { refuse } from '../package/refusal';
import { decodeText } from '../package/xml-text';
import { FormulaPool } from './formula-pool';

/** More cells than any ledger; a file may claim 17 billion with two values. */
const MAX_CELLS = 20_000_000;
/** Up to this size every row of the used area has its full width; above, a row ends at its last value. */
const PADDED_CELLS = 5_000_000;

interface Line {
  readonly row: number;
  left: number;
  cells: CellValue[];
}

export interface DataInput {
  readonly row: number;
  readonly column: number;
  /** On the same sheet. */
  readonly input: string;
}

export class SheetGrid {
  /** Formulas in a form of their own (shared, array): the others are kept as bytes until `finish`. */
  readonly formulas = new Map<number, string>();
  readonly hiddenRows = new Set<number>();
  /** Keys of the cells that are crossed out. */
  readonly struck = new Set<number>();
  /** Keys of the cells that are white on white. */
  readonly white = new Set<number>();
  /** Areas of array formulas and data tables of more than one cell: Excel refuses to change a part of them. */
  readonly arrays: Area[] = [];
  /** The cells that data tables put values in, each with the place of its table. */
  readonly dataInputs: DataInput[] = [];
  /** Formula cells without a result in the file. */
  uncalculated = 0;
  firstUncalculated: { readonly row: number; readonly column: number } | null = null;
  private readonly plainFormulas = new FormulaPool();
  private readonly plainPlaces: number[] = [];
  private readonly shown = new Map<number, ShownNumber>();
  /** By column: how many numbers are shown as dates, and the rows of the first. */
  private readonly dates = new Map<number, { count: number; readonly rows: number[] }>();
  /** By column, the rows of the numbers shown in euros. */
  private readonly euros: number[][] = [];
  private readonly lines: Line[] = [];
  private line: Line | null = null;
  private row = 0;
  private isHidden = false;
  private cells = 0;
  private lastRow = -1;
  private isSorted = true;

  constructor(private readonly part: string) {}

  /** False when rows or cells are repeated or out of order: Excel repairs such a sheet; nothing is written into it. */
  get isOrdered(): boolean {
    return this.isSorted;
  }

  openRow(row: number): void {
    if (row <= this.lastRow) this.isSorted = false;
    this.lastRow = Math.max(this.lastRow, row);
    this.row = row;
    this.line = null;
    this.isHidden = false;
  }

  /** Marks the current row as hidden or filtered out; recorded only if it has a value. */
  hideRow(): void {
    this.isHidden = true;
  }

  put(column: number, value: CellValue): void {
    const line = this.line ?? this.openLine(column);
    const gap = column - line.left - line.cells.length;
    if (gap < 0) return this.putLeft(line, column, value);
    this.count(gap + 1);
    for (let filled = 0; filled < gap; filled += 1) line.cells.push(null);
    line.cells.push(value);
  }

  /** Keeps the formula between two offsets of the part, which is not needed afterwards. */
  keepFormula(place: number, bytes: Uint8Array, from: number, until: number): void {
    this.plainFormulas.add(bytes, from, until);
    this.plainPlaces.push(place);
  }

  noteDataInput(row: number, column: number, input: string): void {
    this.dataInputs.push({ row, column, input });
  }

  strike(row: number, column: number): void {
    if (this.struck.size < MOST_LISTED_CELLS) this.struck.add(formulaKey(row, column));
  }

  whiten(row: number, column: number): void {
    if (this.white.size < MOST_LISTED_CELLS) this.white.add(formulaKey(row, column));
  }

  /** The number just put is shown as something else than an amount in euros. */
  noteShown(row: number, column: number, shown: ShownNumber): void {
    if (shown.kind !== 'date') {
      if (this.shown.size < MOST_LISTED_CELLS) this.shown.set(formulaKey(row, column), shown);
      return;
    }
    let dates = this.dates.get(column);
    if (!dates) this.dates.set(column, (dates = { count: 0, rows: [] }));
    dates.count += 1;
    if (dates.rows.length < MOST_DATES_OF_COLUMN) dates.rows.push(row);
  }

  /** The number just put is shown in euros, as « 12 € ». */
  noteEuros(row: number, column: number): void {
    addRow((this.euros[column] ??= []), row);
  }

  noteDisorder(): void {
    this.isSorted = false;
  }

  noteUncalculated(row: number, column: number): void {
    this.uncalculated += 1;
    this.firstUncalculated ??= { row, column };
  }

  /** The used area, its rows and all formulas: once only, when the part itself takes no memory any more. */
  finish(): Pick<SheetSnapshot, 'used' | 'values' | 'formulas' | 'shown' | 'dateColumns' | 'inEuros'> {
    const formulas = this.plainFormulas.formulas((stored) => fromFileFormula(decodeText(stored)));
    this.plainPlaces.forEach((place, index) => this.formulas.set(place, formulas[index]!));
    const { used, values } = this.area();
    const euros = this.euros.map((rows, column) => [column, this.isOrdered ? rows : sortedRuns(rows)] as const);
    const inEuros = numbersInEuros(Object.values(euros), used, values);
    return { used, values, formulas: this.formulas, ...(used && this.shownIn(values, used.left)), ...inEuros };
  }

  /** The numbers noted, and the columns of dates. */
  private shownIn(values: SheetSnapshot['values'], left: number): Pick<SheetSnapshot, 'shown' | 'dateColumns'> {
    const { shown } = this;
    const dateColumns = new Set<number>();
    for (const [column, { count, rows }] of this.dates) {
      const numbers = values.reduce((sum, row) => sum + Number(typeof row[column - left] === 'number'), 0);
      if (count > rows.length || !mayHoldAmounts(count, numbers - count)) dateColumns.add(column);
      else for (const row of rows) shown.set(formulaKey(row, column), SHOWN_DATE);
    }
    return { ...(shown.size > 0 && { shown }), ...(dateColumns.size > 0 && { dateColumns }) };
  }

  private area(): Pick<SheetSnapshot, 'used' | 'values'> {
    const lines = this.isOrdered ? this.lines : mergeLines(this.lines);
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return { used: null, values: [] };
    let left = first.left;
    let right = 0;
    for (const line of lines) {
      left = Math.min(left, line.left);
      right = Math.max(right, line.left + line.cells.length);
    }
    const used = { top: first.row, left, rows: last.row - first.row + 1, columns: right - left };
    return { used, values: this.rowsOf(lines, used) };
  }

  private rowsOf(lines: readonly Line[], used: Area): (readonly CellValue[])[] {
    const isPadded = used.rows * used.columns <= PADDED_CELLS;
    const empty: readonly CellValue[] = isPadded ? Array.from({ length: used.columns }, () => null) : [];
    const rows: (readonly CellValue[])[] = Array.from({ length: used.rows }, () => empty);
    for (const line of lines) {
      const before = line.left - used.left;
      if (before > 0) {
        this.count(before);
        line.cells = [...Array.from({ length: before }, () => null), ...line.cells];
      }
      if (isPadded) while (line.cells.length < used.columns) line.cells.push(null);
      rows[line.row - used.top] = line.cells;
    }
    return rows;
  }

  private openLine(column: number): Line {
    const line = { row: this.row, left: column, cells: [] };
    this.lines.push(line);
    this.line = line;
    if (this.isHidden) this.hiddenRows.add(this.row);
    return line;
  }

  /** A cell left of the previous one: out of order, yet some programs write so. */
  private putLeft(line: Line, column: number, value: CellValue): void {
    if (column < line.left) {
      this.count(line.left - column);
      line.cells = [...Array.from({ length: line.left - column }, () => null), ...line.cells];
      line.left = column;
    }
    line.cells[column - line.left] = value;
  }

  private count(cells: number): void {
    this.cells += cells;
    if (this.cells > MAX_CELLS) refuse({ code: 'tooLarge', what: this.part, limit: `${MAX_CELLS / 1_000_000} M` });
  }
}

/** Sorts the rows and merges those with the same number. */
function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.row - b.row)) {
    const before = merged.at(-1);
    if (!before || before.row !== line.row) {
      merged.push(line);
      continue;
    }
    const left = Math.min(before.left, line.left);
    const right = Math.max(before.left + before.cells.length, line.left + line.cells.length);
    before.cells = Array.from(
      { length: right - left },
      (_, index) => line.cells[left + index - line.left] ?? before.cells[left + index - before.left] ?? null,
    );
    before.left = left;
  }
  return merged;
}
