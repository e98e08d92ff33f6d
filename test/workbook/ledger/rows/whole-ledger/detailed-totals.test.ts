/** The CP of an EJ in all, beside its payments: counted twice, and reported. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const DAY = 45_000;
type Row = readonly [ej: string, ae: number | null, paidOn: number | null, cp: number | null];

/** The words of LEC-05, and the CP of PDE paid, in euros. */
function doubts(...sheets: readonly (readonly Row[])[]): [words: readonly string[], paid: number] {
  const headings = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE', 'Date de paiement', 'Montant CP'];
  const cellsOf = ([ej, ae, paidOn, cp]: Row): CellValue[] => [
    ...[`140000000${ej}`, ae === null ? null : DAY, 'PDE', ae, paidOn, cp],
  ];
  const tables = sheets.map((rows, at) => ({ name: `Feuille ${at + 1}`, rows: [headings, ...rows.map(cellsOf)] }));
  return doubtsOf(...tables);
}

function doubtsOf(
  ...sheets: readonly { readonly name: string; readonly rows: CellValue[][] }[]
): [words: readonly string[], paid: number] {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const words = findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' ? [`${details.heading} « ${details.raw} » ${details.about}`] : [],
  );
  return [words, (balances.figures({ envelope: 'PDE', line: null }, 'CP').consumed?.cents ?? NaN) / 100];
}

const TOTAL = ['Montant CP « 1400000001 » cpSum'];

test.each<[string, readonly Row[], readonly string[], number]>([
  [
    'paid in all, and two payments',
    [
      ['1', 3000, 45_100, 900],
      ['1', null, 45_060, 600],
      ['1', null, 45_100, 300],
    ],
    TOTAL,
    1800,
  ],
  [
    'paid in all, without a day',
    [
      ['1', 3000, null, 900],
      ['1', null, 45_060, 600],
      ['1', null, 45_100, 300],
    ],
    TOTAL,
    900,
  ],
  [
    'instalments of 50, 30 and 20 %',
    [
      ['1', 1000, 45_060, 500],
      ['1', null, 45_100, 300],
      ['1', null, 45_130, 200],
    ],
    [],
    1000,
  ],
  [
    'paid in all above the AE, on a first day',
    [
      ['1', 900, 45_060, 900],
      ['1', null, 45_100, 600],
      ['1', null, 45_130, 300],
    ],
    TOTAL,
    1800,
  ],
  [
    'a first payment, and others',
    [
      ['1', 3000, 45_060, 500],
      ['1', null, 45_070, 600],
      ['1', null, 45_100, 300],
    ],
    [],
    1400,
  ],
  [
    'two equal payments',
    [
      ['1', 3000, 45_060, 500],
      ['1', null, 45_090, 500],
    ],
    [],
    1000,
  ],
  [
    'payments of another EJ',
    [
      ['1', 3000, 45_060, 900],
      ['2', null, 45_070, 600],
      ['2', null, 45_100, 300],
    ],
    [],
    1800,
  ],
  [
    'in all on their last day, above payments in their order',
    [
      ['1', null, 45_100, 900],
      ['1', null, 45_060, 600],
      ['1', null, 45_100, 300],
    ],
    TOTAL,
    1800,
  ],
  [
    'in all without a day, above payments in their order',
    [
      ['1', null, null, 900],
      ['1', null, 45_060, 600],
      ['1', null, 45_100, 300],
    ],
    TOTAL,
    900,
  ],
  [
    'a last payment of half the EJ, the newest first',
    [
      ['1', null, 45_100, 900],
      ['1', null, 45_080, 300],
      ['1', null, 45_060, 600],
    ],
    [],
    1800,
  ],
  [
    'a last payment of half the EJ, not yet made',
    [
      ['1', null, 45_060, 300],
      ['1', null, 45_100, 600],
      ['1', null, null, 900],
    ],
    [],
    900,
  ],
  [
    'two rows with AE and CP',
    [
      ['1', 900, 45_060, 900],
      ['1', 600, 45_070, 600],
      ['1', 300, 45_100, 300],
    ],
    [],
    1800,
  ],
])('%s', (_, rows, words, paid) => {
  expect(doubts(rows)).toEqual([words, paid]);
});

describe('on two sheets', () => {
  const summary: readonly Row[] = [
    ['1', 5000, 45_100, 900],
    ['2', 2000, 45_090, 400],
  ];
  const payments: readonly Row[] = [
    ['1', null, 45_060, 600],
    ['1', null, 45_100, 300],
    ['2', null, 45_090, 400],
  ];
  const both = ['Montant CP « 1400000001 » cpSum', 'Montant CP « 1400000002 » cpSum'];

  test('payments, and a sheet that sums them up', () => {
    expect(doubts(summary, payments)[0]).toEqual(both);
    expect(doubts(payments, summary)[0]).toEqual(both);
  });

  test('orders, and a sheet that details one of them by lot', () => {
    const lots: readonly Row[] = [
      ['1', 3500, null, null],
      ['1', 1500, null, null],
    ];
    expect(doubts(summary, lots)[0]).toEqual(['Montant AE « 1400000001 » aeSum']);
  });

  const others = (cp: number): readonly Row[] => ['3', '4'].map((ej): Row => [ej, null, 45_090, cp]);

  test.each<[string, readonly (readonly Row[])[]]>([
    ['a rent of each month', [[['1', null, 45_060, 300]], [['1', null, 45_090, 300]]]],
    ['payments that pass what is summed up', [summary, [...payments, ['1', null, 45_110, 1]]]],
    [
      'half of the EJs differ',
      [
        [['1', null, 45_050, 900], ...others(7)],
        [...payments, ...others(8)],
      ],
    ],
  ])('%s: nothing', (_, sheets) => {
    const [words] = doubts(...sheets);
    expect(words).toEqual([]);
  });
});

