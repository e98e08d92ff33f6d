/** The titles over the columns of a table and the name of its sheet: what they leave in doubt, and what they lower. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { movedBy, workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['N° EJ', 'Date EJ', 'Axe 2', 'Montant AE'];
const ej = (number: number, ae: number): readonly CellValue[] => [`14000000${number}`, 45_000, 'PDE', ae];

/** The AE that count, in euros, and the findings on titles: « 600 DON-10 ». */
function read(...sheets: readonly SheetGiven[]): string {
  const workbook = workbookOf(...sheets);
  const [inPlace = '', moved] = [workbook, movedBy(workbook, 3, 2)].map((one) => {
    const opened = openDossier(one, { convention: convention2023() });
    if (!opened.ok) return opened.failure.code;
    const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
    const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
    const found = report.findings.map(({ rule }) => rule).filter((rule) => /DON-10|LEC-0[15]/.test(rule));
    return [ae, ...found].join(' ');
  });
  expect(moved).toBe(inPlace);
  return inPlace;
}

/** Commitments of 1 000 €, beside others of 400 € under a title. */
function beside(title: string): string {
  const rows: Rows = [
    ['Engagements', null, null, null, null, title],
    [...HEADINGS, null, ...HEADINGS],
    [...ej(11, 1000), null, ...ej(12, 400)],
  ];
  return read({ name: 'Suivi', rows });
}

test.each([
  ['Dégagements', '600 DON-10'],
  ['Retraits', '600 DON-10'],
  ['Engagements annulés', '1400 LEC-05'],
  ['Hors convention', '1400 LEC-05'],
  ['Dépenses totales (part DGEFP : 50 %)', '1400 LEC-05'],
  ['Dépenses totales, quote-part de 40 %', '1400 LEC-05'],
  ['Dépenses (part DGEFP : 100 %)', '1400'],
  ['Part fixe et part variable', '1400'],
  ['Avenants', '1400'],
])('the title « %s » over the table on the right is that of its rows: %s', (title, expected) => {
  expect(beside(title)).toBe(expected);
});

test.each([
  ["Diminutions d'engagements", '600 DON-10'],
  ['Réductions', '600 DON-10'],
  ['Liste des dégagements 2023', '600 DON-10'],
  ['Avoirs et remboursements', '600 DON-10'],
  ["Clôtures d'EJ", '1400 LEC-05'],
  ['Clôture des EJ', '1400 LEC-05'],
  ['Recettes', '1400 LEC-05'],
  ['Remboursements', '1400 LEC-05'],
  ['Titres de perception', '1400 LEC-05'],
  ['Remboursements de frais', '1400'],
  ['EJ clôturés', '1400'],
  ['Clôture 2023', '1400'],
  ['Recette', '1400'],
])('« %s » as a title or as the name of a sheet: %s', (name, expected) => {
  const [before, after] = [[HEADINGS, ej(11, 1000)], [ej(12, 400)]];
  expect(read({ name: 'Suivi', rows: [...before, [name], ...after] })).toBe(expected);
  expect(read({ name: 'Suivi', rows: before }, { name: name.replace("'", ' '), rows: [HEADINGS, ...after] })).toBe(
    expected,
  );
});

test.each([
  ...['Convention DITP-DGE 2023', 'DITP-DGE', 'DITP', 'Convention 2022', 'Délégation de gestion DGEFP-DGE 2022'],
  ...['Convention SGAE-DGE', 'NOR ECOI2136111X', 'Programme 134', 'P134', 'Centre financier 0134-CDGE-C001'],
  ...['Crédits propres DGE', 'Autres crédits'],
])('« %s » as a title or as the name of a sheet is of other credits', (name) => {
  const [before, after] = [[HEADINGS, ej(11, 1000)], [ej(12, 400)]];
  expect(read({ name: 'Suivi', rows: [...before, [name], ...after] })).toBe('1400 LEC-05');
  expect(read({ name: 'Suivi', rows: before }, { name, rows: [HEADINGS, ...after] })).toBe('1400 LEC-05');
});

test('each table has the convention of the title over it', () => {
  const rows: Rows = [
    ['DGEFP-DGE', null, null, null, null, 'DITP-DGE'],
    [...HEADINGS, null, ...HEADINGS],
    [...ej(11, 1000), null, ...ej(12, 400)],
  ];
  expect(read({ name: 'Suivi', rows })).toBe('1400 LEC-05');
  const stacked: Rows = [
    ['Convention DGEFP-DGE 2023'],
    HEADINGS,
    ej(11, 1000),
    [],
    ['Convention DITP-DGE 2023'],
    HEADINGS,
  ];
  expect(read({ name: 'Suivi', rows: [...stacked, ej(12, 400)] })).toBe('1400 LEC-05');
});

