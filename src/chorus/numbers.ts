/**
 * Numbers of EJ and of DP as extracts give them: text or number, with a `.0` from a reader of spreadsheets, without
 * their leading zeros, inside a composite key. Repairs are counted; lost digits are reported, never guessed.
 */
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import { readEj } from '../domain/imputation/ej-number';
import type { IgnoredLine } from '../domain/reconciliation/extract-reading';
import { textOf, type CellValue } from '../workbook/cells';
import { RepairLog } from './extract-rows';

const DIGITS = 10;
/** Chorus writes the number of a DP with nine digits or ten. */
const DIGITS_OF_DP = 9;
/** « ADCE/1405135458/00010 ». */
const EJ_WITHIN = /(?<!\d)(?:1\d|2[0-2])\d{8}(?!\d)/g;
const DIGITS_ALONE = /^\d+$/;
const SCIENTIFIC = /^\d+([.,]\d+)?E\+?\d+$/i;
/** The number at the end of a key such as `ADCE/2024/100241599`. */
const LAST_NUMBER = /^.*\D(\d{9,10})$/;
/** Where a key has thirteen letters before its number (BOWEBI). */
const KEY_LETTERS = 13;

/**
 * Ten digits, without the words before them nor the poste after them; empty when there is none; the text itself when it
 * is no number.
 */
export function readEjNumber(cell: CellValue, line: number, repairs: RepairLog): string {
  const found = readNumber(cell, line, repairs, DIGITS);
  if (found === '' || DIGITS_ALONE.test(found)) return found;
  const text = textOf(cell);
  const reading = readEj(text, false);
  const [number, ...others] = reading.kind === 'ej' ? [reading.number] : new Set(text.match(EJ_WITHIN));
  if (number === undefined || others.length > 0) return found;
  repairs.add('prefixRemoved', line);
  return number;
}

/** The number of the poste in the cell of the EJ, « 1405135458/10 »; empty when there is none. */
export function readLineOfEj(cell: CellValue): string {
  const text = textOf(cell).trim();
  const reading = DIGITS_ALONE.test(text) ? null : readEj(text, false);
  return reading?.kind === 'ej' ? readLineNumber(reading.line ?? '') : '';
}

/** Ten digits, the last of a composite key; empty when there is none. */
export function readDp(cell: CellValue, line: number, repairs: RepairLog): string {
  const text = textOf(cell).trim();
  if (text.length <= DIGITS) return readNumber(cell, line, repairs, DIGITS_OF_DP);
  const tail = text.slice(KEY_LETTERS).trim();
  const number = LAST_NUMBER.exec(text)?.[1] ?? (/^\d{9,10}$/.test(tail) ? tail : null);
  if (number === null) return readNumber(cell, line, repairs, DIGITS_OF_DP);
  repairs.add('prefixRemoved', line);
  return readNumber(number, line, repairs, DIGITS_OF_DP);
}

/** The number of a poste without its leading zeros; empty when there is none. */
export function readLineNumber(cell: CellValue): string {
  const text = textOf(cell).trim();
  if (isPlaceholder(text)) return '';
  return /^\d+([.,]0+)?$/.test(text) ? text.replace(/[.,]0+$/, '').replace(/^0+(?=\d)/, '') : text;
}

/** The cells of the EJ and of the DP of a row. */
interface NumberCells {
  readonly ej: CellValue;
  readonly dp: CellValue;
}

/** Ten digits, of which at most three zeros were added: the number of a poste is none. */
const TEN_DIGITS = /^(?!0000)\d{10}$/;
const NINE_OR_TEN_DIGITS = /^\d{9,10}$/;

/**
 * The numbers of a row that is not read, by its columns; else those of any of its cells that may be some: in a row
 * whose cells have moved, its EJ is under another heading.
 */
export function numbersOfIgnored(
  cells: readonly CellValue[],
  columns: NumberCells | null,
): Pick<IgnoredLine, 'ej' | 'dp' | 'numbers'> {
  const log = new RepairLog();
  const ej = readEjNumber(columns?.ej ?? null, 0, log);
  const dp = readDp(columns?.dp ?? null, 0, log);
  const [hasEj, hasDp] = [TEN_DIGITS.test(ej), TEN_DIGITS.test(dp)];
  if (hasEj || hasDp) return { ...(hasEj && { ej }), ...(hasDp && { dp }) };
  const texts = cells.map((cell) => textOf(cell).trim()).filter((text) => NINE_OR_TEN_DIGITS.test(text));
  return texts.length === 0 ? {} : { numbers: [...new Set(texts.map((text) => text.padStart(DIGITS, '0')))] };
}

/** `fewest`: with fewer digits, zeros were lost. */
function readNumber(cell: CellValue, line: number, repairs: RepairLog, fewest: number): string {
  let text = typeof cell === 'string' ? cell.replace(/[\s\u200b\u2060]+/g, '') : textOf(cell);
  if (isPlaceholder(text)) return '';
  if (/^\d+[.,]0+$/.test(text)) {
    repairs.add('decimalPart', line);
    text = text.replace(/[.,]0+$/, '');
  }
  if (SCIENTIFIC.test(text)) repairs.add('numberDamaged', line);
  if (!/^\d+$/.test(text) || text.length >= DIGITS) return text;
  if (text.length < fewest) repairs.add('leadingZero', line);
  return text.padStart(DIGITS, '0');
}
