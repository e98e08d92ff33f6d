/**
 * CHECK on a row of the ledger: every finding of its payments and of its envelopes, whatever is around the table; and
 * on a draft, which has those that the same row would have at the end of the ledger.
 */
import { controlledAt } from '../../../src/application/control';
import { RowChecker } from '../../../src/application/functions/function-check';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

function checkerOf(...sheets: readonly SheetGiven[]): RowChecker {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return new RowChecker(dossier, report);
}

/** « DON-01 cp », in order; « unchecked … » for what the range does not give, « not read … » for what the ledger cannot take. */
function shown(checker: RowChecker, row: readonly CellValue[], headings: Rows): string {
  const check = checker.check(row, headings);
  if (check.kind !== 'checked') return check.kind === 'notJudged' ? check.why : check.kind;
  const found = check.findings.map(({ rule, place }) => `${rule} ${place.kind === 'row' ? (place.field ?? '') : ''}`);
  const unchecked = check.missing.map((field) => `unchecked ${field}`);
  return [...found, ...unchecked, ...check.notRead.map((heading) => `not read ${heading}`)].join(', ');
}

/** The answer for each row under the headings, or for each of these drafts. */
function checks(name: string, headings: Rows, rows: Rows, judged: Rows = rows): readonly string[] {
  const checker = checkerOf({ name, rows: [...headings, ...rows] });
  return judged.map((row) => shown(checker, row, headings));
}

const DAY = 45_000;

test('the second payment of a row is checked too', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', "Date d'engagement", 'AE'];
  const payments = ['Date paiement 1', 'CP 1', 'Date paiement 2', 'CP 2'];
  expect(
    checks(
      'Suivi',
      [[...headings, ...payments]],
      [
        ['Place des entreprises', 1405700001, 'Étude', DAY, 5000, DAY, 200, DAY + 40, 'douze'],
        ['Place des entreprises', 1405700002, 'Étude', DAY, 5000, DAY, 200, null, null],
      ],
    ),
  ).toEqual(['DON-01 cp', '']);
});

test('where « Date » is the day of AE and of CP, a payment is no repetition of itself, and does not pay twice', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date', 'AE', 'CP'];
  const rows: Rows = [
    ['Place des entreprises', 1405700001, 'Étude', DAY, 500, null],
    ['Place des entreprises', 1405700001, 'Facture 1', DAY + 40, null, 400],
  ];
  expect(checks('Suivi', [headings], rows)).toEqual(['', '']);
});

test('under « Nature », a draft is a commitment or a payment by its word', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Nature', 'Date', 'Montant'];
  const rows: Rows = [
    ['Place des entreprises', 1405700001, 'AE', DAY, 500],
    ['Place des entreprises', 1405700001, 'CP', DAY + 40, 400],
  ];
  const drafts: Rows = [
    ['Place des entreprises', 1405700002, 'AE', DAY, 900_000],
    ['Place des entreprises', 1405700001, 'CP', DAY + 50, 300],
  ];
  expect(checks('Suivi', [headings], rows, drafts)).toEqual(['PLA-01 ae, PLA-03 ae', 'EJ-02 cp']);
});

test('a row whose envelope is in the name of the sheet lacks no column', () => {
  const headings = ['N° EJ', 'Objet', "Date d'engagement", 'AE', 'Date de paiement', 'CP'];
  const rows: Rows = [
    [1405700001, 'Étude', DAY, 5000, DAY, 400],
    [1405700002, 'Étude', DAY, 5000, DAY, 'douze'],
  ];
  expect(checks('PDE', [headings], rows)).toEqual(['', 'DON-01 cp']);
});

