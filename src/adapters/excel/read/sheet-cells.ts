/** The cells of one sheet while they are read in blocks: values, formulas and hidden rows. */
import { isCellError, type Area, type CellValue } from '../../../workbook/cells';
import {
  isDayOfCentury,
  numberFormat,
  SHOWN_DATE,
  shownBy,
  type NumberFormat,
  type ShownNumber,
} from '../../../workbook/number-formats';
import { addRow, withRows, type RowRuns } from '../../../workbook/row-runs';
import {
  columnOfKey,
  formulaKey,
  MOST_LISTED_CELLS,
  numbersInEuros,
  rowOfKey,
  type SheetSnapshot,
} from '../../../workbook/snapshot';
import { fromExcel, looksLikeFormula } from '../excel-values';

export class SheetCells {
  private readonly values: CellValue[][];
  private readonly formulas = new Map<number, string>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly struck = new Set<number>();
  private readonly arrays: Area[] = [];
  private readonly shown = new Map<number, ShownNumber>();
  /** Columns in which every number that may be a date is shown as one: their cells are not in `shown`. */
  private readonly dateColumns = new Set<number>();
  /** Columns with numbers that may be dates and are not shown so. */
  private readonly mixedColumns = new Set<number>();
  /** By column, the rows of the numbers shown in euros. */
  private readonly euros = new Map<number, RowRuns>();
  /** True for the cells of an earlier snapshot: the columns of dates are known. */
  private isRead = false;
  /** 1 for a row created here; the others belong to an earlier snapshot, which never changes. */
  private readonly isOwn: Uint8Array;

  constructor(readonly used: Area) {
    this.values = Array.from({ length: used.rows }, () => []);
    this.isOwn = new Uint8Array(used.rows);
  }

  /** The cells of an earlier snapshot, moved to the new used area: cells outside are dropped, new ones are empty. */
  static from(before: SheetSnapshot, used: Area): SheetCells {
    const cells = new SheetCells(used);
    const old = before.used;
    if (!old) return cells;
    for (let row = 0; row < used.rows; row++) {
      const oldRow = before.values[used.top + row - old.top];
      const sameColumns = old.left === used.left && old.columns === used.columns;
      cells.values[row] = oldRow && sameColumns ? (oldRow as CellValue[]) : movedRow(oldRow, old, used);
    }
    for (const [key, formula] of before.formulas)
      if (contains(used, rowOfKey(key), columnOfKey(key))) cells.formulas.set(key, formula);
    for (const [key, shown] of before.shown ?? [])
      if (contains(used, rowOfKey(key), columnOfKey(key))) cells.shown.set(key, shown);
    for (const column of before.dateColumns ?? []) cells.dateColumns.add(column);
    for (const [column, { rows }] of before.inEuros ?? []) cells.euros.set(column, rows);
    cells.isRead = true;
    return cells;
  }

  /**
   * Stores one block of `formulas`; returns the columns that hold formulas, with their first and last rows: their
   * values are still to be read.
   */
  putContents(
    top: number,
    left: number,
    contents: readonly (readonly unknown[])[],
  ): { columns: Map<number, { first: number; last: number }>; bytes: number } {
    const columns = new Map<number, { first: number; last: number }>();
    let bytes = 0;
    contents.forEach((line, index) => {
      const row = top + index;
      const target: CellValue[] = this.rowToChange(row, line.length === this.used.columns);
      line.forEach((raw, offset) => {
        const column = left + offset;
        bytes += sizeOf(raw);
        if (this.shown.size > 0) this.shown.delete(formulaKey(row, column));
        if (looksLikeFormula(raw)) {
          this.formulas.set(formulaKey(row, column), raw);
          const run = columns.get(column);
          if (run) run.last = row;
          else columns.set(column, { first: row, last: row });
          target[column - this.used.left] = null;
        } else {
          if (this.formulas.size > 0) this.formulas.delete(formulaKey(row, column));
          target[column - this.used.left] = fromExcel(raw);
        }
      });
    });
    return { columns, bytes };
  }

