/**
 * The content of a cell as one value, as Excel's formula bar shows it: a formula with its `=`, else the value. A text
 * that could be taken for a formula or an error has an apostrophe before it, and so has a text that begins with one.
 * Also whether a cell is free: it holds nothing, and the formula of no other cell fills it. Such a cell may show
 * nothing, and a value written there leaves that formula in error.
 */
import { cellAddress, isCellError, type Area, type CellValue } from './cells';
import type { Failure } from './failure';
import { sameFormula } from './formula-text';
import type { PlannedCell } from './plan';
import { formulaKey, isFilledByOther, valueAt, type SheetSnapshot } from './snapshot';

/** First characters of a text that is not its own content: an equals sign, an apostrophe, a number sign. */
const AMBIGUOUS = /^[='#]/;

/** The content of a cell with this value and this formula. */
export function contentOf(value: CellValue, formula?: string): CellValue {
  if (formula !== undefined) return formula;
  return typeof value === 'string' && AMBIGUOUS.test(value) ? `'${value}` : value;
}

/** The content of a cell of a sheet. */
export function contentAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return contentOf(valueAt(sheet, row, column), sheet.formulas.get(formulaKey(row, column)));
}

/** The cell to write for a content. */
export function cellOfContent(content: CellValue): Pick<PlannedCell, 'value' | 'formula'> {
  if (typeof content !== 'string') return { value: content };
  if (content.startsWith("'")) return { value: content.slice(1) };
  return content.startsWith('=') && content.length > 1 ? { value: null, formula: content } : { value: content };
}

/** The content that a plan gives to a cell. */
export function contentOfPlanned({ value, formula }: PlannedCell): CellValue {
  return contentOf(value, formula);
}

/** True when two contents are equal to a reader: an empty cell equals an empty text. */
export function sameContent(one: CellValue, other: CellValue): boolean {
  if (isCellError(one) || isCellError(other)) return errorIn(one) !== null && errorIn(one) === errorIn(other);
  return (one === '' ? null : one) === (other === '' ? null : other);
}

/** An error, or a text that spells one: a reading of Excel does not always distinguish them. */
function errorIn(content: CellValue): string | null {
  if (isCellError(content)) return content.error;
  return typeof content === 'string' && content.startsWith("'#") ? content.slice(1) : null;
}

/** True when a cell holds what was written to it, though Excel respells formulas, and numbers in text cells. */
export function holdsWritten(written: CellValue, present: CellValue): boolean {
  if (typeof written === 'string' && typeof present === 'string' && written.startsWith('=') && present.startsWith('='))
    return sameFormula(written, present);
  if (typeof written === 'number' || typeof present === 'number') return String(written) === String(present);
  return sameContent(written, present);
}

/** The refusal to write in a cell. */
export type Occupied = Extract<Failure, { code: 'occupied' }>;

/** True for a cell that holds nothing and that no formula fills. */
export function isFree(sheet: SheetSnapshot, row: number, column: number): boolean {
  return sameContent(contentAt(sheet, row, column), null) && !isFilledByOther(sheet, row, column);
}

/** The refusal to write in the first cell of an area that is not free; null when all are. */
export function firstTaken(sheet: SheetSnapshot, area: Area): Occupied | null {
  return firstIn(sheet, area, (row, column) => !isFree(sheet, row, column));
}

/** The refusal for the first cell of an area that the formula of another one fills; null without any. */
export function firstFilled(sheet: SheetSnapshot, area: Area): Occupied | null {
  return sheet.arrays ? firstIn(sheet, area, (row, column) => isFilledByOther(sheet, row, column)) : null;
}

/** The refusal to write in a cell of a sheet. */
export function occupied(sheet: SheetSnapshot, row: number, column: number): Occupied {
  const isOfFormula = isFilledByOther(sheet, row, column);
  return {
    ...{ code: 'occupied', sheet: sheet.name, cell: cellAddress(row, column) },
    ...(isOfFormula && { isOfFormula }),
  };
}

function firstIn(
  sheet: SheetSnapshot,
  { top, left, rows, columns }: Area,
  isTaken: (row: number, column: number) => boolean,
): Occupied | null {
  for (let row = top; row < top + rows; row++)
    for (let column = left; column < left + columns; column++)
      if (isTaken(row, column)) return occupied(sheet, row, column);
  return null;
}