describe('the title of another year', () => {
  const undated = (number: number, ae: number): readonly CellValue[] => [`13000000${number}`, null, 'PDE', ae];
  const suivi = { name: 'Suivi', rows: [HEADINGS, ej(11, 1000)] };

  test.each(['2022', 'Exercice 2022', 'EJ 2022', 'Engagements 2022'])(
    '« %s » over commitments without a date',
    (name) => {
      expect(read({ ...suivi, rows: [...suivi.rows, [name], undated(12, 400)] })).toBe('1400 LEC-05');
      expect(read(suivi, { name, rows: [HEADINGS, undated(12, 400)] })).toBe('1400 LEC-05');
    },
  );

  test('as a number, over the table beside another one', () => {
    const rows: Rows = [
      [2023, null, null, null, null, 2022],
      [...HEADINGS, null, ...HEADINGS],
      [...ej(11, 1000), null, ...undated(12, 400)],
    ];
    expect(read({ name: 'Suivi', rows })).toBe('1400 LEC-05');
  });

  test.each([
    ['alone in a column of words', ['Axe 2', 2022], '1400 LEC-05'],
    ['of the credits', ['Axe 2', 2023], '1400'],
    ['under the amounts: an amount', ['Montant AE', 2022], '3422'],
    ['under the days', ['Date EJ', 2022], '1400'],
  ] as const)('typed as a number among the rows, %s', (_, [column, year], expected) => {
    const title = HEADINGS.map((heading) => (heading === column ? year : null));
    expect(read({ ...suivi, rows: [...suivi.rows, title, undated(12, 400)] })).toBe(expected);
  });

  test.each([
    ['Crédits 2022', 45_000 - 90, '1400 LEC-05'], // 15/12/2022, whatever the day of the payment
    ['Crédits 2023', 45_000, '1400'],
    ['2022', 45_000 - 90, '1400 LEC-05'],
  ])('« %s » over commitments without a date that are paid: %s', (title, paidOn, expected) => {
    const headings = ['N° EJ', 'Axe 2', 'Montant AE', 'Date paiement', 'Montant CP'];
    const rows: Rows = [headings, ['1400000011', 'PDE', 1000, null, null], [title]];
    expect(read({ name: 'Suivi', rows: [...rows, ['1300000012', 'PDE', 400, paidOn, 200]] })).toBe(expected);
  });

  test.each([
    ['Exercice 2022', ej(12, 400)],
    ['Exercice 2023', undated(12, 400)],
    ['Marché 2022-18', undated(12, 400)],
  ])('« %s » leaves no doubt on %j', (title, row) => {
    expect(read({ ...suivi, rows: [...suivi.rows, [title], row] })).toBe('1400');
  });
});

test('what is typed with a minus is no doubt: it lowers', () => {
  const rows = [HEADINGS, ej(11, 1000), ['Remboursements'], ej(12, -400)];
  expect(read({ name: 'Suivi', rows })).toBe('600');
});

test('a title inside a sheet « Recettes » ends, and that of the sheet goes on', () => {
  const rows = [HEADINGS, ej(12, 400), ['Engagements annulés'], ej(13, 40), ['Autres'], ej(14, 4)];
  expect(read({ name: 'Suivi', rows: [HEADINGS, ej(11, 1000)] }, { name: 'Recettes', rows })).toBe(
    '1444 LEC-05 LEC-05',
  );
});

test.each([
  ['À payer', '1000 LEC-05'],
  ['Factures en attente', '1000 LEC-05'],
  ['Restes à payer', '1000'],
  ['Paiements', '1000'],
])('the title « %s » concerns the payments below it alone: %s', (title, expected) => {
  const headings = [...HEADINGS, 'Date paiement', 'Montant CP'];
  const rows: Rows = [headings, [...ej(11, 1000), 45_010, 600], [title], [null, null, 'PDE', null, 45_020, 100]];
  expect(read({ name: 'Suivi', rows })).toBe(expected);
  expect(read({ name: 'Suivi', rows: [headings, [title], ej(11, 1000)] })).toBe('1000');
});

/** Titles of ordinary ledgers. */
const ORDINARY = [
  ...['Suivi des engagements 2023', 'Dépenses', 'Exécution', 'Place des entreprises', 'Fonctionnement', 'Prestations'],
  ...['Marchés', 'T1', 'Janvier', 'Équipe produit', 'SCIDE', 'Pôle data', 'Engagements', 'Paiements 2023', 'Avenants'],
  ...['Suivi de la convention', 'Convention de délégation de gestion', 'Convention DGEFP-DGE 2023', 'DGE', 'DGEFP'],
  ...['Convention du 13 décembre 2022', 'Convention 2022-2024', 'Convention signée DGE', 'Programmes 103 et 134'],
  ...[
    'Avenant NOR ECOI2336111X',
    'NOR ECOI2236199X',
    'Programme 103',
    'P103',
    '2023',
    'Exercice 2023',
    'Crédits délégués',
    'Restes à payer',
  ],
];

