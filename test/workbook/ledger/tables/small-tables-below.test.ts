/** Small tables below the operations of a plain range: they are no operations, and what may be one stays in the ledger. */
import type { CellValue } from '../../../../src/workbook/cells';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { namesOf } from '../../../../src/workbook/ledger/known-names';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const NAMES = namesOf(convention2023());
const DAY = 45_000;
const LEDGER: Rows = [
  ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Payé le'],
  ['1405135458', 'PDE', 'Hébergement', DAY, 1200, 1200, DAY + 40],
  ['1405135459', 'SF', 'Licences', DAY, 900, null, null],
];
const LAST_OPERATION = LEDGER.length - 1;

/** The rows below the operations that the ledger takes for its own. */
function rowsTaken(below: Rows, blank = 1): number {
  const rows = [...LEDGER, ...Array.from({ length: blank }, () => []), ...below];
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), [], NAMES);
  const last = Math.max(...(found?.blocks ?? []).map(({ block }) => block.lastRow));
  return Math.max(0, last - LAST_OPERATION - blank);
}

test.each<[string, Rows]>([
  ['contacts', [['Contacts'], ['Nom', 'Téléphone'], ['Mme Martin', '0144383838'], ['M. Durand', '0144971234']]],
  ['a legend', [['Légende'], ['Gris', 'Annulé'], ['Vert', 'Payé']]],
  [
    'codes',
    [
      ['Champ', 'Valeur'],
      ['Programme', '0103'],
      ['Activité', '010300000104'],
    ],
  ],
  [
    'days',
    [
      ['Échéance', 'Date'],
      ['Clôture', DAY + 300],
      ['Bilan', DAY + 350],
    ],
  ],
  [
    'a summary by envelope',
    [
      ['Enveloppe', 'AE ouvertes', 'Reste'],
      ['PDE', 500_000, 1],
      ['SF', 100_000, 2],
    ],
  ],
  [
    'postes by envelope',
    [
      ['Poste', 'Enveloppe', 'Dotation'],
      ['Prestations', 'PDE', 300_000],
      ['Frais', 'PDE', 65],
    ],
  ],
  [
    'a budget in two cells',
    [
      ['Budget AE PDE', 500_000],
      ['Budget AE SF', 100_000],
    ],
  ],
])('%s', (_, below) => {
  for (const blank of [1, 2, 11]) expect(rowsTaken(below, blank)).toBe(0);
});

test.each<[string, Rows]>([
  ['an operation', [['1405135460', 'PDE', 'Étude', DAY, 300]]],
  ['an amount alone', [[null, null, 'Étude', null, 300]]],
  ['an unreadable amount', [['à créer', null, 'Étude', null, '3 000 € ?']]],
  ['an envelope, its amount to come', [['à créer', 'PDE', 'Étude']]],
  ['a day', [[null, null, 'Étude', DAY]]],
  ['a day and an amount, under other headings', [['Hermine', DAY, null, null, null, null, 1200]]],
  ['the same, the day as text', [['Hermine', '15/03/2023', null, null, null, null, 1200]]],
])('%s below a blank row is a row of the ledger', (_, below) => {
  expect(rowsTaken(below)).toBe(below.length);
});

test('what is above a later operation stays in the ledger', () => {
  const operation = ['1405135460', 'PDE', 'Étude', DAY, 300];
  expect(rowsTaken([['Contacts'], ['Mme Martin', '0144383838'], [], operation])).toBe(4);
});

describe('a list whose amounts are where the ledger has a text', () => {
  const list = (...head: readonly string[]): Rows => [head, ['1405135470', 500], ['1405135471', 600]];

  test.each<[string, Rows]>([
    ['EJ', list('EJ', 'Montant')],
    [
      'orders',
      [
        ['Objet', 'Montant'],
        ['Hôtel', 500],
        ['Taxi', 60],
      ],
    ],
    [
      'estimates',
      [
        ['Objet', 'Montant estimé'],
        ['Hôtel', 500],
        ['Taxi', 60],
      ],
    ],
    [
      'three headings',
      [
        ['Titulaire', 'Montant TTC', 'Objet du devis'],
        ['Octo', 500, 'Audit'],
        ['Adis', 60, null],
      ],
    ],
  ])('%s, with or without a blank row: no part of the ledger', (_, below) => {
    expect([0, 1].map((blank) => rowsTaken(below, blank))).toEqual([0, 0]);
  });

  test.each<[string, Rows]>([
    [
      'under the headings of the ledger again',
      [
        ['N° EJ', 'Montant'],
        ['1405135470', 500],
      ],
    ],
    [
      'amounts in the columns of the ledger',
      [
        ['Objet', 'Montant'],
        ['1405135470', 'PDE', null, DAY, 500, null, null],
      ],
    ],
    [
      'a row with an envelope',
      [
        ['EJ', 'Montant'],
        ['1405135470', 500],
        ['1405135471', 'PDE', null, DAY, 500],
      ],
    ],
    [
      'no number',
      [
        ['EJ', 'Montant'],
        ['1405135470', 'à définir'],
      ],
    ],
  ])('stays: %s', (_, below) => expect(rowsTaken(below, 0)).toBe(below.length));
});

