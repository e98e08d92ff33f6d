/**
 * Numbers that a cell shows as dates. Where amounts are expected such a number is no amount: 45 058, typed as
 * 12/05/2023, would be counted as euros.
 */

/** In quotes, after `\`, `_` or `*`, in square brackets: what a format shows as it is written, or does not show. */
const NOT_SHOWN_FROM_VALUE = /"[^"]*"?|[\\_*].|\[[^\]]*\]?/g;
const DATE_OR_TIME = /[dmyhs]/i;
const LONGEST_FORMAT = 255;

/**
 * True for an invariant number format that shows a date or a time.
 * @example isDateFormat('dd/mm/yyyy') // true; isDateFormat('#,##0.00 "dont TVA"') // false
 */
export function isDateFormat(format: string): boolean {
  if (format.length > LONGEST_FORMAT || /^general$/i.test(format)) return false;
  return DATE_OR_TIME.test(format.replace(NOT_SHOWN_FROM_VALUE, ''));
}

/** The serial numbers of the days of this century, in both systems of dates. */
const FIRST_DAY = 35_064;
const LAST_DAY = 73_050;

/**
 * True for a number that may be a date that somebody typed. 300, typed over such a date, is an amount, although its
 * cell shows 26/10/1900.
 */
export function isDayOfCentury(content: unknown): boolean {
  return typeof content === 'number' && content >= FIRST_DAY && content < LAST_DAY + 1;
}

/** A column with no more dates than this is looked at, even when it holds no other number. */
const FEW_DATES = 20;
/** Dates listed in one column. */
export const MOST_DATES_OF_COLUMN = 100_000;

/** False for a column of dates alone, which holds no amounts: its cells are not listed. */
export function mayHoldAmounts(dates: number, otherNumbers: number): boolean {
  return otherNumbers > 0 || dates <= FEW_DATES;
}
