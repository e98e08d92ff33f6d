/** The rows that a writing changed, recognised later by the cells around: in their place, or moved. */
import type { CellValue } from '../../../src/workbook/cells';
import type { WriteStep } from '../../../src/workbook/plan';
import { markOf, movedCells, witnessesAfter } from '../../../src/workbook/registers/row-witnesses';

type Row = readonly CellValue[];

const LEDGER: readonly Row[] = [
  ['Axe', 'Objet', 'AE', 'Tiers'],
  ['PDE', 'étude', 100, 'A'],
  ['PDE', 'étude', 200, 'A'],
  ['PDE', 'étude', 200, 'A'],
  ['SRE', 'salon', 300, 'B'],
  ['SF', 'audit', 400, 'C'],
  [null, null, null, null],
];

const marks = (rows: readonly Row[]): string[] => rows.map((row) => row.map(markOf).join(''));

/** The amounts of these rows were emptied. */
const writtenIn = (rows: readonly number[]): WriteStep[] =>
  rows.map((top) => ({ kind: 'setCells', sheet: 'Suivi', top, left: 2, cells: [[{ value: null }]] }));

function moved(recorded: readonly Row[], now: readonly Row[], rows: readonly number[]): number[] {
  const before = { sheet: 'Suivi', top: 0, left: 0, rows: marks(recorded) };
  const steps = writtenIn(rows);
  const witnesses = witnessesAfter({ purpose: 'repair', expected: [], steps }, [before]);
  return movedCells(steps, witnesses, () => marks(now)).map(({ row }) => row);
}

const inserted = (rows: readonly Row[], at: number, row: Row): Row[] => [...rows.slice(0, at), row, ...rows.slice(at)];
const without = (rows: readonly Row[], at: number): Row[] => rows.filter((_, index) => index !== at);
const withCell = (rows: readonly Row[], at: number, column: number, value: CellValue): Row[] =>
  rows.map((row, index) => (index === at ? row.map((cell, c) => (c === column ? value : cell)) : row));

test.each<[what: string, one: CellValue, other: CellValue]>([
  ['a text that begins with an apostrophe', "'note", "''note"],
  ['a text that looks like a formula', "'=1+1", "''=1+1"],
  ['an error', { error: '#N/A' }, '#N/A'],
  ['a logical value', true, 'TRUE'],
])('%s has one mark, as a snapshot and as Excel give it', (_, one, other) => {
  expect(markOf(one)).toBe(markOf(other));
});

const BLANK: Row = [null, null, null, null];
const ALONE: readonly Row[] = [BLANK, [null, null, 5, null], BLANK];
const LIST: readonly Row[] = [[null, null, 'Total'], [null, null, 1], [null, null, 2], [null, null, 3], [null]];

test.each<[what: string, recorded: readonly Row[], now: readonly Row[], written: readonly number[], moved: number[]]>([
  ['nothing happened', LEDGER, LEDGER, [1, 2, 3, 4, 5], []],
  ['the written amounts changed: guards compare them', LEDGER, withCell(LEDGER, 4, 2, null), [4], []],
  ['a blank row inserted at the top', LEDGER, inserted(LEDGER, 1, BLANK), [1, 4, 5], [1, 4, 5]],
  [
    'a row inserted in the middle: those above stay',
    LEDGER,
    inserted(LEDGER, 4, ['SF', 'x', 1, 'Z']),
    [1, 4, 5],
    [4, 5],
  ],
  [
    'a copy of a row inserted below it, equal to the next ones',
    LEDGER,
    inserted(LEDGER, 2, LEDGER[1]!),
    [4, 5],
    [4, 5],
  ],
  ['two equal rows, a third one inserted: no longer certain', LEDGER, inserted(LEDGER, 3, LEDGER[2]!), [2, 3], [2, 3]],
  ['a row deleted', LEDGER, without(LEDGER, 4), [1, 4, 5], [4, 5]],
  ['rows sorted', LEDGER, [0, 5, 4, 3, 2, 1].map((row) => LEDGER[row]!), [1, 4, 5], [1, 4, 5]],
  ['one other cell typed over', LEDGER, withCell(LEDGER, 5, 1, 'révisé'), [5], []],
  ['a blank cell filled', LEDGER, withCell(LEDGER, 6, 3, 'D'), [5], []],
  ['rows added at the end', LEDGER, inserted(LEDGER, 6, ['SF', 'x', 1, 'Z']), [1, 4, 5], []],
  ['a column inserted on the left', LEDGER, LEDGER.map((row) => [null, ...row]), [4], [4]],
  ['a cell alone, emptied', ALONE, [BLANK, BLANK, BLANK], [1], []],
  ['a list of one column: a cell emptied', LIST, withCell(LIST, 2, 2, null), [2], []],
  ['the same, and a blank row inserted there', LIST, inserted(withCell(LIST, 2, 2, null), 2, BLANK), [2], [2]],
  ['the same, and another entry below the list', LIST, withCell(withCell(LIST, 2, 2, null), 4, 0, 'x'), [2], []],
])('%s', (_, recorded, now, written, expected) => {
  expect(moved(recorded, now, written)).toEqual(expected);
});

