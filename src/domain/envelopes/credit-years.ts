/**
 * Conventions whose credits are given year by year: the terms that hold at a date are those of its credit year. A
 * convention of one year is itself at every date.
 */
import { civilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import type { Convention } from './convention';
import type { YearTerms } from './terms';

/** The credit years of a convention, ascending. */
export function creditYearsOf({ creditYear, otherYears }: Convention): readonly number[] {
  return [creditYear, ...otherYears.map(({ year }) => year)].sort((first, second) => first - second);
}

/** True when the convention gives credits for that year. */
export function coversYear({ creditYear, otherYears }: Convention, year: number): boolean {
  return year === creditYear || otherYears.some((terms) => terms.year === year);
}

/**
 * The credit year of a date: its own year, or the last before it that has credits; the first for what comes before them
 * all.
 */
export function creditYearAt(convention: Convention, date: CivilDate): number {
  if (convention.otherYears.length === 0) return convention.creditYear;
  const [first = convention.creditYear, ...later] = creditYearsOf(convention);
  const year = yearOf(date);
  return later.reduce((found, candidate) => (candidate <= year ? candidate : found), first);
}

/**
 * The days whose credit year is the convention's own, first and last included; all of them for a convention of one
 * year.
 */
export function daysOfCreditYear(convention: Convention): { readonly first: number; readonly last: number } {
  const years = creditYearsOf(convention);
  const next = years.find((year) => year > convention.creditYear);
  const isFirst = years[0] === convention.creditYear;
  return {
    first: isFirst ? Number.NEGATIVE_INFINITY : (newYear(convention.creditYear) ?? Number.NEGATIVE_INFINITY),
    last: next === undefined ? Number.POSITIVE_INFINITY : (newYear(next) ?? Number.POSITIVE_INFINITY) - 1,
  };
}

/**
 * The conventions already turned to another year; a convention is never changed in place, and equal years give one
 * object.
 */
const turned = new WeakMap<Convention, Map<number, Convention>>();

/**
 * The convention as of the credit year of a date: its ceilings, its envelopes and its RAP are those of that year, and
 * `otherYears` holds the others, so that it may be turned again.
 * @example conventionAt(convention, isoDate('2024-03-01')).creditYear // 2024
 */
export function conventionAt(convention: Convention, date: CivilDate): Convention {
  const year = creditYearAt(convention, date);
  if (year === convention.creditYear) return convention;
  let ofYears = turned.get(convention);
  if (!ofYears) turned.set(convention, (ofYears = new Map()));
  let found = ofYears.get(year);
  if (!found) ofYears.set(year, (found = turnedTo(convention, year)));
  return found;
}

function turnedTo(convention: Convention, creditYear: number): Convention {
  const { ceilings, envelopes, rap } = convention;
  const own: YearTerms = { year: convention.creditYear, ceilings, envelopes, rap };
  const others = [own, ...convention.otherYears].filter(({ year }) => year !== creditYear);
  const { year, ...terms } = convention.otherYears.find((one) => one.year === creditYear) ?? own;
  return {
    ...convention,
    ...terms,
    creditYear: year,
    otherYears: others.sort((first, second) => first.year - second.year),
  };
}

function newYear(year: number): CivilDate | null {
  return civilDate(year, 1, 1);
}
