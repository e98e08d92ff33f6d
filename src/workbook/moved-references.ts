/**
 * The references of a formula after rows of the sheets that it uses have moved, as Excel adjusts those of a formula
 * that stayed in its cell.
 */
import { MOST_ROWS } from './cells';
import { sameFormula, segmentsOf } from './formula-text';

/** The present place of a row, from 0; null where it is not known. */
export type RowNow = (row: number) => number | null;

/** The rows of a sheet that moved; null for a sheet whose rows are where they were. */
export type RowsNow = (sheet: string) => RowNow | null;

/** Cells or whole rows, `C2:C5`, `5:7`, after the name of their sheet or not. */
const REFERENCE =
  /(?:(?<![\p{L}\p{N}_.:\]#])([\p{L}\p{N}_.]+)!)?(?<![\p{L}\p{N}_.$:[])(\$?[A-Z]{1,3}\$?\d{1,7}(?:\s?:\s?\$?[A-Z]{1,3}\$?\d{1,7})?|\$?\d{1,7}\s?:\s?\$?\d{1,7})(?![\p{L}\p{N}_.(!])/giu;
/** « XYZ5 » is a name: the last column is XFD. */
const NAME = /^(?:[Y-Z][A-Z]{2}|X[G-Z][A-Z]|XF[E-Z])\d/i;
const FILLED_ROW = /(?<!\d)(\$?)(\d{1,7})(?=\s?:|$)/g;
const ROW_NUMBER = /(?<![\d])(\d{1,7})(?=\s?:|$)/g;

/** The formula of a cell of the sheet; null where a row that it uses is not known any more. */
export function withRowsMoved(formula: string, sheet: string, rowsNow: RowsNow): string | null {
  const segments = segmentsOf(formula);
  let isKnown = true;
  const parts = segments.map(({ kind, text }, index) => {
    if (kind !== 'code') return text;
    const before = segments[index - 1];
    const quoted = before?.kind === 'quoted' && text.startsWith('!') ? nameOf(before.text) : null;
    return text.replace(REFERENCE, (whole, named: string | undefined, cells: string, at: number) => {
      const isOfQuoted = quoted !== null && at === 1;
      if (before?.kind === 'bracket' && at === 0 && named !== undefined) return whole; // of another workbook
      const moved = movedCells(cells, rowsNow(isOfQuoted ? quoted : (named ?? sheet)));
      if (moved === null) isKnown = false;
      return whole.slice(0, whole.length - cells.length) + (moved ?? cells);
    });
  });
  return isKnown ? parts.join('') : null;
}

/** True for the formula that Excel gives to the cell `down` rows lower when it fills a column with `above`. */
export function isFilledDown(above: string, down: number, formula: string): boolean {
  if (above === formula) return true; // it names columns, most often
  const parts = segmentsOf(above).map(({ kind, text }) =>
    kind === 'code'
      ? text.replace(REFERENCE, (whole, _: unknown, cells: string) => filledDown(whole, cells, down))
      : text,
  );
  return sameFormula(parts.join(''), formula);
}

function filledDown(whole: string, cells: string, down: number): string {
  if (NAME.test(cells)) return whole;
  const filled = cells.replace(FILLED_ROW, (row, fixed: string, number: string) =>
    fixed === '' ? String(Number(number) + down) : row,
  );
  return whole.slice(0, whole.length - cells.length) + filled;
}

function nameOf(quoted: string): string {
  return quoted.slice(1, -1).replaceAll("''", "'");
}

function movedCells(cells: string, rowNow: RowNow | null): string | null {
  if (rowNow === null || NAME.test(cells)) return cells;
  const rows: (number | null)[] = [];
  const moved = cells.replace(ROW_NUMBER, (number) => {
    const row = rowNow(Number(number) - 1);
    rows.push(row);
    return String((row ?? 0) + 1);
  });
  const [first = null, last = first] = rows;
  const isKnown = first !== null && last !== null && first >= 0 && last >= first && last < MOST_ROWS;
  return isKnown ? moved : null;
}
