/** A year alone in the cell of a date, whose serial number is a day of 1905: it is no date, and is reported as a year. */
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

test('a day, and a day of Excel as a number, are dates', () => {
  for (const date of [44_962, '05/02/2023']) expect(judged(table(date)).sentencesOf('DON-01')).toEqual([]);
});
