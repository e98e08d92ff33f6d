/** The work of the search for headings, counted; and the rows that it does not reach. */
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';
import { sheetNamed } from '../../../support/readers/xlsx-read';
import { findRangeBlocks } from '../../../../src/workbook/ledger/find-blocks';
import { namesOf } from '../../../../src/workbook/ledger/known-names';
import { CellReader } from '../../../../src/workbook/ledger/read-cells';
import type { Row } from '../../../../src/workbook/ledger/sheet-rows';

const HEADINGS: Row = ['N° EJ', 'Axe ministériel 2', 'Montant AE', "Date d'engagement"];
const ROW: Row = ['1405512345', 'PDE', 100, 45_000];
const NOTHING = { tables: [], aside: [], headings: [] };

/** The blocks of a sheet, and how many rows were taken from it. */
function search(values: readonly Row[]) {
  let taken = 0;
  const at = (row: number): Row => {
    taken++;
    return values[row] ?? [];
  };
  const rows = { first: 0, last: values.length - 1, left: 0, at };
  const sheet = sheetNamed(workbookOf({ name: 'Suivi', rows: values }), 'Suivi');
  const names = namesOf(convention2023());
  const cells = new CellReader(false);
  const found = findRangeBlocks({ sheet, table: null, rows, chosen: () => undefined, cells, names }, NOTHING);
  return { taken, blocks: found.map(({ block }) => block) };
}

const stacked = (tables: number): Row[] => Array.from({ length: tables }, () => [['PDE'], HEADINGS, ROW, ROW]).flat();
const titled = (titles: number): Row[] => [
  ...Array.from({ length: titles }, (_, title) => [`Montant ${title}`, `Titre ${title}`]),
  HEADINGS,
  ROW,
];

test.each([
  ['stacked tables', stacked],
  ['titles', titled],
])('four times as many %s take four times as many rows', (_, draw) => {
  expect(search(draw(400)).taken).toBeLessThan(5 * search(draw(100)).taken);
});

/** Headings of amounts as wide as a sheet, which exhaust the search. */
const WIDE: Row = Array.from({ length: 16_384 }, (_, column) => `Montant ${column}`);

test('a table ends where the search stops: what is below is not read with its columns', () => {
  const wide = [WIDE, WIDE, WIDE];
  const { blocks } = search([HEADINGS, ROW, ROW, ...wide, ROW, ROW]);
  expect(blocks.map(({ firstRow, lastRow }) => [firstRow, lastRow])).toEqual([[1, 2]]);
});

/** Drawn by the oracle (seed 91001, ledgers 1151 and 5243): every word of these rows also reads as a heading. */
test.each<[string, Row]>([
  ['the envelope « SF », which also means « service fait »', ['DP', 'sf', 'Payé', null]],
  ['an EJ number', ['EJ 1512789780', null, 'Non payé', 'Prestations']],
])('an operation without an amount yet is a row of the table, not headings: %s', (_, operation) => {
  const { blocks } = search([HEADINGS, ROW, operation, ROW, ROW]);
  expect(blocks.map(({ headingRow, lastRow }) => [headingRow, lastRow])).toEqual([[0, 4]]);
});
