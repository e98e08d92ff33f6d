/**
 * A civil date as a whole number of days since 1970-01-01, with no hour and no time zone. Compare with `<`; arithmetic
 * goes through the functions of this room. The built-in date object is banned from the domain: it carries a time zone.
 */
import { assert } from '../result';

declare const civilBrand: unique symbol;

/** Days since 1970-01-01, opaque. */
export type CivilDate = number & { readonly [civilBrand]: true };

/** The parts of a civil date; `month` and `day` start at 1. */
export interface CivilParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const DAYS_FROM_ERA_TO_1970 = 719_468; // 0000-03-01 to 1970-01-01

/** The date of these parts, or null when there is no such day (31 April, month 13). Years 1 to 9999. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const shiftedYear = month <= 2 ? year - 1 : year; // the year starts on 1 March, so that the leap day comes last
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_TO_1970) as CivilDate;
}

/** The parts of a date. */
export function partsOf(date: CivilDate): CivilParts {
  const shifted = date + DAYS_FROM_ERA_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Days in a month, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A date that the code itself writes, as `2023-12-31`; throws when it is not one. For users' text, see `parseDateText`.
 */
export function isoDate(text: string): CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  assert(date !== null, `not an ISO date: ${text}`);
  return date;
}

/** `2023-12-31`. */
export function toIso(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The year of a date. */
export function yearOf(date: CivilDate): number {
  return partsOf(date).year;
}

/** The date so many days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return (date + days) as CivilDate;
}

/**
 * The same day so many calendar months later (earlier when negative), or the last day of that month when it has no such
 * day: how a notice is counted (convention, art. 5: three months).
 * @example addMonths(isoDate('2023-11-30'), 3) // 29 February 2024
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  assert(Number.isInteger(months), `months must be whole, got ${months}`);
  const { year, month, day } = partsOf(date);
  const monthFromZero = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthFromZero / 12);
  const newMonth = monthFromZero - newYear * 12 + 1;
  const moved = civilDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  assert(moved !== null, `${months} months later is outside the calendar`);
  return moved;
}
