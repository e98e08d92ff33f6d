/**
 * Rows without number of EJ: totals of any words or of none, groups written once as in a pivot table; and tables pasted
 * under or beside an extract. Each amount is read once, or its line is listed.
 */
import type { CellValue } from '../../src/workbook/cells';
import { gridOfSheet } from '../../src/chorus/extract-rows';
import { workbookOf } from '../support/ledgers/workbook-of';
import { extractOf, lineText, refusalOf, sheetInput } from './reading';

type Row = readonly CellValue[];

const HEADINGS = ['Programme', 'N° EJ', 'N° poste EJ', 'Fournisseur', 'Montant engagé'];
const FIRST = ['0103', '1405000001', '1', 'ATELIER', 100];
const SECOND = ['0103', '1405000002', '1', 'IMPRIMERIE', 200.5];
const THIRD = ['0103', '1405000003', '1', 'STUDIO', 50];

/** The amounts of the lines in euros, and why each other row is ignored. */
function read(...rows: readonly Row[]): readonly [amounts: readonly number[], ignored: readonly string[]] {
  const { lines, ignored } = extractOf(sheetInput(HEADINGS, ...rows));
  return [lines.map(({ cents }) => cents / 100), ignored.map(({ line, reason }) => `${line} ${reason}`)];
}

test.each([
  'Total engagé',
  'TOTAL :',
  'Ensemble',
  'Total 2023',
  'Total programme 0103',
  'Total PDE',
  'Somme des lignes',
  'À reporter',
])('« %s » after the lines is their total', (label) => {
  expect(read(FIRST, SECOND, [label, '', '', '', 300.5])).toEqual([[100, 200.5], ['4 total']]);
});

test.each<[string, Row]>([
  ['without a word', ['', '', '', '', 300.5]],
  ['under the sign of SAP', ['**', '', '', '', 300.5]],
  ['in letters with spaces', ['T O T A L', '', '', '', 300.5]],
  ['with a count of its lines', ['', '2 EJ', '', '', 300.5]],
  ['of the programme that it repeats', ['0103', '', '', '', 300.5]],
])('a row that is the sum of the lines above, %s, is their total', (_, total) => {
  expect(read(FIRST, SECOND, total, THIRD)).toEqual([[100, 200.5, 50], ['4 total']]);
});

test('a row with as many codes as the lines, and their sum, is a line where the extract gives no more', () => {
  const headings = ['Programme', 'Axe ministériel 2', 'Centre de coûts', 'N° EJ', 'Montant engagé'];
  const line = (ej: string, amount: number): Row => ['0103', 'PDE', 'EMPEF00075', ej, amount];
  const lines = [line('1405000001', 100), line('1405000002', 200.5)];
  const readAfter = (row: Row): readonly number[] =>
    extractOf(sheetInput(headings, ...lines, row)).lines.map(({ cents }) => cents / 100);
  expect(readAfter(line('', 300.5))).toEqual([100, 200.5, 300.5]);
  expect(readAfter(['0103', 'PDE', '', '', 300.5])).toEqual([100, 200.5]);
});

test.each<[string, string, string, readonly number[]]>([
  ['another DP', '100200007', '100200301', [45_000, 45_000]],
  ['the same DP', '100200007', '100200007', [45_000]],
  ['no DP', '', '100200301', [45_000]],
  ['no DP (#)', '#', '100200301', [45_000]],
])('a payment that opens a group, with %s, and the amount of the next one', (_, first, second, amounts) => {
  const headings = ['Programme', 'N° EJ', 'N° poste EJ', 'N° DP', 'Montant payé'];
  const rows = [
    ['0103', '1405000005', '', first, 45_000],
    ['', '', '', second, 45_000],
  ];
  expect(extractOf(sheetInput(headings, ...rows)).lines.map(({ cents }) => cents / 100)).toEqual(amounts);
});

test('a total at the top, with or without a word, is no line', () => {
  expect(read(['', '', '', '', 300.5], FIRST, SECOND)).toEqual([[100, 200.5], ['2 total']]);
  expect(read(['Total', '', '', '', 300.5], FIRST, SECOND)).toEqual([[100, 200.5], ['2 total']]);
});

test('a row without number that sums nothing stays a line, in its place', () => {
  expect(read(['', '', '', '', 300.4], FIRST, SECOND)[0]).toEqual([300.4, 100, 200.5]);
  expect(read(FIRST, ['0103', '', '', '', 300.5], SECOND)[0]).toEqual([100, 300.5, 200.5]);
  expect(read(FIRST, SECOND, ['0103', '#', '#', 'TOTAL ENERGIES', 300.5])[0]).toEqual([100, 200.5, 300.5]);
});

