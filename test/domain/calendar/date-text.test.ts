/** Dates as people, Chorus and SAP write them. */
import fc from 'fast-check';
import { type CivilDate, civilDate, isoDate, partsOf, toIso } from '../../../src/domain/calendar/civil-date';
import { isMonthText, monthOf, parseDateText } from '../../../src/domain/calendar/date-text';
import { comparable } from '../../../src/domain/text';

describe('a text that names a day', () => {
  it.each`
    text                            | iso
    ${'31/12/2023'}                 | ${'2023-12-31'}
    ${'1/2/2023'}                   | ${'2023-02-01'}
    ${'10.01.2023'}                 | ${'2023-01-10'}
    ${'13-12-2022'}                 | ${'2022-12-13'}
    ${'13\u201012\u20102022'}       | ${'2022-12-13'}
    ${'2023-12-31'}                 | ${'2023-12-31'}
    ${'03.02.2023 05:32:09'}        | ${'2023-02-03'}
    ${'25/01/2024 14:05'}           | ${'2024-01-25'}
    ${'25/01/2024 14h05'}           | ${'2024-01-25'}
    ${'2023-12-31T23:59:59.999Z'}   | ${'2023-12-31'}
    ${'2023-12-31T00:00:00+02:00'}  | ${'2023-12-31'}
    ${'2023-12-31T00:00:00+0200'}   | ${'2023-12-31'}
    ${'\u00a031/12/2023\u00a0'}     | ${'2023-12-31'}
    ${'29/02/2024'}                 | ${'2024-02-29'}
    ${'31.12.9999'}                 | ${'9999-12-31'}
    ${'2023/12/31'}                 | ${'2023-12-31'}
    ${'20230116'}                   | ${'2023-01-16'}
    ${'2023-01-16 10:32'}           | ${'2023-01-16'}
    ${'2023-01-16T00:00:00'}        | ${'2023-01-16'}
    ${'16/01/23'}                   | ${'2023-01-16'}
    ${'16.01.79'}                   | ${'2079-01-16'}
    ${'16 janvier 2023'}            | ${'2023-01-16'}
    ${'16 janv. 2023'}              | ${'2023-01-16'}
    ${'16-janv-23'}                 | ${'2023-01-16'}
    ${'1er mars 2023'}              | ${'2023-03-01'}
    ${'1ER AOÛT 2023'}              | ${'2023-08-01'}
    ${'lundi 16 janvier 2023'}      | ${'2023-01-16'}
    ${'Mardi 14/03/2023'}           | ${'2023-03-14'}
    ${'mar. 14 mars 2023'}          | ${'2023-03-14'}
    ${'le 16/01/2023'}              | ${'2023-01-16'}
    ${'le 16 janvier 2023 à 10h32'} | ${'2023-01-16'}
    ${'16 fevrier 2023'}            | ${'2023-02-16'}
    ${'5 juil. 2023'}               | ${'2023-07-05'}
    ${'16-Jan-2023'}                | ${'2023-01-16'}
    ${'Mar 14, 2023'}               | ${'2023-03-14'}
    ${'Monday 16 January 2023'}     | ${'2023-01-16'}
    ${'1st January 2023'}           | ${'2023-01-01'}
    ${'8th April 2023'}             | ${'2023-04-08'}
    ${'22nd of March 2023'}         | ${'2023-03-22'}
    ${'April 3rd, 2023'}            | ${'2023-04-03'}
    ${'16 janvier  2023  à 10h32'}  | ${'2023-01-16'}
    ${'16/01/2023   10:32'}         | ${'2023-01-16'}
    ${'16/01/2023 10:32 Z'}         | ${'2023-01-16'}
    ${'16/01/2023'.padEnd(40, ' ')} | ${'2023-01-16'}
  `('$text is $iso', ({ text, iso }: { text: string; iso: string }) => {
    const date = parseDateText(text);
    expect(date === null ? null : toIso(date)).toBe(iso);
  });
});

