/** More habits of teams: amounts in parts, by quarter, with a minus, planned or shared; figures at the end of 2023, then errors. */
import { judged } from '../../support/ledgers/judged';
import { ej, figures, HEADINGS, JANUARY, JUNE, MARCH, type Rows } from '../../support/ledgers/habit';

test.each<readonly [string, Rows, string]>([
  [
    'two amounts on two lines of one cell are no amount',
    [HEADINGS, [...ej(1, '400\n200')], [...ej(2, '1 000 \n')]],
    'PDE 1000 0, SF 0 0; DON-01',
  ],
  [
    'groups « Initial » and « Avenant », each with its date',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Initial', null, 'Avenant', null, 'CP', 'Payé le'],
      [null, null, null, 'Date', 'Montant', 'Date', 'Montant', null, null],
      ['PDE', '1405700001', 'Lot 1', JANUARY, 100, MARCH, 20, 40, JUNE],
      ['SF', '1405700002', 'Lot 2', JANUARY, 200, null, null, null, null],
    ],
    'PDE 120 40, SF 200 0',
  ],
  [
    'groups « Initial » and « Avenant » beside their « AE »: counted once, on the first date',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Initial', null, 'Avenant', null, 'AE', 'CP', 'Payé le'],
      [null, null, null, 'Date', 'Montant', 'Date', 'Montant', null, null, null],
      ['PDE', '1405700001', 'Lot 1', JANUARY, 100, JUNE, 20, 120, 40, MARCH],
      ['SF', '1405700002', 'Lot 2', JANUARY, 200, null, null, 200, null, null],
    ],
    'PDE 120 40, SF 200 0',
  ],
  [
    'groups « Acompte 1 », « Acompte 2 » and « Solde », each with its date',
    [
      ['Enveloppe', 'N° EJ', 'Date EJ', 'AE', 'Acompte 1', null, 'Acompte 2', null, 'Solde', null],
      [null, null, null, null, 'Date', 'Montant', 'Date', 'Montant', 'Date', 'Montant'],
      ['PDE', '1405700001', JANUARY, 100, MARCH, 30, null, null, JUNE, 70],
      ['SF', '1405700002', JANUARY, 200, MARCH, 20, JUNE, 50, null, null],
    ],
    'PDE 100 100, SF 200 70',
  ],
  [
    'groups « Avance » and « Solde », whose balance is not paid',
    [
      ['Enveloppe', 'N° EJ', 'Date EJ', 'AE', 'Avance', null, 'Solde', null],
      [null, null, null, null, 'Payé le', 'Montant', 'Payé le', 'Montant'],
      ['PDE', '1405700001', JANUARY, 100, MARCH, 30, null, null],
    ],
    'PDE 100 30, SF 0 0',
  ],
  [
    'groups « Acompte » and « Solde » beside « CP »: their sum may be there, and they are reported',
    [
      ['Enveloppe', 'N° EJ', 'Date EJ', 'AE', 'Acompte', null, 'Solde', null, 'CP', 'Payé le'],
      [null, null, null, null, 'Date', 'Montant', 'Date', 'Montant', null, null],
      ['PDE', '1405700001', JANUARY, 100, MARCH, 30, JUNE, 70, 100, JUNE],
    ],
    'PDE 100 100, SF 0 0; LEC-03',
  ],
  [
    '« Date avenant » is the day of « Avenant »',
    [
      ['Enveloppe', 'N° EJ', 'Date EJ', 'AE initiale', 'Date avenant', 'Avenant', 'AE totale', 'Payé le', 'CP'],
      ['PDE', '1405700001', JANUARY, 100, JUNE, 20, 120, JUNE, 40],
      ['PDE', '1405700002', JANUARY, 100, 45_300, 7, 107, null, null],
      ['SF', '1405700003', JANUARY, 200, null, null, 200, null, null],
    ],
    'PDE 220 40, SF 200 0; PER-02',
  ],
  [
    '« Initial » and « Avenant » under « Engagement »',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Engagement', null, null, 'Paiement', null],
      [null, null, null, 'Date', 'Initial', 'Avenant', 'Date', 'Montant'],
      ['PDE', '1405700001', 'Lot 1', JANUARY, 100, 20, JUNE, 40],
      ['SF', '1405700002', 'Lot 2', JANUARY, 200, -30, null, null],
    ],
    'PDE 120 40, SF 170 0',
  ],
  [
    '« Désengagé » and « Engagé net » make no « Engagé »: the net amounts are reported',
    [
      ['Enveloppe', 'N° EJ', 'Engagé le', 'Montant engagé', 'Montant désengagé', 'Engagé net', 'CP', 'Payé le'],
      ['PDE', '1405700001', JANUARY, 100, null, 100, 40, JUNE],
      ['SF', '1405700002', JANUARY, 200, 30, 170, null, null],
    ],
    'PDE 100 40, SF 200 0; LEC-03',
  ],
  [
    'one table under the name of its envelope: « Place des entreprises » over « Payé » is no supplier',
    [
      ['Place des entreprises', null, null, null, null, null],
      ['N° EJ', 'Objet', 'AE engagées', 'Engagé le', 'Payé', 'Payé le'],
      ['1405700001', 'Lot 1', 100, JANUARY, 40.5, JUNE],
      ['1405700002', 'Lot 2', 200, JANUARY, 50.25, JUNE],
    ],
    'PDE 300 90.75, SF 0 0',
  ],
  [
    'two tables side by side under names and codes of envelopes',
    [
      ['Place des entreprises', null, null, null, null, null, 'Enveloppe Signaux Faibles (SF)'],
      ['N° EJ', 'AE', 'Engagé le', 'Payé', 'Payé le', null, 'N° EJ', 'AE', 'Engagé le', 'Payé', 'Payé le'],
      ['1405700001', 100, JANUARY, 40.5, JUNE, null, '1405700003', 70, JANUARY, 30, JUNE],
      ['1405700002', 200, JANUARY, null, null, null, '1405700004', 80, JANUARY, null, null],
    ],
    'PDE 300 40.5, SF 150 30',
  ],
  [
    'several payments on the rows of two tables side by side, paid in full',
    [
      ['PDE', ...Array<null>(8), 'SF'],
      ['N° EJ', 'Engagement', null, 'Paiement 1', null, 'Paiement 2', null, null, null, 'N° EJ', 'Engagement', null]
        .concat(['Paiement 1', null, 'Paiement 2', null])
        .map((title, at) => (at === 8 ? null : title)),
      [null, 'Date', 'Montant', 'Date', 'Montant', 'Date', 'Montant', null, null, null].concat([
        'Date',
        'Montant',
        'Date',
        'Montant',
        'Date',
        'Montant',
      ]),
      ['1405700001', JANUARY, 100, MARCH, 40, JUNE, 60, null, null, '1405700003', JANUARY, 70, MARCH, 30, JUNE, 40],
      ['1405700002', JANUARY, 200, MARCH, 80, JUNE, 120, null, null, '1405700004', JANUARY, 80, MARCH, 30, JUNE, 50],
    ],
    'PDE 300 300, SF 150 150',
  ],
  [
    'amounts with cents under « Titulaire » are in no figure',
    [
      ['Enveloppe', 'N° EJ', 'Titulaire', 'Engagé le', 'AE', 'CP', 'Payé le'],
      [...(['PDE', '1405700001', 17.5, JANUARY, 100] as const), 40, JUNE],
      [...(['PDE', '1405700002', 30.25, JANUARY, 200] as const), 50, JUNE],
    ],
    'PDE 300 90, SF 0 0; LEC-03',
  ],
  [
    'payments by quarter',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'T1', 'T2', 'T3', 'T4', 'Total payé'],
      [...ej(1, 20_000), null, 1500, 2000, null, 3500],
      [...ej(2, 30_000, 'SF'), 4000, null, null, 250, 4250],
    ],
    'PDE 20000 3500, SF 30000 4250',
  ],
  [
    'a second payment without a date of its own is in no figure',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Paiement', 'Payé le', '2e paiement'],
      [...ej(1, 100), 40, JUNE, 35],
      [...ej(2, 200, 'SF'), 50, JUNE, null],
    ],
    'PDE 100 40, SF 200 50; LEC-03',
  ],
  [
    'ranks before the tax: « n° 2 TTC »',
    [
      [
        ...['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE TTC', 'Date de paiement n° 1', 'CP n° 1 TTC'],
        ...['Date de paiement n° 2', 'CP n° 2 TTC'],
      ],
      [...ej(1, 100), MARCH, 40, JUNE, 35],
      [...ej(2, 200, 'SF'), MARCH, 50, null, null],
    ],
    'PDE 100 75, SF 200 50',
  ],
  [
    'amounts without and with tax, of a nature that « Type de pièce » gives: those with tax',
    [
      ['Type de pièce', 'N° EJ', 'Date comptable', 'Axe ministériel 2', 'Montant HT', 'TVA', 'Montant TTC'],
      ['EJ', '1405700001', JANUARY, 'PDE', 100, 20, 120],
      ['EJ', '1405700002', JANUARY, 'SF', 200, 40, 240],
      ['DP', '1405700001', JUNE, 'PDE', 50, 10, 60],
    ],
    'PDE 120 60, SF 240 0',
  ],
  [
    'a retention of 66 is money',
    [
      [...['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'CP', 'Payé le'], 'Retenue de garantie'],
      [...ej(1, 100), 40, JUNE, 66],
      [...ej(2, 200, 'SF'), 50, JUNE, null],
    ],
    'PDE 100 40, SF 200 50; LEC-03',
  ],
  [
    'small whole numbers under a word that is not understood are a count',
    [
      [...['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'CP', 'Payé le'], 'Priorité'],
      [...ej(1, 100), 40, JUNE, 2],
      [...ej(2, 200, 'SF'), 50, JUNE, 1],
    ],
    'PDE 100 40, SF 200 50',
  ],
  [
    'a withdrawal of 2 000 in a column of its own is no year',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE engagées', 'AE retirées', 'CP', 'Payé le'],
      [...ej(1, 100_000), 2000, 40, JUNE],
      [...ej(2, 200, 'SF'), null, 50, JUNE],
    ],
    'PDE 100000 40, SF 200 50; LEC-03',
  ],
  [
    'payments typed with a minus, above what is left',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date', 'Engagement', 'Paiement', 'Solde'],
      ['PDE', '1405700001', 'Lot 1', JANUARY, 100, null, 100],
      ['PDE', '1405700001', 'Lot 1', MARCH, null, -40, 60],
      ['PDE', '1405700001', 'Lot 1', JUNE, null, -35, 25],
      ['SF', '1405700002', 'Lot 2', JANUARY, 200, null, 225],
      ['SF', '1405700002', 'Lot 2', JUNE, null, -50, 175],
    ],
    'PDE 100 75, SF 200 50',
  ],
  [
    'payments typed with a minus in one column of amounts',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Nature', 'Date', 'Montant'],
      ['PDE', '1405700001', 'Lot 1', 'AE', JANUARY, 100],
      ['PDE', '1405700001', 'Lot 1', 'CP', MARCH, -40],
      ['PDE', '1405700001', 'Lot 1', 'CP', JUNE, -35],
      ['SF', '1405700002', 'Lot 2', 'AE', JANUARY, 200],
      ['SF', '1405700002', 'Lot 2', 'CP', JUNE, -50],
    ],
    'PDE 100 75, SF 200 50',
  ],
  [
    'two credit notes alone: too few to be a habit',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Payé le', 'CP'],
      [...ej(1, 100), MARCH, -4],
      [...ej(2, 200, 'SF'), JUNE, -5],
    ],
    'PDE 100 -4, SF 200 -5',
  ],
  [
    'payments, and one credit note with its minus',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Payé le', 'CP'],
      [...ej(1, 100), MARCH, 40],
      [...ej(1, null), JUNE, -5],
      [...ej(2, 200, 'SF'), JUNE, 50],
    ],
    'PDE 100 35, SF 200 50',
  ],
  [
    '« Engagé ? » answered by no: a project',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Engagé ?', 'Date engagement', 'AE', 'Payé le', 'CP'],
      ['PDE', '1405700001', 'Lot 1', 'Oui', JANUARY, 100, JUNE, 40],
      ['SF', '1405700002', 'Lot 2', 'Oui', JANUARY, 200, null, null],
      ['PDE', null, 'Étude à lancer', 'Non', null, 25_000, null, null],
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    'a table of what is planned, under the same headings, is not counted',
    [
      ['ENGAGEMENTS RÉALISÉS'],
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Payé le', 'CP'],
      [...ej(1, 100), JUNE, 40],
      [...ej(2, 200, 'SF'), null, null],
      [],
      ['ENGAGEMENTS PRÉVISIONNELS'],
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Payé le', 'CP'],
      ['PDE', null, 'Étude', JUNE, 30_000, null, null],
      ['SF', null, 'Audit', JUNE, 8000, null, null],
    ],
    'PDE 100 40, SF 200 0; LEC-01',
  ],
  [
    'the AE of an EJ again on each of its payments',
    [
      HEADINGS,
      [...ej(1, 100), '100000001', MARCH, 40],
      [...ej(1, 100), '100000002', JUNE, 35],
      [...ej(2, 200, 'SF'), '100000003', JUNE, 50],
    ],
    'PDE 200 75, SF 200 50; DON-03',
  ],
  [
    'the part of each administration beside an amount: which one counts is asked',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Part DGEFP', 'Part DGE', 'CP', 'Payé le'],
      [...ej(1, 400), 200, 200, 40, JUNE],
      [...ej(2, 600, 'SF'), 300, 300, 50, JUNE],
    ],
    'PDE 400 40, SF 600 50; LEC-03',
  ],
  [
    'rates of the parts are no amounts',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Part DGEFP', 'CP', 'Payé le'],
      [...ej(1, 400), 0.5, 40, JUNE],
      [...ej(2, 600, 'SF'), 0.5, 50, JUNE],
    ],
    'PDE 400 40, SF 600 50',
  ],
  [
    'a block a month under « MOIS 02/2023 », with its total',
    [
      ['MOIS 01/2023'],
      ['N° EJ', 'Enveloppe', 'Fournisseur', 'Date', 'AE', 'CP'],
      ['1405700001', 'PDE', 'Alpha', JANUARY, 100, null],
      ['1405700002', 'SF', 'Beta', JANUARY, 200, null],
      ['Total mois', null, null, null, 300, 0],
      [],
      ['MOIS 06/2023'],
      ['N° EJ', 'Enveloppe', 'Fournisseur', 'Date', 'AE', 'CP'],
      ['1405700001', 'PDE', 'Alpha', JUNE, null, 40],
      ['Total mois', null, null, null, 0, 40],
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    'sections by envelope, whose first title has a summary beside it',
    [
      ['N° EJ', 'Objet', 'Date engagement', 'AE', 'CP', 'Payé le', null, 'Enveloppe', 'Crédits AE', 'Reste AE'],
      ['Place des entreprises (PDE)', null, null, null, null, null, null, 'PDE', 500_000, 499_900],
      ['1405700001', 'Lot 1', JANUARY, 100, 40, JUNE, null, 'SF', 100_000, 99_800],
      ['SIGNAUX FAIBLES'],
      ['1405700002', 'Lot 2', JANUARY, 200, null, null],
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    'headings again with their row of units',
    [
      HEADINGS,
      [null, null, null, 'jj/mm/aaaa', '€', null, 'jj/mm/aaaa', '€'],
      [...ej(1, 100), '100000001', JUNE, 40],
      HEADINGS,
      [null, null, null, 'jj/mm/aaaa', '€', null, 'jj/mm/aaaa', '€'],
      ej(2, 200, 'SF'),
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    'EJ numbers under « Numéro », above a row of units',
    [
      ['Identification', null, null, 'Engagement juridique', null, 'Demande de paiement', null],
      ['Numéro', 'Enveloppe', 'Objet', 'Date', 'Montant', 'Montant', 'Date'],
      [null, null, null, null, '(€ TTC)', '(€ TTC)', null],
      ['1405700001', 'PDE', 'Lot 1', JANUARY, 100, 40, JUNE],
      ['1405700001', 'PDE', 'Lot 1', null, null, 35, JUNE],
      ['1405700002', 'SF', 'Lot 2', JANUARY, 200, null, null],
    ],
    'PDE 100 75, SF 200 0',
  ],
  [
    '« SF » over a table is the envelope beside « PDE », and no service fait',
    [
      ['PDE', null, null, null, null, null, 'SF', null, null, null, null],
      [
        'N° EJ',
        'Date',
        'Montant AE',
        'Montant CP',
        'Objet',
        null,
        'N° EJ',
        'Date',
        'Montant AE',
        'Montant CP',
        'Objet',
      ],
      ['1405700001', JANUARY, 100, null, 'Lot 1', null, '1405700002', JANUARY, 170, null, 'Lot 2'],
      ['1405700001', JUNE, null, 40, 'Lot 1', null, '1405700002', 45_200, 30, null, 'Lot 2'],
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    '« Crédits » over Engagement and Paiement is the nature of each row',
    [
      ['Montant TTC', 'Objet', 'Axe ministériel 2', 'N° DP', 'N° EJ', 'Date', 'Crédits', 'État'],
      [100, 'Lot 1', 'PDE', null, '1405700001', JANUARY, 'Engagement', 'Engagé'],
      [200, 'Lot 2', 'SF', null, '1405700002', JANUARY, 'Engagement', 'Engagé'],
      [40, 'Lot 1', 'PDE', '100000001', '1405700001', JUNE, 'Paiement', 'Payé'],
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    '« Le » beside « Engagé » and « Payé le »',
    [
      ['N° EJ', 'Enveloppe', 'Tiers', 'Le', 'Engagé', 'Payé', 'Payé le'],
      ['1405700001', 'PDE', 'Alpha', JANUARY, 100, 40, JUNE],
      ['1405700002', 'SF', 'Beta', JANUARY, 200, null, null],
    ],
    'PDE 100 40, SF 200 0',
  ],
  [
    '« Reste à engager » is neither committed nor lost',
    [
      ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Reste à engager', 'CP', 'Payé le'],
      [...ej(1, 100), 12, 40, JUNE],
      [...ej(2, 200, 'SF'), 13, 50, JUNE],
    ],
    'PDE 100 40, SF 200 50',
  ],
])('%s', (_, rows, expected) => {
  expect(figures(rows)).toEqual([expected]);
});

test.each<readonly [string, Rows[number], readonly string[]]>([
  ['an amendment follows its dated EJ', ['PDE', '1405700001', JANUARY, 100, 20], []],
  ['the day of the EJ is missing: once', ['PDE', '1405700001', null, 100, 20], ['DON-01 C2', 'DON-01 A2']],
  ['without a first amount, nor a day', ['PDE', '1405700001', null, null, 20], ['DON-01 A2']],
])('a table without « Date avenant »: %s', (_, row, expected) => {
  const dated = ['PDE', '1405700002', JANUARY, 100, null];
  const { found } = judged([['Enveloppe', 'N° EJ', 'Date EJ', 'AE initiale', 'Avenant'], row, dated]);
  expect(found.filter((one) => one.startsWith('DON'))).toEqual(expected);
});
