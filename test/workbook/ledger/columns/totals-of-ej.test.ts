/**
 * The amount of a whole EJ on each of its rows, beside that of each row: the EJ counts once, and the column that
 * repeats it is no amount that was left out.
 */
import type { CellValue } from '../../../../src/workbook/cells';
import { sumsRead } from '../../../support/ledgers/sums-read';

const DAY = 44_931;
const KEYS = ['Enveloppe', 'N° EJ', 'Poste EJ', 'Titulaire', 'Date EJ'];
const ROWS = [
  ['PDE', '1405700001', 10, 'ALPHA', DAY],
  ['PDE', '1405700001', 20, 'ALPHA', DAY],
  ['PDE', '1405700002', 10, 'BETA', DAY],
  ['PDE', '1405700003', 10, 'GAMMA', DAY],
];
const OF_ROWS = [4000, 6000, 1000, 500];
const OF_EJ = [10_000, 10_000, 1000, 500];

/** The sums read under these headings, each with its amounts. */
function read(...columns: readonly (readonly [heading: string, amounts: readonly CellValue[]])[]): string {
  const rows = ROWS.map((row, at) => [...row, ...columns.map(([, amounts]) => amounts[at] ?? null)]);
  return sumsRead({ name: 'Suivi', rows: [[...KEYS, ...columns.map(([heading]) => heading)], ...rows] });
}

test.each`
  ofRow                       | ofEj
  ${'Montant poste'}          | ${'Montant EJ'}
  ${'Montant du poste'}       | ${'Montant de l’EJ'}
  ${'Montant de la ligne'}    | ${'Montant BC'}
  ${'Montant poste EJ (TTC)'} | ${'Montant engagé'}
  ${'AE du poste'}            | ${'AE'}
  ${'AE'}                     | ${'AE EJ'}
  ${'AE ligne'}               | ${'AE totale de l’EJ'}
  ${'Montant AE'}             | ${'Montant total EJ'}
`('« $ofRow » counts beside « $ofEj », on either side of it', ({ ofRow, ofEj }: Record<'ofRow' | 'ofEj', string>) => {
  expect(read([ofRow, OF_ROWS], [ofEj, OF_EJ])).toBe('AE 11500, CP 0, 0 unread');
  expect(read([ofEj, OF_EJ], [ofRow, OF_ROWS])).toBe('AE 11500, CP 0, 0 unread');
});

test('so does it where the total of an EJ is written once, on its first row', () => {
  expect(read(['Montant poste', OF_ROWS], ['Montant EJ', [10_000, null, 1000, 500]])).toBe('AE 11500, CP 0, 0 unread');
});

test('the amount of a row is read alone too, as « Montant » is', () => {
  for (const heading of ['Montant poste', 'Montant de la ligne', 'AE du poste', 'Montant du poste d’EJ'])
    expect(read([heading, OF_ROWS])).toBe('AE 11500, CP 0, 0 unread');
});

test('so does it where a part of an EJ cannot be read, also of the only one that has several', () => {
  const parts = ['4 000 ?', 6000, 1000, 500];
  expect(read(['Montant poste', parts], ['Montant EJ', OF_EJ])).toBe('AE 7500, CP 0, 1 unread');
});

test.each`
  differs                                       | ofRow                        | ofEj
  ${'amounts that are no sum of those of rows'} | ${OF_ROWS}                   | ${[12_000, 12_000, 1500, 900]}
  ${'several amounts for one EJ'}               | ${OF_ROWS}                   | ${[10_000, 9000, 1000, 500]}
  ${'no EJ with several amounts'}               | ${[10_000, null, 1000, 500]} | ${[10_000, 10_000, 2000, 500]}
`('$differs leave the column that names the EJ, and the other is reported', ({ ofRow, ofEj }) => {
  const amounts = ofEj as readonly number[];
  const sum = amounts.reduce((total, one) => total + one, 0);
  expect(read(['Montant poste', ofRow as number[]], ['Montant EJ', amounts])).toBe(`AE ${sum}, CP 0, 1 unread`);
});

test('« Montant » beside a day of payment is what is paid, also where it pays each EJ in full', () => {
  const paid = ['Date de paiement', [DAY + 60, DAY + 90, DAY + 60, DAY + 60]] as const;
  expect(read(['Montant EJ', OF_EJ], paid, ['Montant', OF_ROWS])).toBe('AE 21500, CP 11500, 0 unread');
  expect(read(['Montant EJ', OF_EJ], paid, ['Montant payé', OF_ROWS])).toBe('AE 21500, CP 11500, 0 unread');
});

test('a total of each EJ that is wrong for one of them is reported for that one', () => {
  const wrong = [10_000, 10_000, 1000, 700];
  expect(read(['AE', OF_ROWS], ['AE EJ', OF_EJ])).toBe('AE 11500, CP 0, 0 unread');
  expect(read(['AE', OF_ROWS], ['Somme EJ', wrong])).toBe('AE 11500, CP 0, 1 unread');
});

test('a column that repeats almost all its own rows is no total of EJ, and is reported whole', () => {
  expect(read(['AE', OF_ROWS], ['Montant facturé', [4000, 6000, 1000, 300]])).toBe('AE 11500, CP 0, 1 unread');
});
