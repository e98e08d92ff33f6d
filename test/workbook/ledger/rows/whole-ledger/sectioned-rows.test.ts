/** Sections of one column « Montant »: rows of the other nature than the column are in no figure, and are an error. */
import { figures, JANUARY, MARCH, type Rows } from '../../../../support/ledgers/habit';

const table = (heading: string, ...rows: Rows): Rows => [['N° EJ', 'Date', 'Axe 2', heading], ...rows];
const EJ = ['1405700001', JANUARY, 'PDE', 1000];
const PAYMENT = ['1405700001', MARCH, 'PDE', 600];
const OTHER = ['1405700002', JANUARY, 'PDE', 50];

test.each<readonly [string, Rows, string]>([
  [
    '« Engagements », then « Paiements »',
    table('Montant', ['Engagements'], EJ, OTHER, ['Paiements'], PAYMENT),
    'PDE 1050 -, SF 0 -; LEC-04; LEC-05',
  ],
  ['EJ, then « DP »', table('Montant TTC', ['EJ'], EJ, ['DP'], PAYMENT), 'PDE 1000 -, SF 0 -; LEC-04; LEC-05'],
  ['« Engagements » alone', table('Montant', ['Engagements'], EJ, OTHER), 'PDE 1050 -, SF 0 -; LEC-04'],
  [
    'sections by subject',
    table('Montant', ['Développement'], EJ, ['Maintenance'], OTHER),
    'PDE 1050 -, SF 0 -; LEC-04',
  ],
  [
    'kinds of acts under a heading that gives the nature',
    table('Montant AE', ['Marchés'], EJ, ['Bons de commande'], OTHER, ['Factures'], PAYMENT),
    'PDE 1650 -, SF 0 -; LEC-04',
  ],
])('%s', (_, rows, expected) => {
  expect(figures(rows)).toEqual([expected]);
});

test('a column of each nature under such sections is read as it is', () => {
  const headings = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE', 'Date paiement', 'Montant CP'];
  const rows: Rows = [
    headings,
    ['Engagements'],
    ['1405700001', JANUARY, 'PDE', 1000],
    ['Paiements'],
    ['1405700001', null, 'PDE', null, MARCH, 600],
  ];
  expect(figures(rows)).toEqual(['PDE 1000 600, SF 0 0']);
});

describe('labels that begin with the nature of their row', () => {
  const labelled = (...rows: Rows): Rows => [['Date', 'N° EJ', 'Axe 2', 'Libellé', 'Montant'], ...rows];
  const row = (number: number, label: string, amount: number): Rows[number] => [
    ...[JANUARY, `140570000${number}`, 'PDE', label, amount],
  ];

  test.each<readonly [string, Rows, string]>([
    [
      'payments with a minus do not lower the AE',
      labelled(row(1, 'Engagement lot 1', 1000), row(1, 'Paiement lot 1', -600), row(2, 'Engagement lot 2', 50)),
      'PDE 1050 -, SF 0 -; LEC-04; LEC-05',
    ],
    [
      'with a plus, on the same EJ, they do not raise them',
      labelled(row(1, 'Bon de commande du lot 1', 1000), row(1, 'Facture n° 12 du lot 1', 600)),
      'PDE 1000 -, SF 0 -; LEC-04; LEC-05',
    ],
    [
      'subjects that begin as an invoice: EJ of their own',
      labelled(row(1, 'Commande de licences', 1000), row(2, 'Facture d’électricité', 600)),
      'PDE 1600 -, SF 0 -; LEC-04',
    ],
    [
      'commitments and withdrawals alone',
      labelled(row(1, 'Engagement lot 1', 1000), row(1, 'Retrait du lot 1', -600)),
      'PDE 400 -, SF 0 -; LEC-04',
    ],
    [
      'labels of which most give no nature',
      labelled(row(1, 'Lot 1', 1000), row(2, 'Lot 2', 50), row(3, 'Engagement', 5), row(3, 'Paiement', 5)),
      'PDE 1060 -, SF 0 -; LEC-04',
    ],
  ])('%s', (_, rows, expected) => {
    expect(figures(rows)).toEqual([expected]);
  });
});

