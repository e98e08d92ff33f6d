/** Columns of amounts whose heading gives a unit: it is read, or the column is in no figure and is reported with its sum. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../src/messages/describe-finding';
import type { CellValue } from '../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { otherUnitOf } from '../../../src/workbook/ledger/units';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const ROWS: readonly (readonly CellValue[])[] = [
  ['PDE', '1400000001', 45_000, 10_000.5, 45_010, 4000, 'Étude', 12],
  ['PDE', '1400000002', 45_001, 15_000, null, null, 'Site', null],
  ['PDE', '1400000003', 45_002, 3000, 45_020, 2000, 'Conseil', 0.5],
  ['PDE', '1400000004', 45_003, 2000, 45_030, 1000, 'Données', 30],
];

/**
 * The AE of PDE in euros under this heading, null when not calculable, and the places of LEC-03; beside them, a column
 * that no figure uses, and other sheets.
 */
function read(
  heading: string,
  { sheet = 'Suivi', unused = 'Quantité', title = null as string | null, others = [] as readonly SheetGiven[] } = {},
): readonly [ae: number | null, unread: readonly string[]] {
  const headings = [
    'Axe ministériel 2',
    'N° EJ',
    "Date d'engagement",
    heading,
    'Date de paiement',
    'Montant CP',
    'Objet',
    unused,
  ];
  const above = title === null ? [] : [[title], []];
  const opened = openDossier(workbookOf({ name: sheet, rows: [...above, headings, ...ROWS] }, ...others), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, 'AE');
  const unread = report.findings.flatMap((finding) => {
    const { message } = describeFinding(finding, dossier.convention, 'fr');
    return finding.rule === 'LEC-03' ? [message.replaceAll(/\s/g, ' ').slice(0, message.indexOf(' n’'))] : [];
  });
  return [consumed === null ? null : consumed.cents / 100, unread];
}

