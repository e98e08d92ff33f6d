/** Public holidays: the list of 2023 in words, then every year of 2015 to 2035 against an independent library. */
import Holidays from 'date-holidays';
import { addDays, isoDate, toIso } from '../../../src/domain/calendar/civil-date';
import { easterSunday, holidayOf, isHoliday } from '../../../src/domain/calendar/holidays';
import type { HolidayZone } from '../../../src/domain/envelopes/convention';

const YEARS = Array.from({ length: 21 }, (_, index) => 2015 + index);

/** Public holidays of the library, as ISO days, each once. */
function ofLibrary(year: number, ...region: string[]): readonly string[] {
  const library = new Holidays('FR', ...(region as [string]));
  const days = library
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10));
  return [...new Set(days)].sort();
}

/** Each day of a year that is one, as ISO days. */
function holidaysOf(year: number, zone: HolidayZone): readonly string[] {
  const [first, next] = [isoDate(`${year}-01-01`), isoDate(`${year + 1}-01-01`)];
  const days = Array.from({ length: next - first }, (_, index) => addDays(first, index));
  return days.filter((day) => isHoliday(day, zone)).map(toIso);
}

describe('holidays', () => {
  it('of 2023, the year of the convention', () => {
    expect(holidaysOf(2023, 'national')).toEqual([
      '2023-01-01', // Sunday
      '2023-04-10', // Easter Monday
      '2023-05-01',
      '2023-05-08',
      '2023-05-18', // Ascension
      '2023-05-29', // Whit Monday, worked or not
      '2023-07-14',
      '2023-08-15',
      '2023-11-01',
      '2023-11-11', // Saturday
      '2023-12-25',
    ]);
    expect(holidaysOf(2023, 'alsace-moselle')).toEqual(expect.arrayContaining(['2023-04-07', '2023-12-26']));
  });

  it.each(YEARS)('of %i are those of date-holidays', (year) => {
    expect(holidaysOf(year, 'national')).toEqual(ofLibrary(year));
    for (const department of ['57', '67', '68'])
      expect(holidaysOf(year, 'alsace-moselle')).toEqual(ofLibrary(year, department));
  });

  it('are ten in a year when Ascension falls on 1 May or 8 May', () => {
    expect(holidaysOf(2008, 'national')).toHaveLength(10); // Ascension on 1 May 2008
    expect(holidaysOf(2024, 'national')).toHaveLength(11); // Ascension on 9 May 2024
  });

  it.each`
    year    | easter
    ${1818} | ${'1818-03-22'}
    ${1943} | ${'1943-04-25'}
    ${1954} | ${'1954-04-18'}
    ${2000} | ${'2000-04-23'}
    ${2023} | ${'2023-04-09'}
    ${2049} | ${'2049-04-18'}
    ${2285} | ${'2285-03-22'}
  `('Easter of $year, early, late or corrected, is $easter', ({ year, easter }: { year: number; easter: string }) => {
    expect(toIso(easterSunday(year))).toBe(easter);
  });
});

describe('the name of a holiday', () => {
  test.each`
    day             | name              | why
    ${'2023-01-01'} | ${'newYear'}      | ${'fixed'}
    ${'2023-04-07'} | ${'goodFriday'}   | ${'two days before Easter, in Alsace-Moselle'}
    ${'2023-04-09'} | ${null}           | ${'Easter is a Sunday, no holiday of its own'}
    ${'2023-04-10'} | ${'easterMonday'} | ${'movable'}
    ${'2023-05-01'} | ${'labourDay'}    | ${'fixed'}
    ${'2008-05-01'} | ${'labourDay'}    | ${'Ascension too: the fixed one is named'}
    ${'2023-05-08'} | ${'victoryDay'}   | ${'fixed'}
    ${'2023-05-18'} | ${'ascension'}    | ${'movable'}
    ${'2023-05-29'} | ${'whitMonday'}   | ${'movable'}
    ${'2023-07-14'} | ${'nationalDay'}  | ${'fixed'}
    ${'2023-08-15'} | ${'assumption'}   | ${'fixed'}
    ${'2023-11-01'} | ${'allSaints'}    | ${'fixed'}
    ${'2023-11-11'} | ${'armistice'}    | ${'fixed'}
    ${'2023-12-25'} | ${'christmas'}    | ${'fixed'}
    ${'2023-12-26'} | ${'saintStephen'} | ${'Alsace-Moselle'}
    ${'2023-12-27'} | ${null}           | ${'a working day'}
  `('$day: $name ($why)', ({ day, name }: { day: string; name: string | null }) => {
    expect(holidayOf(isoDate(day), 'alsace-moselle')).toBe(name);
  });
});
