/** Converts the contents of a cell between the grid and Univer. */
import { BooleanNumber, CellValueType, type ICellData, type IDocumentData, type Nullable } from '@univerjs/core';
import type { GridValue } from '../grid';

export const CELL_ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#CYCLE!',
  '#ERROR!',
  '#BUSY!',
]);

/**
 * Univer's own errors and their values in Excel: 0 for a circular reference; an unreadable formula cannot be entered
 * there.
 */
const AS_EXCEL_SHOWS: ReadonlyMap<string, GridValue> = new Map<string, GridValue>([
  ['#CYCLE!', 0],
  ['#ERROR!', { error: '#NAME?' }],
]);

export function valueOfCell(cell: Nullable<ICellData>): GridValue {
  if (!cell) return null;
  if (cell.p) return plainText(cell.p);
  const { v, t } = cell;
  if (v === undefined || v === null) return null;
  if (t === CellValueType.BOOLEAN) return isTrue(v);
  if (t === CellValueType.NUMBER) return Number(v);
  if (t === CellValueType.FORCE_STRING) return String(v);
  if (typeof v === 'string' && CELL_ERRORS.has(v)) return AS_EXCEL_SHOWS.get(v) ?? { error: v };
  return t === CellValueType.STRING ? String(v) : v;
}

const isTrue = (value: string | number | boolean): boolean =>
  value === true || value === 1 || String(value).toUpperCase() === 'TRUE' || value === '1';

/** The text of a cell edited as rich text; Univer ends it with a line break. */
function plainText(document: IDocumentData): string {
  return (document.body?.dataStream ?? '').replace(/\r\n$/, '').replaceAll('\r', '\n');
}

const LOOKS_NUMERIC = /^\s*[-+]?[\d.,\s]+(?:e[-+]?\d+)?%?\s*$/i;

/** The value and its type; text that looks like a number is marked as text. */
export function cellOfValue(value: GridValue): Pick<ICellData, 'v' | 't'> {
  if (value === null) return { v: null };
  if (typeof value === 'object') return { v: value.error, t: CellValueType.STRING };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean')
    return { v: value ? BooleanNumber.TRUE : BooleanNumber.FALSE, t: CellValueType.BOOLEAN };
  const isForced = LOOKS_NUMERIC.test(value) || /^(true|false)$/i.test(value) || CELL_ERRORS.has(value);
  return { v: value, t: isForced ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** The formula for Univer, without the prefixes that files add to newer functions and to those of add-ins. */
export function plainFormula(formula: string): string {
  return formula.replace(/_xl(?:fn|pm|ws)\.(?:_xlws\.)?/gi, '').replace(/_xldudf_([A-Z0-9]+)_([A-Z0-9_]+)/gi, '$1.$2');
}
