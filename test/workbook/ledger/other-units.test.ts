/** Columns of amounts whose heading gives a unit: it is read, or the column is in no figure and is reported with its sum. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../src/messages/describe-finding';
import type { CellValue } from '../../../src/workbook/cells';
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
])('%s is in thousands of euros', (heading) => {
  expect(read(heading)).toEqual([30_000_500, []]);
});

test.each(['AE (M€ HT)', 'M€ AE', 'Montant AE (M EUR)'])('%s is in millions of euros', (heading) => {
  expect(read(heading)).toEqual([30_000_500_000, []]);
});

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
  'AE (M)',
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
])('in the sheet « %s » under the title %p no amount is in euros', (sheet, title) => {
  expect(read('Montant AE', { sheet, title })[0]).toBe(0);
  // a heading in euros prevails; the row without a payment has no amount in the other currency
  expect(read('Montant AE (€)', { sheet, title })[0]).toBe(15_000);
});

test.each(['Suivi F', 'Suivi M', 'Suivi 100 %', 'Suivi EUR'])(
  'the name of the sheet « %s » is no other unit',
  (sheet) => {
    expect(read('Montant AE', { sheet })[0]).toBe(30_000.5);
  },
);

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
