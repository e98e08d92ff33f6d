/**
 * Periods in days, as French administrative time is counted: the day of the event does not count (CPC art. 641). «
 * Ouvrés » are Monday to Friday, « ouvrables » Monday to Saturday, both less public holidays; « francs » exclude the
 * last day too.
 */
import type { HolidayZone } from '../envelopes/convention';
import { assert } from '../result';
import { addDays, type CivilDate } from './civil-date';
import { isHoliday } from './holidays';

/** The longest period that the functions below count, about forty years; callers refuse more before asking. */
export const MOST_DAYS = 10_000;

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: CivilDate): number {
  return ((((date + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

/** Jour ouvré: Monday to Friday, not a public holiday. */
export function isWorkingDay(date: CivilDate, zone: HolidayZone): boolean {
  return weekday(date) <= 5 && !isHoliday(date, zone);
}

/** Jour ouvrable: Monday to Saturday, not a public holiday. */
export function isWorkableDay(date: CivilDate, zone: HolidayZone): boolean {
  return weekday(date) <= 6 && !isHoliday(date, zone);
}

/**
 * The day that ends a period of so many jours ouvrés after a date (before it when negative); the date itself for none.
 * @example addWorkingDays(isoDate('2023-04-03'), 5, 'national') // 11 April 2023, over Easter
 */
export function addWorkingDays(date: CivilDate, days: number, zone: HolidayZone): CivilDate {
  return addDaysThat(isWorkingDay, date, days, zone);
}

/** The day that ends a period of so many jours ouvrables after a date (before it when negative). */
export function addWorkableDays(date: CivilDate, days: number, zone: HolidayZone): CivilDate {
  return addDaysThat(isWorkableDay, date, days, zone);
}

/**
 * The day that ends a period of so many jours francs, before the move of article 642 (see `nextWorkingDay`).
 * @example addClearDays(isoDate('2022-12-13'), 5) // 19 December 2022
 */
export function addClearDays(date: CivilDate, days: number): CivilDate {
  assert(Number.isInteger(days) && days >= 0 && days <= MOST_DAYS, `not a period in days: ${days}`);
  return addDays(date, days + 1);
}

/** The date itself, or the next jour ouvré when it falls on a Saturday, a Sunday or a public holiday (CPC art. 642). */
export function nextWorkingDay(date: CivilDate, zone: HolidayZone): CivilDate {
  let day = date;
  while (!isWorkingDay(day, zone)) day = addDays(day, 1);
  return day;
}

/**
 * Jours ouvrés from a date, not counted, to another, counted: what `addWorkingDays` added. Negative when the second is
 * earlier. Excel's NETWORKDAYS counts the first day too.
 */
export function countWorkingDays(from: CivilDate, to: CivilDate, zone: HolidayZone): number {
  const step = Math.sign(to - from);
  let count = 0;
  for (let day = from; day !== to;) {
    day = addDays(day, step);
    if (isWorkingDay(day, zone)) count += step;
  }
  return count;
}

function addDaysThat(counts: typeof isWorkingDay, date: CivilDate, days: number, zone: HolidayZone): CivilDate {
  assert(Number.isInteger(days) && Math.abs(days) <= MOST_DAYS, `not a period in days: ${days}`);
  const step = Math.sign(days);
  let day = date;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (counts(day, zone)) left -= 1;
  }
  return day;
}
