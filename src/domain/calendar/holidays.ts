/**
 * Public holidays: the eleven of the Code du travail (L3133-1), and the two more of Alsace-Moselle (L3134-13). Computed
 * for any year by the list in force since 1982. A bridge day (« pont ») is not a holiday; Whit Monday is one even where
 * people work on it.
 */
import type { HolidayZone } from '../envelopes/convention';
import { addDays, type CivilDate, civilDate, partsOf } from './civil-date';
import { assert } from '../result';

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

type FixedHoliday = readonly [month: number, day: number, name: HolidayName];

const NATIONAL: readonly FixedHoliday[] = [
  [1, 1, 'newYear'],
  [5, 1, 'labourDay'],
  [5, 8, 'victoryDay'],
  [7, 14, 'nationalDay'],
  [8, 15, 'assumption'],
  [11, 1, 'allSaints'],
  [11, 11, 'armistice'],
  [12, 25, 'christmas'],
];

/** The holidays that never move. */
const FIXED: Readonly<Record<HolidayZone, readonly FixedHoliday[]>> = {
  national: NATIONAL,
  'alsace-moselle': [...NATIONAL, [12, 26, 'saintStephen']],
};

type MovableHoliday = readonly [daysAfterEaster: number, name: HolidayName];

const NATIONAL_MOVABLE: readonly MovableHoliday[] = [
  [1, 'easterMonday'],
  [39, 'ascension'],
  [50, 'whitMonday'],
];

/** The holidays that follow Easter Sunday. */
const MOVABLE: Readonly<Record<HolidayZone, ReadonlyMap<number, HolidayName>>> = {
  national: new Map(NATIONAL_MOVABLE),
  'alsace-moselle': new Map([[-2, 'goodFriday'], ...NATIONAL_MOVABLE]),
};

/** Days from 1 March to the first of each month in which a movable holiday falls. */
const SPRING: ReadonlyMap<number, number> = new Map([
  [3, 0],
  [4, 31],
  [5, 61],
  [6, 92],
]);

/** Whether a day is a public holiday in a zone. */
export function isHoliday(date: CivilDate, zone: HolidayZone): boolean {
  return holidayOf(date, zone) !== null;
}

/** The holiday of a day in a zone; null when it is none. Ascension, when it falls on a fixed one, has its name. */
export function holidayOf(date: CivilDate, zone: HolidayZone): HolidayName | null {
  const { year, month, day } = partsOf(date);
  const fixed = FIXED[zone].find(([fixedMonth, fixedDay]) => month === fixedMonth && day === fixedDay);
  if (fixed) return fixed[2];
  const monthStart = SPRING.get(month);
  if (monthStart === undefined) return null;
  return MOVABLE[zone].get(monthStart + day - 1 - easterFromMarch(year)) ?? null;
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
