/** The value of a cell, and cell addresses. Rows and columns start at 0 in code, at 1 in addresses. */

/** A cell error such as `#REF!`; never compared with text. */
export interface CellError {
  readonly error: string;
}

/** A cell's value: null is an empty cell; dates are serial numbers. */
export type CellValue = string | number | boolean | null | CellError;

/** A rectangle of cells on a sheet. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** True for a cell error. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** A cell as text: an error by its name, a boolean as Excel shows it in French. */
export function textOf(value: CellValue): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  return value.error;
}

/** `A`, `Z`, `AA`… of a column number from 0. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The column number from 0 of `A`, `AA`, `XFD`; case does not matter. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `B12`. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B12:F30`, or `B12` for one cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.top + area.rows - 1, area.left + area.columns - 1)}`;
}

/** `$B$12:$F$30`: a reference that does not move with its cell. */
export function fixedAddress(area: Area): string {
  return areaAddress(area).replace(/[A-Z]{1,3}|\d{1,7}/g, '$$$&');
}

/** The area of `B12:F30`, `$B$12` or `'Feuille 1'!B12`; null when it is not one rectangle of cells. */
export function parseArea(address: string): Area | null {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(local);
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const area = {
    top: Number(top) - 1,
    left: columnNumber(left),
    rows: Number(bottom) - Number(top) + 1,
    columns: columnNumber(right) - columnNumber(left) + 1,
  };
  return area.top >= 0 && area.rows > 0 && area.columns > 0 ? area : null;
}

/** A sheet of Excel has as many rows and columns. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** The area of the whole rows `5:7`; null for another text. */
export function parseRows(address: string): Area | null {
  const match = /^(\d{1,7}):(\d{1,7})$/.exec(address.replaceAll('$', ''));
  if (!match) return null;
  const [first, last] = [Number(match[1]), Number(match[2])];
  return first > 0 && last >= first ? { top: first - 1, left: 0, rows: last - first + 1, columns: MOST_COLUMNS } : null;
}

/** The area of the whole columns `F:H`; null for another text. */
export function parseColumns(address: string): Area | null {
  const match = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(address.replaceAll('$', ''));
  if (!match) return null;
  const [, first = '', last = ''] = match;
  const columns = columnNumber(last) - columnNumber(first) + 1;
  return columns > 0 ? { top: 0, left: columnNumber(first), rows: MOST_ROWS, columns } : null;
}

/** `B12:F30`; whole columns as `F:H`. */
export function placeAddress(area: Area): string {
  const isWhole = area.top === 0 && area.rows === MOST_ROWS;
  return isWhole ? `${columnName(area.left)}:${columnName(area.left + area.columns - 1)}` : areaAddress(area);
}

/** Letters, digits, dots and low lines, from a letter on: other names need quotes. */
const PLAIN_NAME = /^[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f][\w.\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]*$/;
/**
 * Names that Excel may take for something else without quotes: cells (`AB12`, and `A1.B2`, which is a range), rows and
 * columns of either notation and language (`R1C1`, `RC`, `L2`), also as the beginning of a longer name, and constants.
 */
const AMBIGUOUS_NAME = /^(?:[A-Z]{1,3}\d+(?:$|\.)|[RL]?C?\d|[RL]C?$|C$|(?:TRUE|FALSE|VRAI|FAUX)$)/i;

/** A sheet name as formulas need it: quoted unless it is a plain word. Excel accepts quotes around any name. */
export function quoteSheet(name: string): string {
  return PLAIN_NAME.test(name) && !AMBIGUOUS_NAME.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