test('a carry-over that sums no line is listed as not read', () => {
  expect(read(['Report 2022', '', '', '', 5000], FIRST)).toEqual([[100], ['2 movementUnknown']]);
});

test('subtotals that are right where they are make the extract agree, whatever follows them', () => {
  const subtotal = ['Sous-total', '', '', '', 300.5];
  expect(extractOf(sheetInput(HEADINGS, FIRST, SECOND, subtotal, THIRD)).shownTotals).toMatchObject([{ agrees: true }]);
  const wrong = ['Sous-total', '', '', '', 301];
  expect(extractOf(sheetInput(HEADINGS, FIRST, SECOND, wrong, THIRD)).shownTotals).toMatchObject([{ agrees: false }]);
});

describe('a group that writes its number once', () => {
  const NEXT = ['', '', '2', 'ATELIER', 30];

  test('gives it to its further rows, which are counted as repaired', () => {
    const extract = extractOf(sheetInput(HEADINGS, FIRST, NEXT, SECOND));
    expect(extract.lines.map(lineText)).toEqual([
      '2 commitment AE 1405000001/1 100.00',
      '3 commitment AE 1405000001/2 30.00',
      '4 commitment AE 1405000002/1 200.50',
    ]);
    expect(extract.lines[1]?.imputation.programme).toMatchObject({ canonical: '0103' });
    expect(extract.repairs).toEqual([{ kind: 'filledDown', line: 3, count: 1 }]);
  });

  test('and its sum on the same first row, which is no line', () => {
    const whole = ['0103', '1405000001', '', '', 100];
    expect(read(whole, ['', '', '1', 'A', 70], NEXT, SECOND)).toEqual([[70, 30, 200.5], ['2 total']]);
    const other = ['0103', '1405000001', '', '', 101];
    expect(read(other, ['', '', '1', 'A', 70], NEXT)[0]).toEqual([101, 70, 30]);
  });

  test('but not past its total', () => {
    const { lines } = extractOf(sheetInput(HEADINGS, FIRST, ['', 'Total 1405000001', '', '', 100], NEXT));
    expect(lines.map(({ ej }) => ej)).toEqual(['1405000001', '']);
  });
});

describe('a group that writes its number once, and its codes on each row', () => {
  const headings = [
    'Programme',
    'N° EJ',
    'N° EJ - Date de réplication (Clé)',
    'N° poste EJ',
    'Fournisseur',
    'Montant engagé',
  ];
  const first = ['0103', '1405000001', '01/02/2023', '1', 'ATELIER', 30_000];

  test.each`
    next                                                     | merged | ej              | why
    ${['0103', '', '01/02/2023', '2', 'ATELIER', 20_000]}    | ${[]}  | ${'1405000001'} | ${'the next poste of the same codes, date and supplier'}
    ${['0103', '', '01/02/2023', '10', 'ATELIER', 20_000]}   | ${[]}  | ${'1405000001'} | ${'a later poste'}
    ${['0103', '', '01/02/2023', '1', 'ATELIER', 20_000]}    | ${[]}  | ${''}           | ${'the same poste may be that of another EJ'}
    ${['0103', '', '01/02/2023', '', 'ATELIER', 20_000]}     | ${[]}  | ${''}           | ${'no poste'}
    ${['0104', '', '01/02/2023', '2', 'ATELIER', 20_000]}    | ${[]}  | ${''}           | ${'other codes'}
    ${['0103', '', '03/02/2023', '2', 'ATELIER', 20_000]}    | ${[]}  | ${''}           | ${'another date'}
    ${['0103', '', '01/02/2023', '2', 'IMPRIMERIE', 20_000]} | ${[]}  | ${''}           | ${'another supplier'}
    ${['0103', '#', '01/02/2023', '2', 'ATELIER', 20_000]}   | ${[]}  | ${''}           | ${'« # » is an amount without EJ'}
    ${['0104', '', '03/02/2023', '1', 'IMPRIMERIE', 20_000]} | ${[1]} | ${'1405000001'} | ${'its EJ is merged with the one above'}
    ${['', '', '', '', '', 20_000]}                          | ${[1]} | ${'1405000001'} | ${'its EJ is merged with the one above, and it has nothing else'}
    ${['0103', '', '01/02/2023', '1', 'ATELIER', 20_000]}    | ${[0]} | ${''}           | ${'its programme alone is merged'}
  `('$why: EJ « $ej »', ({ next, merged, ej }) => {
    const rows = [headings, first, next as Row, ['0103', '1405000009', '05/02/2023', '1', 'STUDIO', 7]];
    const given = sheetInput(...rows);
    if (!('rows' in given)) throw new Error('a sheet');
    const of = new Set(merged as number[]);
    const { lines } = extractOf({
      ...given,
      rows: given.rows.map((row) => (row.line === 3 ? { ...row, merged: of } : row)),
    });
    expect(lines.map((line) => [line.ej, line.cents / 100])).toEqual([
      ['1405000001', 30_000],
      [ej, 20_000],
      ['1405000009', 7],
    ]);
  });

  test('three postes follow each other, and what is merged beside the EJ is theirs too', () => {
    const rows = [headings, first, ['0103', '', '', '2', '', 20], ['0103', '', '', '3', '', 10]];
    const given = sheetInput(...rows);
    if (!('rows' in given)) throw new Error('a sheet');
    const merged = new Set([1, 2, 4, 5]);
    const { lines, repairs } = extractOf({
      ...given,
      rows: given.rows.map((row) => (row.line > 2 ? { ...row, merged } : row)),
    });
    expect(lines.map(lineText)).toEqual([
      '2 commitment AE 1405000001/1 30000.00 2023-02-01',
      '3 commitment AE 1405000001/2 20.00 2023-02-01',
      '4 commitment AE 1405000001/3 10.00 2023-02-01',
    ]);
    expect(lines.map(({ supplier }) => supplier)).toEqual(['ATELIER', 'ATELIER', 'ATELIER']);
    expect(repairs).toEqual([{ kind: 'filledDown', line: 3, count: 2 }]);
  });

  test('an amount that is merged over the postes counts once', () => {
    const given = sheetInput(headings, first, ['0103', '', '', '2', '', null]);
    if (!('rows' in given)) throw new Error('a sheet');
    const merged = new Set([1, 5]);
    const rows = given.rows.map((row) => (row.line === 3 ? { ...row, merged } : row));
    expect(extractOf({ ...given, rows }).lines.map(({ cents }) => cents / 100)).toEqual([30_000]);
  });
});

