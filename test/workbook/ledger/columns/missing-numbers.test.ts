/** A title or a heading that is lost in a numbered series of columns: « Paiement 1 » before « Paiement 2 ». */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged, type Judged } from '../../../support/ledgers/judged';

const DAY = 45_000;

interface Expected {
  readonly ae: number;
  readonly cp: number;
}

type Rows = readonly (readonly CellValue[])[];

function judgedRows(rows: Rows): Judged {
  const width = Math.max(...rows.map((row) => row.length));
  return judged(rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]));
}

function read(rows: Rows): Expected {
  const { ae, cp } = judgedRows(rows);
  return { ae: ae ?? NaN, cp: cp ?? NaN };
}

const PAID = ['PDE', '1405811001', DAY, 500, DAY + 50, 100, DAY + 80, 50];
const PAID_ONCE = ['PDE', '1405811002', DAY + 1, 200, DAY + 90, 50, null, null];

test.each<[string, readonly (string | null)[]]>([
  ['the first payment', [null, null, 'Engagement', null, null, null, 'Paiement 2', null]],
  ['the second payment', [null, null, 'Engagement', null, 'Paiement 1', null, 'Paiement 2', null]],
])('titles of %s', (_, titles) => {
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€'];
  expect(read([titles, headings, PAID, PAID_ONCE])).toEqual({ ae: 700, cp: 200 });
});

test.each([['Paiement'], ['Paiement 1'], ['Paiement 2023']])(
  'a pair without a title between « Engagement » and « %s » may be of either: reported, and in no figure',
  (title) => {
    const titles = [null, null, 'Engagement', null, null, null, title, null];
    const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€'];
    const { ae, cp, sentencesOf } = judgedRows([titles, headings, PAID, PAID_ONCE]);
    expect([ae, cp, sentencesOf('LEC-03').length]).toEqual([700, 50, 1]);
  },
);

test('a title that is lost between two numbers', () => {
  const titles = [null, null, 'Engagement', null, 'Paiement 1', null, null, null, 'Paiement 3', null];
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€', 'Date', '€'];
  const rows = [
    [...PAID, DAY + 100, 7],
    [...PAID_ONCE, null, null],
  ];
  expect(read([titles, headings, ...rows])).toEqual({ ae: 700, cp: 207 });
});

