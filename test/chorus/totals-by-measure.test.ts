/** The totals of an extract with several measures: AE and CP are never added together, each is compared with its own. */
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput, textInput } from './reading';

const HEADINGS = 'N° EJ;N° poste EJ;N° DP;Date de base de la DP;Centre financier;;2023';
const LINES = [
  '1405000001;1;#;#;0103-CEFP-C002;Montant engagé;1000,00',
  '1405000001;1;100240001;02.05.2023;0103-CEFP-C002;Montant payé;400,00',
  '1405000002;1;#;#;0103-CEFP-C002;Montant engagé;500,00',
  '1405000002;1;100240002;02.05.2023;0103-CEFP-C002;Montant payé;300,00',
];
const total = (measure: string, amount: string, word = 'Résultat'): string => `${word};;;;;${measure};${amount}`;

test.each<[string, readonly string[], readonly (readonly [string, number, boolean])[]]>([
  [
    'AE and CP, right',
    [total('Montant engagé', '1500'), total('Montant payé', '700')],
    [
      ['Montant engagé', 1500, true],
      ['Montant payé', 700, true],
    ],
  ],
  [
    'AE over by what CP are under',
    [total('Montant engagé', '1600'), total('Montant payé', '600')],
    [
      ['Montant engagé', 1600, false],
      ['Montant payé', 600, false],
    ],
  ],
  [
    '« Résultat global » of each measure',
    [total('Montant engagé', '1500', 'Résultat global'), total('Montant payé', '700', 'Résultat global')],
    [
      ['Montant engagé', 1500, true],
      ['Montant payé', 700, true],
    ],
  ],
  ['AE alone', [total('Montant engagé', '1500')], [['Montant engagé', 1500, true]]],
  ['without a measure: of all', [total('', '2200')], [['', 2200, true]]],
])('measures in rows, totals %s', (_, totals, wanted) => {
  const text = ['INF-BUD-53;;;;;;', ';;;;;;', HEADINGS, ...LINES, ...totals].join('\n');
  const extract = extractOf(textInput(text));
  expect(extract.lines).toHaveLength(4);
  expect(extract.shownTotals.map(({ measure, cents, agrees }) => [measure, cents / 100, agrees])).toEqual(wanted);
});

test.each<[string, readonly CellValue[], readonly (readonly [string, boolean])[]]>([
  [
    'right',
    [1500, 700],
    [
      ['Montant engagé', true],
      ['Montant payé', true],
    ],
  ],
  [
    'AE over by what CP are under',
    [1600, 600],
    [
      ['Montant engagé', false],
      ['Montant payé', false],
    ],
  ],
  ['AE alone', [1500, null], [['Montant engagé', true]]],
])('measures in columns, totals %s', (_, totals, wanted) => {
  const headings = ['N° EJ', 'N° poste EJ', 'N° DP', 'Bascule des EJ non soldés', 'Montant engagé', 'Montant payé'];
  const lines = [
    ['1405000001', '1', '100240001', null, 1000, 400],
    ['1405000002', '1', '100240002', null, 500, 300],
  ];
  const extract = extractOf(sheetInput(headings, ...lines, ['Résultat', null, null, null, ...totals]));
  expect(extract.shownTotals.map(({ measure, agrees }) => [measure, agrees])).toEqual(wanted);
});
