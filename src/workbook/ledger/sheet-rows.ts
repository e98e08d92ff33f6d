/** The rows of a sheet where a plain range may be, without the cells of its tables. Rows are not copied. */
import { comparable } from '../../domain/text';
import { textOf, type Area, type CellValue } from '../cells';
import type { SheetSnapshot, TableSnapshot } from '../snapshot';
import { wordsOfHeading } from './heading-words';

export type Row = readonly CellValue[];

/** « 2023 », typed as text. */
const YEAR = /^(?:19|20)\d\d$/;
const TOTAL = /^(?:sous-)?total$/i;
const NO_CELLS: Row = [];
const DIGITS = { zero: 48, nine: 57 };
const YEARS = { first: 1990, last: 2100 };
/** Those of a year; the pattern is slow for the numbers of EJ, one a row. */
const MOST_DIGITS_OF_A_RANK = 4;
const BEGINS_WITH_A_RANK = /^(?:\d{1,2}(?:er|re|nde?|e|eme|ème)|20\d\d|\d{1,2})\s+\p{L}{2}/iu;

/** Rows by their number on the sheet; a position in a row counts from the column `left`. */
export interface SheetRows {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  at(row: number): Row;
}

/** The rows of a sheet outside some areas, such as its tables; null for an empty sheet. */
export function rowsOutside(sheet: SheetSnapshot, areas: readonly Area[]): SheetRows | null {
  const { used } = sheet;
  if (!used) return null;
  const wide = areas.filter((area) => area.left <= used.left && area.left + area.columns >= used.left + used.columns);
  const nothing: Row = new Array<CellValue>(used.columns).fill(null);
  const at = (row: number): Row => {
    if (wide.some((area) => isBeside(area, row))) return nothing; // the usual case: no copy
    const values = sheet.values[row - used.top] ?? NO_CELLS;
    if (wide.length === areas.length) return values;
    const beside = areas.filter((area) => isBeside(area, row));
    return beside.length === 0
      ? values
      : values.map((value, position) => (beside.some((area) => holds(area, used.left + position)) ? null : value));
  };
  return { first: used.top, last: used.top + used.rows - 1, left: used.left, at };
}

/** The rows of an Excel Table; the first one holds the names of its columns. */
export function rowsOfTable(sheet: SheetSnapshot, { area, columns }: TableSnapshot): SheetRows {
  const known: Row[] = [columns];
  const read = (row: number): Row => cellsBetween(sheet, row, area.left, area.columns);
  return {
    first: area.top,
    last: area.top + area.rows - 1,
    left: area.left,
    at: (row) => (row < area.top ? read(row) : (known[row - area.top] ??= read(row))),
  };
}

/** The row just above a table, which may hold group titles; null on the first row of the sheet. */
export function rowAbove(sheet: SheetSnapshot, { area }: TableSnapshot): Row | null {
  return area.top === 0 ? null : cellsBetween(sheet, area.top - 1, area.left, area.columns);
}

function isBeside(area: Area, row: number): boolean {
  return row >= area.top && row < area.top + area.rows;
}

function holds(area: Area, column: number): boolean {
  return column >= area.left && column < area.left + area.columns;
}

/** Some cells of a row of the sheet. */
export function cellsBetween(sheet: SheetSnapshot, row: number, left: number, columns: number): Row {
  const { used } = sheet;
  const values = (used && sheet.values[row - used.top]) ?? NO_CELLS;
  const from = left - (used?.left ?? 0);
  if (from === 0) return values.length > columns ? values.slice(0, columns) : values;
  return Array.from({ length: columns }, (_, offset) => values[from + offset] ?? null);
}

/** True for a cell that is neither empty nor spaces. */
export function isFilled(value: CellValue): boolean {
  return value !== null && (typeof value !== 'string' || value.trim() !== '');
}

/** True when no cell of the row is filled. */
export function isBlankRow(row: Row): boolean {
  return !row.some(isFilled);
}

const EUROS_FIRST = /^[-−(]?(?:€|eur(?:os?)?)\s{0,2}(?!(?:19|20)\d\d(?!\d))\d/i;

/**
 * True for a row of at least `fewest` texts and nothing else but years: codes, dates and amounts are not headings, nor
 * are texts that begin with a digit or an amount, « € 1 000 », unless a rank, a year or a number of days does (« 2e
 * paiement », « 2023 AE »).
 */
export function looksLikeHeadings(row: Row, fewest = 2): boolean {
  let texts = 0;
  let years = 0;
  for (const value of row) {
    if (value === null) continue;
    if (typeof value === 'number' && isYear(value)) {
      years++;
      continue;
    }
    if (typeof value !== 'string') return false;
    if ((isDigit(value, 0) && !beginsWithARank(value)) || EUROS_FIRST.test(value)) return false;
    if (value.trim() !== '') texts++;
  }
  return texts >= fewest && texts >= years;
}

function beginsWithARank(text: string): boolean {
  let digits = 1;
  while (isDigit(text, digits)) digits++;
  return digits <= MOST_DIGITS_OF_A_RANK && BEGINS_WITH_A_RANK.test(text.slice(0, 40));
}

function isDigit(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code >= DIGITS.zero && code <= DIGITS.nine;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last;
}

/** True when at least half of the filled cells of a row are the same as in another row. */
export function repeatsRow(row: Row, headings: Row): boolean {
  let filled = 0;
  let same = 0;
  row.forEach((value, position) => {
    if (!isFilled(value)) return;
    filled++;
    if (value === headings[position]) same++;
  });
  return filled > 0 && same * 2 >= filled;
}

/** True when every filled cell of a row is the same as in another row: one different heading makes another table. */
export function isSameRow(row: Row, headings: Row): boolean {
  return row.every(
    (value, position) =>
      !isFilled(value) || comparable(textOf(value)) === comparable(textOf(headings[position] ?? null)),
  );
}

/** The texts of the filled cells of a row. */
export function textsOf(row: Row): readonly string[] {
  return row.filter(isFilled).map((value) => textOf(value).trim());
}

/** A row with at least one text, and nothing but texts and years; or with several years, maybe beside their totals. */
export function isTextual(row: Row): boolean {
  const texts = row.map((value) => (typeof value === 'string' && YEAR.test(value) ? Number(value) : value));
  if (looksLikeHeadings(texts, 1)) return true;
  const years = yearsIn(row);
  return years > 1 && years + textsOf(row).filter((text) => TOTAL.test(text)).length === row.filter(isFilled).length;
}

/** How many of its texts name a year. */
export function yearsIn(row: Row): number {
  return row.filter((value) => wordsOfHeading(textOf(value).slice(0, 20)).year !== null).length;
}

/** Rows of texts joined column by column. */
export function stacked(rows: readonly Row[]): Row {
  const [only, ...others] = rows;
  if (only && others.length === 0) return only;
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, position): CellValue => {
    const texts = rows.map((row) => row[position] ?? null).filter(isFilled);
    return texts.length === 0 ? null : texts.map((text) => textOf(text).trim()).join(' ');
  });
}
