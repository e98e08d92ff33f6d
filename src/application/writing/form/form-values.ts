/** Texts of a form as members of a convention file; what cannot be read is passed on as typed, for the schema to refuse. */
import { toIso } from '../../../domain/calendar/civil-date';
import { parseDateText } from '../../../domain/calendar/date-text';
import { readAmountText } from '../../../domain/money/amount-text';
import { Euros } from '../../../domain/money/euros';
import { readShare } from '../../../workbook/convention/typed-shares';
import { LIST_SEPARATOR } from '../../../workbook/workbook-names';

export function amountOf(text: string): string {
  const read = readAmountText(text);
  return read ? Euros.fromCents(read.cents).toDecimalString() : text;
}

/** `10 %` as a share; null for an empty text. */
export function shareOf(text: string): number | string | null {
  return isBlank(text) ? null : (readShare(text) ?? text);
}

export function dateOf(text: string): string {
  const date = parseDateText(text);
  return date === null ? text : toIso(date);
}

export function numberOf(text: string): number | string {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : text;
}

/** The names of a field that holds several, separated as in the tables. */
export function namesOf(text: string): readonly string[] {
  return text
    .split(LIST_SEPARATOR)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
