/** A title or a heading that is lost in a numbered series of columns: « Paiement 1 » before « Paiement 2 ». */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

const DAY = 45_000;

interface Expected {
  readonly ae: number;
  readonly cp: number;
}

function read(rows: readonly (readonly CellValue[])[]): Expected {
  const width = Math.max(...rows.map((row) => row.length));
  const { ae, cp } = judged(rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]));
  return { ae: ae ?? NaN, cp: cp ?? NaN };
}

const PAID = ['PDE', '1405811001', DAY, 500, DAY + 50, 100, DAY + 80, 50];
const PAID_ONCE = ['PDE', '1405811002', DAY + 1, 200, DAY + 90, 50, null, null];

test.each<[string, readonly (string | null)[]]>([
  ['the first payment', [null, null, 'Engagement', null, null, null, 'Paiement 2', null]],
  ['the second payment', [null, null, 'Engagement', null, 'Paiement 1', null, 'Paiement 2', null]],
])('titles of %s', (_, titles) => {
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€'];
  expect(read([titles, headings, PAID, PAID_ONCE])).toEqual({ ae: 700, cp: 200 });
});

test('a title that is lost between two numbers', () => {
  const titles = [null, null, 'Engagement', null, 'Paiement 1', null, null, null, 'Paiement 3', null];
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€', 'Date', '€'];
  const rows = [
    [...PAID, DAY + 100, 7],
    [...PAID_ONCE, null, null],
  ];
  expect(read([titles, headings, ...rows])).toEqual({ ae: 700, cp: 207 });
});

test.each<[string, readonly (string | null)[]]>([
  ['before the second day', ['CP 1', 'CP 2', null, 'Date paiement 2']],
  ['after the first day', ['CP 1', 'CP 2', 'Date paiement 1', null]],
])('a blank heading %s is that of the other day', (_, headings) => {
  const rows = [
    ['PDE', '1405811001', DAY, 500, 100, 50, DAY + 50, DAY + 80],
    ['PDE', '1405811002', DAY + 1, 200, 50, null, DAY + 90, null],
  ];
  expect(read([['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings], ...rows])).toEqual({ ae: 700, cp: 200 });
});

test('two titles that are lost before a third', () => {
  const titles = [null, null, 'Engagement', null, null, null, null, null, 'Paiement 3', null];
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€', 'Date', '€'];
  expect(read([titles, headings, [...PAID, DAY + 100, 7]])).toEqual({ ae: 500, cp: 157 });
});

test('a blank heading over remarks is no day', () => {
  const headings = ['Startup', 'N° EJ', 'Date EJ', 'AE', 'CP 1', 'CP 2', 'Date paiement 1', 'Date paiement 2', null];
  const rows = [['PDE', '1405811001', DAY, 500, 100, 50, DAY + 50, DAY + 80, 'vu avec Paul']];
  expect(read([headings, ...rows])).toEqual({ ae: 500, cp: 150 });
});

test.each<[string, readonly (string | null)[], readonly CellValue[]]>([
  [
    'beside payments that other columns part',
    ['CP 1', 'Facture 2', 'CP 2', null, 'Date paiement 2'],
    [3, 'F2', 2, DAY + 50, DAY + 80],
  ],
  ['over rates', ['CP 1', 'CP 2', null, 'Date paiement 2'], [3, 2, 0.25, DAY + 80]],
])('a blank heading %s is no day of payment', (_, headings, values) => {
  const row = ['PDE', '1405811001', DAY, 500, ...values];
  expect(read([['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings], row])).toEqual({ ae: 500, cp: 2 });
});