test('payments on one row, one of which is half of the EJ: nothing', () => {
  const headings = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE', 'Date 1', 'CP 1', 'Date 2', 'CP 2', 'Date 3', 'CP 3'];
  const row = ['1400000001', DAY, 'PDE', 1000, 45_060, 300, 45_070, 200, 45_080, 100];
  expect(doubtsOf({ name: 'Suivi', rows: [headings, row] })).toEqual([[], 600]);
});

type Payment = readonly [dp: string, label: string, paidOn: number | null, cp: number];

/** An EJ of 30 000 € and its payments, one a row. */
function paidBy(...payments: readonly Payment[]): [words: readonly string[], paid: number] {
  const headings = [
    'N° EJ',
    'N° DP',
    'Objet',
    'Axe ministériel 2',
    'Date EJ',
    'Montant AE',
    'Date de paiement',
    'Montant CP',
  ];
  return doubtsOf({
    name: 'Suivi',
    rows: [
      headings,
      ['1400000001', null, 'Étude', 'PDE', DAY, 30_000, null, null],
      ...payments.map(([dp, label, day, cp]): CellValue[] => [
        ...['1400000001', dp || null, label, 'PDE', null, null, day, cp],
      ]),
    ],
  });
}

const [DP1, DP2, DP3] = ['0100083801', '0100083802', '0100083803'] as const;

test.each<[string, readonly Payment[], readonly string[]]>([
  [
    'a DP, then its invoices',
    [
      [DP1, 'DP mars', 45_060, 12_000],
      [DP1, 'F-01', 45_060, 5000],
      [DP1, 'F-02', 45_060, 7000],
    ],
    TOTAL,
  ],
  [
    'invoices, then their DP',
    [
      [DP1, 'F-01', 45_060, 5000],
      [DP1, 'F-02', 45_060, 7000],
      [DP1, 'DP', 45_060, 12_000],
    ],
    TOTAL,
  ],
  [
    'a subtotal without a DP',
    [
      [DP1, '', 45_060, 4000],
      [DP2, '', 45_080, 5000],
      ['', '', 45_090, 9000],
    ],
    TOTAL,
  ],
  [
    'the same, without a day',
    [
      [DP1, '', 45_060, 4000],
      [DP2, '', 45_080, 5000],
      ['', '', null, 9000],
    ],
    TOTAL,
  ],
  [
    'words of a sum',
    [
      ['', 'Facture 1', 45_060, 4000],
      ['', 'Facture 2', 45_080, 5000],
      ['', 'Payé 2023', null, 9000],
    ],
    TOTAL,
  ],
  [
    'without tax, the tax, then with it',
    [
      ['', 'Facture 1 HT', 45_060, 5000],
      ['', 'TVA', 45_060, 1000],
      ['', 'Facture 1 TTC', 45_060, 6000],
    ],
    TOTAL,
  ],
  [
    'two states, from the beginning',
    [
      ['', 'Facture 1', 45_060, 3000],
      ['', 'Facture 2', 45_080, 4000],
      ['', 'Payé au 31/03', 45_090, 7000],
      ['', 'Facture 3', 45_100, 2000],
      ['', 'Payé au 30/06', 45_120, 9000],
    ],
    TOTAL,
  ],
  [
    'each since the state before',
    [
      ['', 'Facture 1', 45_060, 3000],
      ['', 'Facture 2', 45_080, 4000],
      ['', 'CP au 31/03', 45_090, 7000],
      ['', 'Facture 3', 45_100, 2000],
      ['', 'Facture 4', 45_100, 1500],
      ['', 'CP au 30/06', 45_120, 3500],
    ],
    TOTAL,
  ],
  [
    'right: the last half, with its DP',
    [
      [DP1, 'Acompte 1', 45_060, 4000],
      [DP2, 'Acompte 2', 45_080, 5000],
      [DP3, 'Solde', 45_090, 9000],
    ],
    [],
  ],
  [
    'right: the last half, where no payment has a DP',
    [
      ['', 'F-01', 45_060, 4000],
      ['', 'F-02', 45_080, 5000],
      ['', 'Paiement 3', 45_090, 9000],
    ],
    [],
  ],
  [
    'right: a payment before the others',
    [
      ['', '', 45_050, 9000],
      [DP1, '', 45_060, 4000],
      [DP2, '', 45_080, 5000],
    ],
    [],
  ],
  [
    'right: two lines of a DP',
    [
      [DP1, 'F-01', 45_060, 5000],
      [DP1, 'F-02', 45_060, 5000],
      [DP2, 'F-03', 45_080, 10_000],
    ],
    [],
  ],
])('payments of one EJ: %s', (_, payments, words) => {
  expect(paidBy(...payments)[0].map((one) => one.replace(/ \(.*\)/, ''))).toEqual(words);
});
