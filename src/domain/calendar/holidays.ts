/**
 * Public holidays: the eleven of the Code du travail (L3133-1), and the two more of Alsace-Moselle (L3134-13). Computed
 * for any year by the list in force since 1982. A bridge day (« pont ») is not a holiday; Whit Monday is one even where
 * people work on it.
 */
import type { HolidayZone } from '../envelopes/convention';
import { addDays, type CivilDate, civilDate, partsOf } from './civil-date';
import { assert } from '../result';

type MonthDay = readonly [month: number, day: number];

const NATIONAL: readonly MonthDay[] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
];

/** The holidays that never move. */
const FIXED: Readonly<Record<HolidayZone, readonly MonthDay[]>> = {
  national: NATIONAL,
  'alsace-moselle': [...NATIONAL, [12, 26]],
};

/** Days after Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday. */
const FROM_EASTER: Readonly<Record<HolidayZone, readonly number[]>> = {
  national: [1, 39, 50],
  'alsace-moselle': [-2, 1, 39, 50],
};

/** Days from 1 March to the first of each month in which a movable holiday falls. */
const SPRING: ReadonlyMap<number, number> = new Map([
  [3, 0],
  [4, 31],
  [5, 61],
  [6, 92],
]);

/** The holidays of a year in a zone, in order. */
export function holidaysOf(year: number, zone: HolidayZone): readonly CivilDate[] {
  const fixed = FIXED[zone].map(([month, day]) => dateOf(year, month, day));
  const easter = easterSunday(year);
  const movable = FROM_EASTER[zone].map((offset) => addDays(easter, offset));
  return [...new Set([...fixed, ...movable])].sort((first, second) => first - second);
}

/** Whether a day is a public holiday in a zone. */
export function isHoliday(date: CivilDate, zone: HolidayZone): boolean {
  const { year, month, day } = partsOf(date);
  if (FIXED[zone].some(([fixedMonth, fixedDay]) => month === fixedMonth && day === fixedDay)) return true;
  const monthStart = SPRING.get(month);
  return monthStart !== undefined && FROM_EASTER[zone].includes(monthStart + day - 1 - easterFromMarch(year));
}

/** The name of a public holiday. */
export type HolidayName =
  | 'newYear'
  | 'goodFriday'
  | 'easterMonday'
  | 'labourDay'
  | 'victoryDay'
  | 'ascension'
  | 'whitMonday'
  | 'nationalDay'
  | 'assumption'
  | 'allSaints'
  | 'armistice'
  | 'christmas'
  | 'saintStephen';

/** In the order of `NATIONAL`, then that of Alsace-Moselle. */
const FIXED_NAMES: readonly HolidayName[] = [
  'newYear',
  'labourDay',
  'victoryDay',
  'nationalDay',
  'assumption',
  'allSaints',
  'armistice',
  'christmas',
  'saintStephen',
];
const EASTER_NAMES: ReadonlyMap<number, HolidayName> = new Map([
  [-2, 'goodFriday'],
  [1, 'easterMonday'],
  [39, 'ascension'],
  [50, 'whitMonday'],
]);

/** The holiday of a day in a zone; null when it is none. Ascension, when it falls on a fixed one, has its name. */
export function holidayOf(date: CivilDate, zone: HolidayZone): HolidayName | null {
  const { year, month, day } = partsOf(date);
  const fixed = FIXED[zone].findIndex(([fixedMonth, fixedDay]) => month === fixedMonth && day === fixedDay);
  if (fixed >= 0) return FIXED_NAMES[fixed] ?? null;
  const offset = date - easterSunday(year);
  return FROM_EASTER[zone].includes(offset) ? (EASTER_NAMES.get(offset) ?? null) : null;
}

/** Easter Sunday of a Gregorian year. */
export function easterSunday(year: number): CivilDate {
  return addDays(dateOf(year, 3, 1), easterFromMarch(year));
}

/** Days from 1 March to Easter Sunday (anonymous algorithm, Nature, 1876). */
function easterFromMarch(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const daysToSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * daysToSunday) / 451);
  return epact + daysToSunday - 7 * late + 21;
}

function dateOf(year: number, month: number, day: number): CivilDate {
  const date = civilDate(year, month, day);
  assert(date !== null, `no such day: ${year}-${month}-${day}`);
  return date;
}
