/**
 * The regions of a sheet outside given areas: rectangles of filled cells with blank rows and columns around them. A few
 * blank rows inside a table do not end it, unless headings follow; nor do blank columns between words and amounts on
 * their rows, which have no other words. Cells are not copied.
 */
import { readAmountText } from '../../domain/money/amount-text';
import type { Area, CellValue } from '../cells';
import { isFilled } from '../ledger/sheet-rows';
import { unitOfCell } from '../ledger/units';
import type { SheetSnapshot } from '../snapshot';
import { areHeadings, namesAnAmount } from './amount-columns';

/** Rows after more blank ones are another region. */
const MOST_BLANK_ROWS = 4;
/** A sheet with more regions is a scattering of notes: the last region then holds the rest. */
const MOST_REGIONS = 500;

/** Numbers of EJ and of DP have nine digits or ten. */
const SMALLEST_NUMBER = 100_000_000;

const WITH_CURRENCY = /€|eur|[.,]\d\d(?!\d)/i;

type Columns = readonly [left: number, right: number];

/** The regions of a sheet outside the taken areas, from the top. No two share a cell, and no filled cell is left out. */
export function regionsOf(sheet: SheetSnapshot, taken: readonly Area[]): readonly Area[] {
  const { used } = sheet;
  if (!used) return [];
  const regions: Area[] = [];
  for (const [top, bottom] of slabsOf(used, taken)) {
    const across = taken.filter((area) => area.top <= top && area.top + area.rows > top);
    for (const [left, right] of freeColumns(used, across)) {
      const search = new RegionSearch(sheet, left - used.left, right - left + 1, regions);
      for (let row = top; row <= bottom; row++) search.addRow(row);
      search.close();
    }
  }
  return regions;
}

/** The rows between two edges of the taken areas. */
function slabsOf(used: Area, taken: readonly Area[]): readonly Columns[] {
  const last = used.top + used.rows;
  const edges = [used.top, last, ...taken.flatMap(({ top, rows }) => [top, top + rows])];
  const inside = [...new Set(edges)].filter((row) => row >= used.top && row <= last).sort((one, other) => one - other);
  return inside.slice(0, -1).map((top, index) => [top, (inside[index + 1] ?? last) - 1] as const);
}

function freeColumns(used: Area, across: readonly Area[]): readonly Columns[] {
  const free: Columns[] = [];
  let left = used.left;
  for (const area of [...across].sort((one, other) => one.left - other.left)) {
    if (area.left > left) free.push([left, area.left - 1]);
    left = Math.max(left, area.left + area.columns);
  }
  const right = used.left + used.columns - 1;
  if (left <= right) free.push([left, right]);
  return free;
}

/** Collects rows into a band, and splits the band at its blank columns when it ends. */
class RegionSearch {
  private readonly filled: Uint8Array;
  private top = -1;
  private bottom = -1;
  private hasNumbers = false;

  constructor(
    private readonly sheet: SheetSnapshot,
    /** The position of the first column in the rows of the sheet. */
    private readonly from: number,
    columns: number,
    private readonly regions: Area[],
  ) {
    this.filled = new Uint8Array(columns);
  }

  addRow(row: number): void {
    const values = this.sheet.values[row - (this.sheet.used?.top ?? 0)] ?? [];
    const kind = this.kindOf(values);
    if (kind === 'blank') return;
    if (this.top >= 0 && this.regions.length < MOST_REGIONS) {
      const isFar = row - this.bottom > MOST_BLANK_ROWS + 1;
      if (isFar || (this.hasNumbers && kind === 'texts' && this.areHeadings(values))) this.close();
    }
    for (let column = 0; column < this.widthOf(values); column++) {
      if (isFilled(values[this.from + column] ?? null)) this.filled[column] = 1;
    }
    if (this.top < 0) this.top = row;
    this.bottom = row;
    if (kind === 'numbers') this.hasNumbers = true;
  }

