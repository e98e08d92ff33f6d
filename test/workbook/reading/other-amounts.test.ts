/**
 * Amounts under a heading with a word of what is left, cumulated or without tax are in no figure. Nobody has to look
 * at them, unless the heading is that of a payment, of a part in euros or of a whole price: LEC-03 reports those.
 */
import { unusedUnder, unusedUnderEach } from '../../support/ledgers/unused-column';

const AMOUNTS = [1_230.5, null, 775.25];

test.each(
  [
    ...['AE (80 %)', 'CP 2e versement (30 %)', 'Acompte 30 %', 'Acompte 30%', 'Part DGEFP (50 %)', 'Retenue 5 %'],
    ...['Solde (70 %)', 'Quote-part 50 %', 'Frais UGAP 2 %'],
    ...['Solde versé', 'Solde payé', 'Solde réglé', 'Solde DP', 'Solde facture', 'Paiement du solde', 'Payé sur RAP'],
    ...['RAP payé', 'Versement du solde', 'Facture de solde', 'TVA autoliquidée', 'TVA due', 'Hors marché', 'Hors BC'],
    ...['Révision de prix', 'Actualisation des prix', 'Prix TTC', 'Prix total'],
    ...['Acompte / Solde', 'Acompte et solde', 'Avance + solde', 'Solde final', 'Solde définitif'],
    ...['30 % sur facture', 'Facture 50 % DGFiP', 'N° DP', 'Numéro DP', 'DP n° 5000000001'],
  ].map((heading) => [heading]),
)('wrong: 2 005,75 € under « %s » are in no figure', (heading) => {
  expect(unusedUnder(heading, AMOUNTS)).toEqual([2_005_75]);
});

test.each(
  [
    ...['Solde', 'Solde TTC', 'Solde AE', 'Solde des CP', 'Solde du marché', 'Solde à payer', 'Solde après paiement'],
    ...[
      'Reste à payer',
      'Reste à engager',
      'RAP',
      'RAE',
      'Disponible',
      'Cumul payé',
      'CP cumulés',
      'Montant HT',
      'Hors taxes',
    ],
    ...['H.T.', 'Montant hors taxes', 'TVA', 'TVA 20 %', 'Montant TVA', 'Prix unitaire', 'Prix'],
  ].map((heading) => [heading]),
)('right: amounts under « %s »', (heading) => {
  expect(unusedUnder(heading, AMOUNTS)).toEqual([]);
});

test.each(['% payé', 'Payé (%)', "% d'avancement", 'Taux'])('right: rates under « %s »', (heading) => {
  expect(unusedUnder(heading, [50, 20, 12.5])).toEqual([]);
});

/** Beside AE of 1 001, 1 002 and 1 003 € and CP of 600 €: what payments without a date add to the CP is spending. */
test.each([
  [['CP 2', 'CP 3']],
  [['Paiement 2', 'Paiement 3']],
  [['Acompte 2', 'Acompte 3']],
  [['2e versement', '3e versement']],
  [['Deuxième paiement', 'Troisième paiement']],
  [['CP bis', 'CP ter']],
  [['CP (2)', 'CP (3)']],
  [['Facture 2', 'Facture n° 3']],
  [['Montant 2', 'Montant 3']],
  [['Paiement suivant', 'Dernier paiement']],
])('wrong: « %s » pay what remains, in no figure', (headings) => {
  const [second = '', third = ''] = headings;
  expect(
    unusedUnderEach([
      [second, [301, 301, 303]],
      [third, [100, 101, 100]],
    ]),
  ).toEqual([905_00, 301_00]);
});

test.each([['Tranche 2'], ['Reste 2']])('right: « %s » is what remains', (heading) => {
  expect(unusedUnder(heading, [401, 402, 403])).toEqual([]);
});

test.each([[['CP 2', 'CP 3']], [['Acompte 1', 'Acompte 2']]])('right: « %s » are the parts of the CP', (headings) => {
  const [first = '', second = ''] = headings;
  expect(
    unusedUnderEach([
      [first, [400, 300, 200]],
      [second, [200, 300, 400]],
    ]),
  ).toEqual([]);
});

test.each([['Facture 2'], ['Second versement'], ['Paiement bis'], ['Autre paiement']])(
  'wrong: « %s » of the same sum as the CP is paid after it',
  (heading) => {
    expect(unusedUnder(heading, [600, 600, 600])).toEqual([1_800_00]);
  },
);

test.each([['Facture 1'], ['Dernier paiement']])('right: « %s » is the CP, paid at once', (heading) => {
  expect(unusedUnder(heading, [600, 600, 600])).toEqual([]);
});

test.each([
  ['wrong: amounts', [400, 300, 250], [950_00]],
  ['right: numbers', [5_105, 5_106, 5_107], []],
  ['right: numbers as long as those of Chorus', [100_000_100, 100_000_200, 100_000_300], []],
  ['right: ranks', [2, 2, 3], []],
])('%s under « DP 2 »', (_, cells, expected) => {
  expect(unusedUnder('DP 2', cells)).toEqual(expected);
});

test('right: « Initial » and « Avenant » are the parts of the AE', () => {
  expect(
    unusedUnderEach([
      ['Initial', [901, 952, 903]],
      ['Avenant', [100, 50, 100]],
    ]),
  ).toEqual([]);
});

test.each(['Fin de marché', 'Échéance', 'Notification', 'Livraison', 'Date', 'Relance'])(
  'right: « 20240714 » under « %s » is a day',
  (heading) => {
    expect(unusedUnder(heading, [20_240_714, null, 20_231_231])).toEqual([]);
    expect(unusedUnder(heading, [null, null, 20_240_714])).toEqual([]);
  },
);

test.each([
  ['Acompte versé', [20_240_714.5, null, 20_231_231]],
  ['Acompte versé', [20_240_732, null, 20_231_231]],
])('wrong: what is no day under « %s » is money: %s', (heading, amounts) => {
  expect(unusedUnder(heading, amounts)).toHaveLength(1);
});

test.each(['Acompte n° 2 CP', 'Avenant n°1 AE', 'Facture n° 2 CP', 'CP payés DP n°2', 'AE EJ complémentaire'])(
  'wrong: whole amounts under « %s », which has a word of numbers, are in no figure',
  (heading) => expect(unusedUnder(heading, [30_137, null, 1_254])).toEqual([31_391_00]),
);

test('wrong: « DP 2 » over sums that days could have as numbers', () => {
  expect(unusedUnder('DP 2', [40_000, 45_000, 50_000])).toEqual([135_000_00]);
});

test.each(['N° AE', 'Code AE', 'Réf. CP', "N° de l'AE"])('right: numbers under « %s »', (heading) => {
  expect(unusedUnder(heading, [30_137, null, 1_254])).toEqual([]);
});

test.each(['Complément AE', 'Acompte', 'Avenant', 'CP 2', 'Coût'])(
  'wrong: « 20240714 » under « %s », which names no day, is an amount',
  (heading) => expect(unusedUnder(heading, [null, null, 20_240_714])).toEqual([20_240_714_00]),
);

test.each(['Visa CP n°', 'Bordereau CP n°', 'AE numéro', 'DP'])('right: numbers of pieces under « %s »', (heading) => {
  expect(unusedUnder(heading, [1_200, 1_300, 1_204])).toEqual([]);
});
