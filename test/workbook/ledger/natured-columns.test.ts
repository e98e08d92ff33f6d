/** One amount whose nature is beside it, and one date: each row keeps what its nature gives. Serial 45000 is 15/03/2023. */
import fc from 'fast-check';
import { openDossier } from '../../../src/application/open-dossier';
import { toIso } from '../../../src/domain/calendar/civil-date';
import type { AmountReading, DateReading, LedgerRow } from '../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../src/workbook/cells';
import { natureOfWords } from '../../../src/workbook/ledger/nature-words';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

function rowsOf(rows: Rows): readonly LedgerRow[] {
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value.ledger.rows;
}

function amount(reading: AmountReading): string {
  return reading.kind === 'amount' ? String(reading.cents / 100) : reading.kind === 'absent' ? '' : reading.kind;
}

function day(reading: DateReading): string {
  return reading.kind === 'date' ? toIso(reading.date) : '';
}

/** « AE, date of the commitment, CP, date of the payment » of each row. */
function read(rows: Rows): readonly string[] {
  return rowsOf(rows).map((row) =>
    [amount(row.ae), day(row.commitmentDate), amount(row.cp), day(row.paymentDate)].join(' | '),
  );
}

const AE = '100 | 2023-03-15 |  | ';
const CP = ' |  | 40 | 2023-04-14';

test.each([
  ['AE/CP', 'AE', 'CP'],
  ['Nature', 'Engagement', 'Paiement'],
  ['Type', 'EJ', 'DP'],
  ['Type de pièce', 'Bon de commande', 'Facture'],
  ['Opération', 'Engagement juridique', 'Demande de paiement'],
  ['Nature AE/CP', 'A.E.', 'C.P.'],
  ['Mvt', 'ej', 'dp'],
  ['EJ ou DP', 'Commande n° 3', 'Mandat'],
])('« %s » with « %s » and « %s » gives the nature of one « Montant »', (heading, commits, pays) => {
  const rows = [
    ['Enveloppe', 'N° EJ', heading, 'Date', 'Montant TTC'],
    ['PDE', '1405512301', commits, 45000, 100],
    ['PDE', '1405512301', pays, 45030, 40],
    ['PDE', '1405512302', commits, 45000, 100],
  ];
  expect(read(rows)).toEqual([AE, CP, AE]);
});

test.each([
  ['Statut', 'EJ', 'Paiement'],
  ['Étape', 'Engagement', 'DP payée'],
  ['Phase', 'Engagement juridique', 'Demande de paiement'],
  ['Sens', 'EJ', 'DP'],
  ['Pièce', 'Bon de commande', 'Facture'],
  ['Libellé opération', 'EJ', 'Paiement'],
])(
  'under « %s », pieces alone, « %s » and « %s », give the nature of the one « Montant »',
  (heading, commits, pays) => {
    const rows = [
      ['Enveloppe', 'N° EJ', heading, 'Date', 'Montant'],
      ['PDE', '1405512301', commits, 45000, 100],
      ['PDE', '1405512301', pays, 45030, 40],
      ['PDE', '1405512302', commits, 45000, 100],
      ['PDE', '1405512302', pays, 45030, 40],
    ];
    expect(read(rows)).toEqual([AE, CP, AE, CP]);
  },
);

test.each([
  ['Type', 'E', 'P'],
  ['Nature', 'E', 'P'],
  ['Sens', 'Eng', 'Pai'],
  ['Sens', 'E', 'P'],
  ['Étape', 'Engagement', 'Paiement'],
  ['Statut', 'Engagement', 'Règlement'],
  ['Phase', 'Eng.', 'Pmt'],
])('under « %s », one « %s » and one « %s » of the same EJ give the nature of the one « Montant »', (heading, e, p) => {
  const rows = [
    ['Enveloppe', 'N° EJ', heading, 'Date', 'Montant'],
    ['PDE', '1405512301', e, 45000, 100],
    ['PDE', '1405512301', p, 45030, 40],
  ];
  expect(read(rows)).toEqual([AE, CP]);
});

test.each(['Engagement / Liquidation / Mandatement', 'E / L / P', 'Eng. / Liq. / Mand.'])(
  '%s: the liquidation that is paid on another row is in no figure, as where each word is repeated',
  (words) => {
    const rows = [
      ['Enveloppe', 'N° EJ', 'Étape', 'Date', 'Montant'],
      ...words.split(' / ').map((word, at) => ['PDE', '1405512301', word, 45000 + 15 * at, at === 0 ? 100 : 40]),
    ];
    expect(read(rows)).toEqual([AE, ' |  | unreadable | 2023-03-30', CP]);
  },
);