describe('payees without a number, a day nor an envelope', () => {
  const at = (column: number, ...cells: readonly CellValue[]): readonly CellValue[] => [
    ...Array.from({ length: column }, () => null),
    ...cells,
  ];
  const payees = (column: number, heading: string, amount: string): Rows => [
    at(column, heading, amount),
    at(column, 'Taxi Lyon', 270.75),
    at(column, 'Hôtel', 200),
  ];

  test.each<[string, Rows]>([
    ['under the EJ', payees(0, 'Bénéficiaire', 'Versé')],
    ['under the AE', payees(3, 'Dépense', 'Montant')],
    ['under the CP', payees(4, 'Fournisseur', 'Montant payé')],
  ])('are another table, even without a blank row: %s', (_, below) => {
    expect(rowsTaken(below, 0)).toBe(0);
    expect(rowsTaken(below, 2)).toBeLessThanOrEqual(0);
  });

  test.each<[string, Rows]>([
    ['headings that name no payee', payees(3, 'Service', 'Part')],
    ['cells apart', [at(0, 'Bénéficiaire', null, null, null, 'Versé'), at(0, 'Taxi Lyon', null, null, null, 270.75)]],
    ['an EJ', [...payees(3, 'Dépense', 'Montant'), at(0, '1405135460', 'PDE', 'Taxi', DAY, 12.5)]],
    ['an envelope', [at(1, 'Dépense', 'Versé', null, null), at(1, 'PDE', 12.5)]],
  ])('are operations: %s', (_, below) => {
    expect(rowsTaken(below, 0)).toBe(below.length);
  });
});

describe('a summary under headings of its own, in the columns of the ledger', () => {
  const SUMMARIES: readonly (readonly [string, Rows])[] = [
    [
      'by envelope',
      [
        ['Dotation AE', 'Enveloppe', 'Engagé', 'Reste', '%'],
        [500_000, 'PDE', 1200, 498_800, 0.01],
        [100_000, 'SF', 900, 99_100, 0.01],
      ],
    ],
    [
      'by envelope, whose amounts may be days',
      [
        ['Enveloppe', 'Dotation AE', 'Engagé AE', 'Disponible AE', 'Dotation CP', 'Payé CP', 'Disponible CP'],
        ['PDE', 50_000, 1200, 48_800, 50_000, 1200, 48_800],
      ],
    ],
    [
      'by measure',
      [
        [null, null, null, null, 'AE', 'CP'],
        [null, null, 'Dotation', null, 600_000, 600_000],
        [null, null, 'Disponible', null, 597_900, 598_800],
      ],
    ],
    [
      'by month',
      [
        ['Mois', 'Engagé', 'Payé'],
        ['avril', 2100, 0],
        ['mai', 0, 1200],
        ['Total', 2100, 1200],
      ],
    ],
    [
      'under some of the same headings',
      [
        [null, 'Axe ministériel 2', null, 'Dotation', 'Montant AE', 'Montant CP', 'Disponible'],
        [null, 'PDE', null, 500_000, 1200, 1200, 498_800],
      ],
    ],
  ];
  const dated = LEDGER.flatMap((_, row) => (row === 0 ? [] : [`D${row + 1}`, `G${row + 1}`]));

  /** The rows taken where the days of the ledger are shown as dates. */
  function takenOf(below: Rows, blank: number): number {
    const rows = [...LEDGER, ...Array.from({ length: blank }, () => []), ...below];
    const [found] = findLedgers(workbookOf({ name: 'Suivi', rows, dated }), [], NAMES);
    const last = Math.max(...(found?.blocks ?? []).map(({ block }) => block.lastRow));
    return Math.max(0, last - LAST_OPERATION - blank);
  }

  test.each(SUMMARIES)('%s: no row of the ledger, with a blank row or without', (_, below) => {
    for (const blank of [0, 1, 2]) expect(takenOf(below, blank)).toBe(0);
  });

  test.each<[string, Rows]>([
    [
      'a row of the ledger in words',
      [
        ['à créer', 'SF', 'Solde du marché', 'à venir', 'AE à préciser'],
        [null, 'PDE', 'Étude', null, 300],
      ],
    ],
    [
      'purchases of an envelope under such headings',
      [
        [null, null, 'Dépenses diverses', null, 'AE', 'CP'],
        ['PDE', 'UGAP', 'Chaises', null, 7000, 300],
      ],
    ],
    [
      'objects that the ledger does not have',
      [
        [null, null, 'Projets', null, 'AE', 'CP'],
        [null, null, 'Chaises', null, 7000, 300],
      ],
    ],
    [
      'orders of a supplier of the ledger, under such headings',
      [
        [null, null, 'Commandes', null, 'AE', 'CP'],
        [null, null, 'Licences', null, 1200, 1200],
      ],
    ],
    [
      'a total and a rest whose amounts are texts in euros',
      [
        ['Total', null, null, null, '2 100,00 euros', null, '1 200,00 euros'],
        ['Reste', null, null, null, '597 900,00 euros', null, null],
      ],
    ],
    [
      'an order under such headings',
      [
        ['EJ', 'Axe', 'Engagé', 'Jour', 'Payé'],
        ['1405135460', 'PDE', 300, DAY, 300],
      ],
    ],
  ])('%s: rows of the ledger', (_, below) => {
    expect(takenOf(below, 0)).toBe(below.length);
  });
});
