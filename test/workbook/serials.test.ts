/**
 * Serial numbers of both date systems, against values that Excel documents and against an independent count of days.
 */
import fc from 'fast-check';
import { addDays, isoDate, toIso } from '../../src/domain/calendar/civil-date';
import { dateOfSerial, serialOfDate } from '../../src/workbook/serials';

describe('1900 system', () => {
  test.each`
    serial       | date
    ${1}         | ${'1900-01-01'}
    ${59}        | ${'1900-02-28'}
    ${60}        | ${null /* 29/02/1900 is no day */}
    ${61}        | ${'1900-03-01'}
    ${25569}     | ${'1970-01-01'}
    ${36526}     | ${'2000-01-01'}
    ${44908}     | ${'2022-12-13' /* signature of the convention */}
    ${45291}     | ${'2023-12-31'}
    ${45291.75}  | ${'2023-12-31' /* 18:00 */}
    ${2958465}   | ${'9999-12-31'}
    ${2958465.9} | ${'9999-12-31'}
    ${2958466}   | ${null}
    ${0}         | ${null}
    ${-1}        | ${null}
    ${20231231}  | ${null /* a date typed as a number is no serial */}
    ${NaN}       | ${null}
    ${Infinity}  | ${null}
  `('$serial is $date', ({ serial, date }: { serial: number; date: string | null }) => {
    const read = dateOfSerial(serial, false);
    expect(read === null ? null : toIso(read)).toBe(date);
  });

  test('dates before 1900, and after 9999, have no serial', () => {
    expect(serialOfDate(isoDate('1899-12-31'), false)).toBeNull();
    expect(serialOfDate(isoDate('1900-01-01'), false)).toBe(1);
    expect(serialOfDate(isoDate('9999-12-31'), false)).toBe(2_958_465);
    expect(serialOfDate(addDays(isoDate('9999-12-31'), 1), false)).toBeNull();
  });
});

describe('1904 system', () => {
  test.each`
    serial     | date
    ${0}       | ${'1904-01-01'}
    ${1}       | ${'1904-01-02'}
    ${59}      | ${'1904-02-29' /* a true leap day */}
    ${43829}   | ${'2023-12-31'}
    ${2957003} | ${'9999-12-31'}
    ${2957004} | ${null}
    ${-1}      | ${null}
  `('$serial is $date', ({ serial, date }: { serial: number; date: string | null }) => {
    const read = dateOfSerial(serial, true);
    expect(read === null ? null : toIso(read)).toBe(date);
  });

  test('dates before 1904 have no serial', () => {
    expect(serialOfDate(isoDate('1903-12-31'), true)).toBeNull();
  });
});

test('the two systems are 1462 days apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1462 + 61, max: 2_957_003 }), (serial) => {
      expect(dateOfSerial(serial + 1462, false)).toBe(dateOfSerial(serial, true));
    }),
  );
});

test('a date converts to its serial and back, in both systems', () => {
  const days = fc.integer({ min: 0, max: 2_957_003 }).map((day) => addDays(isoDate('1904-01-01'), day));
  fc.assert(
    fc.property(days, fc.boolean(), (date, uses1904) => {
      const serial = serialOfDate(date, uses1904);
      expect(serial).not.toBeNull();
      expect(dateOfSerial(serial ?? -1, uses1904)).toBe(date);
    }),
  );
});

test('the next day is the next serial', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
      const date = dateOfSerial(serial, false);
      const next = dateOfSerial(serial + 1, false);
      expect(date !== null && next !== null && next - date).toBe(1);
    }),
  );
});
