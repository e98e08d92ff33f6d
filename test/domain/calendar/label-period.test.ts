/** The period that the label of a total names (DON-05): which days are in it. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { isIn, periodOf } from '../../../src/domain/calendar/label-period';
import { comparable } from '../../../src/domain/text';

it.each`
  label                      | first           | last            | outside
  ${'Total 2022'}            | ${'2022-01-01'} | ${'2022-12-31'} | ${['2021-12-31', '2023-01-01']}
  ${'Sous-total février'}    | ${'2023-02-01'} | ${'2023-02-28'} | ${['2023-01-31', '2023-03-01']}
  ${'Sous-total janv. 2023'} | ${'2023-01-01'} | ${'2023-01-31'} | ${['2022-01-15', '2023-02-01']}
  ${'Total 03/2023'}         | ${'2023-03-01'} | ${'2023-03-31'} | ${['2023-02-28', '2022-03-15']}
  ${'Total T2'}              | ${'2023-04-01'} | ${'2023-06-30'} | ${['2023-03-31', '2023-07-01']}
  ${'Total 4e trimestre'}    | ${'2023-10-01'} | ${'2023-12-31'} | ${['2023-09-30', '2024-01-01']}
  ${'Total trimestre 2'}     | ${'2023-04-01'} | ${'2023-06-30'} | ${['2023-03-31', '2023-07-01']}
  ${'Premier trimestre'}     | ${'2023-01-01'} | ${'2023-03-31'} | ${['2022-12-31', '2023-04-01']}
  ${'Total Q3'}              | ${'2023-07-01'} | ${'2023-09-30'} | ${['2023-06-30', '2023-10-01']}
  ${'Total 2nd semestre'}    | ${'2023-07-01'} | ${'2023-12-31'} | ${['2023-06-30', '2024-01-01']}
  ${'Total S1 2023'}         | ${'2023-01-01'} | ${'2023-06-30'} | ${['2022-03-01', '2023-07-01']}
  ${'T4 2022'}               | ${'2022-10-01'} | ${'2022-12-31'} | ${['2022-09-30', '2023-10-01']}
  ${'Cumul au 31/03'}        | ${'2023-01-01'} | ${'2023-03-31'} | ${['2023-04-01']}
  ${'Cumul au 15.06.23'}     | ${'2023-01-01'} | ${'2023-06-15'} | ${['2023-06-16', '2022-06-01']}
  ${'Cumul au 15/06/2023'}   | ${'2023-01-01'} | ${'2023-06-15'} | ${['2023-06-16', '2022-06-01']}
  ${'Cumul au 31/12'}        | ${'2023-01-01'} | ${'2023-12-31'} | ${[]}
  ${'Total 12/2023'}         | ${'2023-12-01'} | ${'2023-12-31'} | ${['2023-11-30', '2024-01-01']}
  ${'Total 01/2023'}         | ${'2023-01-01'} | ${'2023-01-31'} | ${['2022-12-31', '2023-02-01']}
  ${'Cumul au 1.2.2023'}     | ${'2023-01-01'} | ${'2023-02-01'} | ${['2023-02-02', '2022-01-15']}
  ${'Total 3/2023'}          | ${'2023-03-01'} | ${'2023-03-31'} | ${['2023-02-28', '2023-04-01']}
  ${'Total 3.2023'}          | ${'2023-03-01'} | ${'2023-03-31'} | ${['2023-02-28', '2023-04-01']}
  ${'Total T1'}              | ${'2023-01-01'} | ${'2023-03-31'} | ${['2022-12-31', '2023-04-01']}
  ${'2023 T1'}               | ${'2023-01-01'} | ${'2023-03-31'} | ${['2022-02-15', '2023-04-01']}
  ${'Total décembre'}        | ${'2023-12-01'} | ${'2023-12-31'} | ${['2023-11-30', '2024-01-01']}
`('« $label » is from $first to $last', ({ label, first, last, outside }) => {
  const period = periodOf(comparable(label as string).split(' '));
  const dates = [first, last, ...(outside as string[])] as readonly string[];
  const inside = dates.filter((date) => period !== null && isIn(period, isoDate(date)));
  expect(inside).toEqual([first, last]);
});

it('each month is named by its first letters, abbreviated or not', () => {
  const firstDays = (months: string): readonly (number | undefined)[] =>
    months.split(' ').map((month) => periodOf(comparable(`Total ${month} 2023`).split(' '))?.from);
  const each = [101, 201, 301, 401, 501, 601, 701, 801, 901, 1001, 1101, 1201];
  expect(firstDays('janvier févr. Mars avril MAI juin juil. août sept. octobre novembre DÉCEMBRE')).toEqual(each);
  expect(firstDays('jan. fév. mar. avr. mai juin juillet aoû. sep. oct. nov. déc.')).toEqual(each);
  expect(periodOf(comparable('Total jui.').split(' '))).toBeNull();
});

it.each([
  'Total',
  'Total PDE',
  'Total 12',
  'Total 1999',
  'Total 20231',
  'Total FR2023',
  'T5',
  'T0',
  'T12',
  'Total LOT1',
  'Cumul au 31/13',
  'Cumul au 131/03',
  'Cumul au 31/03/202',
  'Cumul au 31/03/20235',
  'Cumul au A31/03',
  'Total 13/2023',
  'Total 003/2023',
  'Total 03/20235',
  'Total 03/1999',
  'Total ma',
  'Total marche',
])('« %s » names no period', (label) => {
  expect(periodOf(comparable(label).split(' '))).toBeNull();
});

it.each(['Total trimestre', 'Total semestre 3', 'Total s', 'Total t', 'Total 4', 'Total S3'])(
  '« %s » names no period',
  (label) => {
    expect(periodOf(comparable(label).split(' '))).toBeNull();
  },
);
