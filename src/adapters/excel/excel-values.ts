/**
 * Conversion of cell contents between Excel and our model. Excel has no null (an empty cell is ''), gives errors as
 * text, and parses text that looks like a number, a date or a formula: what we write as text must stay text.
 */
import { type CellValue, isCellError } from '../../workbook/cells';
import { contentOf } from '../../workbook/contents';

/** Errors as Excel spells them, in English and in French, to the English form of our model. */
const ERRORS: ReadonlyMap<string, string> = new Map([
  ...[
    '#NULL!',
    '#DIV/0!',
    '#VALUE!',
    '#REF!',
    '#NAME?',
    '#NUM!',
    '#N/A',
    '#SPILL!',
    '#CALC!',
    '#FIELD!',
    '#BLOCKED!',
    '#CONNECT!',
    '#BUSY!',
  ]
    .concat(['#UNKNOWN!', '#GETTING_DATA', '#EXTERNAL!', '#TIMEOUT!'])
    .map((error): [string, string] => [error, error]),
  ['#NUL!', '#NULL!'],
  ['#VALEUR!', '#VALUE!'],
  ['#NOM?', '#NAME?'],
  ['#NOMBRE!', '#NUM!'],
  ['#PROPAGATION!', '#SPILL!'],
  ['#CALCUL!', '#CALC!'],
  ['#CHAMP!', '#FIELD!'],
  ['#BLOQUÉ!', '#BLOCKED!'],
  ['#CONNEXION!', '#CONNECT!'],
  ['#OCCUPÉ!', '#BUSY!'],
  ['#INCONNU!', '#UNKNOWN!'],
]);

/**
 * The value of one entry of `values` or `formulas`. Text that spells an error is the error: Excel itself would convert
 * it.
 */
export function fromExcel(raw: unknown): CellValue {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string' || raw === '') return null;
  if (raw.charCodeAt(0) !== 35) return raw; // '#'
  const error = ERRORS.get(raw.toUpperCase());
  return error === undefined ? raw : { error };
}

/**
 * True for an entry of `formulas` that is a formula. Text that starts with `=` also passes; its value, which is the
 * same text, distinguishes it.
 */
export function looksLikeFormula(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length > 1 && raw.charCodeAt(0) === 61; // '='
}

/** Words without a digit that Excel converts to a value all the same. */
const WORDS_OF_EXCEL = /^(true|false|vrai|faux)$/i;
const PLAIN_WORDS = /^\p{L}[^\d]*$/u;

/** The number format of a text cell: Excel takes what is written there as text, as it is. */
export const TEXT_FORMAT = '@';

/**
 * The entry of `formulas` that makes a cell of this number format hold exactly this value. Outside a text cell, a
 * leading apostrophe, which Excel does not keep in the value, forces text.
 */
export function toExcel(value: CellValue, numberFormat = 'General'): string | number | boolean {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value !== 'string' || value === '' || numberFormat === TEXT_FORMAT) return value;
  return PLAIN_WORDS.test(value) && !WORDS_OF_EXCEL.test(value) ? value : `'${value}`;
}

/**
 * True for a cell that holds a data type or an image without a formula, of which nothing could be written back. Excel
 * gives its type, or `#VALUE!` alone (`basicType` and `basicValue` of Office.js): such an error that no formula gives is
 * taken for one.
 */
export function isRichEntry(formula: unknown, value: unknown, type: unknown): boolean {
  if (looksLikeFormula(formula) && formula !== value) return false;
  const content = type === 'Error' ? fromExcel(value) : null;
  return type === 'RichValue' || (isCellError(content) && content.error === '#VALUE!');
}

/** The content of a cell by its entry of `formulas` alone, which does not distinguish a text that looks like a formula. */
export function rawContent(formula: unknown): CellValue {
  return looksLikeFormula(formula) ? formula : fromExcel(formula);
}

/**
 * The content of a cell (see `contents.ts`) from its entries of `formulas`, `values` and `valueTypes`: a formula differs
 * from its value, a text that looks like one does not; only the type distinguishes an error from a text that spells it.
 */
export function contentIn(formula: unknown, value: unknown, type: unknown): CellValue {
  if (looksLikeFormula(formula) && formula !== value) return contentOf(null, formula);
  return contentOf(type === 'String' && typeof value === 'string' && value !== '' ? value : fromExcel(value));
}
