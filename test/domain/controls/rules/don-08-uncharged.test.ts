/** A sheet without a column for the envelope, beside one that has it: DON-08 counts its rows, and their sum. */
import { judged } from '../../../support/ledgers/judged';

const NAMED = {
  name: 'Suivi',
  rows: [
    ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', 'Montant AE', 'Date paiement', 'Montant CP'],
    ['PDE', '1400000001', 44_958, 'Octo', 10_000, 45_036, 4000],
    ['SF', '1400000002', 44_958, 'Wave', 6000, 45_036, 2000],
  ],
};
const sheet = (...rows: readonly (readonly (string | number | null)[])[]) => ({
  name: 'Ajouts',
  rows: [['N° EJ', 'Date EJ', 'Fournisseur', 'Montant AE', 'Date paiement', 'Montant CP'], ...rows],
});

const FIRST = ['1500000021', 45_170, 'Octo', 7000, null, null];
const SECOND = ['1500000022', 45_171, 'Malt', 900, 45_200, 500.5];

test.each`
  rows               | sentence
  ${[FIRST]}         | ${/1\sligne\ssans\senveloppe,\s7.000,00.€\sd’AE,\sn’est\spas\scomptée/}
  ${[FIRST, SECOND]} | ${/2\slignes\ssans\senveloppe,\s7.900,00.€\sd’AE\set\s500,50.€\sde\sCP,\sne\ssont\spas\scomptées/}
`('$sentence', ({ rows, sentence }) => {
  const sentences = judged([NAMED, sheet(...rows)]).sentencesOf('DON-08');
  expect(sentences.find((one) => one.includes('sans enveloppe'))).toMatch(sentence);
});

test('headings above a title of envelope are no table that lacks the envelope', () => {
  const rows = [
    ['N° EJ', 'Objet', 'Date EJ', 'Montant AE'],
    ['Place des entreprises', null, null, null],
    ['1405700001', 'Dev', 44_967, 1000],
    ['Signaux Faibles', null, null, null],
    ['1405700002', 'Data', 44_967, 2000],
  ];
  expect(
    judged(rows)
      .sentencesOf('DON-08')
      .filter((one) => one.includes('Axe ministériel 2')),
  ).toEqual([]);
});
