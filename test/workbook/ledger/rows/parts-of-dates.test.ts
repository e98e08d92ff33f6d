/**
 * A year, a day or a month alone in the cell of a date, whose serial number is a day of 1900 to 1908: it is no date,
 * and is reported; the commitment counts, and the payment is not paid.
 */
import { judged } from '../../../support/ledgers/judged';

const table = (date: number | string) => [
  ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', 'Montant AE', 'Date paiement', 'Montant CP'],
  ['PDE', '1400000001', 44_958, 'Octo', 10_000, 45_036, 4000],
  ['PDE', '1400000002', date, 'Wave', 6000, 45_036, 2000],
];

test.each([2023, 2022, '2023'])('%p is no date: the commitment counts, and its year is reported', (date) => {
  const { ae, found, sentencesOf } = judged(table(date));
  expect([ae, found]).toEqual([16_000, ['DON-01 C3']]);
  expect(sentencesOf('DON-01')[0]).toMatch(/«\s202[23]\s» n’est pas une date complète, seule l’année est donnée/);
});

test.each([10, 1, 31, 10.02, 1502])('%p is no day of 1900: nothing is dated before the signature', (part) => {
  const { ae, found } = judged(table(part));
  expect([ae, found]).toEqual([16_000, ['DON-01 C3']]);
});

test('the day alone of a payment, in a sheet named by its month: it is not paid, and is reported', () => {
  const rows = table(44_962).map((row, at) => row.map((cell) => (at === 2 && cell === 45_036 ? 23 : cell)));
  const { ae, cp, found } = judged([{ name: 'Avril 23', rows }]);
  expect([ae, cp, found]).toEqual([16_000, 4000, ['DON-01 F3']]);
});

test('a day, and a day of Excel as a number, are dates', () => {
  for (const date of [44_962, '05/02/2023']) expect(judged(table(date)).sentencesOf('DON-01')).toEqual([]);
});