const DOCUMENT: readonly Row[] = [
  ['Poste', 'Crédits', 'Engagé', 'Reste', null],
  ['Étude', 10, 4, 6, 'vu'],
  ['Salon', 20, 5, 15, null],
  [null, null, null, null, null],
];
const NEW: Row = ['Audit', 30, 12, 18, null];

test.each<[what: string, now: readonly Row[], moved: number[]]>([
  ['nothing happened', withRow(NEW), []],
  ['one of its cells typed over', withCell(withRow(NEW), 3, 2, 13), []],
  ['most of its cells typed over: guards compare them', withRow(['Audit', 31, 13, 17, null]), []],
  ['most of the row above typed over', withCell(withCell(withRow(NEW), 2, 1, 21), 2, 0, 'Foire'), []],
  ['the note of another row typed beside it', withCell(withRow(NEW), 3, 4, 'vu'), []],
  ['a row inserted above', inserted(withRow(NEW), 1, ['Foire', 1, 1, 0, null]), [3]],
  ['the row deleted: guards compare its cells', without(withRow(NEW), 3), []],
])('a whole row written under the others, then %s', (_, now, expected) => {
  const step: WriteStep = { kind: 'setCells', sheet: 'Suivi', top: 3, left: 0, cells: [NEW.slice(0, 4).map(cellOf)] };
  const before = { sheet: 'Suivi', top: 0, left: 0, rows: marks(DOCUMENT) };
  const witnesses = witnessesAfter({ purpose: 'row', expected: [], steps: [step] }, [before]);
  expect(movedCells([step], witnesses, () => marks(now)).map(({ row }) => row)).toEqual(
    expected.flatMap((row) => [row, row, row, row]),
  );
});

test('a whole row written again: a note typed beside it, which another row has, is no move', () => {
  const cells = [['Salon', 20, 6, 14].map(cellOf)];
  const step: WriteStep = { kind: 'setCells', sheet: 'Suivi', top: 2, left: 0, cells };
  const witnesses = witnessesAfter({ purpose: 'documents', expected: [], steps: [step] }, [
    { sheet: 'Suivi', top: 0, left: 0, rows: marks(DOCUMENT) },
  ]);
  const now = DOCUMENT.map((row, index): Row => (index === 2 ? ['Salon', 20, 6, 14, 'vu'] : row));
  expect(movedCells([step], witnesses, () => marks(now))).toEqual([]);
});

test('a fill that gives a row what another one has, but not where that one was left alone, is no move', () => {
  const recorded: readonly Row[] = [
    ['Axe', 'Objet', 'AE', 'Tiers'],
    ['PDX', 'étude', '100 €', 'A'],
    ['SRE', 'salon', '200 €', 'A'],
  ];
  const steps: readonly WriteStep[] = [
    { kind: 'setCells', sheet: 'Suivi', top: 1, left: 0, cells: [[{ value: 'PDE' }]] },
    { kind: 'setCells', sheet: 'Suivi', top: 1, left: 2, cells: [[{ value: 100 }], [{ value: 200 }]] },
  ];
  const before = { sheet: 'Suivi', top: 0, left: 0, rows: marks(recorded) };
  const witnesses = witnessesAfter({ purpose: 'repair', expected: [], steps }, [before]);
  const movedAfter = (row: Row): number[] =>
    movedCells(steps, witnesses, () => marks([recorded[0]!, row, ['SRE', 'salon', 200, 'A']])).map((one) => one.row);
  expect(movedAfter(['PDE', 'salon', 100, 'A'])).toEqual([]);
  expect(movedAfter(['SRE', 'salon', 200, 'A'])).toEqual([1, 1]);
});

function withRow(row: Row): readonly Row[] {
  return [...DOCUMENT.slice(0, 3), row];
}

function cellOf(value: CellValue): { readonly value: CellValue } {
  return { value };
}

test('equal contents have equal marks, in the spelling of Excel and in that of a reading', () => {
  expect(markOf("'0103")).toBe(markOf('0103'));
  expect(markOf({ error: '#N/A' })).toBe(markOf('#N/A'));
  expect(markOf('=A1')).toBe(markOf('=$B$7+1'));
  expect(markOf('')).toBe(markOf(null));
  expect(markOf(true)).toBe(markOf('TRUE'));
});
