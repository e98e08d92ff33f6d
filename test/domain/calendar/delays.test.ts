/** Delays in the five units, over the weekends and holidays that move their end: CPC art. 641 and 642. */
import fc from 'fast-check';
import { addDays, isoDate, partsOf, toIso, type CivilDate } from '../../../src/domain/calendar/civil-date';
import { addDelay, replyDelayOf } from '../../../src/domain/calendar/delays';
import { isWorkingDay } from '../../../src/domain/calendar/working-days';
import type { DelayUnit } from '../../../src/domain/envelopes/terms';

interface Vector {
  readonly start: string;
  readonly count: number;
  readonly unit: DelayUnit;
  readonly national: string;
  readonly alsaceMoselle: string;
}

test.each`
  start           | count | unit          | national        | alsaceMoselle   | why
  ${'2022-12-13'} | ${5}  | ${'working'}  | ${'2022-12-20'} | ${'2022-12-20'} | ${'the signature of the convention, a Tuesday'}
  ${'2023-04-03'} | ${5}  | ${'working'}  | ${'2023-04-11'} | ${'2023-04-12'} | ${'Easter'}
  ${'2023-05-02'} | ${5}  | ${'working'}  | ${'2023-05-10'} | ${'2023-05-10'} | ${'8 May'}
  ${'2023-05-15'} | ${5}  | ${'working'}  | ${'2023-05-23'} | ${'2023-05-23'} | ${'Ascension, without its bridge day'}
  ${'2023-07-10'} | ${5}  | ${'working'}  | ${'2023-07-18'} | ${'2023-07-18'} | ${'14 July'}
  ${'2023-08-11'} | ${5}  | ${'working'}  | ${'2023-08-21'} | ${'2023-08-21'} | ${'15 August'}
  ${'2023-10-27'} | ${5}  | ${'working'}  | ${'2023-11-06'} | ${'2023-11-06'} | ${'1 November'}
  ${'2023-12-20'} | ${5}  | ${'working'}  | ${'2023-12-28'} | ${'2023-12-29'} | ${'Christmas'}
  ${'2023-12-22'} | ${5}  | ${'working'}  | ${'2024-01-02'} | ${'2024-01-03'} | ${'Christmas and New Year'}
  ${'2023-03-31'} | ${15} | ${'working'}  | ${'2023-04-24'} | ${'2023-04-25'} | ${'the avis simple on the service fait of the CIS'}
  ${'2022-12-13'} | ${5}  | ${'workable'} | ${'2022-12-19'} | ${'2022-12-19'} | ${'Saturday counts, Sunday does not'}
  ${'2023-04-03'} | ${5}  | ${'workable'} | ${'2023-04-11'} | ${'2023-04-11'} | ${'ends on Saturday 8, or on Tuesday 11 where Good Friday is off'}
  ${'2022-12-13'} | ${5}  | ${'clear'}    | ${'2022-12-19'} | ${'2022-12-19'} | ${'neither the first nor the last day'}
  ${'2023-04-03'} | ${5}  | ${'clear'}    | ${'2023-04-11'} | ${'2023-04-11'} | ${'would end on Easter Sunday'}
  ${'2022-12-13'} | ${5}  | ${'calendar'} | ${'2022-12-19'} | ${'2022-12-19'} | ${'would end on Sunday 18'}
  ${'2023-04-03'} | ${5}  | ${'calendar'} | ${'2023-04-11'} | ${'2023-04-11'} | ${'would end on Saturday 8'}
  ${'2023-06-01'} | ${30} | ${'calendar'} | ${'2023-07-03'} | ${'2023-07-03'} | ${'would end on Saturday 1 July'}
  ${'2023-11-30'} | ${3}  | ${'months'}   | ${'2024-02-29'} | ${'2024-02-29'} | ${'February has no 30th'}
  ${'2022-11-30'} | ${3}  | ${'months'}   | ${'2023-02-28'} | ${'2023-02-28'} | ${'nor a 29th that year'}
  ${'2023-09-30'} | ${3}  | ${'months'}   | ${'2024-01-02'} | ${'2024-01-02'} | ${'would end on Saturday 30 December'}
  ${'2023-04-09'} | ${0}  | ${'calendar'} | ${'2023-04-11'} | ${'2023-04-11'} | ${'no delay at all, from a Sunday'}
`(
  '$count $unit after $start: $national, or $alsaceMoselle ($why)',
  ({ start, count, unit, national, alsaceMoselle }: Vector) => {
    expect(toIso(addDelay(isoDate(start), { count, unit }, 'national'))).toBe(national);
    expect(toIso(addDelay(isoDate(start), { count, unit }, 'alsace-moselle'))).toBe(alsaceMoselle);
  },
);

const dates = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(isoDate('2020-01-01'), days));
const units = fc.constantFrom<DelayUnit>('working', 'workable', 'clear', 'calendar', 'months');
const zones = fc.constantFrom('national' as const, 'alsace-moselle' as const);

test('whatever the unit, a delay ends on a working day, and never earlier for being longer', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 60 }), units, zones, (date, count, unit, zone) => {
      const end = addDelay(date, { count, unit }, zone);
      expect(isWorkingDay(end, zone)).toBe(true);
      expect(addDelay(date, { count: count + 1, unit }, zone)).toBeGreaterThanOrEqual(end);
    }),
  );
});

test('clear days end a day after calendar days, before the move; ouvrables end no later than ouvrés', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 60 }), zones, (date, count, zone) => {
      const end = (unit: DelayUnit, days = count): CivilDate => addDelay(date, { count: days, unit }, zone);
      expect(end('clear')).toBe(end('calendar', count + 1));
      expect(end('workable')).toBeLessThanOrEqual(end('working'));
    }),
  );
});

test('months keep the day of the month unless the end is moved', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 24 }), (date, count) => {
      const end = addDelay(date, { count, unit: 'months' }, 'national');
      const { day } = partsOf(date);
      if (day <= 28 && partsOf(end).day !== day) expect(isWorkingDay(addDays(end, -1), 'national')).toBe(false);
    }),
  );
});

test('months after the last day of the calendar end on that day', () => {
  const end = (start: string, count: number) => toIso(addDelay(isoDate(start), { count, unit: 'months' }, 'national'));
  expect(end('9999-11-30', 3)).toBe('9999-12-31');
  expect(end('9998-01-05', 12)).toBe('9999-12-31');
  expect(end('9997-01-05', 13)).toBe('9998-02-05');
});

test('the delay to answer is the number and the unit of the convention', () => {
  expect(replyDelayOf({ replyWorkingDays: 10, replyUnit: 'clear' })).toEqual({ count: 10, unit: 'clear' });
});