test.each<readonly [string, string, Rows]>([
  [
    'kinds of expenses, each of its own EJ',
    'Type',
    [
      ['E', '1405512301', 100],
      ['P', '1405512302', 40],
    ],
  ],
  [
    'kinds of one EJ, above what the other commits',
    'Nature',
    [
      ['E', '1405512301', 10],
      ['P', '1405512301', 40],
    ],
  ],
  [
    'another letter',
    'Catégorie',
    [
      ['E', '1405512301', 100],
      ['P', '1405512302', 40],
      ['F', '1405512303', 5],
    ],
  ],
  [
    'states of EJ of their own',
    'Étape',
    [
      ['Engagement', '1405512301', 100],
      ['Paiement', '1405512302', 40],
    ],
  ],
])('%s give no nature: all are AE', (_, heading, operations) => {
  const rows = operations.map(([word, ej, euros]) => ['PDE', ej ?? '', word ?? '', 45000, euros ?? 0]);
  const ledger = rowsOf([['Enveloppe', 'N° EJ', heading, 'Date EJ', 'Montant'], ...rows]);
  expect(ledger.map(({ ae, cp }) => [amount(ae), amount(cp)])).toEqual(
    operations.map(([, , euros]) => [String(euros), '']),
  );
});

describe('« E » and « P » on one EJ under « Nature », with a label', () => {
  const lettered = (heading: string, dayHeading: string, ...rows: Rows): Rows => [
    ['Enveloppe', 'N° EJ', heading, 'Libellé', dayHeading, 'Montant'],
    ...rows.map((cells) => ['PDE', '1405512301', ...cells]),
  ];
  const KINDS: Rows = [
    ['E', 'Équipement', 45000, 100],
    ['P', 'Prestation', 45000, 40],
  ];

  test.each<readonly [string, Rows]>([
    [
      'the label of the commitment',
      [
        ['E', 'Prestation UX', 45000, 100],
        ['P', 'Prestation UX', 45030, 40],
      ],
    ],
    [
      'the label with more words',
      [
        ['E', 'Étude', 45000, 100],
        ['P', 'Étude – solde de mars', 45030, 40],
      ],
    ],
    [
      'words of a payment',
      [
        ['E', 'Étude', 45000, 100],
        ['P', 'Facture 1', 45030, 40],
      ],
    ],
    [
      'no label',
      [
        ['E', 'Étude', 45000, 100],
        ['P', null, 45030, 40],
      ],
    ],
  ])('%s on a later day: « P » pays', (_, rows) => {
    expect(read(lettered('Nature', 'Date', ...rows))).toEqual([AE, CP]);
  });

  test.each<readonly [string, string, string, Rows]>([
    ['kinds on one day', 'Nature', 'Date', KINDS],
    ['kinds on one day', 'Catégorie', 'Date', KINDS],
    ['kinds on one day', 'Nature de dépense', 'Date', KINDS],
    [
      'kinds without a label, on one day',
      'Nature',
      'Date',
      [
        ['E', null, 45000, 100],
        ['P', null, 45000, 40],
      ],
    ],
    [
      'kinds bought later',
      'Nature',
      'Date',
      [
        ['E', 'Serveurs', 45000, 100],
        ['P', 'Installation', 45030, 40],
      ],
    ],
    [
      '« M » for « Matériel »',
      'Type',
      'Date engagement',
      [
        ['E', 'Étude', 45000, 100],
        ['M', 'Matériel', 45000, 40],
      ],
    ],
    [
      'days of commitment',
      'Type',
      'Date engagement',
      [
        ['E', 'Étude', 45000, 100],
        ['P', 'Étude', 45030, 40],
      ],
    ],
  ])('%s: each commits its amount', (_, heading, day, rows) => {
    const ledger = rowsOf(lettered(heading, day, ...rows));
    expect(ledger.map(({ ae, cp }) => [amount(ae), amount(cp)])).toEqual([
      ['100', ''],
      ['40', ''],
    ]);
  });
});

test('words that give no nature leave the amount unread: no figure counts it, and it is no unreadable number', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'AE/CP', 'Date', 'Montant'],
    ['PDE', '1405512301', 'AE', 45000, 100],
    ['PDE', '1405512301', 'à voir', 45030, 40],
    ['PDE', '1405512301', null, 45030, 7],
  ];
  expect(rowsOf(rows).map(({ ae }) => ae)).toMatchObject([
    { kind: 'amount', cents: 10_000 },
    { kind: 'unreadable', raw: '40', nature: 'à voir' },
    { kind: 'unreadable', raw: '7', nature: '' },
  ]);
  const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2023-12-31', convention2023());
  expect(report.findings.filter(({ rule }) => rule === 'DON-01')).toEqual([]);
});

test('a journal with AE and CP apart and one « Date »: of the commitment on rows of AE, of the payment on rows of CP', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'Date', 'AE', 'CP'],
    ['PDE', '1405512301', 45000, 100, null],
    ['PDE', '1405512301', 45030, null, 40],
    ['PDE', '1405512302', 45000, 100, 0],
  ];
  expect(read(rows)).toEqual([AE, CP, '100 | 2023-03-15 | 0 | ']);
});

