/** Notice periods in calendar months (art. 5: three), clamped to the end of a shorter month. */
import fc from 'fast-check';
import { addMonths, type CivilDate, isoDate, partsOf, toIso } from '../../../src/domain/calendar/civil-date';

describe('months later', () => {
  it.each`
    start           | months | end
    ${'2023-09-30'} | ${3}   | ${'2023-12-30'}
    ${'2023-10-01'} | ${3}   | ${'2024-01-01'}
    ${'2022-11-30'} | ${3}   | ${'2023-02-28'}
    ${'2023-11-30'} | ${3}   | ${'2024-02-29'}
    ${'2023-01-31'} | ${1}   | ${'2023-02-28'}
    ${'2023-12-31'} | ${12}  | ${'2024-12-31'}
    ${'2024-02-29'} | ${12}  | ${'2025-02-28'}
    ${'2024-02-29'} | ${-12} | ${'2023-02-28'}
    ${'2023-01-15'} | ${-1}  | ${'2022-12-15'}
    ${'2023-03-31'} | ${0}   | ${'2023-03-31'}
  `('$start and $months months is $end', ({ start, months, end }: { start: string; months: number; end: string }) => {
    expect(toIso(addMonths(isoDate(start), months))).toBe(end);
  });

  it('move by that many months, and never past the day asked for', () => {
    const date = fc
      .integer({ min: isoDate('1950-01-01'), max: isoDate('2150-12-31') })
      .map((days) => days as CivilDate);
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const [before, after] = [partsOf(from), partsOf(addMonths(from, months))];
        expect(after.year * 12 + after.month - (before.year * 12 + before.month)).toBe(months);
        expect(after.day).toBeLessThanOrEqual(before.day);
        expect(after.day === before.day || after.day >= 28).toBe(true);
      }),
    );
  });

  it('outside the calendar is a bug of the caller', () => {
    expect(() => addMonths(isoDate('9999-12-31'), 1)).toThrow('Broken assumption');
    expect(() => addMonths(isoDate('2023-12-31'), 0.5)).toThrow('Broken assumption');
  });
});
