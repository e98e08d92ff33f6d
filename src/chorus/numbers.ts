/**
 * Numbers of EJ and of DP as extracts give them: text or number, with a `.0` from a reader of spreadsheets, without
 * their leading zeros, inside a composite key. Repairs are counted; lost digits are reported, never guessed.
 */
import { isPlaceholder } from '../domain/imputation/chorus-codes';
import type { CellValue } from '../workbook/cells';
import { textOf } from '../workbook/ledger/read-cells';
import type { RepairLog } from './extract-rows';

const DIGITS = 10;
const SCIENTIFIC = /^\d+([.,]\d+)?E\+?\d+$/i;
/** The number at the end of a key such as `ADCE/2024/100241599`. */
const LAST_NUMBER = /^.*\D(\d{9,10})$/;
/** Where a key has thirteen letters before its number (BOWEBI). */
const KEY_LETTERS = 13;

/** Ten digits; empty when there is none; the text itself when it is no number. */
export function readEjNumber(cell: CellValue, line: number, repairs: RepairLog): string {
  return readNumber(cell, line, repairs);
}

/** Ten digits, the last of a composite key; empty when there is none. */
export function readDp(cell: CellValue, line: number, repairs: RepairLog): string {
  const text = textOf(cell).trim();
  if (text.length <= DIGITS) return readNumber(cell, line, repairs);
  const tail = text.slice(KEY_LETTERS).trim();
  const number = LAST_NUMBER.exec(text)?.[1] ?? (/^\d{9,10}$/.test(tail) ? tail : null);
  if (number === null) return readNumber(cell, line, repairs);
  repairs.add('prefixRemoved', line);
  return readNumber(number, line, repairs);
}

/** The number of a poste without its leading zeros; empty when there is none. */
export function readLineNumber(cell: CellValue): string {
  const text = textOf(cell).trim();
  if (isPlaceholder(text)) return '';
  return /^\d+([.,]0+)?$/.test(text) ? text.replace(/[.,]0+$/, '').replace(/^0+(?=\d)/, '') : text;
}

function readNumber(cell: CellValue, line: number, repairs: RepairLog): string {
  let text = typeof cell === 'string' ? cell.replace(/[\s\u200b\u2060]+/g, '') : textOf(cell);
  if (isPlaceholder(text)) return '';
  if (/^\d+[.,]0+$/.test(text)) {
    repairs.add('decimalPart', line);
    text = text.replace(/[.,]0+$/, '');
  }
  if (SCIENTIFIC.test(text)) repairs.add('numberDamaged', line);
  if (!/^\d+$/.test(text) || text.length >= DIGITS) return text;
  repairs.add('leadingZero', line);
  return text.padStart(DIGITS, '0');
}