  /** Stores one block of `values` for its formula cells; returns its size in bytes, and the rows that changed. */
  putResults(
    top: number,
    left: number,
    results: readonly (readonly unknown[])[],
  ): { bytes: number; changed: ReadonlySet<number> } {
    let bytes = 0;
    const changed = new Set<number>();
    results.forEach((line, index) => {
      const row = top + index;
      let target: CellValue[] | null = null;
      line.forEach((raw, offset) => {
        bytes += sizeOf(raw);
        const key = formulaKey(row, left + offset);
        const formula = this.formulas.get(key);
        if (formula === undefined) return;
        if (formula === raw) this.formulas.delete(key); // text that starts with an equals sign
        const value = raw === '' ? '' : fromExcel(raw);
        // an unchanged row stays the same object, and is not parsed again
        if (this.holds(row, left + offset, value)) return;
        changed.add(row);
        target ??= this.rowToChange(row, false);
        target[left + offset - this.used.left] = value;
      });
    });
    return { bytes, changed };
  }

  /** Stores number formats: which numbers they show in euros, and which as something else than an amount in euros. */
  putFormats(top: number, left: number, formats: readonly (readonly unknown[])[]): void {
    const euros = (formats[0] ?? []).map((): number[] => []);
    let [last, known]: [unknown, NumberFormat | null] = ['', null]; // nearly all cells have that of the cell before
    for (let index = 0; index < formats.length; index++) {
      const [values, line] = [this.values[top + index - this.used.top], formats[index] ?? []];
      for (let offset = 0; offset < line.length; offset++) {
        const [value, format] = [values?.[left + offset - this.used.left], line[offset]];
        if (typeof value !== 'number' || typeof format !== 'string') {
          if (this.shown.size > 0) this.shown.delete(formulaKey(top + index, left + offset));
          continue;
        }
        if (format !== last) [last, known] = [format, numberFormat(format)];
        if (known?.isInEuros) addRow(euros[offset] ?? [], top + index);
        this.putShown(top + index, left + offset, value, shownBy(known, value));
      }
    }
    euros.forEach((rows, offset) => this.putEuros(left + offset, top, top + formats.length - 1, rows));
  }

  private putEuros(column: number, first: number, last: number, rows: RowRuns): void {
    const before = this.euros.get(column) ?? [];
    if (before.length + rows.length > 0) this.euros.set(column, withRows(before, first, last, rows));
  }

  private putShown(row: number, column: number, value: number, shown: ShownNumber | null): void {
    if (shown === null && isDayOfCentury(value)) this.noteMixed(column);
    const key = formulaKey(row, column);
    const isKnown = shown?.kind === 'date' && this.dateColumns.has(column);
    if (shown === null || isKnown) {
      if (this.shown.size > 0) this.shown.delete(key);
    } else if (this.shown.size < MOST_LISTED_CELLS) this.shown.set(key, shown);
  }

  /** True when every number of these rows of a column is known as a date. */
  areDates({ top, left, rows }: Area): boolean {
    return Array.from({ length: rows }, (_, index) => top + index).every((row) => {
      const value = this.values[row - this.used.top]?.[left - this.used.left];
      if (typeof value !== 'number' || this.dateColumns.has(left)) return true;
      return this.shown.get(formulaKey(row, left))?.kind === 'date';
    });
  }

  /** The numbers of one column, in these rows, are dates alone. */
  putDates({ top, left, rows }: Area): void {
    if (this.isRead || this.mixedColumns.has(left)) this.listDates(left, top, rows);
    else this.dateColumns.add(left);
  }

  private noteMixed(column: number): void {
    this.mixedColumns.add(column);
    if (this.dateColumns.delete(column)) this.listDates(column, this.used.top, this.used.rows);
  }

  private listDates(column: number, top: number, rows: number): void {
    if (this.dateColumns.has(column)) return;
    for (let row = top; row < top + rows && this.shown.size < MOST_LISTED_CELLS; row++) {
      const value = this.values[row - this.used.top]?.[column - this.used.left];
      if (typeof value === 'number' && isDayOfCentury(value)) this.shown.set(formulaKey(row, column), SHOWN_DATE);
    }
  }