describe('words of a date, in French and in English', () => {
  it.each`
    french         | english        | month
    ${'janvier'}   | ${'January'}   | ${1}
    ${'février'}   | ${'February'}  | ${2}
    ${'mars'}      | ${'March'}     | ${3}
    ${'avril'}     | ${'April'}     | ${4}
    ${'mai'}       | ${'May'}       | ${5}
    ${'juin'}      | ${'June'}      | ${6}
    ${'juillet'}   | ${'July'}      | ${7}
    ${'août'}      | ${'August'}    | ${8}
    ${'septembre'} | ${'September'} | ${9}
    ${'octobre'}   | ${'October'}   | ${10}
    ${'novembre'}  | ${'November'}  | ${11}
    ${'décembre'}  | ${'December'}  | ${12}
  `('$french and $english are month $month', (row: { french: string; english: string; month: number }) => {
    expect(parseDateText(`16 ${row.french} 2023`)).toBe(civilDate(2023, row.month, 16));
    expect(parseDateText(`${row.english} 16, 2023`)).toBe(civilDate(2023, row.month, 16));
    expect(monthOf(comparable(row.french))).toBe(row.month);
  });

  it.each`
    word       | month
    ${'ju'}    | ${0}
    ${'f'}     | ${0}
    ${'jui'}   | ${0}
    ${'fev'}   | ${2}
    ${'sept'}  | ${9}
    ${'brum'}  | ${0}
    ${'marsh'} | ${0}
  `('« $word » is month $month, 0 for none or for several', ({ word, month }: { word: string; month: number }) => {
    expect(monthOf(word)).toBe(month);
  });

  it.each([
    ...[
      'le',
      'lun',
      'lundi',
      'mardi',
      'mer.',
      'mercredi',
      'jeu',
      'jeudi,',
      'ven.',
      'vendredi',
      'sam',
      'samedi',
      'dim.',
    ],
    ...['dimanche', 'le lundi', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday,'],
  ])('« %s » before a date is not read', (word) => {
    expect(parseDateText(`${word} 16/01/2023`)).toBe(isoDate('2023-01-16'));
  });
});

describe('a text that names no day, or could name two', () => {
  it.each([
    '',
    ' ',
    '#',
    'N/A',
    'décembre 2023',
    '12/2023',
    '2023',
    '45119',
    '29/02/2023',
    '31/04/2023',
    '12/31/2023',
    '00/01/2023',
    '01/00/2023',
    '16/01/80',
    '16/01/3',
    '16 ju 2023',
    '5 jui 2023',
    '32 janvier 2023',
    '16 janvier',
    'janv-23',
    '01/2023',
    '16 brumaire 2023',
    '16 janvier 2023 et 3 mars',
    '20231301',
    '202301',
    '31.12-2023',
    '31/12.2023',
    '2023/12-31',
    '2023-1',
    '31/12/2023 abc',
    '31/12/2023 et 01/01/2024',
    '31/12/202310:00',
    '01/01/1899',
    '31/12/0023',
    '31/12/20233',
    '-31/12/2023',
    '3 1/12/2023',
    '٣١/١٢/٢٠٢٣',
    '31/12/2023'.padEnd(41, ' '),
    'x2023-12-31',
    '2023-12-311',
    '202312311',
    '120231231',
    'ab 16/01/2023 10:32 cd',
    'plundi 16/01/2023',
    'p1 janvier 2023',
    '1e1 janvier 2023',
    '21er janvier 2023',
    '16 janvier 12023',
    '16 janvier 2023 10:32 12',
    'janvier 16x 2023',
  ])('%j', (text) => {
    expect(parseDateText(text)).toBeNull();
  });
});

const LONGEST_MONTH = 'mars 2023'.padEnd(40, ' ');
const LONG_MONTH = 'mars 2023'.padEnd(41, ' ');

test.each`
  text              | isMonth
  ${'janv-23'}      | ${true}
  ${'Janvier 2023'} | ${true}
  ${'01/2023'}      | ${true}
  ${'2023-01'}      | ${true}
  ${'mars 2023'}    | ${true}
  ${'13/2023'}      | ${false}
  ${'12023-01'}     | ${false}
  ${'2023-012'}     | ${false}
  ${'2023'}         | ${false}
  ${'jui-23'}       | ${false}
  ${'16/01/2023'}   | ${false}
  ${'courant mars'} | ${false}
  ${'mars 2023 ?!'} | ${false}
  ${'(mars) 2023.'} | ${false}
  ${'mars - 2023.'} | ${true}
  ${LONGEST_MONTH}  | ${true}
  ${LONG_MONTH}     | ${false}
`('« $text » is a month without its day: $isMonth', ({ text, isMonth }: { text: string; isMonth: boolean }) => {
  expect(isMonthText(text)).toBe(isMonth);
  if (isMonth) expect(parseDateText(text)).toBeNull();
});

it('a day written in any of the forms is read back', () => {
  const date = fc.integer({ min: isoDate('1900-01-01'), max: isoDate('9999-12-31') }).map((days) => days as CivilDate);
  const form = fc.constantFrom('iso', '/', '.', '-');
  const time = fc.constantFrom('', ' 00:00', ' 23:59:59', 'T08:30:00');
  fc.assert(
    fc.property(date, form, time, (day, separator, suffix) => {
      const { year, month, day: dayOfMonth } = partsOf(day);
      const two = (part: number): string => String(part).padStart(2, '0');
      const text = separator === 'iso' ? toIso(day) : [two(dayOfMonth), two(month), year].join(separator);
      expect(parseDateText(`${text}${suffix}`)).toBe(day);
    }),
  );
});
