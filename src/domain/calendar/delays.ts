/**
 * Delays in each of the units of French administrative time. The day of the event does not count (CPC art. 641); a
 * delay that would end on a Saturday, a Sunday or a public holiday ends on the next working day (art. 642); months go
 * to the same day of the month, or to its last when it has none.
 */
import type { HolidayZone } from '../envelopes/convention';
import type { Delay } from '../envelopes/terms';
import { addDays, addMonths, type CivilDate, isoDate, yearOf } from './civil-date';
import { addClearDays, addWorkableDays, addWorkingDays, nextWorkingDay } from './working-days';

const LAST_DAY = isoDate('9999-12-31');

/**
 * The last day of a delay that starts on a date. Jours ouvrés need no move: they end on one.
 * @example addDelay(isoDate('2023-04-03'), { count: 5, unit: 'clear' }, 'national') // 11 April 2023: the 9th is Easter
 *   Sunday
 */
export function addDelay(date: CivilDate, delay: Delay, zone: HolidayZone): CivilDate {
  const last = lastDayOf(date, delay, zone);
  return delay.unit === 'working' ? last : nextWorkingDay(last, zone);
}

/** The last day of a delay, before it moves to a working day (CPC art. 642). */
export function lastDayOf(date: CivilDate, { count, unit }: Delay, zone: HolidayZone): CivilDate {
  if (unit === 'working') return addWorkingDays(date, count, zone);
  if (unit === 'workable') return addWorkableDays(date, count, zone);
  if (unit === 'clear') return addClearDays(date, count);
  if (unit === 'calendar') return addDays(date, count);
  return yearOf(date) + count / 12 < yearOf(LAST_DAY) ? addMonths(date, count) : LAST_DAY;
}

/** The delay within which a request of the délégant is answered (2023 convention, art. 2.2: five jours ouvrés). */
export function replyDelayOf({
  replyWorkingDays,
  replyUnit,
}: {
  readonly replyWorkingDays: number;
  readonly replyUnit: Delay['unit'];
}): Delay {
  return { count: replyWorkingDays, unit: replyUnit };
}
