/** Rows that repeat the headings of their table. */
import { RepeatedHeadings, repeatedHeadings } from '../../../../src/workbook/ledger/rows/repeated-headings';
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

const HEADINGS: readonly CellValue[] = ['N° EJ', 'Titulaire', 'Montant AE', 'Date', 2023, null];
const ALL = [0, 1, 2, 3, 4, 5];

test.each<readonly [string, readonly CellValue[], readonly number[], boolean]>([
  ['all of them', HEADINGS, ALL, true],
  ['in another case, with other spaces and accents', ['n° ej ', 'TITULAIRE', 'Montant  AE', 'dâte'], ALL, true],
  ['half of the headings that are texts', ['N° EJ', 'Titulaire', 'x', 'y'], ALL, true],
  ['half of them, the last ones', ['x', 'y', 'Montant AE', 'Date'], ALL, true],
  ['one less than half', ['N° EJ', 'x', 'y', 'z'], ALL, false],
  ['numbers beside two of them', ['N° EJ', 12, 13, 'Date'], ALL, true],
  ['one of two: a single word proves nothing', ['N° EJ', 'x'], [0, 1], false],
  ['one of one', ['N° EJ'], [0], false],
  ['a row of numbers', [1, 2, 3, 4, 2023, null], ALL, false],
  ['columns that are not read do not count', ['N° EJ', 'Titulaire', 'x', 'y'], [2, 3], false],
  ['an empty row', [], ALL, false],
])('%s', (_, row, positions, expected) => {
  expect(new RepeatedHeadings(HEADINGS, positions).areIn(row)).toBe(expected);
});

test('a table with one row of headings has it once', () => {
  expect(repeatedHeadings([HEADINGS, HEADINGS], ALL)).toHaveLength(1);
  expect(repeatedHeadings([['Suivi'], HEADINGS], ALL)).toHaveLength(2);
});

test('headings that begin as a total does, « Somme engagée », are repeated headings', () => {
  const headings = ['N° EJ', 'Objet', 'Date d’engagement', 'Somme engagée'];
  const rows = [
    ['PDE'],
    headings,
    ['1405700011', 'Étude', 45_000, 500],
    [null, 'Total', null, 500],
    ['SF'],
    headings,
    ['1405700012', 'Audit', 45_001, 60],
  ];
  const { ae, found } = judged(rows);
  expect([ae, found.filter((one) => one.startsWith('DON-05'))]).toEqual([500, ['DON-05 D4']]);
});