test.each(ORDINARY)('« %s » as a title or as the name of a sheet is ordinary', (name) => {
  expect(read({ name, rows: [HEADINGS, ej(11, 1000)] })).toBe('1000');
  const rows = [[name], [], HEADINGS, ej(11, 1000), [name], ej(12, 400)];
  expect(read({ name: 'Suivi', rows })).toBe('1400');
});

test('each part of two tables side by side has the titles of its own columns', () => {
  const rows: Rows = [
    [...HEADINGS, null, ...HEADINGS],
    [...ej(11, 1000), null, 'Engagements annulés'],
    [...ej(12, 100), null, ...ej(13, 400)],
  ];
  expect(read({ name: 'Suivi', rows })).toBe('1500 LEC-05');
});

test.each<readonly [string, Rows, string]>([
  ['four rows above', [['ENGAGEMENTS ANNULÉS'], [], [], []], '9000 LEC-05'],
  ['above another title', [['Engagements annulés'], ['Mis à jour le 3 mai'], []], '9000 LEC-05'],
  ['above a row of a few words', [['Retraits'], ['DGE', 'SCIDE']], '-9000 DON-10'],
  ['among sentences', [['Les engagements annulés sont dans un autre classeur.'], ['Suivi des engagements']], '9000'],
  ['above a summary', [['Engagements annulés'], ['Total', 12], []], '9000'],
])('a title %s', (_, above, expected) => {
  expect(read({ name: 'Suivi', rows: [...above, HEADINGS, ej(11, 9000)] })).toBe(expected);
});

test('a title above an Excel Table is that of its rows', () => {
  const rows: Rows = [['Engagements annulés'], [], HEADINGS, ej(11, 9000)];
  expect(read({ name: 'Suivi', rows, tables: { Suivi: 'A3:D4' } })).toBe('9000 LEC-05');
});

/** Commitments of 1 000 €, then titles over one of 400 € each. */
function under(...titles: readonly string[]): string {
  const parts = titles.flatMap((title, at) => [[title], ej(20 + at, 400)]);
  return read({ name: 'Suivi', rows: [HEADINGS, ej(11, 1000), ...parts] });
}

test('« T2 » may be the staff, and is a quarter beside another one', () => {
  expect(under('T2')).toBe('1400 LEC-05');
  expect(under('T2', 'T3')).toBe('1800');
  expect(under('Dépenses T2')).toBe('1400 LEC-05');
  expect(under('Dépenses T1', 'Dépenses T2', 'Dépenses T3')).toBe('2200');
  expect(under('Crédits P134')).toBe('1400 LEC-05');
});

test('a sheet « Projets » is in doubt beside another sheet of operations, and not alone', () => {
  const projects = { name: 'Projets', rows: [HEADINGS, ej(12, 400)] };
  expect(read(projects)).toBe('400');
  expect(read({ name: 'Suivi', rows: [HEADINGS, ej(11, 1000)] }, projects)).toBe('1400 LEC-05');
});

describe('a sheet that is a version of another one', () => {
  const [own, other] = [
    [HEADINGS, ej(11, 1000)],
    [HEADINGS, ej(12, 400)],
  ];

  test.each([
    ['Suivi (2)', '1400 LEC-05'],
    ['Suivi V1', '1400 LEC-05'],
    ['Suivi bis', '1400'],
    ['Suivi 2', '1400'],
    ['Suivi SF', '1400'],
    ['Marchés (2)', '1400'],
  ])('« %s » beside « Suivi »: %s', (name, expected) => {
    expect(read({ name: 'Suivi', rows: own }, { name, rows: other })).toBe(expected);
  });

  test('alone, it is the ledger', () => {
    expect(read({ name: 'Suivi (2)', rows: own })).toBe('1000');
  });

  test('« Historique » is in doubt beside other operations, and no more alone', () => {
    expect(read({ name: 'Suivi', rows: own }, { name: 'Historique', rows: other })).toBe('1400 LEC-05');
    expect(read({ name: 'Historique', rows: own })).toBe('1000');
  });

  test('a title that ends another one leaves its rows in the doubt of the sheet', () => {
    const rows = [HEADINGS, ej(14, 1000), ['Engagements annulés'], ej(13, 100), ['Prestations'], ej(12, 400)];
    expect(read({ name: 'Suivi', rows: own }, { name: 'Suivi (2)', rows })).toBe('2500 LEC-05 LEC-05');
  });
});

test('under « Demandes », what is committed is in doubt, and not what is paid', () => {
  const headings = [...HEADINGS, 'Montant CP', 'Date paiement'];
  const rows: Rows = [headings, [...ej(11, 1000), null, null], ['Demandes']];
  expect(read({ name: 'Suivi', rows: [...rows, [...ej(12, 400), null, null]] })).toBe('1400 LEC-05');
  expect(read({ name: 'Suivi', rows: [...rows, ['1400000011', null, 'PDE', null, 300, 45_050]] })).toBe('1000');
});