  private holds(row: number, column: number, value: CellValue): boolean {
    const known = this.values[row - this.used.top]?.[column - this.used.left] ?? null;
    return known === value || (isCellError(known) && isCellError(value) && known.error === value.error);
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  hideColumn(column: number): void {
    this.hiddenColumns.add(column);
  }

  hideAllColumns(): void {
    for (let column = 0; column < this.used.columns; column++) this.hideColumn(this.used.left + column);
  }

  hideAllRows(): void {
    for (let row = 0; row < this.used.rows; row++) this.hiddenRows.add(this.used.top + row);
  }

  /** Notes cells of one row as crossed out. */
  strike(row: number, left: number, columns: number): void {
    for (let column = left; column < left + columns && this.struck.size < MOST_LISTED_CELLS; column++)
      this.struck.add(formulaKey(row, column));
  }

  /** The cells that hold a formula: no other cell can fill others. */
  formulaCells(): readonly { readonly row: number; readonly column: number }[] {
    return Array.from(this.formulas.keys(), (key) => ({ row: rowOfKey(key), column: columnOfKey(key) }));
  }

  get arrayAreas(): readonly Area[] {
    return this.arrays;
  }

  /** Notes an area that the formula of its first cell fills. */
  putArray(area: Area): void {
    if (area.rows * area.columns > 1) this.arrays.push(area);
  }

  /** The columns that hold formulas, with their first and last rows. */
  formulaColumns(): Map<number, { first: number; last: number }> {
    const columns = new Map<number, { first: number; last: number }>();
    for (const key of this.formulas.keys()) {
      const row = rowOfKey(key);
      const run = columns.get(columnOfKey(key));
      if (!run) columns.set(columnOfKey(key), { first: row, last: row });
      else {
        run.first = Math.min(run.first, row);
        run.last = Math.max(run.last, row);
      }
    }
    return columns;
  }

  snapshot(): Pick<
    SheetSnapshot,
    | 'used'
    | 'values'
    | 'formulas'
    | 'hiddenRows'
    | 'hiddenColumns'
    | 'struck'
    | 'shown'
    | 'dateColumns'
    | 'inEuros'
    | 'arrays'
  > {
    const { used, values, formulas, hiddenRows, hiddenColumns, struck, shown, dateColumns, arrays } = this;
    return {
      ...{ used, values, formulas, hiddenRows },
      ...(hiddenColumns.size > 0 && { hiddenColumns }),
      ...(struck.size > 0 && { struck }),
      ...(arrays.length > 0 && { arrays }),
      ...(shown.size > 0 && { shown }),
      ...(dateColumns.size > 0 && { dateColumns }),
      ...numbersInEuros(this.euros, used, values),
    };
  }

  /** A writable row: a row of an earlier snapshot is copied first. */
  private rowToChange(row: number, isWhole: boolean): CellValue[] {
    const index = row - this.used.top;
    const present = this.values[index] ?? [];
    if (this.isOwn[index] === 1) return present;
    const own: CellValue[] = isWhole
      ? []
      : Array.from({ length: this.used.columns }, (_, column) => present[column] ?? null);
    this.values[index] = own;
    this.isOwn[index] = 1;
    return own;
  }
}

function movedRow(oldRow: readonly CellValue[] | undefined, old: Area, used: Area): CellValue[] {
  return Array.from({ length: used.columns }, (_, column) => oldRow?.[used.left + column - old.left] ?? null);
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row < area.top + area.rows && column >= area.left && column < area.left + area.columns;
}

/** Estimate of the bytes of an entry in an answer of Excel: JSON inside JSON, accented letters on two bytes. */
function sizeOf(raw: unknown): number {
  if (typeof raw === 'string') return 6 + raw.length * 1.15;
  return typeof raw === 'number' ? 10 : 7;
}