test('the merged cells of a sheet: by row, the columns of its values that are merged with the row above', () => {
  const rows = [HEADINGS, FIRST, SECOND, THIRD].map((row) => [null, ...row]);
  const [sheet] = workbookOf({ name: 'Feuil1', rows }).sheets;
  const area = { top: 1, left: 1, rows: 2, columns: 2 };
  const merges = [
    area,
    { top: 3, left: 5, rows: 1_000_000, columns: 16_000 },
    { top: 2, left: 3, rows: 1, columns: 2 },
  ];
  const used = { ...(sheet!.used ?? area), left: 1, columns: 5 };
  const values = [HEADINGS, FIRST, SECOND, THIRD];
  const grid = gridOfSheet({ ...sheet!, used, values, merges });
  expect(grid.map(({ merged }) => merged && [...merged])).toEqual([undefined, undefined, [0, 1], undefined]);
});

test('lines under other headings without amounts are listed, not read as if they were under the first', () => {
  const other = ['Programme', 'N° EJ', 'N° DP', 'Fournisseur', 'Montant HT'];
  const payment = ['0103', '1405000001', '500000001', 'ATELIER', 60];
  expect(read(FIRST, [], other, payment)).toEqual([[100], ['3 empty', '4 otherHeadings', '5 otherHeadings']]);
  expect(read(FIRST, other, payment, HEADINGS, SECOND)).toEqual([
    [100, 200.5],
    ['3 otherHeadings', '4 otherHeadings'],
  ]);
});

test('two extracts side by side are refused: the payment of a row is of another EJ', () => {
  const headings = ['Programme', 'N° EJ', 'Montant engagé', '', 'N° EJ', 'N° DP', 'Montant payé'];
  const refusal = { code: 'extractAmbiguous', candidates: ['N° EJ', 'N° EJ'] };
  const row = ['0103', '1405000001', 100, '', '1405000002', '500000001', 60];
  expect(refusalOf(sheetInput(headings, row))).toMatchObject(refusal);
  const same = ['0103', '1405000001', 100, '', '1405000001', '500000001', 60];
  expect(extractOf(sheetInput(headings, same)).lines).toHaveLength(2);
});

test('a dash is nothing, alone or beside another measure', () => {
  const headings = ['Programme', 'N° EJ', 'Montant engagé', 'Montant payé'];
  const both = extractOf(sheetInput(headings, ['0103', '1405000001', 100, '-'], ['0103', '1405000002', '–', 5]));
  expect(both.lines.map(({ nature, cents }) => `${nature} ${cents}`)).toEqual(['AE 10000', 'CP 500']);
  expect(read(FIRST, ['0103', '1405000002', '1', 'A', '-'])).toEqual([[100], ['3 zero']]);
});