test('one row per EJ with AE, CP and one « Date »: the day of the payment is not known', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'Date', 'AE', 'CP'],
    ['PDE', '1405512301', 45000, 100, 40],
    ['PDE', '1405512302', 45000, 100, 40],
  ];
  expect(read(rows)).toEqual(['100 | 2023-03-15 | 40 | ', '100 | 2023-03-15 | 40 | ']);
});

describe('« Date » that no payment has, beside a column of days that nothing reads', () => {
  const journal = (heading: string, ...rows: Rows): Rows => [
    ['Enveloppe', 'N° EJ', 'Date', 'AE', 'CP', heading],
    ...rows,
  ];
  const EJ = ['PDE', '1405512301', 45000, 100, null, null];

  test.each(['Date pmt', 'Pmt date', 'Payé le'])('« %s » is the day of the payments', (heading) => {
    const rows = journal(heading, EJ, ['PDE', '1405512301', null, null, 40, 45030]);
    expect(read(rows)).toEqual([AE, CP]);
  });

  test.each<readonly [string, Rows, boolean]>([
    [
      'days of the payments alone: theirs may be there',
      journal('Date vue', EJ, ['PDE', '1405512301', null, null, 40, 45030]),
      true,
    ],
    [
      'no other day: the payment is to come',
      journal('Date vue', EJ, ['PDE', '1405512301', null, null, 40, null]),
      false,
    ],
    ['days that are announced', journal('Date prévue', EJ, ['PDE', '1405512301', null, null, 40, 45030]), false],
    ['the day of the invoice', journal('Date facture', EJ, ['PDE', '1405512301', null, null, 40, 45030]), false],
    [
      'a payment with its « Date », one that is reminded',
      journal(
        'Date relance',
        EJ,
        [...['PDE', '1405512301'], 45030, null, 40],
        ['PDE', '1405512301', null, null, 5, 45040],
      ),
      false,
    ],
  ])('%s', (_, rows, isMissing) => {
    const { report } = controlled(workbookOf({ name: 'Suivi', rows }), '2023-12-31', convention2023());
    const missing = report.findings.flatMap(({ details }) => ('missing' in details ? [details.missing] : []));
    expect(missing.includes('paymentDate')).toBe(isMissing);
  });
});

test('AE and CP of their own are read, whatever « Montant » and « Type » are beside them', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'Type', 'Date EJ', 'Date paiement', 'Montant', 'AE', 'CP'],
    ['PDE', '1405512301', 'EJ', 45000, null, 1, 100, null],
    ['PDE', '1405512301', 'DP', null, 45030, 2, null, 40],
  ];
  expect(read(rows)).toEqual([AE, CP]);
});

test('a status « Engagé », « Payé » is no nature', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'Statut', 'Date EJ', 'Montant engagé', 'CP'],
    ['PDE', '1405512301', 'Engagé', 45000, 100, null],
    ['PDE', '1405512301', 'Payé', 45000, 100, null],
  ];
  expect(rowsOf(rows).map(({ ae }) => amount(ae))).toEqual(['100', '100']);
});

test.each`
  nature  | words
  ${'AE'} | ${'AE | Engagement | Engagements | EJ | Commande | BC | Retrait d’engagement | Retrait | Dégagement | Avenant | Bon de commande n° 12'}
  ${'CP'} | ${'CP | Paiement | DP | Facture | Mandat | Règlement | Avoir | Demande de paiement | Crédits de paiement'}
  ${null} | ${'AE/CP | SF | Service fait | Prestations | Divers | EJ puis DP | Reste à payer | '}
`('$nature: $words', ({ nature, words }: { nature: string | null; words: string }) => {
  const given = words.split(' | ');
  expect(given.map((word) => [word, natureOfWords(word)])).toEqual(given.map((word) => [word, nature]));
});

test('law: the amounts of a journal are AE or CP, each once, in any order of rows', () => {
  const entry = fc.record({ pays: fc.boolean(), amount: fc.integer({ min: 1, max: 1_000_000 }) });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), (entries) => {
      const rows = entries.map(({ pays, amount: cents }): readonly CellValue[] => [
        ...['PDE', '1405512301', pays ? 'CP' : 'AE'],
        ...[45000, cents / 100],
      ]);
      const ledger = rowsOf([['Enveloppe', 'N° EJ', 'AE/CP', 'Date', 'Montant'], ...rows]);
      const sum = (field: 'ae' | 'cp'): number =>
        ledger.reduce((total, row) => total + (row[field].kind === 'amount' ? row[field].cents : 0), 0);
      const wanted = (pays: boolean): number =>
        entries.reduce((total, one) => total + (one.pays === pays ? one.amount : 0), 0);
      expect([sum('ae'), sum('cp')]).toEqual([wanted(false), wanted(true)]);
    }),
    { seed: 9, numRuns: 100 },
  );
});
