/** Rows that people inserted or deleted under a writing, found by all the rows around, those of one cell included. */
import type { CellValue } from '../../../src/workbook/cells';
import { markOf } from '../../../src/workbook/registers/row-witnesses';
import { placeAfter, shiftOf } from '../../../src/workbook/registers/shifted-rows';

type Row = readonly CellValue[];

const BLANK: Row = [null, null, null];
/** A document as the writing left it. */
const LEFT: readonly Row[] = [
  ['Répartition', null, null],
  BLANK,
  ['Enveloppe', 'AE', 'CP'],
  ['PDE', 500, 400],
  BLANK,
  ['Contrôles', 'AE', 'CP'],
  ['Écart', 0, 0],
  BLANK,
];
/** The row of « PDE » as it was before. */
const FORMER: readonly Row[] = LEFT.map((row) => (row[0] === 'PDE' ? ['PDE', 450, 350] : row));
const EQUAL: readonly Row[] = [
  ['PDE', 'étude', null],
  ['PDE', 'étude', null],
  ['PDE', 'étude', null],
  ['SF', 'x', 1],
];

const marks = (rows: readonly Row[]): string[] => rows.map((row) => row.map(markOf).join(''));
const inserted = (rows: readonly Row[], at: number, ...more: readonly Row[]): Row[] => [
  ...rows.slice(0, at),
  ...more,
  ...rows.slice(at),
];
const deleted = (rows: readonly Row[], at: number, count: number): Row[] =>
  rows.filter((_, row) => row < at || row >= at + count);
const typed = (rows: readonly Row[], at: number, row: Row): Row[] => rows.map((one, r) => (r === at ? row : one));

test.each<[what: string, left: readonly Row[], now: readonly Row[], places: readonly (number | null)[] | null]>([
  ['nothing happened', LEFT, LEFT, [0, 1, 2, 3, 4, 5, 6, 7]],
  ['a row inserted above the headings', LEFT, inserted(LEFT, 2, BLANK), [0, 1, 3, 4, 5, 6, 7, 8]],
  ['two rows inserted and typed in', LEFT, inserted(LEFT, 3, ['x', 1, 2], ['y', 3, 4]), [0, 1, 2, 5, 6, 7, 8, 9]],
  ['rows inserted at the top', LEFT, inserted(LEFT, 0, BLANK, BLANK), [2, 3, 4, 5, 6, 7, 8, 9]],
  ['a row deleted', LEFT, deleted(LEFT, 3, 1), [0, 1, 2, null, 3, 4, 5, 6]],
  ['the first rows deleted', LEFT, deleted(LEFT, 0, 3), [null, null, null, 0, 1, 2, 3, 4]],
  ['a row is as it was before', LEFT, FORMER, [0, 1, 2, 3, 4, 5, 6, 7]],
  ['the same, and a row inserted above it', LEFT, inserted(FORMER, 3, BLANK), [0, 1, 2, 4, 5, 6, 7, 8]],
  ['a row typed over: not a shift', LEFT, typed(LEFT, 3, ['PDE', 'à voir', 400]), null],
  ['two rows exchanged', LEFT, typed(typed(LEFT, 2, LEFT[3] ?? BLANK), 3, LEFT[2] ?? BLANK), null],
  ['a row inserted and another one typed over', LEFT, inserted(typed(LEFT, 6, ['Écart', 1, 0]), 3, BLANK), null],
  ['a third row inserted among equal ones: which one is not known', EQUAL, inserted(EQUAL, 1, EQUAL[0] ?? BLANK), null],
  ['a row inserted above equal ones', EQUAL, inserted(EQUAL, 0, BLANK), [1, 2, 3, 4]],
  ['one of equal rows deleted', EQUAL, deleted(EQUAL, 1, 1), null],
])('%s', (_, left, now, places) => {
  const witness = (rows: readonly Row[]) => [{ sheet: 'Répartition', top: 0, left: 1, rows: marks(rows) }];
  const beside = now.map((row) => ['note', ...row]);
  const shift = shiftOf(witness(left), witness(left === LEFT ? FORMER : left), { left: 0, rows: marks(beside) });
  expect(shift && left.map((__, row) => placeAfter(shift, row))).toEqual(places);
});

/** Rows as a team has them, of which the last is the one written; its witness is it and the rows beside it. */
const LEDGER: readonly Row[] = [
  ['EJ', 'Objet', 'AE'],
  ['14001', 'étude', 10],
  ['14002', 'audit', 20],
  ['14003', 'site', 30],
  ['14004', 'salon', 40],
  ['14005', 'achat', 50],
  BLANK,
];

test.each<[what: string, now: readonly Row[], places: readonly (number | null)[]]>([
  ['a row deleted far above', deleted(LEDGER, 1, 1), [3, 4, 5]],
  ['two rows deleted far above', deleted(LEDGER, 1, 2), [2, 3, 4]],
  ['three rows deleted far above', deleted(LEDGER, 1, 3), [1, 2, 3]],
  ['two rows deleted, the one above too', deleted(LEDGER, 3, 2), [null, 3, 4]],
  ['two rows inserted far above', inserted(LEDGER, 2, BLANK, BLANK), [6, 7, 8]],
  ['a blank row above the written one, two rows deleted', deleted(typed(LEDGER, 4, BLANK), 1, 2), [null, 3, 4]],
])('a row and those beside it: %s', (what, now, places) => {
  const left = what.startsWith('a blank row') ? typed(LEDGER, 4, BLANK) : LEDGER;
  const witness = [{ sheet: 'Suivi', top: 4, left: 0, rows: marks(left.slice(4)) }];
  const shift = shiftOf(witness, witness, { left: 0, rows: marks(now) });
  expect(shift && [4, 5, 6].map((row) => placeAfter(shift, row))).toEqual(places);
});