  /** Ends the band: one region for each run of filled columns, with the amounts without words that are on its rows. */
  close(): void {
    const left = (this.sheet.used?.left ?? 0) + this.from;
    const runs: [first: number, last: number][] = [];
    for (const [first, last] of this.runs()) {
      const before = runs.at(-1);
      const own = [first, last] as const;
      if (before && (this.areAmountsOf(before, own) || this.areAmountsOf(own, before))) before[1] = last;
      else runs.push([first, last]);
    }
    const { top, bottom } = this;
    for (const [first, last] of runs)
      this.regions.push({ top, left: left + first, rows: bottom - top + 1, columns: last - first + 1 });
    this.filled.fill(0);
    this.top = -1;
    this.hasNumbers = false;
  }

  /** The runs of filled columns of the band. */
  private runs(): readonly Columns[] {
    if (this.top < 0) return [];
    const runs: Columns[] = [];
    let start = -1;
    for (let column = 0; column <= this.filled.length; column++) {
      if (this.filled[column] === 1 && start < 0) start = column;
      if (this.filled[column] === 1 || start < 0) continue;
      runs.push([start, column - 1]);
      start = -1;
    }
    return runs;
  }

  /**
   * True for columns without a word on the rows of their amounts, most of which have words, and no number, in the
   * other columns; one row alone needs the heading of an amount, under which words may be written once for several.
   */
  private areAmountsOf(words: Columns, amounts: Columns): boolean {
    let [rows, named, isHeaded] = [0, 0, false];
    for (let row = this.top; row <= this.bottom; row++) {
      const values = this.sheet.values[row - (this.sheet.used?.top ?? 0)] ?? [];
      const cellsOf = ([first, last]: Columns): readonly CellValue[] =>
        values.slice(this.from + first, this.from + last + 1);
      const own = cellsOf(amounts);
      if (!own.some(isMoney)) {
        isHeaded ||= own.some((value) => typeof value === 'string' && headsAmounts(value));
        continue;
      }
      if (own.some(isWord)) return false;
      rows++;
      const beside = cellsOf(words);
      const isBelowWords = isHeaded && named > 0 && !beside.some(isFilled);
      if (isBelowWords || (beside.some(isWord) && !beside.some(isFigure))) named++;
    }
    return (rows > 1 || isHeaded) && named > rows / 2;
  }

  /** The columns to look at: blank rows of a sheet of a million rows and 16,384 columns are short. */
  private widthOf(values: readonly CellValue[]): number {
    return Math.min(this.filled.length, values.length - this.from);
  }

  private kindOf(values: readonly CellValue[]): 'blank' | 'texts' | 'numbers' {
    let kind: 'blank' | 'texts' = 'blank';
    for (let column = 0; column < this.widthOf(values); column++) {
      const value = values[this.from + column] ?? null;
      if (typeof value === 'number') return 'numbers';
      if (kind === 'blank' && isFilled(value)) kind = 'texts';
    }
    return kind;
  }

  private areHeadings(values: readonly CellValue[]): boolean {
    const texts: string[] = [];
    for (let column = 0; column < this.widthOf(values); column++) {
      const value = values[this.from + column];
      if (typeof value === 'string' && value.trim() !== '') texts.push(value);
    }
    return areHeadings(texts);
  }
}

/** A number, or an amount as a text: « 1 200,00 € ». */
function isMoney(value: CellValue): boolean {
  if (typeof value !== 'string') return typeof value === 'number';
  return WITH_CURRENCY.test(value) && readAmountText(value) !== null;
}

function isWord(value: CellValue): boolean {
  return typeof value === 'string' && /\p{L}/u.test(value) && !isMoney(value);
}

/** « Montant payé », and not « k€ » alone. */
function headsAmounts(text: string): boolean {
  return unitOfCell(text) === null && namesAnAmount(text);
}

/** A number that is no number of an EJ or of a DP. */
function isFigure(value: CellValue): boolean {
  return typeof value === 'number' && value < SMALLEST_NUMBER;
}
