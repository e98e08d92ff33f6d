/** How a due date is counted, day by day: the reasons of the days that do not count, and the same due date as the controls. */
import fc from 'fast-check';
import { isoDate, toIso, type CivilDate } from '../../../src/domain/calendar/civil-date';
import { addDelay } from '../../../src/domain/calendar/delays';
import { explainDelay, type ExplainedDay } from '../../../src/domain/envelopes/duties/due-explained';
import type { DelayUnit } from '../../../src/domain/envelopes/terms';

interface Given {
  readonly event: string;
  readonly count: number;
  readonly unit: DelayUnit;
  readonly isMoved: boolean;
  readonly days: string;
}

const shown = ({ date, notCounted, isDue }: ExplainedDay): string =>
  `${toIso(date).slice(5)} ${isDue ? 'due' : (notCounted ?? 'counts')}`;

test.each`
  event           | count | unit          | isMoved  | days
  ${'2023-12-22'} | ${5}  | ${'working'}  | ${false} | ${'12-22 event, 12-23 saturday, 12-24 sunday, 12-25 christmas, 12-26 counts, 12-27 counts, 12-28 counts, 12-29 counts, 12-30 saturday, 12-31 sunday, 01-01 newYear, 01-02 due'}
  ${'2023-04-06'} | ${2}  | ${'workable'} | ${true}  | ${'04-06 event, 04-07 counts, 04-08 counts, 04-09 sunday, 04-10 easterMonday, 04-11 due'}
  ${'2023-04-03'} | ${2}  | ${'workable'} | ${false} | ${'04-03 event, 04-04 counts, 04-05 due'}
  ${'2023-07-14'} | ${0}  | ${'workable'} | ${true}  | ${'07-14 event, 07-15 saturday, 07-16 sunday, 07-17 due'}
  ${'2023-05-15'} | ${3}  | ${'calendar'} | ${true}  | ${'05-15 event, 05-16 counts, 05-17 counts, 05-18 counts, 05-19 due'}
  ${'2023-06-07'} | ${3}  | ${'calendar'} | ${true}  | ${'06-07 event, 06-08 counts, 06-09 counts, 06-10 counts, 06-11 moved, 06-12 due'}
  ${'2023-06-09'} | ${4}  | ${'calendar'} | ${false} | ${'06-09 event, 06-10 counts, 06-11 counts, 06-12 counts, 06-13 due'}
  ${'2023-06-05'} | ${2}  | ${'clear'}    | ${false} | ${'06-05 event, 06-06 counts, 06-07 counts, 06-08 due'}
  ${'2023-06-07'} | ${2}  | ${'clear'}    | ${true}  | ${'06-07 event, 06-08 counts, 06-09 counts, 06-10 moved, 06-11 moved, 06-12 due'}
`('$count $unit from $event', (given) => {
  const { event, count, unit, isMoved, days } = given as Given;
  const explained = explainDelay(isoDate(event), { count, unit }, 'national');
  expect(explained.days.map(shown).join(', ')).toBe(days);
  expect(explained.isMoved).toBe(isMoved);
});

test('a delay of months is not shown day by day', () => {
  expect(explainDelay(isoDate('2023-01-16'), { count: 2, unit: 'months' }, 'national')).toEqual({
    due: isoDate('2023-03-16'),
    isMoved: false,
    days: [],
  });
});

const anyDay = fc.integer({ min: 19000, max: 21000 }).map((day) => day as CivilDate);

test('the due date is that of the controls, and comes last; jours ouvrés that count are as many as the delay', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 15 }),
      fc.constantFrom<DelayUnit>('working', 'workable', 'clear', 'calendar', 'months'),
      fc.constantFrom('national' as const, 'alsace-moselle' as const),
      (event, count, unit, zone) => {
        const { due, days } = explainDelay(event, { count, unit }, zone);
        expect(due).toBe(addDelay(event, { count, unit }, zone));
        if (days.length === 0) return;
        expect(days.filter(({ isDue }) => isDue)).toEqual([days.at(-1)]);
        if (unit === 'working') expect(days.filter(({ notCounted }) => notCounted === null)).toHaveLength(count);
      },
    ),
  );
});
