/** Each payment of a row, and each amendment, has its own amount: a day without it is reported at its cell (DON-01). */
import { cellAddress, type CellValue } from '../../../src/workbook/cells';
import { placeInWorkbook } from '../../../src/workbook/places';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const MARCH = 45000; // 15/03/2023
const APRIL = 45031; // 15/04/2023
const MAY = 45061; // 15/05/2023

const START: readonly CellValue[] = ['Enveloppe', 'N° EJ', 'Date EJ', 'AE'];
const TWICE: readonly CellValue[] = ['Date de paiement 1', 'CP 1', 'Date de paiement 2', 'CP 2'];

/** The cells of DON-01 in a ledger, whose row of headings is the first. */
function lacking(...rows: readonly (readonly CellValue[])[]): readonly string[] {
  const workbook = workbookOf({ name: 'Suivi', rows });
  const { dossier, report } = controlled(workbook, '2023-12-31', convention2023());
  return report.findings
    .filter(({ rule }) => rule === 'DON-01')
    .map(({ place }) => {
      const cell = placeInWorkbook(workbook, dossier.blocks, place);
      return cell ? cellAddress(cell.row, cell.column) : '';
    });
}

const paid = (...cells: readonly CellValue[]): readonly CellValue[] => ['PDE', '1405512301', MARCH, 100, ...cells];

test.each<[string, readonly CellValue[], readonly string[]]>([
  ['the first payment', paid(APRIL, null, MAY, 30), ['F2']],
  ['the second', paid(APRIL, 20, MAY, null), ['H2']],
  ['both', paid(APRIL, null, MAY, null), ['F2', 'H2']],
  ['one of two on the same day', paid(APRIL, null, APRIL, 30), ['F2']],
  ['none: both are complete', paid(APRIL, 20, MAY, 30), []],
  ['none: the second is still to come', paid(APRIL, 20, null, null), []],
  ['none: neither is made', paid(null, null, null, null), []],
])('two payments on a row, of which %s lacks its amount', (_, row, cells) => {
  expect(lacking([...START, ...TWICE], row)).toEqual(cells);
});

test('the payments of another row of the EJ', () => {
  const further: readonly CellValue[] = ['PDE', '1405512301', null, null, MAY, 30, null, null];
  expect(lacking([...START, ...TWICE], paid(APRIL, null, null, null), further)).toEqual([]);
});

test.each<[string, readonly CellValue[], readonly string[]]>([
  ['the amendment', ['PDE', '1405512301', MARCH, 100, APRIL, null], ['F2']],
  ['the initial amount', ['PDE', '1405512301', MARCH, null, APRIL, 100], ['D2']],
  ['neither', ['PDE', '1405512301', MARCH, 100, APRIL, 20], []],
  ['neither: no amendment was signed', ['PDE', '1405512301', MARCH, 100, null, null], []],
])('an EJ and its amendment on a row: %s', (_, row, cells) => {
  expect(lacking(['Enveloppe', 'N° EJ', 'Date EJ 1', 'AE 1', 'Date EJ 2', 'AE 2'], row)).toEqual(cells);
});
