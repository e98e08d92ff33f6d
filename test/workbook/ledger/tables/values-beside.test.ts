/** A value in the row of the headings, right or left of them: the ledger is read as it is without that value. */
import type { CellValue } from '../../../../src/workbook/cells';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { namesOf } from '../../../../src/workbook/ledger/known-names';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Cells = readonly CellValue[];

const NAMES = namesOf(convention2023());
const DAY = 45296;
const HEADINGS: Cells = ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant AE', 'Montant CP', 'Payé le'];
const OPERATIONS: readonly Cells[] = [
  ['1405135458', 'PDE', 'Hébergement', 45020, 1200, 1200, 45060],
  ['1405135459', 'SF', 'Licences', 45021, 900, null, null],
];

/** The field of each column that is read, from the first column of the table. */
function read(rows: readonly Cells[], left = 0): readonly string[] {
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), [], NAMES);
  const columns = found?.blocks.flatMap(({ block }) => [...block.columns.values()]) ?? [];
  return columns.map(({ field, column, heading }) => `${column - left} ${heading} ${field}`).sort();
}

const EXPECTED = read([HEADINGS, ...OPERATIONS]);

test('the table alone', () => {
  expect(EXPECTED).toHaveLength(7);
});

test.each<[string, Cells]>([
  ['a date that names itself', [null, 'Mis à jour le', DAY]],
  ['a date alone', [null, null, DAY]],
  ['credits', [null, 'Budget AE', 600_000]],
  ['credits as text', [null, null, null, null, null, 'Dotation', '600 000 €']],
  ['a rate', [null, 'TVA', 0.2]],
  ['nothing left', [null, 'Écart', 0]],
  ['two figures', [null, 'Budget AE', 600_000, 'Consommé', 2100]],
  ['a date that touches the headings', [DAY]],
])('right of the headings: %s', (_, beside) => {
  expect(read([[...HEADINGS, ...beside], ...OPERATIONS])).toEqual(EXPECTED);
});

test.each<[string, Cells]>([
  ['a date that names itself', ['Mis à jour le', DAY, null]],
  ['a date alone', [DAY, null]],
  ['a number', ['Version', 1.2, null, null]],
])('left of the headings: %s', (_, beside) => {
  const blank = beside.map(() => null);
  const rows = [[...beside, ...HEADINGS], ...OPERATIONS.map((row) => [...blank, ...row])];
  expect(read(rows, beside.length)).toEqual(EXPECTED);
});

test('beside the titles of the groups over the headings', () => {
  const lower: Cells = ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date', 'Montant', 'Montant', 'Date'];
  const upper: Cells = ['Engagement', null, null, null, null, 'Paiement', null];
  const fieldsOf = (rows: readonly Cells[]) => read(rows).map((column) => column.replace(/ .* /, ' '));
  expect(fieldsOf([[...upper, null, 'Mis à jour le', DAY], lower, ...OPERATIONS])).toEqual(
    fieldsOf([upper, lower, ...OPERATIONS]),
  );
});

test.each<[string, Cells]>([
  ['its number', [1405135460, null, 'Paiement', 'Engagement', 'Notifié', null, 300]],
  ['numbers on both sides', [300, null, 'Paiement', 'Engagement', 'Axe', null, 300]],
])('an operation in words is none, by %s', (_, row) => {
  expect(read([HEADINGS, ...OPERATIONS, row])).toEqual(EXPECTED);
});

/** A first row without an EJ: its words read as headings, « SF », « Engagement », and its day and amount as beside them. */
test.each([
  ['none of its numbers', [null, null]],
  ['a word for its DP', [null, 'à venir']],
])('the first operation below the headings is one, with %s', (_, numbers) => {
  const headings = ['N° EJ', 'N° DP', 'Objet', 'Titulaire', 'Axe ministériel 2', 'Poste', 'Nature', 'Date EJ'];
  const rows: readonly Cells[] = [
    [...headings, 'Date de paiement', 'Montant'],
    [...numbers, 'Campagne 3', 'Dupont', 'SF', 'Prestations', 'Engagement', DAY - 400, null, 12_740.91],
    ['1405385013', null, 'Campagne 1', 'Dupont', 'PDE', 'Prestations', 'Engagement', DAY - 380, null, 89_600],
    ['1405385013', '0100385053', 'Campagne 1', 'Dupont', 'PDE', 'Prestations', 'Paiement', null, DAY - 300, 612],
  ];
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), [], NAMES);
  expect(found?.blocks.map(({ block }) => [block.firstRow, block.lastRow])).toEqual([[1, 3]]);
});
