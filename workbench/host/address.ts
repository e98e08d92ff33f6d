/**
 * Converts areas to and from addresses as Excel writes them: `B2:D9`, `C:D`, `3:7`, `'Suivi 2023'!A1`. Rows and columns
 * of areas start at 0.
 */
import { GRID_COLUMNS, GRID_ROWS, type GridArea } from './grid';

/** `A`, `Z`, `AA`… */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export const isWholeColumns = (area: GridArea): boolean => area.top === 0 && area.rows === GRID_ROWS;
export const isWholeRows = (area: GridArea): boolean => area.left === 0 && area.columns === GRID_COLUMNS;

/** The area without its sheet: `A1`, `A1:B2`, `A:C` or `1:3`. */
export function localAddress(area: GridArea): string {
  const lastRow = area.top + area.rows;
  const lastColumn = columnName(area.left + area.columns - 1);
  if (isWholeColumns(area)) return `${columnName(area.left)}:${lastColumn}`;
  if (isWholeRows(area)) return `${area.top + 1}:${lastRow}`;
  const first = `${columnName(area.left)}${area.top + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}

/** `$A$1:$B$2`, as defined names refer to cells. */
export function absoluteAddress(area: GridArea): string {
  return localAddress(area).replace(/[A-Z]+(?=\d|:|$)|\d+/g, '$$$&');
}

export function quoteSheetName(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]\d*(c\d*)?$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function fullAddress(sheetName: string, area: GridArea): string {
  return `${quoteSheetName(sheetName)}!${localAddress(area)}`;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;
const COLUMNS = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** The area of a local address; null when the text is not one, or is outside the sheet. */
export function parseLocalAddress(text: string): GridArea | null {
  const trimmed = text.trim();
  const cells = CELLS.exec(trimmed);
  if (cells) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return between(Number(top) - 1, columnNumber(left), Number(bottom) - 1, columnNumber(right));
  }
  const columns = COLUMNS.exec(trimmed);
  if (columns) return between(0, columnNumber(columns[1] ?? ''), GRID_ROWS - 1, columnNumber(columns[2] ?? ''));
  const rows = ROWS.exec(trimmed);
  return rows ? between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, GRID_COLUMNS - 1) : null;
}

function between(row: number, column: number, otherRow: number, otherColumn: number): GridArea | null {
  const area = {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    rows: Math.abs(otherRow - row) + 1,
    columns: Math.abs(otherColumn - column) + 1,
  };
  return isInsideSheet(area) ? area : null;
}

export function isInsideSheet(area: GridArea): boolean {
  const { top, left, rows, columns } = area;
  return top >= 0 && left >= 0 && rows > 0 && columns > 0 && top + rows <= GRID_ROWS && left + columns <= GRID_COLUMNS;
}

/** The sheet and the rest of `'Suivi 2023'!A1`, `=Suivi!$A$1` or `A1`. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly local: string } {
  const text = address.startsWith('=') ? address.slice(1) : address;
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), local: quoted[2] ?? '' };
  const mark = text.indexOf('!');
  return mark < 0 ? { sheet: null, local: text } : { sheet: text.slice(0, mark), local: text.slice(mark + 1) };
}

export function intersection(one: GridArea, other: GridArea): GridArea | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const rows = Math.min(one.top + one.rows, other.top + other.rows) - top;
  const columns = Math.min(one.left + one.columns, other.left + other.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : null;
}

export function boundingArea(one: GridArea, other: GridArea): GridArea {
  const top = Math.min(one.top, other.top);
  const left = Math.min(one.left, other.left);
  return {
    top,
    left,
    rows: Math.max(one.top + one.rows, other.top + other.rows) - top,
    columns: Math.max(one.left + one.columns, other.left + other.columns) - left,
  };
}

export const overlap = (one: GridArea, other: GridArea): boolean => intersection(one, other) !== null;

export function contains(outer: GridArea, inner: GridArea): boolean {
  const common = intersection(outer, inner);
  return common !== null && common.rows === inner.rows && common.columns === inner.columns;
}

export const sameArea = (one: GridArea, other: GridArea): boolean =>
  one.top === other.top && one.left === other.left && one.rows === other.rows && one.columns === other.columns;

/** The coordinates of each cell, by row. */
export function cellsOfArea(area: GridArea): (readonly [row: number, column: number])[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => [area.top + row, area.left + column] as const),
  );
}