describe('payments of an EJ that another row commits, under one « Montant »', () => {
  const labelled = (...rows: Rows): Rows => [['Date', 'N° EJ', 'Axe 2', 'Libellé', 'Montant'], ...rows];
  const row = (date: number | null, label: string, amount: number, number = 1): Rows[number] => [
    ...[date, `140570000${number}`, 'PDE', label, amount],
  ];
  const ORDER = row(JANUARY, 'Marché UX', 1000);

  test.each([
    ...['Facture 1', 'Acompte 1', '1er acompte', 'Acompte de 30 %', 'Fact. F23-01', 'Octo – facture n° F23-12'],
    ...['Règlement mars', 'DP 100000001', 'Paiement facture 3', 'Avance forfaitaire', 'Versement 2'],
  ])('« %s » raises no AE', (label) => {
    expect(figures(labelled(ORDER, row(MARCH, label, 600)))).toEqual(['PDE 1000 -, SF 0 -; LEC-04; LEC-05']);
  });

  test.each<readonly [string, Rows, string]>([
    [
      'the last one, after an instalment',
      labelled(ORDER, row(MARCH, 'Acompte', 300), row(MARCH + 30, 'Solde', 700)),
      'PDE 1000 -, SF 0 -; LEC-04; LEC-05',
    ],
    [
      'without days',
      labelled(row(null, 'Marché UX', 1000), row(null, 'Facture 1', 600)),
      'PDE 1000 -, SF 0 -; LEC-04; LEC-05',
    ],
    ['the name of what is bought', labelled(ORDER, row(MARCH, 'Paiement en ligne', 50)), 'PDE 1050 -, SF 0 -; LEC-04'],
    ['an EJ of its own', labelled(ORDER, row(MARCH, 'Facture 1', 50, 2)), 'PDE 1050 -, SF 0 -; LEC-04'],
    ['an amendment', labelled(ORDER, row(MARCH, 'Avenant 1', 50)), 'PDE 1050 -, SF 0 -; LEC-04'],
    ['on the day of the EJ', labelled(ORDER, row(JANUARY, 'Acompte 1', 50)), 'PDE 1050 -, SF 0 -; LEC-04'],
  ])('%s', (_, rows, expected) => {
    expect(figures(rows)).toEqual([expected]);
  });

  const labelledAs =
    (label: (at: number) => string | null) =>
    (...rows: readonly (readonly [number, string | null, number])[]): Rows => [
      ['Axe 2', 'N° EJ', 'Objet', 'N° facture', 'Date', 'Montant TTC'],
      ...rows.map(([date, number, amount], at) => ['PDE', '1405700001', label(at), number, date, amount]),
    ];
  const invoiced = labelledAs(() => 'Refonte du site');
  const lots = labelledAs((at) => `Lot ${at + 1}`);

  test.each<readonly [string, Rows, string]>([
    [
      'invoices with their number, after their EJ',
      invoiced([JANUARY, null, 1000], [MARCH, 'F23-01', 600], [MARCH + 30, 'F23-02', 300]),
      'PDE 1000 -, SF 0 -; LEC-04; LEC-05',
    ],
    [
      'invoices without a label',
      labelledAs((at) => (at === 0 ? 'Refonte du site' : null))([JANUARY, null, 1000], [MARCH, 'F23-01', 600]),
      'PDE 1000 -, SF 0 -; LEC-04; LEC-05',
    ],
    [
      'invoices named as parts of what is bought',
      labelledAs((at) => (at === 0 ? 'Refonte du site' : 'Refonte du site, mars'))(
        ...[[JANUARY, null, 1000] as const, [MARCH, 'F23-01', 600] as const],
      ),
      'PDE 1000 -, SF 0 -; LEC-04; LEC-05',
    ],
    [
      'a later lot with its invoice is another commitment',
      lots([JANUARY, null, 20_000], [MARCH, 'F23-01', 5000]),
      'PDE 25000 -, SF 0 -; LEC-04',
    ],
    [
      'lots of one day, of which one is invoiced',
      lots([JANUARY, null, 1000], [JANUARY, 'F23-01', 600]),
      'PDE 1600 -, SF 0 -; LEC-04',
    ],
    [
      'an EJ that is invoiced, then amended',
      invoiced([JANUARY, 'F23-01', 1000], [MARCH, null, 600]),
      'PDE 1600 -, SF 0 -; LEC-04',
    ],
    [
      'invoices above the other rows',
      invoiced([JANUARY, null, 100], [MARCH, 'F23-01', 600]),
      'PDE 700 -, SF 0 -; LEC-04',
    ],
  ])('%s', (_, rows, expected) => {
    expect(figures(rows)).toEqual([expected]);
  });
});
