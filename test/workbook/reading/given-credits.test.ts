/** Tables of credits that are given, on a sheet of their own or above the operations: they commit and pay nothing. */
import { sumsRead } from '../../support/ledgers/sums-read';
import type { SheetGiven } from '../../support/ledgers/workbook-of';

type Rows = SheetGiven['rows'];

const DAY = 45_000;
const COMMITMENTS: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant AE'],
  ['1405512301', 'PDE', 'Hébergement', DAY, 1_000],
  ['1405512302', 'SF', 'Licences', DAY + 3, 2_000],
];
const PAYMENTS: Rows = [
  ['N° EJ', 'N° DP', 'Date de paiement', 'Montant payé'],
  ['1405512301', '0100302650', DAY + 40, 400],
];
const CREDITS: Rows = [
  ['Date', 'Axe ministériel 2', 'Référence', 'Montant'],
  [DAY, 'PDE', 'Notification 1', 20_000],
  [DAY, 'SF', 'Notification 2', 9_000],
];

const LEDGER: readonly [SheetGiven, SheetGiven] = [
  { name: 'Engagements', rows: COMMITMENTS },
  { name: 'Paiements', rows: PAYMENTS },
];
const ALONE = 'AE 3000, CP 400, 0 unread';

test.each([
  ...[
    'Crédits reçus',
    'Crédits ouverts 2023',
    'AE notifiées',
    'Dotations',
    'Dotations PDE et SF',
    'Délégations de crédits',
  ],
  ...['Mises à disposition', 'Abondements', 'Affectations', 'Versements DGEFP', 'Budget', 'Répartition', 'Crédits'],
])('on a sheet « %s »', (name) => {
  expect(sumsRead(...LEDGER, { name, rows: CREDITS })).toBe(ALONE);
});

test.each(['Notifications', 'Notification 1', 'Notifications DGEFP', 'Notifications PDE 2023'])(
  'on a sheet « %s », unless it holds operations',
  (name) => {
    expect(sumsRead(...LEDGER, { name, rows: CREDITS })).toBe(ALONE);
    const fullNames: Rows = [
      ['Date', 'Axe ministériel 2', 'Référence', 'Autorisations d’engagement'],
      [DAY, 'PDE', 'Note 1', 20_000],
    ];
    expect(sumsRead(...LEDGER, { name, rows: fullNames })).toBe(ALONE);
    for (const [heading, value] of [
      ['N° EJ', '1405512303'],
      ['Titulaire', 'Capgemini'],
      ['Objet', 'Étude'],
    ] as const) {
      const rows: Rows = [
        ['Date', 'Axe ministériel 2', heading, 'Montant'],
        [DAY, 'PDE', value, 500],
      ];
      expect(sumsRead(...LEDGER, { name, rows })).toBe('AE 3500, CP 400, 0 unread');
    }
  },
);

test('on a sheet whose credits are those of the convention', () => {
  const rows: Rows = [
    ['Date', 'Enveloppe', 'AE', 'CP'],
    [DAY, 'PDE', 500_000, 573_032],
    [DAY, 'SF', 100_000, 100_000],
  ];
  expect(sumsRead(...LEDGER, { name: 'Crédits notifiés', rows })).toBe(ALONE);
  expect(sumsRead(LEDGER[0], { name: 'Crédits notifiés', rows })).toBe('AE 3000, CP 0, 0 unread');
});

test.each(['Crédits ouverts', 'Dotation initiale', 'Délégation de crédits n° 1'])(
  'under « %s », on the same sheet',
  (title) => {
    const above = [[title], ...CREDITS, [], ['Suivi des dépenses'], ...COMMITMENTS];
    expect(sumsRead({ name: 'Suivi', rows: above })).toBe('AE 3000, CP 0, 0 unread');
    const sameHeadings = [
      [title],
      COMMITMENTS[0] ?? [],
      [null, 'PDE', null, DAY, 20_000],
      [],
      ['Suivi'],
      ...COMMITMENTS,
    ];
    expect(sumsRead({ name: 'Suivi', rows: sameHeadings })).toBe('AE 3000, CP 0, 0 unread');
  },
);

test.each<[string, string, Rows]>([
  ['the number of an EJ', 'Affectations', [['1405512303', 'PDE', 'Étude', DAY, 500]]],
  ['a title of operations', 'Crédits engagés', [[null, 'PDE', 'Étude', DAY, 500]]],
  ['the name of an envelope alone', 'PDE', [[null, 'PDE', 'Étude', DAY, 500]]],
])('%s makes operations of the rows', (_, name, rows) => {
  const [headings = []] = COMMITMENTS;
  expect(sumsRead(...LEDGER, { name, rows: [headings, ...rows] })).toBe('AE 3500, CP 400, 0 unread');
});

test('the only table of a workbook is its ledger, whatever its sheet is called', () => {
  expect(sumsRead({ name: 'Budget', rows: CREDITS })).toBe('AE 29000, CP 0, 0 unread');
});