/** The AE and the CP of PDE in euros. */
function amountsOf(sheet: SheetGiven): readonly number[] {
  const opened = openDossier(workbookOf(sheet), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const centsOf = (nature: 'AE' | 'CP'): number =>
    balances.figures({ envelope: 'PDE', line: null }, nature).consumed?.cents ?? NaN;
  return [centsOf('AE') / 100, centsOf('CP') / 100];
}

function findingsOf(workbook: WorkbookSnapshot): readonly string[] {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.map((finding) =>
    describeFinding(finding, dossier.convention, 'fr').message.replaceAll(/\s/g, ' '),
  );
}

/** The places of LEC-01 beside a ledger in euros, without their address. */
function leftOut(sheet: SheetGiven): readonly string[] {
  const ledger = { name: 'Suivi', rows: [HEADINGS, FIRST, SECOND] };
  return findingsOf(workbookOf(ledger, sheet)).flatMap((message) => {
    const [, name, sum] = /^(Feuille « .* »), \S+ : (.*) ne sont pas lues/.exec(message) ?? [];
    return name === undefined ? [] : [`${name} : ${sum}`];
  });
}

test.each([
  'Montant AE (K EUR)',
  'Montant AE en kilo-euros',
  'AE (k€)',
  'AE (K)',
  'AE (ke)',
  'AE/k€',
  'k€ AE',
  'AE k€ TTC',
  'AE (k€ TTC)',
  'Montant AE (000 €)',
  'Montant AE (x1000)',
  'AE (€ x 1 000)',
  'AE k',
  'AE K TTC',
  'Montant AE K',
  'AE en K',
  'Montant AE_k',
  'AE - k€ -',
  'AE : k€',
  'AE keuros',
  'AE (x 1000 €)',
  'AE (€k)',
  'AE EUR k',
  'AE (T€)',
  'AE (K.€)',
  'AE (en mille euros)',
  'AE (in k€)',
  'AE (thousands of euros)',
])('%s is in thousands of euros', (heading) => {
  expect(read(heading)).toEqual([30_000_500, []]);
});

test.each(['AE (M€ HT)', 'M€ AE', 'Montant AE (M EUR)', 'AE (€m)', 'AE (Mio €)'])(
  '%s is in millions of euros',
  (heading) => {
    expect(read(heading)).toEqual([30_000_500_000, []]);
  },
);

test.each(['Montant AE', 'AE (€)', 'AE en euros', 'AE (1)'])('%s is in euros', (heading) => {
  expect(read(heading)).toEqual([30_000.5, []]);
});

test.each([
  'Montant AE ($)',
  'Montant AE (USD)',
  'AE en dollars',
  'AE CHF',
  'AE (£)',
  'AE en kF',
  'Montant AE (F CFP)',
  'Montant AE (Md€)',
  'AE (en milliards d’euros)',
  'Montant AE (en centimes)',
  'AE (en centaines d’euros)',
  'AE (M)',
  'Montant AE M',
  'AE en milliers de dollars',
  'AE (k USD)',
  'Montant AE (en millions de francs CFP)',
])('%s is no column of euros: no figure, and the column is reported, without a sum in euros', (heading) => {
  expect(read(heading)).toEqual([null, [`Colonne « ${heading} » : 4 montants illisibles`]]);
});

test('confirmed as AE all the same, a column in dollars gives no amount in euros', () => {
  const rows = [
    ['Source', 'En-tête', 'Champ'],
    ['suivi', 'Montant AE ($)', 'Montant AE'],
  ];
  const confirmed = { name: 'Colonnes', rows, tables: { ENV_Colonnes: 'A1:C2' } };
  expect(read('Montant AE ($)', { others: [confirmed] })).toEqual([0, []]);
});

test.each([
  ['Montant facturé', null, '42,50 €'],
  ['Montant facturé (k€)', null, '42 500,00 €'],
  ['Montant facturé', 'Montants en k€', '42 500,00 €'],
  ['Montant facturé (M€)', 'Montants en k€', '42 500 000,00 €'],
])('a column that no figure uses, « %s » under the title %p, is reported with its sum', (unused, title, sum) => {
  expect(read('Montant AE', { unused, title })[1]).toEqual([`Colonne « ${unused} » : ${sum}`]);
});

test.each([
  ['Suivi k$', null],
  ['Suivi', 'Montants en dollars'],
  ['Suivi', 'Unité : CHF'],
  ['Suivi', 'Montants (USD)'],
  ['Suivi', 'Montants en milliers de dollars'],
  ['Suivi', '(milliers de francs CFP)'],
  [
    'Suivi',
    'Tous les montants de ce tableau de suivi sont exprimés en milliers de dollars, au cours du premier jour du mois',
  ],
])('in the sheet « %s » under the title %p no amount is in euros', (sheet, title) => {
  expect(read('Montant AE', { sheet, title })[0]).toBe(0);
  // a heading in euros prevails
  expect(read('Montant AE (€)', { sheet, title })[0]).toBe(30_000.5);
});

test.each([
  ['Suivi k$', null],
  ['Suivi', 'Montants en dollars'],
  ['Suivi', 'Unité : CHF'],
])('in the sheet « %s » under the title %p, a column that no figure uses has no sum in euros', (sheet, title) => {
  const unused = 'Montant facturé';
  expect(read('Montant AE (€)', { sheet, title, unused })[1]).toEqual([
    `Colonne « ${unused} » : 3 montants illisibles`,
  ]);
});

test('a column in dollars by the title of the table is to be given in euros', () => {
  const headings = [...HEADINGS, 'Montant facturé'];
  const sheet = { name: 'Suivi', rows: [['Montants en dollars'], [], headings, [...FIRST, 3], [...SECOND, 2]] };
  const [found] = findingsOf(workbookOf(sheet)).filter((message) => message.includes('« Montant facturé »'));
  expect(found).toMatch(/Ajoutez une colonne de ces montants en euros, et mettez celle-ci de côté avec un motif\.$/);
});

test.each([
  ['Devis', null, '2 500,50 €'],
  ['Devis k€', null, '2 500 500,00 €'],
  ['Devis k$', null, '2 montants illisibles'],
  ['Devis', 'Montants en k€', '2 500 500,00 €'],
  ['Devis', 'Suivi 2023 k€', '2 500 500,00 €'],
  ['Devis', 'Montants en dollars', '2 montants illisibles'],
  ['Devis', 'Budget : 500 k€', '2 500,50 €'],
])('operations that are left out on the sheet « %s » under the title %p: %s', (name, title, sum) => {
  const rows = [
    ...(title === null ? [] : [[title], []]),
    ['Enveloppe', 'Objet', 'Montant'],
    ['PDE', 'Étude', 1200],
    ['PDE', 'Site', 1300.5],
  ];
  expect(leftOut({ name, rows })).toEqual([`Feuille « ${name} » : 2 lignes et ${sum}`]);
});

test('rows typed below a table in k€ are summed in k€', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE (k€)'];
  const rows = [headings, ...ROWS.map((row) => row.slice(0, 4)), [], [], [], [], [], [], [null, null, null, 12]];
  const found = findingsOf(workbookOf({ name: 'Suivi', rows, tables: { Suivi: 'A1:D5' } }));
  expect(found.filter((message) => message.includes('hors du tableau'))).toEqual([
    expect.stringContaining('1 ligne hors du tableau, non comptée : 12 000,00 € d’AE'),
  ]);
});