test.each<[string, readonly (string | null)[]]>([
  ['before the second day', ['CP 1', 'CP 2', null, 'Date paiement 2']],
  ['after the first day', ['CP 1', 'CP 2', 'Date paiement 1', null]],
])('a blank heading %s is that of the other day', (_, headings) => {
  const rows = [
    ['PDE', '1405811001', DAY, 500, 100, 50, DAY + 50, DAY + 80],
    ['PDE', '1405811002', DAY + 1, 200, 50, null, DAY + 90, null],
  ];
  expect(read([['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings], ...rows])).toEqual({ ae: 700, cp: 200 });
});

test.each<[string, readonly (string | null)[], readonly CellValue[]]>([
  ['between its amount and the next', ['CP 1', null, 'CP 2', 'Date paiement 2'], [100, DAY + 50, 50, DAY + 80]],
  ['in words', ['CP 1', 'CP 2', null, 'Date paiement 2'], [100, 50, '13 mai 2023', DAY + 80]],
  ['with a short year', ['CP 1', 'CP 2', null, 'Date paiement 2'], [100, 50, '13/05/23', DAY + 80]],
  ['under « Payé le 2 »', ['Payé 1', 'Payé 2', null, 'Payé le 2'], [100, 50, DAY + 50, DAY + 80]],
  ['under « Date 2 »', ['Paiement 1', 'Paiement 2', null, 'Date 2'], [100, 50, DAY + 50, DAY + 80]],
  ['after the last amount', ['CP 1', 'Date paiement 1', 'CP 2', null], [100, DAY + 50, 50, DAY + 80]],
])('a day without a heading is that of its payment, %s', (_, headings, values) => {
  const rows = [
    ['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings],
    ['PDE', '1405811001', DAY, 500, ...values],
  ];
  expect(read(rows)).toEqual({ ae: 500, cp: 150 });
});

test('the days of two payments without a heading, one of which is not paid yet', () => {
  const headings = ['Startup', 'N° EJ', 'Date EJ', 'AE', 'CP 1', 'CP 2', 'CP 3', null, null, 'Date paiement 3'];
  const rows = [
    ['PDE', '1405811001', DAY, 500, 100, 50, 7, DAY + 50, DAY + 60, DAY + 80],
    ['PDE', '1405811002', DAY, 200, 30, null, null, '-', null, null],
    ['PDE', '1405811003', DAY, 200, 40, null, null, DAY + 51, null, null],
  ];
  expect(read([headings, ...rows])).toEqual({ ae: 900, cp: 197 });
});

test.each<[string, readonly (string | null)[], readonly CellValue[]]>([
  ['apart from it', ['CP 1', 'N° DP', null, 'CP 2', 'Date paiement 2'], [137, 'D1', '13/05/2023', 52, DAY + 80]],
  ['absent', ['CP 1', 'CP 2', 'Date paiement 2'], [137, 52, DAY + 80]],
  ['in a remark', ['CP 1', null, 'CP 2', 'Date paiement 2'], [137, 'vu le 13/05', 52, DAY + 80]],
])('a payment whose day is %s is in no figure, and reported', (_, headings, values) => {
  const rows = [
    ['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings],
    ['PDE', '1405811001', DAY, 500, ...values],
  ];
  expect(read(rows)).toEqual({ ae: 500, cp: 52 });
  expect(judgedRows(rows).sentencesOf('LEC-03')).toEqual([
    expect.stringMatching(/^Colonne\s«\sCP\s1\s»\s:\s137,00\s€\sde\sCP/),
  ]);
});

test.each<[string, readonly string[], readonly CellValue[][], string]>([
  [
    'the rest of the AE',
    ['CP 1', 'CP 2', 'Date paiement 2'],
    [
      [100, 400, DAY],
      [50, 150, DAY],
    ],
    'CP 1',
  ],
  [
    'the other payment',
    ['CP 1', 'CP 2', 'Date paiement 2'],
    [
      [100, 100, DAY],
      [50, 50, DAY],
    ],
    'CP 1',
  ],
  [
    'the rest after the first',
    ['CP 1', 'Date paiement 1', 'CP 2'],
    [
      [100, DAY, 400],
      [50, DAY, 150],
    ],
    'CP 2',
  ],
  [
    'the same as « Solde »',
    ['Acompte', 'Solde', 'Date solde'],
    [
      [250, 250, DAY],
      [100, 100, DAY],
    ],
    'Acompte',
  ],
])('a payment without a day is reported, though its amounts are %s', (_, headings, payments, reported) => {
  const ejs = [500, 200].map((ae, at) => ['PDE', `140581100${at}`, DAY, ae, ...(payments[at] ?? [])]);
  const rows = [['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings], ...ejs];
  expect(judgedRows(rows).sentencesOf('LEC-03')).toEqual([expect.stringContaining(reported)]);
});

test('two titles that are lost before a third', () => {
  const titles = [null, null, 'Engagement', null, null, null, null, null, 'Paiement 3', null];
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€', 'Date', '€'];
  expect(read([titles, headings, [...PAID, DAY + 100, 7]])).toEqual({ ae: 500, cp: 157 });
});

const OF_PAYMENTS: readonly [string, readonly (string | null)[], readonly (string | null)[], readonly CellValue[]][] = [
  [
    'before remarks',
    ['Engagement', null, null, null, 'Paiement 2', null, null],
    ['Date', '€', 'Date', '€', 'Date', '€', 'Observations'],
    [DAY, 500, DAY + 50, 100, DAY + 80, 50, 'vu'],
  ],
  [
    'after a column without a heading',
    ['Engagement', null, null, null, null, 'Paiement 2', null],
    ['Date', '€', null, 'Date', '€', 'Date', '€'],
    [DAY, 500, null, DAY + 50, 100, DAY + 80, 50],
  ],
  [
    'after the supplier of the commitment',
    ['Engagement', null, null, null, null, 'Paiement 2', null],
    ['Date', '€', 'Fournisseur', 'Date', '€', 'Date', '€'],
    [DAY, 500, 'Octo', DAY + 50, 100, DAY + 80, 50],
  ],
  [
    'with the number of each DP',
    ['Engagement', null, null, null, null, 'Paiement 2', null, null],
    ['Date', '€', 'N° DP', 'Date', '€', 'N° DP', 'Date', '€'],
    [DAY, 500, '100001234', DAY + 50, 100, '100001235', DAY + 80, 50],
  ],
  [
    'with a roman number',
    ['Engagement', null, null, null, 'Paiement II', null],
    ['Date', '€', 'Date', '€', 'Date', '€'],
    [DAY, 500, DAY + 50, 100, DAY + 80, 50],
  ],
  [
    'in another order',
    ['Engagement', null, null, null, 'Paiement 2', null],
    ['Date', '€', 'Date', '€', '€', 'Date'],
    [DAY, 500, DAY + 50, 100, 50, DAY + 80],
  ],
  [
    'over another word for the amount',
    ['Engagement', null, null, null, 'Paiement 2', null],
    ['Date', 'Montant', 'Date', 'Montant payé', 'Date', 'Montant payé'],
    [DAY, 500, DAY + 50, 100, DAY + 80, 50],
  ],
  [
    'where each column repeats its title',
    ['Engagement', 'Engagement', null, null, 'Paiement 2', 'Paiement 2'],
    ['Date', '€', 'Date', '€', 'Date', '€'],
    [DAY, 500, DAY + 50, 100, DAY + 80, 50],
  ],
];

test.each(OF_PAYMENTS)('the title of the first payment, %s', (_, titles, headings, values) => {
  const rows = [
    [null, null, ...titles],
    ['Startup', 'N° EJ', ...headings],
    ['PDE', '1405811001', ...values],
  ];
  expect(read(rows)).toEqual({ ae: 500, cp: 150 });
});

test.each<[string, readonly (string | null)[], readonly string[], readonly CellValue[]]>([
  [
    'without days of their own',
    ['Engagement', null, 'Paiement 2', null, null],
    ['€', '€', '€', 'Date EJ', 'Date paiement'],
    [500, 137, 52, DAY, DAY + 80],
  ],
  [
    'where the first payment has no day',
    ['Engagement', null, null, 'Paiement 2', null],
    ['Date', '€', '€', 'Date', '€'],
    [DAY, 500, 137, DAY + 80, 52],
  ],
])('an amount that a lost title may have is in no figure, %s', (_, titles, headings, values) => {
  const rows = [
    [null, null, ...titles],
    ['Startup', 'N° EJ', ...headings],
    ['PDE', '1405811001', ...values],
  ];
  expect(read(rows)).toEqual({ ae: 500, cp: 52 });
  expect(judgedRows(rows).sentencesOf('LEC-03')).toHaveLength(1);
});

test('« 1er paiement » is the one before « 2e paiement »', () => {
  const titles = [null, null, 'Engagement', null, '1er paiement', null, '2e paiement', null];
  const headings = ['Startup', 'N° EJ', 'Date', '€', 'Date', '€', 'Date', '€'];
  expect(read([titles, headings, PAID])).toEqual({ ae: 500, cp: 150 });
});

test('a blank heading over remarks is no day', () => {
  const headings = ['Startup', 'N° EJ', 'Date EJ', 'AE', 'CP 1', 'CP 2', 'Date paiement 1', 'Date paiement 2', null];
  const rows = [['PDE', '1405811001', DAY, 500, 100, 50, DAY + 50, DAY + 80, 'vu avec Paul']];
  expect(read([headings, ...rows])).toEqual({ ae: 500, cp: 150 });
});

test.each<[string, readonly (string | null)[], readonly CellValue[]]>([
  [
    'beside payments that other columns part',
    ['CP 1', 'Facture 2', 'CP 2', null, 'Date paiement 2'],
    [3, 'F2', 2, DAY + 50, DAY + 80],
  ],
  ['over rates', ['CP 1', 'CP 2', null, 'Date paiement 2'], [3, 2, 0.25, DAY + 80]],
])('a blank heading %s is no day of payment', (_, headings, values) => {
  const row = ['PDE', '1405811001', DAY, 500, ...values];
  expect(read([['Startup', 'N° EJ', 'Date EJ', 'AE', ...headings], row])).toEqual({ ae: 500, cp: 2 });
});