test.each<[string, readonly CellValue[], readonly CellValue[]]>([
  [
    'the code beside its words',
    ['Axe ministériel 2', 'N° EJ', 'Objet', 'Activité', null, "Date d'engagement", 'AE'],
    ['PDE', 1405700001, 'Étude', 'Plateforme', '010300000104', DAY, 500],
  ],
  [
    'the code of a cost centre',
    ['Axe ministériel 2', 'N° EJ', 'Objet', 'Centre de coûts', null, "Date d'engagement", 'AE'],
    ['PDE', 1405700001, 'Étude', 'Bureau A', 'EMPEF00075', DAY, 500],
  ],
])('a column without a heading (%s) is compared too: a row is no copy of itself', (_, headings, row) => {
  const other = row.map((cell) => (cell === 1405700001 ? 1405700002 : cell === 500 ? 700 : cell));
  const [own = '', second = ''] = checks('Suivi', [headings], [row, other]);
  expect(own + second).not.toMatch(/DON-03|unchecked/);
});

describe('amounts of each envelope side by side', () => {
  const rows: Rows = [
    ['14057X', 'Étude', DAY, null, 5000, DAY, null, 'douze'],
    [1405700002, 'Étude', DAY, 5000, null, DAY, 200, null],
    [1405700003, 'Étude', DAY, null, 300, '31/02/2023', null, 10],
  ];
  const found = ['DON-01 cp, EJ-03 ejNumber', '', 'DON-01 paymentDate'];

  test('a row is checked by the part of each envelope', () => {
    const headings = ['N° EJ', 'Objet', "Date d'engagement", 'AE PDE', 'AE SF', 'Date de paiement', 'CP PDE', 'CP SF'];
    expect(checks('Suivi', [headings], rows)).toEqual(found);
  });

  test('under the titles of both natures', () => {
    const titles = [null, null, null, 'Engagements', null, null, 'Paiements', null];
    const headings = ['N° EJ', 'Objet', "Date d'engagement", 'PDE', 'SF', 'Date de paiement', 'PDE', 'SF'];
    expect(checks('Suivi', [titles, headings], rows)).toEqual(found);
  });

  test('of two rows that differ by the amount of one envelope, each has its own', () => {
    const headings = ['N° EJ', 'Objet', "Date d'engagement", 'AE PDE', 'AE SF', 'Date de paiement', 'CP PDE', 'CP SF'];
    const alike: Rows = [
      [1405700001, 'Étude', DAY, null, 5000, DAY, null, 100],
      [1405700001, 'Étude', DAY, null, null, DAY, null, 'douze'],
    ];
    expect(checks('Suivi', [headings], alike)).toEqual(['', 'DON-01 cp']);
  });
});

