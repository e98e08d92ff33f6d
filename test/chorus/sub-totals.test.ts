/** Sub-totals of an EJ that repeat its number, without a word of total, and suppliers that are called Total. */
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput } from './reading';

type Row = readonly CellValue[];

/** The amounts of the lines in euros, and the lines that are totals. */
function read(headings: readonly string[], rows: readonly Row[]): readonly [readonly number[], readonly number[]] {
  const { lines, ignored } = extractOf(sheetInput([...headings], ...rows));
  const totals = ignored.filter(({ reason }) => reason === 'total').map(({ line }) => line);
  return [lines.map(({ cents }) => cents / 100), totals];
}

const AE = ['N° EJ', 'N° poste EJ', 'Fournisseur', 'Montant engagé'];
const CP = ['N° EJ', 'N° DP', 'Date de dernière opération sur la DP', 'Montant payé'];
const A = '1405000001';
const B = '1405000002';

test.each<[why: string, rows: readonly Row[], amounts: readonly number[], totals: readonly number[]]>([
  [
    'below the lines',
    [
      [A, 1, 'X', 10],
      [A, 2, 'X', 20],
      [A, '', '', 30],
    ],
    [10, 20],
    [4],
  ],
  [
    'above the lines',
    [
      [A, '', '', 30],
      [A, 1, 'X', 10],
      [A, 2, 'X', 20],
    ],
    [10, 20],
    [2],
  ],
  [
    'with the supplier again',
    [
      [A, 1, 'X', 10],
      [A, 2, 'X', 20],
      [A, '', 'X', 30],
    ],
    [10, 20],
    [4],
  ],
  [
    'of one line, beside one of several',
    [
      [A, 1, 'X', 10],
      [A, 2, 'X', 20],
      [A, '', '', 30],
      [B, 1, 'Y', 5],
      [B, '', '', 5],
    ],
    [10, 20, 5],
    [4, 6],
  ],
  [
    'of one line alone: it is that line, twice',
    [
      [A, 1, 'X', 10],
      [A, '', 'X', 10],
    ],
    [10, 10],
    [],
  ],
  [
    'another amount',
    [
      [A, 1, 'X', 10],
      [A, 2, 'X', 20],
      [A, '', '', 31],
    ],
    [10, 20, 31],
    [],
  ],
  [
    'of another EJ',
    [
      [A, 1, 'X', 10],
      [A, 2, 'X', 20],
      [B, '', '', 30],
    ],
    [10, 20, 30],
    [],
  ],
  [
    'lines without a poste either',
    [
      [A, '', 'X', 10],
      [A, '', 'X', 20],
      [A, '', 'X', 30],
    ],
    [10, 20, 30],
    [],
  ],
  [
    'an amount that is not read',
    [
      [A, 1, 'X', 10],
      [A, 2, 'X', 'vingt'],
      [A, '', '', 10],
    ],
    [10, 10],
    [],
  ],
])('AE, %s', (_, rows, amounts, totals) => {
  expect(read(AE, rows)).toEqual([amounts, totals]);
});

test.each<[why: string, rows: readonly Row[], amounts: readonly number[], totals: readonly number[]]>([
  [
    'without DP nor day',
    [
      [A, '100200001', '15.05.2023', 10],
      [A, '100200002', '15.06.2023', 20],
      [A, '', '', 30],
    ],
    [10, 20],
    [4],
  ],
  [
    'with a day: a payment',
    [
      [A, '100200001', '15.05.2023', 10],
      [A, '100200002', '15.06.2023', 20],
      [A, '', '20.06.2023', 30],
    ],
    [10, 20, 30],
    [],
  ],
  [
    '« # » is a payment without DP',
    [
      [A, '100200001', '', 10],
      [A, '100200002', '', 20],
      [A, '#', '', 30],
    ],
    [10, 20, 30],
    [],
  ],
])('CP, %s', (_, rows, amounts, totals) => {
  expect(read(CP, rows)).toEqual([amounts, totals]);
});

test.each(['Fournisseur', 'Titulaire', 'Désignation du tiers', 'Prestataire', 'Raison sociale du titulaire'])(
  'a company called Total under « %s » is no total',
  (heading) => {
    const rows = [
      [A, 1, 'OVH', 10],
      [B, 1, 'TOTAL', 20],
    ];
    expect(read(['N° EJ', 'N° poste EJ', heading, 'Montant engagé'], rows)).toEqual([[10, 20], []]);
  },
);

test('so is one under the blank heading beside that of the code of the supplier', () => {
  const headings = ['N° EJ', 'N° poste EJ', 'Fournisseur titulaire principal (EJ)', '', 'Montant engagé'];
  const rows = [
    [A, 1, '1001465507', 'OVH', 10],
    [B, 1, '1001465508', 'Total', 20],
  ];
  expect(read(headings, rows)).toEqual([[10, 20], []]);
});
