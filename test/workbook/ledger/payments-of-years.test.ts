/** Amounts in columns of years, each beside its day: « CP 2022 | Date de paiement | CP 2023 | Date de paiement ». */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { figures, type Rows } from '../../support/ledgers/habit';
import { workbookOf } from '../../support/ledgers/workbook-of';

const [IN_2022, IN_2023] = [44_700, 45_100];
const FIRST = ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE'];
const OPERATION = ['PDE', '1405700001', 'Lot 1', IN_2022 - 90, 1000];
const OTHER = ['PDE', '1405700002', 'Lot 2', IN_2023 - 90, 500];

test.each<readonly [string, readonly string[]]>([
  ['bare days', ['CP 2022', 'Date de paiement', 'CP 2023', 'Date de paiement']],
  ['days of a year', ['CP 2022', 'Date paiement 2022', 'CP 2023', 'Date paiement 2023']],
  ['« Payé le »', ['Payé 2022', 'Payé le', 'Payé 2023', 'Payé le']],
])('after the amount, %s', (_, headings) => {
  const rows = [
    [...FIRST, ...headings],
    [...OPERATION, 300, IN_2022, 200, IN_2023],
    [...OTHER, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test('before the amount', () => {
  const rows = [
    [...FIRST, 'Payé le', 'CP 2022', 'Payé le', 'CP 2023'],
    [...OPERATION, IN_2022, 300, IN_2023, 200],
    [...OTHER, null, null, IN_2023 + 9, 50],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test('in groups of years', () => {
  const rows = [
    [...FIRST, '2022', null, '2023', null],
    [null, null, null, null, null, 'CP payés', 'Date de paiement', 'CP payés', 'Date de paiement'],
    [...OPERATION, 300, IN_2022, 200, IN_2023],
    [...OTHER, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

const THREE_DAYS = ['Date de paiement', 'Date de paiement', 'Date de paiement'];
const UNEVEN = [
  [...OPERATION, 300, IN_2022, 200, IN_2023, 10, IN_2023 + 30],
  [...OTHER, null, null, 50, IN_2023 + 9, null, null],
];

test.each<readonly [string, readonly string[]]>([
  ['one heading twice', ['CP 2022', 'CP 2023', 'CP 2023']],
  ['« Montant CP (2023) » twice', ['Montant CP (2022)', 'Montant CP (2023)', 'Montant CP (2023)']],
  ['numbers after the year', ['CP 2022', 'CP 2023 (1)', 'CP 2023 (2)']],
  ['numbers before the year', ['CP 2022', 'CP 1 2023', 'CP 2 2023']],
  ['a last one without a year', ['CP 2022', 'CP 2023', 'CP']],
])('one column for a year and two for the next, each with its day: %s', (_, amounts) => {
  const headings = amounts.flatMap((amount, at) => [amount, THREE_DAYS[at] ?? '']);
  expect(figures([[...FIRST, ...headings], ...UNEVEN])).toEqual(['PDE 500 260, SF 0 0']);
});

test('two columns for a year and one for the next, days before the amounts', () => {
  const rows = [
    [...FIRST, 'Payé le', 'CP 2022', 'Payé le', 'CP 2022', 'Payé le', 'CP 2023'],
    [...OPERATION, IN_2022, 300, IN_2022 + 30, 10, IN_2023, 200],
    [...OTHER, null, null, null, null, IN_2023 + 9, 50],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test('a day that is beside no amount is that of none', () => {
  const rows = [
    [...FIRST, 'Date de paiement', 'Observations', 'CP 2022', 'Payé le', 'CP 2023', 'Payé le'],
    [...OPERATION, IN_2023, null, 300, IN_2022, 200, IN_2023],
    [...OTHER, IN_2022, null, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 500 250, SF 0 0']);
});

test.each<readonly [string, readonly string[]]>([
  ['a column without a day', ['CP 2022', 'Date de paiement', 'CP 2023', 'CP 2023', 'Date de paiement']],
  ['days on both sides', ['Payé le', 'CP 2022', 'Payé le', 'CP 2023', 'Payé le']],
  ['another side', ['CP 2022', 'Payé le', 'Objet du paiement', 'Payé le', 'CP 2023']],
])('no payment is read with the day of another: %s', (_, headings) => {
  const cells = headings.map((heading) => (heading.startsWith('CP') ? 200 : heading.startsWith('O') ? 'x' : IN_2023));
  expect(
    figures([
      [...FIRST, ...headings],
      [...OPERATION, ...cells],
    ]),
  ).toEqual([expect.stringMatching(/^PDE 0 (?:0|-), SF 0 (?:0|-); .*LEC-0[34]/)]);
});

test.each<readonly [string, readonly string[]]>([
  ['no day for the second', ['CP 2022', 'Date de paiement', 'CP 2023']],
  ['the day of another year', ['CP 2022', 'Date paiement 2022', 'CP 2023', 'Date paiement 2024']],
])('no payments of the row: %s', (_, headings) => {
  const rows = [
    [...FIRST, ...headings],
    [...OPERATION, 300, IN_2022, 200, IN_2023],
  ];
  expect(figures(rows).every((one) => one.includes('LEC-0'))).toBe(true);
});

test.each<readonly [string, readonly string[]]>([
  ['bare days', ['AE 2022', 'Date EJ', 'AE 2023', 'Date EJ']],
  ['days of a year', ['AE 2022', 'Date EJ 2022', 'AE 2023', 'Date EJ 2023']],
])('commitments after which their days are: %s', (_, headings) => {
  const rows = [
    [...FIRST.slice(0, 3), ...headings, 'CP 2022', 'Payé le', 'CP 2023', 'Payé le'],
    [...OPERATION.slice(0, 3), 1000, IN_2022 - 90, 70, IN_2023 - 90, 300, IN_2022, 200, IN_2023],
    [...OTHER.slice(0, 3), null, null, 500, IN_2023 - 80, null, null, 50, IN_2023 + 9],
  ];
  expect(figures(rows)).toEqual(['PDE 570 250, SF 0 0']);
});

const AE_OF_YEARS = [1000, IN_2022 - 90, 70, IN_2023 - 90];
const CP_OF_YEARS = [300, IN_2022, 200, IN_2023];
const paired = ([ae22, day22, ae23, day23]: readonly number[]) => [day22, ae22, day23, ae23];
const apart = ([ae22, day22, ae23, day23]: readonly number[]) => [ae22, 'vu', day22, ae23, 'vu', day23];
const inGroups = ([ae22, day22, ae23, day23]: readonly number[]) => [ae22, ae23, day22, day23];

test.each<readonly [string, readonly string[], readonly unknown[]]>([
  [
    '« Date » after each amount of both natures',
    ['AE 2022', 'Date EJ', 'AE 2023', 'Date EJ', 'CP 2022', 'Date', 'CP 2023', 'Date'],
    [...AE_OF_YEARS, ...CP_OF_YEARS],
  ],
  [
    '« Date » before each amount',
    ['Date EJ', 'AE 2022', 'Date EJ', 'AE 2023', 'Date', 'CP 2022', 'Date', 'CP 2023'],
    [...paired(AE_OF_YEARS), ...paired(CP_OF_YEARS)],
  ],
  [
    'another column between',
    [
      'AE 2022',
      'Visa',
      'Date EJ',
      'AE 2023',
      'Visa',
      'Date EJ',
      'CP 2022',
      'DP',
      'Payé le',
      'CP 2023',
      'DP',
      'Payé le',
    ],
    [...apart(AE_OF_YEARS), ...apart(CP_OF_YEARS)],
  ],
  [
    'the amounts, then their days',
    ['AE 2022', 'AE 2023', 'Date EJ', 'Date EJ', 'CP 2022', 'CP 2023', 'Payé le', 'Payé le'],
    [...inGroups(AE_OF_YEARS), ...inGroups(CP_OF_YEARS)],
  ],
])('each amount with its own day: %s', (_, headings, cells) => {
  const rows = [
    [...FIRST.slice(0, 3), ...headings],
    [...OPERATION.slice(0, 3), ...cells],
  ] as Rows;
  expect(figures(rows)).toEqual(['PDE 70 200, SF 0 0']);
});

test('one AE and its day, before payments of years beside « Date »', () => {
  const rows = [
    ['Enveloppe', 'N° EJ', 'Objet', 'Date EJ', 'AE', 'CP 2022', 'Date', 'CP 2023', 'Date'],
    [...OTHER, 0, null, 200, IN_2023],
  ];
  expect(figures(rows)).toEqual(['PDE 500 200, SF 0 0']);
});

test.each<readonly [string, readonly string[], readonly unknown[]]>([
  ['two steps of one EJ', ['Date EJ', 'Date de notification', 'AE 2023', 'AE 2024'], [IN_2023, IN_2023 + 9, 70, 30]],
  ['its day between', ['AE 2023', 'Date EJ', 'AE 2024'], [70, IN_2023, 30]],
  ['a day for each', ['AE 2023', 'Date EJ', 'AE 2024', 'Date EJ'], [70, IN_2023, 30, IN_2023 + 365]],
])('an AE to come takes no day from that of the year: %s', (_, headings, cells) => {
  const rows = [
    [...FIRST.slice(0, 3), ...headings, 'Payé le', 'CP'],
    [...OTHER.slice(0, 3), ...cells, null, null],
  ] as Rows;
  expect(figures(rows)).toEqual([expect.stringMatching(/^PDE 70 0, SF 0 0/)]);
});

test.each<readonly [string, readonly string[], readonly unknown[]]>([
  ['a day for each', ['Date EJ'], [IN_2023 + 30]],
  ['none for the one to come', [], []],
])('an amount to come is not counted, whatever its day, and the others keep theirs: %s', (_, day, ofNext) => {
  const headings = ['AE 2022', 'Date EJ', 'AE 2023', 'Date EJ', 'AE 2024', ...day];
  for (const earlier of [
    [50, IN_2022],
    [null, null],
  ]) {
    const rows = [
      [...FIRST.slice(0, 3), ...headings, 'Payé le', 'CP'],
      [...OTHER.slice(0, 3), ...earlier, 70, IN_2023, 30, ...ofNext, null, null],
    ] as Rows;
    expect(figures(rows)).toEqual([expect.stringMatching(/^PDE 70 0, SF 0 0; LEC-03/)]);
  }
});

test.each<readonly [string, readonly string[], readonly unknown[]]>([
  ['one day between', ['AE 2022', 'Date EJ', 'AE 2023'], [null, IN_2023, 70]],
  [
    'two steps between',
    ['AE 2022', 'AE 2023', 'Date EJ', 'Objet 2', 'Date de notification'],
    [null, 70, IN_2023, 'x', IN_2023 + 9],
  ],
])('AE of years with days of one EJ are read: %s', (_, headings, cells) => {
  const rows = [
    [...FIRST.slice(0, 3), ...headings, 'Payé le', 'CP'],
    [...OTHER.slice(0, 3), ...cells, null, null],
  ] as Rows;
  expect(figures(rows)).toEqual(['PDE 70 0, SF 0 0']);
});

test('no AE is read with the day of another: days once at the left, once at the right', () => {
  const rows = [
    [...FIRST.slice(0, 3), 'Date EJ', 'AE 2022', 'Objet du paiement', 'AE 2023', 'Date EJ'],
    [...OPERATION.slice(0, 3), IN_2022, 1000, 'x', 70, IN_2023],
  ];
  expect(figures(rows)).toEqual([expect.stringMatching(/LEC-0[34]|noLedger|turnedLedger/)]);
});

const [BEFORE, SINCE] = ['la date de paiement est d’une autre année', 'une année passée, sans date de paiement'];

test.each<readonly [string, readonly (number | null)[], readonly string[]]>([
  ['days of their years', [300, IN_2022, 200, IN_2023], []],
  ['paid in 2022 under « CP 2023 »', [300, IN_2022, 200, IN_2022 + 9], [`Colonne « CP 2023 » : ${BEFORE}`]],
  ['paid in 2023 under « CP 2022 »', [300, IN_2023, 200, IN_2023], [`Colonne « CP 2022 » : ${BEFORE}`]],
  ['a past year without a day', [300, null, 200, IN_2023], [`Colonne « CP 2022 » : ${SINCE}`]],
  ['this year without a day', [300, IN_2022, 200, null], []],
  ['nothing', [0, null, 0, IN_2022], []],
])('the year of a column against the day: %s', (_, payments, expected) => {
  const rows = [
    [...FIRST.slice(0, 3), 'Titulaire', 'Poste', 'Date engagement', 'AE', 'CP 2022', 'Payé le', 'CP 2023', 'Payé le'],
    [...OPERATION.slice(0, 3), 'Octo', null, ...OPERATION.slice(3), ...payments],
  ];
  expect(doubts(rows)).toEqual(expected);
});

test('the only column of a table', () => {
  const rows = (heading: string, day: number): Rows => [
    [...FIRST.slice(0, 4), heading],
    [...OTHER.slice(0, 3), day, 500],
  ];
  expect(doubts(rows('AE 2023', IN_2023))).toEqual([]);
  expect(doubts(rows('AE 2023', IN_2022))).toEqual([
    'Colonne « AE 2023 » : la date d’engagement est d’une autre année',
  ]);
});

/** « Colonne « AE 2023 » : … »: the doubts about words of a ledger, at the end of 2023. */
function doubts(rows: Rows): readonly string[] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) return [opened.failure.code];
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) => {
    if (finding.rule !== 'LEC-05') return [];
    const message = describeFinding(finding, dossier.convention, 'fr').message.replaceAll(/\s/g, ' ');
    return message.split(', 1 ligne', 1);
  });
}
