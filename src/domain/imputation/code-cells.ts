/**
 * Texts that are typed in the cell of a convention in place of one code: several codes, or a number that the
 * spreadsheet damaged. No row of a ledger may be judged by them.
 */
import { readCode } from './chorus-codes';
import { IMPUTATION_FIELDS, type ImputationField } from './imputation';
import { isPattern } from './patterns';

/** Why the text of a cell is no code. */
export type CodeFault = 'severalCodes' | 'damagedCode';

/** In characters; a longer text is no list of codes. */
const LONGEST = 2_000;
const LIST = /[;\n\r]/;
const BETWEEN_CODES = /[\s;,|/+&]+/;
/** Signs and words between two codes, which a space alone may not be. */
const BETWEEN_ANY = /[;,|/+\n\r]|\s(?:et|ou|and|or|&)\s/i;
/** A text that looks like a code of whatever form: no space, a digit, not as short as a year. */
const LIKE_A_CODE = /^(?=[^\d]{0,20}\d)[\p{L}\d][\p{L}\d.*-]{4,40}$/u;
/** The prefix of a controlling area, « BG00/EMPEF00075 ». */
const PREFIX = /^[A-Z]{2}\d{2}$/i;
/** « UO », « Centre financier : ». */
const WORDS_BEFORE = /^\s{0,9}(?:[\p{L}.]{1,20}[ :]{1,3}){1,4}/u;
const JOINING: ReadonlySet<string> = new Set(['et', 'ou', 'and', 'or']);
/** The pattern of a code of which no digit is sure. */
const ANY_CODE = '*';

/**
 * The codes of a cell, one for a text that is one code; those that are malformed are several too, « 0123-ABCD ou
 * 0123-EFGH ». On axe 2, typed by hand, only « ; » and lines separate them.
 * @example codesIn('costCentre', 'EMPEF00075, EMPEF00076') // ['EMPEF00075', 'EMPEF00076']
 */
export function codesIn(field: ImputationField, text: string): readonly string[] {
  if (text.length > LONGEST || isCode(field, text)) return [text];
  const listed = partsOf(text, LIST);
  if (field === 'ministerialAxis2') return listed.length > 1 ? listed : [text];
  const codes = partsOf(text, BETWEEN_CODES).filter((part) => !JOINING.has(part.toLowerCase()));
  if (codes.length > 1 && codes.every((code) => isPattern(code) || isCode(field, code))) return codes;
  if (listed.length > 1) return listed;
  const [first = '', ...others] = partsOf(text, BETWEEN_ANY);
  const areLikeCodes = others.length > 0 && [first, ...others].every((part) => LIKE_A_CODE.test(part));
  return areLikeCodes && !PREFIX.test(first) ? [first, ...others] : [text];
}

/**
 * The code of a text that has it behind the words of its field, or with spaces for hyphens; null for any other text.
 * @example codeAmongWords('financialCentre', 'UO 0103 CEFP C002') // '0103-CEFP-C002'
 */
export function codeAmongWords(field: ImputationField, text: string): string | null {
  if (field === 'ministerialAxis2' || text.length > LONGEST || isCode(field, text)) return null;
  const codes = [text, text.replace(WORDS_BEFORE, '')].flatMap((one) => [one, one.trim().replace(/\s/g, '-')]);
  const readings = codes.filter((code) => /\d/.test(code)).map((code) => readCode(field, code, false));
  const found = readings.find((reading) => reading.kind === 'code' || reading.kind === 'zeroLost');
  return found && 'canonical' in found ? found.canonical : null;
}

/** Why a text is not one code of that field; null for a code, and for any text that may be one of another form. */
export function faultOfCode(field: ImputationField, text: string, isNumber: boolean): CodeFault | null {
  if (codesIn(field, text).length > 1) return 'severalCodes';
  return readCode(field, text, isNumber).kind === 'damaged' ? 'damagedCode' : null;
}

/** The only field that has codes of this form, where its own field has none such; null for any other text. */
export function otherFieldOf(field: ImputationField, text: string, isNumber: boolean): ImputationField | null {
  if (isNumber || !/\d/.test(text) || mayBeOf(field, text)) return null;
  const others = IMPUTATION_FIELDS.filter((other) => other !== 'ministerialAxis2' && mayBeOf(other, text));
  return others.length === 1 ? (others[0] ?? null) : null;
}

/** True for a code of that field, alone or behind its words; any text is one on axe 2. */
function mayBeOf(field: ImputationField, text: string): boolean {
  return isCode(field, text) || codeAmongWords(field, text) !== null;
}

/** The codes, or patterns, that a row of a convention may give whose cells cannot be read; any where digits are lost. */
export function codesOfUnread(
  field: ImputationField,
  { value, aliases }: { readonly value: string; readonly aliases: readonly string[] },
): readonly string[] {
  const values = faultOfCode(field, value, false) === 'damagedCode' ? [ANY_CODE] : codesIn(field, value);
  return [...values, ...aliases.flatMap((alias) => codesIn(field, alias))];
}

function isCode(field: ImputationField, text: string): boolean {
  if (field === 'ministerialAxis2') return !LIST.test(text);
  const { kind } = readCode(field, text, false);
  return kind === 'code' || kind === 'zeroLost';
}

function partsOf(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
