/**
 * Lines above the row of headings that is known best: the first pages of a list whose headings have changed, another
 * table, or lines under headings that are not known. Each is read, or is listed as not read.
 */
import { unreadOf } from '../../src/domain/reconciliation/unread-lines';
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, lineText, linesText, sheetInput } from './reading';

type Row = readonly CellValue[];

const AE: Row = ['Programme', 'Axe ministériel 2', 'N° EJ', 'N° poste EJ', 'Fournisseur', 'Montant engagé'];
const SHORT_AE: Row = ['N° EJ', 'N° poste EJ', 'Montant engagé'];
const CP: Row = ['N° EJ', 'N° poste EJ', 'N° DP', 'Date comptable', 'Montant payé'];
const engaged = (ej: string, amount: number): Row => ['0103', 'PDE', ej, '1', 'A', amount];
const paid = (ej: string, dp: string, amount: number): Row => [ej, '1', dp, '15/03/2023', amount];

/** The lines, and why each other row is ignored. */
function read(...rows: readonly Row[]): readonly [lines: readonly string[], ignored: readonly string[]] {
  const { lines, ignored } = extractOf(sheetInput(...rows));
  return [lines.map(lineText), ignored.map(({ line, reason }) => `${line} ${reason}`)];
}

test('a short table above the usual one is read, with the words between them', () => {
  expect(
    read(
      ['Engagements saisis en décembre'],
      SHORT_AE,
      ['1405000050', '1', 18_000],
      ['1405000051', '1', 2500],
      [],
      ['Engagements de janvier à novembre'],
      AE,
      engaged('1405000001', 60_000),
    ),
  ).toEqual([
    [
      '3 commitment AE 1405000050/1 18000.00',
      '4 commitment AE 1405000051/1 2500.00',
      '8 commitment AE 1405000001/1 60000.00',
    ],
    ['1 preamble', '6 preamble'],
  ]);
});

test('the lines above the headings again are read by those that name most columns', () => {
  const first = CP.map((heading) => (heading === 'Date comptable' ? 'Comptabilisé' : heading));
  expect(read(first, paid('1405000001', '100200001', 20), CP, paid('1405000001', '100200002', 30))).toEqual([
    [
      '2 payment CP 1405000001/1 DP 0100200001 20.00 2023-03-15',
      '4 payment CP 1405000001/1 DP 0100200002 30.00 2023-03-15',
    ],
    ['3 headings'],
  ]);
});

test('the same headings with two numbers exchanged are those of another table', () => {
  const [ej, line, dp, date, amount] = CP;
  const exchanged = [dp ?? null, line ?? null, ej ?? null, date ?? null, amount ?? null];
  expect(
    linesText(sheetInput(CP, paid('1405000001', '100200001', 20), exchanged, paid('100200002', '1405000002', 30))),
  ).toEqual([
    '2 payment CP 1405000001/1 DP 0100200001 20.00 2023-03-15',
    '4 payment CP 1405000002/1 DP 0100200002 30.00 2023-03-15',
  ]);
});

test('a table of commitments above one of payments: both are read, and each total is that of its table', () => {
  const total = (amount: number): Row => ['Total général', '', '', '', '', amount];
  const table = [AE, engaged('1405000001', 60), engaged('1405000002', 40), total(100), []];
  const payments = [CP, paid('1405000001', '100200001', 20), ['Total général', '', '', '', 20]];
  const extract = extractOf(sheetInput(...table, ...payments));
  expect(extract.lines.map(({ nature, cents }) => `${nature} ${cents}`)).toEqual(['AE 6000', 'AE 4000', 'CP 2000']);
  expect([extract.shownTotals, extract.lacks.includes('ej')]).toEqual([
    [{ measure: '', cents: 12_000, agrees: true }],
    false,
  ]);
  const both = extractOf(sheetInput(...table.slice(0, 3), [], ...payments.slice(0, 2), ['Total', '', '', '', 120]));
  expect(both.shownTotals).toEqual([{ measure: '', cents: 12_000, agrees: true }]);
});

test('a second table that lists the same operations again is not read, and its sum is given', () => {
  const recapitulation = [SHORT_AE, ['1405000001', '', 60], ['1405000002', '', 40]];
  const lines = [AE, engaged('1405000001', 60), engaged('1405000002', 30), engaged('1405000002', 10)];
  const extract = extractOf(sheetInput(...lines, [], ...recapitulation));
  expect(extract.lines.map(({ cents }) => cents)).toEqual([6000, 3000, 1000]);
  expect(unreadOf([extract], [], 2023)).toMatchObject([{ lines: [7, 8], cents: 10_000 }]);
  const byDp = extractOf(
    sheetInput(
      CP,
      paid('1405000001', '100200001', 20),
      [],
      [...SHORT_AE.slice(0, 2), 'Fournisseur', 'Montant payé'],
      ['1405000001', '', 'A', 20],
    ),
  );
  expect(unreadOf([byDp], [], 2023)).toMatchObject([{ lines: [5], cents: 2000 }]);
});

test('pages of one list under the same headings are read, with another table between them', () => {
  const pages = [AE, engaged('1405000001', 60), CP, paid('1405000001', '100200001', 20), AE, engaged('1405000001', -5)];
  expect(read(...pages)[0]).toHaveLength(3);
});

test.each<[string, readonly Row[], readonly number[], number | null]>([
  [
    'an EJ',
    [
      ['Pièce', 'Somme'],
      ['1405000050', 18_000.5],
    ],
    [2],
    1_800_050,
  ],
  ['a DP', [['100200050', 'Société A', 18_000]], [1], 1_800_000],
  ['a number', [[1_405_000_050, 1, 18_000]], [1], 1_800_000],
  ['texts', [['1405000050', '1', '15/03/2023', '18 000,50']], [1], 1_800_050],
  ['two amounts', [['1405000050', 18_000, 9000]], [1], null],
])('a line above the headings (%s) is not read, and its amount is given', (_, above, lines, cents) => {
  const extract = extractOf(sheetInput(...above, AE, engaged('1405000001', 60)));
  expect(unreadOf([extract], [], 2023)).toMatchObject([{ lines, cents }]);
});

test.each<[string, Row]>([
  ['words', ['INF-BUD-53 : Pilotage de la gestion']],
  ['a date', ['Dernière MàJ des données :', '03.02.2023 05:32:09']],
  ['the exercice', ['Exercice comptable', 2023]],
  ['a criterion', ['N° EJ', '1405000001', 'Programme', 103]],
  ['a telephone', ['Contact', '0140506070']],
  ['an amount alone', ['Total', 60]],
])('%s above the headings is no line', (_, above) => {
  expect(unreadOf([extractOf(sheetInput(above, AE, engaged('1405000001', 60)))], [], 2023)).toEqual([]);
});

/** Tables of one line, whose headings alternate. */
const stacked = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, at): Row[] => {
    const ej = `14050${10_000 + at}`;
    return at % 2 === 0
      ? [SHORT_AE, [ej, '1', 100]]
      : [
          ['N° poste EJ', 'N° EJ', 'Montant engagé'],
          ['1', ej, 100],
        ];
  }).flat();

test('many tables under one another: each line is read once', () => {
  const [lines] = read(...stacked(500));
  expect(new Set(lines.map((line) => line.split(' ')[3])).size).toBe(500);
});

test('more tables than any export has: refused', () => {
  expect(() => read(...stacked(1002))).toThrow();
});
