/** The bounds of the numbers and of the years of a convention, the same in its tables and in a file. */
import { partsOf, yearOf, type CivilDate } from '../../domain/calendar/civil-date';
import { isBeforeNovember } from '../../domain/envelopes/commitment-year';
import type { Convention } from '../../domain/envelopes/convention';

type Bounds = readonly [least: number, most: number];

export const YEAR_BOUNDS: Bounds = [1900, 9999];
export const NOTICE_MONTHS_BOUNDS: Bounds = [0, 120];
/** Days to reply, days to pay. */
export const DAYS_BOUNDS: Bounds = [0, 366];
/** Of any unit, in the delay of a duty. */
export const DELAY_BOUNDS: Bounds = [0, 3660];
/** Credit years besides that of the convention. */
export const MOST_OTHER_YEARS = 30;

/** Years between a date of a convention and its credit year above which one of the two is mistyped: 1923, 2123. */
const FARTHEST_YEARS = 50;

/** True for a date too many years away from the credit year of its convention. */
export function isFarFrom(creditYear: number, date: CivilDate): boolean {
  return Math.abs(yearOf(date) - creditYear) > FARTHEST_YEARS;
}

/** True for a closing date that closes none of these credit years: neither in one nor in the January that follows. */
export function closesNothing(date: CivilDate, creditYears: readonly number[]): boolean {
  const { year, month } = partsOf(date);
  return !creditYears.includes(year) && !(month === 1 && creditYears.includes(year - 1));
}

/**
 * True for a credit year after the end of a convention whose end bounds the commitments and the payments: nothing could
 * be spent in it.
 */
export function isAfterEnd(
  year: number,
  { endsOn, endAppliesTo }: Pick<Convention, 'endsOn' | 'endAppliesTo'>,
): boolean {
  return year > yearOf(endsOn) && endAppliesTo.includes('commitment') && endAppliesTo.includes('payment');
}

/**
 * The only credit year that a convention may have, from its term: that of its end, where it is signed in it, or late
 * enough in the year before to be of the next one (loi n° 2004-1484, art. 108); null where its term has several.
 */
export function onlyCreditYear(signedOn: CivilDate, endsOn: CivilDate): number | null {
  const first = yearOf(signedOn) + (isBeforeNovember(signedOn) ? 0 : 1);
  return first >= yearOf(endsOn) ? yearOf(endsOn) : null;
}
