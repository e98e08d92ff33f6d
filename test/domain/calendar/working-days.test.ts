/**
 * Periods in days: the vectors of the rules (2022 to 2024, over Easter, May, Ascension and Christmas), then laws for
 * every date.
 */
import fc from 'fast-check';
import { addDays, type CivilDate, isoDate, toIso } from '../../../src/domain/calendar/civil-date';
import { isHoliday } from '../../../src/domain/calendar/holidays';
import {
  addClearDays,
  addWorkableDays,
  addWorkingDays,
  countWorkingDays,
  isWorkableDay,
  isWorkingDay,
  MOST_DAYS,
  nextWorkingDay,
  weekday,
} from '../../../src/domain/calendar/working-days';

describe('five jours ouvrés (art. 2.2)', () => {
  it.each`
    start           | national        | alsaceMoselle   | why
    ${'2022-12-13'} | ${'2022-12-20'} | ${'2022-12-20'} | ${'the signature of the convention, a Tuesday'}
    ${'2023-04-03'} | ${'2023-04-11'} | ${'2023-04-12'} | ${'Easter Monday; Good Friday too in Alsace-Moselle'}
    ${'2023-05-02'} | ${'2023-05-10'} | ${'2023-05-10'} | ${'8 May'}
    ${'2023-05-15'} | ${'2023-05-23'} | ${'2023-05-23'} | ${'Ascension; the bridge day of 19 May is worked'}
    ${'2023-07-10'} | ${'2023-07-18'} | ${'2023-07-18'} | ${'14 July'}
    ${'2023-08-11'} | ${'2023-08-21'} | ${'2023-08-21'} | ${'15 August'}
    ${'2023-10-27'} | ${'2023-11-06'} | ${'2023-11-06'} | ${'1 November'}
    ${'2023-12-20'} | ${'2023-12-28'} | ${'2023-12-29'} | ${'Christmas; the day after too in Alsace-Moselle'}
    ${'2023-12-22'} | ${'2024-01-02'} | ${'2024-01-03'} | ${'Christmas and New Year'}
  `(
    'after $start: $national, or $alsaceMoselle ($why)',
    ({ start, national, alsaceMoselle }: Record<string, string>) => {
      expect(toIso(addWorkingDays(isoDate(start!), 5, 'national'))).toBe(national);
      expect(toIso(addWorkingDays(isoDate(start!), 5, 'alsace-moselle'))).toBe(alsaceMoselle);
    },
  );

  it('fifteen, as in the convention of the CIS (avis simple on the service fait)', () => {
    expect(toIso(addWorkingDays(isoDate('2023-03-31'), 15, 'national'))).toBe('2023-04-24');
  });
});

describe('the other ways to count five days', () => {
  it.each`
    start           | ouvrables       | francs
    ${'2022-12-13'} | ${'2022-12-19'} | ${'2022-12-19'}
    ${'2023-04-03'} | ${'2023-04-08'} | ${'2023-04-09'}
  `('after $start: ouvrables $ouvrables, francs $francs', ({ start, ouvrables, francs }: Record<string, string>) => {
    expect(toIso(addWorkableDays(isoDate(start!), 5, 'national'))).toBe(ouvrables);
    expect(toIso(addClearDays(isoDate(start!), 5))).toBe(francs);
  });

  it.each`
    day             | moved           | why
    ${'2023-04-09'} | ${'2023-04-11'} | ${'Easter Sunday, then Monday'}
    ${'2023-07-14'} | ${'2023-07-17'} | ${'a holiday on a Friday'}
    ${'2023-12-30'} | ${'2024-01-02'} | ${'a Saturday, then New Year on Monday'}
    ${'2023-12-20'} | ${'2023-12-20'} | ${'already a working day'}
  `('art. 642 moves $day to $moved: $why', ({ day, moved }: Record<string, string>) => {
    expect(toIso(nextWorkingDay(isoDate(day!), 'national'))).toBe(moved);
  });
});

describe('days of the week', () => {
  it.each`
    day             | number | ouvre    | ouvrable
    ${'2023-01-01'} | ${7}   | ${false} | ${false}
    ${'2023-01-02'} | ${1}   | ${true}  | ${true}
    ${'2023-01-07'} | ${6}   | ${false} | ${true}
    ${'1969-12-31'} | ${3}   | ${true}  | ${true}
    ${'2023-05-19'} | ${5}   | ${true}  | ${true}
  `(
    '$day is day $number',
    ({ day, number, ouvre, ouvrable }: { day: string; number: number; ouvre: boolean; ouvrable: boolean }) => {
      expect(weekday(isoDate(day))).toBe(number);
      expect(isWorkingDay(isoDate(day), 'national')).toBe(ouvre);
      expect(isWorkableDay(isoDate(day), 'national')).toBe(ouvrable);
    },
  );
});

describe('laws of working days', () => {
  const date = fc.integer({ min: isoDate('2000-01-01'), max: isoDate('2060-12-31') }).map((days) => days as CivilDate);
  const zone = fc.constantFrom('national' as const, 'alsace-moselle' as const);
  const count = fc.integer({ min: -400, max: 400 });

  it('adding n then counting gives n', () => {
    fc.assert(
      fc.property(date, count, zone, (from, days, where) => {
        expect(countWorkingDays(from, addWorkingDays(from, days, where), where)).toBe(days);
      }),
    );
  });

  it('adding a then b is adding a + b, in the same direction', () => {
    fc.assert(
      fc.property(date, fc.nat(200), fc.nat(200), zone, (from, first, second, where) => {
        expect(addWorkingDays(addWorkingDays(from, first, where), second, where)).toBe(
          addWorkingDays(from, first + second, where),
        );
      }),
    );
  });

  it('a period of one day or more ends on a working day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), zone, (from, days, where) => {
        const end = addWorkingDays(from, days, where);
        expect(weekday(end)).toBeLessThanOrEqual(5);
        expect(isHoliday(end, where)).toBe(false);
      }),
    );
  });

  it('ouvrés are never sooner than ouvrables, ouvrables never sooner than calendar days', () => {
    fc.assert(
      fc.property(date, fc.nat(100), zone, (from, days, where) => {
        const workable = addWorkableDays(from, days, where);
        expect(addWorkingDays(from, days, where)).toBeGreaterThanOrEqual(workable);
        expect(workable).toBeGreaterThanOrEqual(addDays(from, days));
      }),
    );
  });

  it('the longest period from the last day of the calendar ends after it, and does not fail', () => {
    expect(addWorkingDays(isoDate('9999-12-31'), MOST_DAYS, 'alsace-moselle')).toBeGreaterThan(
      isoDate('9999-12-31') + MOST_DAYS,
    );
  });

  it('no day at all is the date itself, or the next one when the last day is excluded', () => {
    const sunday = isoDate('2023-01-01');
    expect([addWorkingDays(sunday, 0, 'national'), toIso(addClearDays(sunday, 0))]).toEqual([sunday, '2023-01-02']);
    expect(() => addClearDays(sunday, -1)).toThrow('Broken assumption');
    expect(addClearDays(sunday, MOST_DAYS)).toBe(addDays(sunday, MOST_DAYS + 1));
  });

  it.each([0.5, NaN, MOST_DAYS + 1])('a period of %p days is a bug of the caller', (days) => {
    const message = `Broken assumption: not a period in days: ${days}`;
    expect(() => addWorkingDays(isoDate('2023-01-01'), days, 'national')).toThrow(message);
    expect(() => addClearDays(isoDate('2023-01-01'), days)).toThrow(message);
  });
});
