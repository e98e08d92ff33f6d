/**
 * The tables of an extract: mostly one, under words; at times several, one under another, each under its own headings.
 * The headings again, as on each page of an export, begin no table: where some are better known than the first, the
 * columns are those that they name, and the lines begin under the first.
 */
import { textOf, type CellValue } from '../workbook/cells';
import { isFilled } from '../workbook/ledger/sheet-rows';
import { meaningOfHeading, type ExtractField } from './extract-columns';
import { holdsOperation } from './stray-amounts';
import type { GridRow } from './extract-rows';

/** A table among the rows of an extract, with the words above it. */
export interface HeadedTable {
  readonly rows: readonly GridRow[];
  /** Index of its first row of headings. */
  readonly header: number;
  readonly headings: readonly CellValue[];
  /** Its other rows with the same headings, by their line. */
  readonly repeated: ReadonlySet<number>;
}

/** The headings of the first table are among so many rows. */
export const HEADER_WITHIN = 30;
/** More tables, or rows of headings, than any export has: each costs time. */
const [MOST_TABLES, MOST_HEADINGS] = [1000, 20_000];
/** Fewer known headings are no row of headings. */
export const FEWEST_HEADINGS = 3;
/** A year is a heading; lines have more cells that begin with a digit. */
const MOST_NUMBERS = 1;
const MOST_CELLS_OF_A_TITLE = 3;
const LETTER = /\p{L}/u;

/** The known fields of a row of headings. */
export function fieldsIn(cells: readonly CellValue[]): ReadonlySet<ExtractField> {
  return new Set(cells.flatMap((cell) => meaningOfHeading(cell)?.field ?? []));
}

/** The fields of the row, among the first, that holds the most known headings; empty when none holds enough. */
export function fieldsOfHeadings(rows: readonly GridRow[]): ReadonlySet<ExtractField> {
  let best: ReadonlySet<ExtractField> = new Set();
  for (const { cells } of rows.slice(0, HEADER_WITHIN)) {
    const fields = fieldsIn(cells);
    if (fields.size >= FEWEST_HEADINGS && fields.size > best.size) best = fields;
  }
  return best;
}

interface Found {
  readonly top: number;
  headings: readonly CellValue[];
  readonly repeated: Set<number>;
  /** The first row below it that was not looked at yet; those before hold no operation, unless `holds`. */
  next: number;
  holds: boolean;
}

/** The tables, from the top; empty when no row holds enough known headings, or too many do. */
export function tablesAmong(rows: readonly GridRow[]): readonly HeadedTable[] {
  const found: Found[] = [];
  let headings = 0;
  const isTooMuch = (): boolean => found.length > MOST_TABLES || headings > MOST_HEADINGS;
  rows.forEach(({ cells, line }, index) => {
    const last = found.at(-1);
    if (isTooMuch()) return;
    // the first table begins among the first rows
    if (index >= HEADER_WITHIN && (last === undefined || !mayBeHeadings(cells))) return;
    const size = fieldsIn(cells).size;
    if (size < FEWEST_HEADINGS) return;
    headings += 1;
    const isBetter = last !== undefined && size > fieldsIn(last.headings).size;
    if (last !== undefined && areSame(isBetter ? last.headings : cells, isBetter ? cells : last.headings)) {
      last.repeated.add(line);
      if (isBetter) last.headings = cells;
    } else if (last === undefined || holdsOperationBefore(last, index, rows)) {
      found.push(beginsAt(index, cells));
    } else if (isBetter) {
      found.splice(-1, 1, beginsAt(index, cells));
    }
  });
  if (isTooMuch()) return [];
  const starts = found.map(({ top }, at) => (at === 0 ? 0 : topOfTitle(rows, top)));
  return found.map(({ top, headings, repeated }, at) => {
    const start = starts[at] ?? 0;
    return { rows: rows.slice(start, starts[at + 1]), header: top - start, headings, repeated };
  });
}

function beginsAt(top: number, headings: readonly CellValue[]): Found {
  return { top, headings, repeated: new Set(), next: top + 1, holds: false };
}

/** True when a table has an operation above this row; each row is looked at once, however many headings follow it. */
function holdsOperationBefore(found: Found, index: number, rows: readonly GridRow[]): boolean {
  for (; !found.holds && found.next < index; found.next++) {
    const row = rows[found.next];
    found.holds = row !== undefined && holdsOperation(row);
  }
  return found.holds;
}

/** True for a row without numbers, as headings are. */
function mayBeHeadings(cells: readonly CellValue[]): boolean {
  let numbers = 0;
  let words = 0;
  for (const cell of cells) {
    if (typeof cell === 'number') return false;
    if (typeof cell !== 'string' || cell === '') continue;
    const first = cell.trimStart().charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) numbers += 1;
    else words += 1;
    if (numbers > MOST_NUMBERS) return false;
  }
  return words >= FEWEST_HEADINGS;
}

/** True when the better headings name all the fields of the others, in the same columns. */
function areSame(others: readonly CellValue[], better: readonly CellValue[]): boolean {
  return others.every((heading, column) => {
    const field = meaningOfHeading(heading)?.field;
    return field === undefined || meaningOfHeading(better[column])?.field === field;
  });
}

/** The first row of the words just above a table: « Engagements de décembre ». */
function topOfTitle(rows: readonly GridRow[], header: number): number {
  let top = header;
  while (top > 0 && isTitle(rows[top - 1]?.cells ?? [])) top -= 1;
  return top;
}

function isTitle(cells: readonly CellValue[]): boolean {
  const filled = cells.filter(isFilled);
  return filled.length <= MOST_CELLS_OF_A_TITLE && filled.every((cell) => LETTER.test(textOf(cell)));
}
