/** Habits of teams, each with the figures at the end of 2023: AE and CP consumed, then the rules of the errors. */
import {
  dp,
  ej,
  figures,
  FIRST_OF_MONTHS,
  HEADINGS,
  JANUARY,
  JUNE,
  MARCH,
  type Rows,
} from '../../support/ledgers/habit';

test.each<readonly [string, Rows, string]>([
  [
    'the unit of payments by month is in the title of their group',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE (k€)', 'CP payés (k€)', null, null],
      [null, null, null, null, null, 'janvier', 'février', 'mars'],
      [...ej(1, 20), null, 1.5, 2],
      [...ej(2, 30, 'SF'), 4],
    ],
    'PDE 20000 3500, SF 30000 4000',
  ],
  [
    'payments by month, above a row of units',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'CP payés', null, null],
      [null, null, null, null, null, 'janvier', 'février', 'mars'],
      [null, null, null, null, '(€)', '(€)', '(€)', '(€)'],
      [...ej(1, 20_000), null, 1500, 2000],
      [...ej(2, 30_000, 'SF'), 4000],
    ],
    'PDE 20000 3500, SF 30000 4000',
  ],
  [
    'months as dates, and a typed total of them',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', ...FIRST_OF_MONTHS, 'Total payé'],
      [...ej(1, 20_000), null, 1500, 2000, 3500],
      [...ej(2, 30_000, 'SF'), 4000, null, null, 4000],
    ],
    'PDE 20000 3500, SF 30000 4000',
  ],
  [
    'a typed total of the months that is not theirs',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', ...FIRST_OF_MONTHS, 'Total payé'],
      [...ej(1, 20_000), null, 1500, 2000, 3501],
      [...ej(2, 30_000, 'SF'), 4000, null, null, 4000],
    ],
    'PDE 20000 3500, SF 30000 4000; LEC-03',
  ],
  [
    'an envelope written once for its rows, some of which have no second payment',
    [
      [
        'Enveloppe',
        'N° EJ',
        'Objet',
        'Date EJ',
        'AE',
        'Paiement 1',
        'Date paiement 1',
        'Paiement 2',
        'Date paiement 2',
      ],
      [...ej(1, 100), 10, MARCH, 20, JUNE],
      [...ej(2, 200, null), 30, MARCH],
      [...ej(3, 300, 'SF')],
      [...ej(4, 400, null), 40, MARCH, 50, JUNE],
      [...ej(5, 500, null), 60, MARCH, 70, JUNE],
    ],
    'PDE 300 60, SF 1200 220',
  ],
  [
    'a retrait without a number under its EJ',
    [
      HEADINGS,
      ej(1, 100),
      [null, null, null, null, null, '100000001', MARCH, 10],
      [null, null, null, JUNE, -30],
      ej(2, 200),
      [null, null, null, null, null, '100000002', MARCH, 20],
    ],
    'PDE 270 30, SF 0 0',
  ],
  [
    'the envelope above its rows, in the column of the amounts',
    [
      ['AE', 'N° EJ', 'Objet', 'Date engagement', 'CP', 'Date de paiement'],
      ['PDE'],
      [100, '1405700001', 'Lot 1', JANUARY],
      [200, '1405700002', 'Lot 2', JANUARY],
      ['SF'],
      [300, '1405700003', 'Lot 3', JANUARY],
    ],
    'PDE 300 0, SF 300 0',
  ],
  [
    'totals of each group of rows, one group without',
    [
      HEADINGS,
      ej(1, 100),
      ['Total', null, null, null, 100],
      [],
      ej(2, 200, 'SF'),
      [],
      ej(3, 300),
      ej(4, 400),
      ['Total', null, null, null, 700],
    ],
    'PDE 800 0, SF 200 0',
  ],
  [
    'parts of an amount under it',
    [HEADINGS, ej(1, 100), ['PDE', null, 'dont part fixe', null, 70], ['PDE', null, 'dont part variable', null, 30]],
    'PDE 100 0, SF 0 0',
  ],
  [
    'parts of an amount under a blank row',
    [HEADINGS, ej(1, 100), [], ['PDE', null, 'dont TVA', null, 20], ej(2, 200, 'SF')],
    'PDE 100 0, SF 200 0',
  ],
  [
    'parts of an amount under the headings of a new page',
    [HEADINGS, ej(1, 100), HEADINGS, ['PDE', null, 'dont UX', null, 20], ej(2, 200, 'SF')],
    'PDE 100 0, SF 200 0',
  ],
  [
    'an amount under the title of another part: it is no part',
    [HEADINGS, ej(1, 100), ['Divers'], ['PDE', '1405700009', 'dont UX', null, 20], ej(2, 200, 'SF')],
    'PDE 120 0, SF 200 0',
  ],
  [
    'an amount of another envelope under it, or under a blank row: it is no part',
    [HEADINGS, ej(1, 100), ['SF', null, 'dont UX', null, 20], [], ['SF', null, 'dont TVA', null, 30]],
    'PDE 100 0, SF 50 0',
  ],
  [
    'a payment of the EJ on another day, under a blank row: it is no part',
    [
      HEADINGS,
      [...ej(1, 100), '100000001', JUNE, 60],
      [],
      ['PDE', '1405700001', 'dont facture 2', null, null, '100000002', JUNE + 9, 40],
    ],
    'PDE 100 100, SF 0 0',
  ],
  [
    'amounts under the title of another order: they are no parts',
    [HEADINGS, ej(1, 100), ['PDE', null, 'Marché 2', null, null], ['PDE', null, 'dont UX', null, 20]],
    'PDE 120 0, SF 0 0',
  ],
  [
    'parts of nothing: they are the amounts',
    [HEADINGS, ej(1, null), ['PDE', null, 'dont part fixe', null, 70], ['PDE', null, 'dont part variable', null, 30]],
    'PDE 100 0, SF 0 0',
  ],
  [
    'AE and CP of two years, as groups: those of the credit year',
    [
      [null, null, null, null, 2022, null, 2023, null, null],
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'CP', 'AE', 'CP', 'Date de paiement'],
      [...ej(1, null), null, 100],
      [...ej(1, null), null, null, 40, JUNE],
    ],
    'PDE 100 40, SF 0 0',
  ],
  [
    'two columns « Date », each before its amount',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date', 'Engagement', 'Date', 'Paiement'],
      ej(1, 100),
      ['PDE', '1405700001', 'Lot 1', null, null, JUNE, 40],
    ],
    'PDE 100 40, SF 0 0',
  ],
  [
    'two tables side by side, each with its « Date »',
    [
      ['PLACE DES ENTREPRISES', null, null, null, null, null, 'SIGNAUX FAIBLES'],
      [
        'Date',
        'N° EJ',
        'Objet',
        'Engagements',
        'Paiements',
        null,
        'Date',
        'N° EJ',
        'Objet',
        'Engagements',
        'Paiements',
      ],
      [JANUARY, '1405700001', 'Lot 1', 100, null, null, JANUARY, '1405700002', 'Lot 2', 200],
      [JUNE, '1405700001', 'Lot 1', null, 40, null, JUNE, '1405700002', 'Lot 2', null, 50],
    ],
    'PDE 100 40, SF 200 50',
  ],
  [
    'two columns « Date » together: none is guessed',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date', 'Date', 'Engagement', 'Paiement'],
      ['PDE', '1405700001', 'Lot 1', JANUARY, null, 100, null],
      ['PDE', '1405700001', 'Lot 1', null, JUNE, null, 40],
    ],
    'PDE - -, SF - -; LEC-04',
  ],
  [
    'two columns « Date » together between the amounts: none is guessed',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Engagement', 'Date', 'Date', 'Paiement'],
      ['PDE', '1405700001', 'Lot 1', 100, JANUARY, null, null],
      ['PDE', '1405700001', 'Lot 1', null, null, JUNE, 40],
    ],
    'PDE - -, SF - -; LEC-04',
  ],
  [
    'the first amount and its amendments',
    [
      [
        'Enveloppe',
        'N° EJ',
        'Objet',
        'Date engagement',
        'AE initiale',
        'Avenant 1',
        'Avenant 2',
        'Date paiement',
        'CP',
      ],
      [...ej(1, 100), 20, null, JUNE, 40],
      [...ej(2, 200, 'SF'), null, -30],
    ],
    'PDE 120 40, SF 170 0',
  ],
  [
    'the first amount and its amendments beside the whole, which their sums prove: the whole alone',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Montant initial', 'Avenant', 'Date paiement', 'CP'],
      [...ej(1, 120_000), 100_000, 20_000, JUNE, 40],
      [...ej(2, 70_000, 'SF'), 90_000, -20_000],
    ],
    'PDE 120000 40, SF 70000 0',
  ],
  [
    'parts that do not add up to the whole are reported',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Montant initial', 'Avenant', 'Date paiement', 'CP'],
      [...ej(1, 120_000), 100_000, 20_001, JUNE, 40],
      [...ej(2, 70_000, 'SF'), 90_000, -20_000],
    ],
    'PDE 120000 40, SF 70000 0; LEC-03',
  ],
  [
    'headings in English',
    [
      [
        ...['Envelope', 'Commitment number', 'Description', 'Commitment date', 'Committed amount'],
        ...['Payment request', 'Payment date', 'Paid amount'],
      ],
      ej(1, 100),
      dp(1, 40),
    ],
    'PDE 100 40, SF 0 0',
  ],
])('%s', (_, rows, expected) => {
  expect(figures(rows)).toEqual([expected]);
});
