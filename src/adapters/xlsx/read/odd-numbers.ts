/** A number of a file in a long or unusual form. */
import type { CellValue } from '../../../workbook/cells';

/** « 0x10 » is no number of a file (XML Schema, double). */
const OTHER_BASE = /^0[xob]/i;

/** The number, or the text when it is none; null when it is blank. */
export function oddNumber(written: string): CellValue {
  const text = written.trim();
  if (text === '') return null;
  const value = OTHER_BASE.test(text) ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : text;
}