test.each(['Suivi F', 'Suivi M', 'Suivi 100 %', 'Suivi EUR'])(
  'the name of the sheet « %s » is no other unit',
  (sheet) => {
    expect(read('Montant AE', { sheet })[0]).toBe(30_000.5);
  },
);

test('the unit of an Excel Table is in the title above it too', () => {
  const headings = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'];
  const rows = [['Montants en k€'], [], headings, ...ROWS.map((row) => row.slice(0, 4))];
  expect(amountsOf({ name: 'Suivi', rows, tables: { TSuivi: 'A3:D7' } })[0]).toBe(30_000_500);
});

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const FIRST = ['PDE', '1400000001', 45_000, 10, 45_010, 4];
const SECOND = ['PDE', '1400000002', 45_001, 5, 45_011, 1];
const NOTE = ['Montants en k€'];

test.each([
  ['the title of the second', [HEADINGS, FIRST, [], NOTE, HEADINGS, SECOND], 5010],
  ['a title as far from both', [HEADINGS, FIRST, [], NOTE, [], HEADINGS, SECOND], 5010],
  ['a note under the first', [HEADINGS, FIRST, NOTE, [], HEADINGS, SECOND], 10_005],
  ['a note under the first, before a title', [HEADINGS, FIRST, NOTE, [], ['Autres'], HEADINGS, SECOND], 10_005],
  ['the title of both, once a page', [NOTE, HEADINGS, FIRST, [], NOTE, HEADINGS, SECOND], 15_000],
  ['the title of the first, and another of the second', [NOTE, HEADINGS, FIRST, ['En €'], HEADINGS, SECOND], 10_005],
])('a unit between two tables, %s', (_, rows, expected) => {
  expect(amountsOf({ name: 'Suivi', rows })[0]).toBe(expected);
});

test.each([
  ['blank rows', Array.from({ length: 15 }, (): CellValue[] => []), 10_000],
  ['words', Array.from({ length: 20 }, (_, at): CellValue[] => [`Consigne ${at}`, 'voir le guide']), 10_000],
  ['a table of figures, whose title it may be', [['PDE', 500, 20], ...Array.from({ length: 10 }, () => [])], 10],
  ['a table of words', [['A', 'B', 'C', 'D'], ...Array.from({ length: 10 }, () => [])], 10],
])('a title in k€ far above the table, with %s in between', (_, between, expected) => {
  expect(amountsOf({ name: 'Suivi', rows: [NOTE, [], ...between, HEADINGS, FIRST] })[0]).toBe(expected);
});

const LONG = 'Suivi des engagements et des paiements de la convention de délégation de gestion, exercice 2023';

