/** The bounds of the numbers and of the years of a convention, the same in its tables and in a file. */
import { yearOf, type CivilDate } from '../../domain/calendar/civil-date';
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
