/** Ranges: contents, places, formats. */
import { addressOf, testSnippets, valuesAfter, ventes, vide, type Snippet } from '../../../support/excel/snippets';

const RANGES: readonly Snippet[] = [
  ['one value in one cell', valuesAfter((sheet) => (sheet.getRange('C3').values = [[5]]), 'C3'), [[5]]],
  [
    'formulas over a block, computed',
    valuesAfter((sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('B1:B3').formulas = [['=A1*2'], ['=A2*2'], ['=SUM(B1:B2)']];
    }, 'B1:B3'),
    [[2], [4], [6]],
  ],
  [
    'a text that begins with « = » among values is a formula',
    valuesAfter((sheet) => (sheet.getRange('A1').values = [['=1+1']]), 'A1'),
    [[2]],
  ],
  [
    'a single value fills the range',
    valuesAfter((sheet) => (sheet.getRange('A1:B2').values = 7 as never), 'A1:B2'),
    [
      [7, 7],
      [7, 7],
    ],
  ],
  [
    'null leaves a cell as it is',
    valuesAfter((sheet) => {
      sheet.getRange('A1:B1').values = [['a', 'b']];
      sheet.getRange('A1:B1').values = [['c', null]];
    }, 'A1:B1'),
    [['c', 'b']],
  ],
  [
    'the rectangle around two',
    addressOf((s) => s.getRange('H2:J5').getBoundingRect(s.getRange('J4:L8'))),
    'Vide!H2:L8',
  ],
  ['what two share', addressOf((s) => s.getRange('H2:J5').getIntersection(s.getRange('J4:L8'))), 'Vide!J4:J5'],
  ['moved by rows and columns', addressOf((s) => s.getRange('H2:J5').getOffsetRange(6, 3)), 'Vide!K8:M11'],
  ['larger and narrower', addressOf((s) => s.getRange('J4:L8').getResizedRange(2, -1)), 'Vide!J4:K10'],
  ['the last column', addressOf((s) => s.getRange('A1:C4').getLastColumn()), 'Vide!C1:C4'],
  ['a cell of it, by position', addressOf((s) => s.getRange('B2:D9').getCell(0, 0)), 'Vide!B2'],
  [
    'a row pushed down, then back up',
    valuesAfter((sheet) => {
      sheet.getRange('A1:A2').values = [['a'], ['b']];
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('2:2').delete('Up');
    }, 'A1:A2'),
    [[''], ['b']],
  ],
  [
    'contents cleared, formats kept',
    async (book, context) => {
      const range = vide(book).getRange('A1');
      range.values = [[12]];
      range.numberFormat = [['0.00']];
      range.clear('Contents');
      range.load('values,numberFormat');
      await context.sync();
      return [range.values, range.numberFormat];
    },
    [[['']], [['0.00']]],
  ],
  [
    'an empty sheet has no used range',
    async (book, context) => {
      const used = vide(book).getUsedRangeOrNullObject(true);
      await context.sync();
      return used.isNullObject;
    },
    true,
  ],
  [
    'properties of cells: an empty object changes nothing',
    async (book, context) => {
      const range = vide(book).getRange('A1:B1');
      range.format.fill.color = '#FFFF00';
      range.setCellProperties([[{ format: { fill: { color: '#0000FF' }, font: { bold: true } } }, {}]]);
      const found = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
      await context.sync();
      return found.value[0]?.map(({ address, format }) => [address, format?.fill?.color, format?.font?.bold]);
    },
    [
      ['Vide!A1', '#0000FF', true],
      ['Vide!B1', '#FFFF00', false],
    ],
  ],
  [
    'several formats in one go',
    async (book, context) => {
      const range = ventes(book).getRange('A1:C1');
      range.set({ format: { fill: { color: '#4472C4' }, font: { color: 'white', name: 'Verdana' } } } as never);
      range.load('format/fill/color,format/font/color,format/font/name');
      await context.sync();
      return [range.format.fill.color, range.format.font.color, range.format.font.name];
    },
    ['#4472C4', '#FFFFFF', 'Verdana'],
  ],
];

testSnippets(RANGES);
