/**
 * Cell contents between Excel and us. Excel has no null (an empty cell is ''), gives errors as text, and reads text
 * that looks like a number, a date or a formula as one: what we write as text must stay text.
 */
import { type CellValue, isCellError } from '../../workbook/cells';

/** Errors as Excel spells them, in English and in French, to the English form that we keep. */
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
 * What a cell holds, from one entry of `values` or `formulas`. Text that spells an error is the error: Excel itself
 * would make it one.
 */
export function fromExcel(raw: unknown): CellValue {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string' || raw === '') return null;
  if (raw.charCodeAt(0) !== 35) return raw; // '#'
  const error = ERRORS.get(raw.toUpperCase());
  return error === undefined ? raw : { error };
}

/**
 * True for an entry of `formulas` that is a formula; text that starts with `=` is told apart by its value, which is the
 * same text.
 */
export function looksLikeFormula(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.length > 1 && raw.charCodeAt(0) === 61; // '='
}

/** Words without a digit, starting with a letter, which Excel takes for a value all the same. */
const WORDS_OF_EXCEL = /^(true|false|vrai|faux)$/i;
const PLAIN_WORDS = /^\p{L}[^\d]*$/u;

/**
 * What to give to `formulas` for a cell to hold exactly this value. An apostrophe, which Excel does not keep in the
 * value, makes it text.
 */
export function toExcel(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value !== 'string' || value === '') return value;
  return PLAIN_WORDS.test(value) && !WORDS_OF_EXCEL.test(value) ? value : `'${value}`;
}

/** What a cell holds as one value: its formula, else its value. */
export function contentOf(raw: unknown): CellValue {
  return looksLikeFormula(raw) ? raw : fromExcel(raw);
}

/** True when two contents are the same to a reader: an empty cell and an empty text do not differ. */
export function sameContent(one: CellValue, other: CellValue): boolean {
  if (isCellError(one) || isCellError(other))
    return isCellError(one) && isCellError(other) && one.error === other.error;
  return (one === '' ? null : one) === (other === '' ? null : other);
}