describe('a draft is judged as the same row of the ledger', () => {
  /** The answer for a draft, and that for the same row once it ends the ledger. */
  const both = (name: string, headings: Rows, rows: Rows, draft: readonly CellValue[]): readonly string[] => [
    ...checks(name, headings, rows, [draft]),
    ...checks(name, headings, [...rows, draft], [draft]),
  ];

  describe('of several payments', () => {
    const headings: Rows = [
      ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE', 'Date paiement 1', 'CP 1', 'Date paiement 2', 'CP 2'],
    ];
    const rows: Rows = [
      ['PDE', 1405700001, DAY, 5000, DAY, 200, DAY + 40, 300],
      ['PDE', 1405700002, DAY, 6000, DAY, 200, null, null],
    ];

    test.each`
      second               | day         | found
      ${300}               | ${DAY + 40} | ${''}
      ${900_000}           | ${DAY + 40} | ${'EJ-02 cp, PLA-02 cp, PLA-03 cp'}
      ${'douze'}           | ${DAY + 40} | ${'DON-01 cp'}
      ${{ error: '#N/A' }} | ${DAY + 40} | ${'DON-06 cp'}
      ${300}               | ${'hier'}   | ${'DON-01 paymentDate'}
    `('$second on $day: $found', ({ second, day, found }: { second: CellValue; day: CellValue; found: string }) => {
      const draft = ['PDE', 1405700003, DAY, 5000, DAY, 200, day, second];
      expect(both('Suivi', headings, rows, draft)).toEqual([found, found]);
    });

    test('a second payment under other headings is read too, and reported where the ledger has one payment on a row', () => {
      const others: Rows = [
        ['Enveloppe', 'EJ', 'Engagé le', 'Montant engagé', 'Payé le 1', 'Payé 1', 'Payé le 2', 'Payé 2'],
      ];
      const draft = ['PDE', 1405700003, DAY, 5000, DAY, 200, DAY + 40, 900_000];
      const checker = checkerOf({ name: 'Suivi', rows: [...headings, ...rows] });
      expect(shown(checker, draft, others)).toBe('EJ-02 cp, PLA-02 cp, PLA-03 cp');
      const single: Rows = [['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE', 'Date de paiement', 'CP']];
      const paidOnce = checkerOf({ name: 'Suivi', rows: [...single, ...rows.map((row) => row.slice(0, 6))] });
      expect(shown(paidOnce, draft, others)).toBe('not read Payé 2');
      expect(shown(paidOnce, [...draft.slice(0, 6), null, null], others)).toBe('');
    });
  });

  describe('with or without an EJ', () => {
    const headings: Rows = [['Axe ministériel 2', 'N° EJ', 'Objet', 'Date EJ', 'AE', 'Date de paiement', 'CP', 'État']];
    const rows: Rows = [
      ['PDE', 1405700001, 'Étude 1', DAY, 5000, DAY + 30, 200, null],
      ['PDE', 1405700002, 'Étude 2', DAY, 6000, DAY + 30, 200, null],
      ['PDE', 1405700003, 'Étude 3', DAY, 7000, DAY + 30, 200, null],
    ];

    test.each`
      ej               | label              | ae         | cp      | state       | found
      ${null}          | ${'Site'}          | ${5500}    | ${null} | ${null}     | ${'EJ-01 ejNumber'}
      ${null}          | ${'Site'}          | ${5500}    | ${5500} | ${null}     | ${'EJ-01 ejNumber'}
      ${null}          | ${'Site'}          | ${5500}    | ${null} | ${'Projet'} | ${''}
      ${'Projet'}      | ${'Site'}          | ${5500}    | ${null} | ${null}     | ${''}
      ${'abc'}         | ${'Site'}          | ${5500}    | ${null} | ${null}     | ${'EJ-03 ejNumber'}
      ${1405700009}    | ${'Report 2022'}   | ${5500}    | ${null} | ${null}     | ${'LEC-05 ae'}
      ${'report 2022'} | ${'Site'}          | ${5500}    | ${null} | ${null}     | ${'credits'}
      ${1405700009}    | ${'Site'}          | ${'douze'} | ${20}   | ${null}     | ${'DON-01 ae'}
      ${1405700001}    | ${'Retrait'}       | ${-1000}   | ${null} | ${null}     | ${''}
      ${1405700001}    | ${'Retrait'}       | ${-5900}   | ${null} | ${null}     | ${'EJ-09 ae'}
      ${1405700009}    | ${'Retrait'}       | ${-5900}   | ${null} | ${null}     | ${'EJ-08 ejNumber'}
      ${null}          | ${'Dotation 2023'} | ${500_000} | ${null} | ${null}     | ${'credits'}
      ${null}          | ${'Total'}         | ${18_000}  | ${null} | ${null}     | ${'total'}
      ${1405700009}    | ${'Site'}          | ${900_000} | ${null} | ${'Annulé'} | ${'cancelled'}
    `(
      '$ej, $label, $ae of AE, $cp of CP, $state: $found',
      ({ ej, label, ae, cp, state, found }: Readonly<Record<string, CellValue>>) => {
        const draft = [
          'PDE',
          ej ?? null,
          label ?? null,
          DAY + 20,
          ae ?? null,
          cp && DAY + 40,
          cp ?? null,
          state ?? null,
        ];
        expect(both('Suivi', headings, rows, draft as readonly CellValue[])).toEqual([found, found]);
      },
    );

    test('a retrait below what its EJ has paid is reported, though the fault is on the payment', () => {
      const draft = ['PDE', 1405700001, 'Retrait', DAY + 40, -4900, null, null, null];
      expect(both('Suivi', headings, rows, draft)).toEqual(['EJ-02 cp', '']);
    });
  });

  test('in thousands of euros by the title of the table, under the envelope of its sheet', () => {
    const title = ['Suivi en k€'];
    const headings: Rows = [['N° EJ', 'Objet', 'Date EJ', 'AE', 'Date de paiement', 'CP']];
    const rows: Rows = [
      [1405700001, 'Étude 1', DAY, 5, DAY + 30, 2],
      [1405700002, 'Étude 2', DAY, 6, DAY + 30, 2],
    ];
    const checker = checkerOf({ name: 'PDE', rows: [title, ...headings, ...rows] });
    const over = [1405700003, 'Étude 3', DAY, 490, DAY + 30, 0.2];
    expect(shown(checker, over, headings)).toBe('PLA-01 ae');
    expect(shown(checker, [1405700003, 'Étude 3', DAY, 300, DAY + 30, 2], headings)).toBe('');
    expect(shown(checker, over, [['N° EJ', 'Objet', 'Date EJ', 'Engagé en euros', 'Date de paiement', 'CP']])).toBe('');
  });

  test('of amounts by envelope side by side', () => {
    const titles = [null, null, null, 'Engagements', null, null, 'Paiements', null];
    const headings = [titles, ['N° EJ', 'Objet', 'Date EJ', 'PDE', 'SF', 'Date de paiement', 'PDE', 'SF']];
    const rows: Rows = [
      [1405700001, 'Étude', DAY, 5000, null, DAY, 200, null],
      [1405700002, 'Étude', DAY, null, 300, DAY, null, 20],
    ];
    const draft = [1405700003, 'Étude', DAY, null, 100_000, DAY, null, 20];
    expect(both('Suivi', headings, rows, draft)).toEqual(['PLA-01 ae', 'PLA-01 ae']);
  });

  test('of a payment on a sheet of its own, which takes its envelope from its EJ', () => {
    const payments: Rows = [['N° EJ', 'N° DP', 'Date de paiement', 'CP']];
    const checker = checkerOf(
      {
        name: 'Engagements',
        rows: [
          ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE'],
          ['PDE', 1405700001, DAY, 5000],
          ['SF', 1405700002, DAY, 6000],
        ],
      },
      { name: 'Paiements', rows: [...payments, [1405700001, 5000000001, DAY + 30, 100]] },
    );
    expect(shown(checker, [1405700001, 5000000002, DAY + 40, 600], payments)).toBe('');
    expect(shown(checker, [1405700001, 5000000002, DAY + 40, 6000], payments)).toBe('EJ-02 cp');
    const whole: Rows = [['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE', 'Date de paiement', 'CP']];
    expect(shown(checker, ['PDE', 1405700003, DAY, 9000, DAY + 40, 9001], whole)).toBe('EJ-02 cp');
  });

  test('where each envelope has a sheet with the same headings, the draft writes its own', () => {
    const headings = ['N° EJ', 'Objet', 'Date EJ', 'AE', 'Date de paiement', 'CP'];
    const checker = checkerOf(
      { name: 'PDE', rows: [headings, [1405700001, 'Étude', DAY, 5000, DAY, 200]] },
      { name: 'SF', rows: [headings, [1405700002, 'Étude', DAY, 5000, DAY, 200]] },
    );
    const draft = [1405700003, 'Étude', DAY, 100_000, DAY, 200];
    expect(shown(checker, draft, [headings])).toBe('unchecked ministerialAxis2');
    expect(shown(checker, ['SF', ...draft], [['Enveloppe', ...headings]])).toBe('PLA-01 ae');
  });

  test('an amount in a column of the ledger that no figure uses (LEC-03) is reported, on its rows too', () => {
    const headings: Rows = [['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE', 'CP 1', 'CP 2', 'Date de paiement']];
    const rows: Rows = [
      ['PDE', 1405700001, DAY, 5000, 200, 100, DAY + 30],
      ['PDE', 1405700002, DAY, 5000, 200, null, DAY + 30],
    ];
    const draft = ['PDE', 1405700003, DAY, 5000, 200, 900_000, DAY + 30];
    expect(both('Suivi', headings, rows, draft)).toEqual(['not read CP 2', 'not read CP 2']);
    expect(checks('Suivi', headings, rows)).toEqual(['not read CP 2', '']);
  });
});
