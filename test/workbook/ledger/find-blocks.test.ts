/** Layouts of the tables that teams keep, and the columns recognised in them. */
import { type CellValue, columnName } from '../../../src/workbook/cells';
import { findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

/** `A ejNumber, E ae (k€)`, one text for each table. */
function tables(rows: Rows, name = 'Suivi'): readonly string[] {
  const [candidate] = findLedgers(workbookOf({ name, rows }));
  return (candidate?.blocks ?? []).map(({ block }) => {
    const columns = [...block.columns.values()].sort((one, other) => one.column - other.column);
    const words = columns.map(({ column, field, unit }) => `${columnName(column)} ${field}${unit ? ` (${unit})` : ''}`);
    return `${block.firstRow + 1}-${block.lastRow + 1}: ${words.join(', ')}`;
  });
}

const HEADINGS = ['N° EJ', 'Objet', 'Date EJ', 'Montant AE'];
const EJ: readonly CellValue[] = ['1405512301', 'Audit', 45000, 12];
const ONE = 'A ejNumber, B label, C commitmentDate, D ae';

test.each([
  ['Suivi k€', ' (k€)'],
  ['Suivi 2023 (M€)', ' (M€)'],
  ['AE en k€', ' (k€)'],
  ['Suivi K', ''],
])('the sheet « %s » gives the unit of its amounts', (name, unit) => {
  expect(tables([HEADINGS, EJ], name)).toEqual([`2-2: ${ONE}${unit}`]);
  expect(tables([[...HEADINGS.slice(0, 3), 'Montant AE (€)'], EJ], name)).toEqual([`2-2: ${ONE}`]);
});

test.each<readonly [string, Rows, readonly string[]]>([
  ['a blank row under the headings', [HEADINGS, [], EJ], [`2-3: ${ONE}`]],
  ['a row of numbers', [HEADINGS, ['Col 1', 'Col 2', 'Col 3', 'Col 4'], EJ], [`3-3: ${ONE}`]],
  ['numbers in parentheses', [HEADINGS, ['(1)', '(2)', '(3)', '(4)'], EJ], [`3-3: ${ONE}`]],
  ['a row of units', [HEADINGS, [null, null, 'jj/mm/aaaa', 'k€'], EJ], [`3-3: ${ONE} (k€)`]],
  ['euros are no unit to speak of', [HEADINGS, [null, null, null, 'en €'], EJ], [`3-3: ${ONE}`]],
  ['a title in M€', [['Montants en M€'], HEADINGS, EJ], [`3-3: ${ONE} (M€)`]],
  ['a note in k€ below the table', [HEADINGS, EJ, [], ['Montants en k€']], [`2-4: ${ONE} (k€)`]],
  [
    'a note that is the title of other rows gives no unit to those above',
    [HEADINGS, EJ, [], ['Montants en k€'], ['Total', null, null, 12]],
    [`2-5: ${ONE}`],
  ],
  ['a heading in k€', [['N° EJ', 'Objet', 'Date EJ', 'Montant AE (k€)'], EJ], [`2-2: ${ONE} (k€)`]],
  ['groups over headings', [['EJ', null, 'Engagement', null], ['N°', 'Objet', 'Date', 'Montant'], EJ], [`3-3: ${ONE}`]],
  [
    'a group over the first heading alone',
    [['N° EJ', 'Objet', 'Engagement'], [null, null, 'Date', 'Montant'], EJ],
    [`3-3: ${ONE}`],
  ],
  [
    'the measure above « EUR »',
    [[null, null, null, 'Montant payé'], ['N° EJ', 'N° DP', 'Date de paiement', 'EUR'], EJ],
    ['3-3: A ejNumber, B dpNumber, C paymentDate, D cp'],
  ],
  [
    'a label under the heading, the code beside it',
    [
      ['N° EJ', 'Centre financier', null, 'Date EJ', 'Montant AE'],
      ['1405512301', 'UO DGE', '0103-CEFP-C002', 45000, 12],
    ],
    ['2-2: A ejNumber, C financialCentre, D commitmentDate, E ae'],
  ],
  [
    'two tables side by side',
    [
      [...HEADINGS, null, 'N° EJ', 'N° DP', 'Date paiement', 'Montant CP'],
      [...EJ, null, '1405512301', '100241599', 45100, 6],
    ],
    [`2-2: ${ONE}`, '2-2: F ejNumber, G dpNumber, H paymentDate, I cp'],
  ],
  [
    'one table with a gap',
    [
      [...HEADINGS, null, 'N° DP', 'Date paiement', 'Montant CP'],
      [...EJ, null, '100241599', 45100, 6],
    ],
    [`2-2: ${ONE}, F dpNumber, G paymentDate, H cp`],
  ],
  [
    'a summary beside the ledger is not read',
    [
      [...HEADINGS, null, 'Enveloppe', 'Montant AE', 'Montant CP'],
      [...EJ, null, 'PDE', 100, 50],
    ],
    [`2-2: ${ONE}`],
  ],
  [
    'stacked tables of the same headings are one',
    [HEADINGS, EJ, [], ['Signaux faibles'], HEADINGS, EJ],
    [`2-6: ${ONE}`],
  ],
])('%s', (_, rows, expected) => {
  expect(tables(rows)).toEqual(expected);
});

test('a « Montant » alone has the nature of the sheet', () => {
  const rows: Rows = [
    ['N° EJ', 'N° DP', 'Date', 'Montant'],
    ['1405512301', '100241599', 45100, 6],
  ];
  expect(tables(rows, 'Paiements')).toEqual(['2-2: A ejNumber, B dpNumber, C paymentDate, D cp']);
  expect(tables(rows, 'Feuil1')).toEqual([]);
});