test.each([
  ['Unité : millier d’€', 10_000],
  ['Montants : kilo-€', 10_000],
  ["Montants en milliers d'€", 10_000],
  ['Suivi (milliers €)', 10_000],
  ['Suivi 2023 — milliers d’eur', 10_000],
  ['Tableau en millions d’€ TTC', 10_000_000],
  ['Montants en milliers d’€ et non en euros', 10_000],
  ['Montants en centaines d’€', 0],
  ['Montants en milliards d’€', 0],
  ['Montants en milliers d’€ à partir de mars', 0],
  ['Plafond : 500 milliers d’€', 10],
])('a title that writes € for « euros », %s: %s (0, not read)', (title, ae) => {
  expect(amountsOf({ name: 'Suivi', rows: [[title], [], HEADINGS, FIRST] })[0]).toBe(ae);
});

test.each([
  ['a long title', [[`${LONG}. Les montants sont exprimés en milliers d’euros TTC`], HEADINGS, FIRST], 10_000],
  ['a long title about something else', [[`${LONG}, dont le plafond est de 500 k€ par an`], HEADINGS, FIRST], 10],
  [
    'a note beside another',
    [HEADINGS, FIRST, ['Total', null, null, 10, null, 4], [null, 'Montants en k€', 'maj mars']],
    10_000,
  ],
])('the unit in %s', (_, rows, expected) => {
  expect(amountsOf({ name: 'Suivi', rows })[0]).toBe(expected);
});

test.each([
  ['alone over all the columns', [null, null, null, 'En k€'], ['D1:F1'], [10_000, 4000]],
  ['from the first column', ['En k€'], ['A1:C1'], [10_000, 4000]],
  ['over the AE only', [null, null, null, 'En k€'], ['D1:E1'], [10_000, 4]],
  ['over the CP only', [null, null, null, null, 'En k€'], ['E1:F1'], [10, 4000]],
  ['over the AE, euros over the CP', [null, null, null, 'En k€', null, 'En €'], ['D1:E1'], [10_000, 4]],
  ['over the AE, euros over the CP, not merged', [null, null, null, 'En k€', null, 'En €'], [], [10_000, 4]],
  ['over the AE, dollars over the CP', [null, null, null, 'En k€', null, 'En $'], ['D1:E1'], [10_000, 0]],
  ['in the title of a group', [null, null, null, 'Engagements (k€)'], ['D1:E1'], [10_000, 4]],
])('a unit in a row above the headings, %s', (_, band, merges, expected) => {
  const counted = amountsOf({ name: 'Suivi', rows: [band, HEADINGS, FIRST], merges });
  expect(counted).toEqual(expected);
});

test('such a column in dollars has no sum in euros', () => {
  expect(read('Montant AE', { unused: 'Montant facturé ($)' })[1]).toEqual([
    'Colonne « Montant facturé ($) » : 3 montants illisibles',
  ]);
});

test('the one amount of a row of EJ or DP is not read in dollars either', () => {
  const rows = [
    ['Axe ministériel 2', 'Type', 'N° EJ', 'Date', 'Montant (USD)'],
    ['PDE', 'EJ', '1400000001', 45_000, 10_000],
    ['PDE', 'DP', '1400000001', 45_010, 4000],
    ['PDE', 'EJ', '1400000002', 45_020, 3000],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  const counted = opened.ok
    ? controlledAt(opened.value, isoDate('2023-12-31')).report.balances.figures({ envelope: 'PDE', line: null }, 'AE')
    : null;
  expect(counted?.consumed ?? null).toBeNull();
});

test('a column of rates is no column of amounts', () => expect(read('AE %')).toEqual([null, []]));

test.each([
  ['Acompte 30 %', null],
  ['CP 2e versement (30 %)', null],
  ['Solde - 70 %', null],
  ['CP %', '%'],
  ['AE (%)', '%'],
])('« %s » is in %p', (heading, unit) => {
  expect(otherUnitOf(heading)).toBe(unit);
});
