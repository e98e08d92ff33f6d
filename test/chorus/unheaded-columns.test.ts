/** A column of an extract without a heading: its amounts are in no line, and are reported. */
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput, textInput } from './reading';

const HEADINGS = ['N° EJ', 'N° poste EJ', 'Axe ministériel 2', 'Montant engagé'];

/** Two lines, with a cell each in a column after those of the headings. */
function beside(heading: CellValue, ...cells: readonly [CellValue, CellValue]) {
  const [first, second] = cells;
  const lines = [
    ['1405000001', '1', 'PDE', 10, first],
    ['1405000002', '1', 'PDE', 20, second],
  ];
  return extractOf(sheetInput([...HEADINGS, heading], ...lines)).unheaded;
}

test.each<[string, readonly [CellValue, CellValue], number]>([
  ['amounts', [99, 12.5], 2],
  ['an amount alone', [null, 99], 1],
  ['a negative amount', [-3, null], 1],
  ['amounts as texts', ['1 200,00', '5,50 €'], 2],
])('%s under a blank heading are reported', (_, cells, count) => {
  for (const heading of [null, ' ']) expect(beside(heading, ...cells)).toEqual([{ beside: 'Montant engagé', count }]);
});

test.each<[string, readonly [CellValue, CellValue]]>([
  ['nothing', [null, null]],
  ['words', ['vu', 'à revoir']],
  ['zeros', [0, 0]],
  ['ranks', [1, 2]],
  ['years', [2022, 2023]],
  ['numbers of pieces', [1_000_000_001, 1_000_000_007]],
])('%s under a blank heading are not', (_, cells) => {
  expect(beside(null, ...cells)).toBeUndefined();
});

test('a column with a heading is not one of them, known or not', () => {
  expect(beside('Montant TTC', 99, 12.5)).toBeUndefined();
});

test('the label of a code, and the end of each line of a text, are not', () => {
  const twin = sheetInput(
    ['N° EJ', 'N° poste EJ', 'Fournisseur', '', 'Montant engagé'],
    ['1405000001', 1, 'A', 75.5, 10],
  );
  expect(extractOf(twin).unheaded).toBeUndefined();
  const text = 'N° EJ;N° poste EJ;Société;Montant engagé;\n1405000001;1;ADCE;10,00;\n';
  expect(extractOf(textInput(text)).unheaded).toBeUndefined();
});

test('the first column is beside the heading on its right', () => {
  const extract = extractOf(sheetInput([null, ...HEADINGS], [5.5, '1405000001', '1', 'PDE', 10]));
  expect(extract.unheaded).toEqual([{ beside: 'N° EJ', count: 1 }]);
});
