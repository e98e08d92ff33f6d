/**
 * The content of a cell as one value, as Excel's formula bar shows it: a formula with its `=`, else the value. A text
 * that could be taken for a formula or an error has an apostrophe before it, and so has a text that begins with one.
 */
import { isCellError, type CellValue } from './cells';
import { sameFormula } from './formula-text';
import type { PlannedCell } from './plan';
import { formulaKey, valueAt, type SheetSnapshot } from './snapshot';

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
