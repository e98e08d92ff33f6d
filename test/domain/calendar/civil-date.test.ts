/** Civil dates against the platform's own calendar, which tests may use. */
import fc from 'fast-check';
import { addDays, type CivilDate, civilDate, isoDate, partsOf, toIso } from '../../../src/domain/calendar/civil-date';

const MS_PER_DAY = 86_400_000;
const day = fc.integer({ min: isoDate('0001-01-01'), max: isoDate('9999-12-31') }).map((days) => days as CivilDate);

describe('civil dates', () => {
  it('are the days of the platform’s calendar, from year 1 to 9999', () => {
    fc.assert(
      fc.property(day, (date) => {
        const platform = new Date(date * MS_PER_DAY);
        expect(partsOf(date)).toEqual({
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          day: platform.getUTCDate(),
        });
        expect(toIso(date)).toBe(platform.toISOString().slice(0, 10));
      }),
      { numRuns: 1000 },
    );
  });

  it('are read back from their own ISO text and parts', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { year, month, day: dayOfMonth } = partsOf(date);
        expect(isoDate(toIso(date))).toBe(date);
        expect(civilDate(year, month, dayOfMonth)).toBe(date);
      }),
    );
  });

  it('the last day of each cycle of 4, 100 and 400 years is in its year', () => {
    for (const text of [
      '2000-02-29',
      '2000-03-01',
      '2100-02-28',
      '2100-03-01',
      '2104-02-29',
      '2400-02-29',
      '2400-03-01',
    ])
      expect(toIso(isoDate(text))).toBe(text);
  });

  it.each([
    [2023, 2, 29],
    [2023, 4, 31],
    [2023, 13, 1],
    [2023, 0, 1],
    [2023, 1, 0],
    [0, 1, 1],
    [10_000, 1, 1],
    [1900, 2, 29],
    [2023.5, 1, 1],
  ])('%d-%d-%d is no day', (year, month, dayOfMonth) => {
    expect(civilDate(year, month, dayOfMonth)).toBeNull();
  });

  it('end each month on its last day, in a common year and in a leap year', () => {
    const lastDays = (year: number): readonly number[] =>
      Array.from({ length: 12 }, (_, at) =>
        Math.max(...Array.from({ length: 40 }, (_, day) => (civilDate(year, at + 1, day) === null ? 0 : day))),
      );
    expect(lastDays(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(lastDays(2024)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('exist on leap days', () => {
    expect(toIso(addDays(isoDate('2024-02-28'), 1))).toBe('2024-02-29');
    expect(toIso(addDays(isoDate('2000-02-29'), 1))).toBe('2000-03-01');
    expect(() => isoDate('2023-02-29')).toThrow('Broken assumption: not an ISO date: 2023-02-29');
    for (const text of ['2023-12-31 ', ' 2023-12-31', '2023-12-311', '31/12/2023'])
      expect(() => isoDate(text)).toThrow('Broken assumption');
  });
});
