/** The rows of a writing that stopped, found again after people inserted, deleted or sorted rows. */
import fc from 'fast-check';
import type { CellValue } from '../../../src/workbook/cells';
import type { WritePlan } from '../../../src/workbook/plan';
import { findRows, likeEmptiedRows } from '../../../src/workbook/registers/moved-rows';
import { markOf, writtenRows } from '../../../src/workbook/registers/row-witnesses';

type Row = readonly CellValue[];

/** Number, object, amount that was written, holder. */
const LEDGER: readonly Row[] = [
  ['EJ', 'Objet', 'AE', 'Tiers'],
  ['1400000001', 'étude', 100, 'ALPHA'],
  ['1400000002', 'salon', 200, 'BETA'],
  ['1400000003', 'étude', 300, 'ALPHA'],
  ['1400000004', 'audit', 400, 'GAMMA'],
  [null, null, null, null],
];
const BLANK: Row = [null, null, null, null];

const marks = (rows: readonly Row[]): string[] => rows.map((row) => row.map(markOf).join(''));
const inserted = (rows: readonly Row[], at: number, ...more: readonly Row[]): Row[] => [
  ...rows.slice(0, at),
  ...more,
  ...rows.slice(at),
];
const without = (rows: readonly Row[], at: number): Row[] => rows.filter((_, index) => index !== at);
const inOrder = (rows: readonly Row[], order: readonly number[]): Row[] => order.map((index) => rows[index] ?? BLANK);

/** The undo of amounts written in these rows of the sheet. */
function undoOf(recorded: readonly Row[], rows: readonly number[]): WritePlan {
  return {
    purpose: 'undo',
    expected: rows.map((top) => ({ sheet: 'Suivi', top, left: 2, contents: [[`nouveau ${top}`]] })),
    steps: rows.map((top) => ({
      kind: 'setCells',
      sheet: 'suivi',
      top,
      left: 2,
      cells: [[{ value: `ancien ${top}` }]],
    })),
    witnesses: [{ sheet: 'Suivi', top: 0, left: 0, rows: marks(recorded) }],
  };
}

function found(undo: WritePlan, now: readonly Row[], byPosition: readonly number[] = []) {
  const present = marks(now);
  return findRows(
    undo,
    ({ top, rows }) => Array.from(rows, (_, r) => present[top + r] ?? ''),
    () => ({ left: 0, rows: present }),
    byPosition.length === 0
      ? null
      : { isAgain: false, isByPosition: (_, row) => byPosition.includes(row), otherwise: undo.witnesses ?? [] },
  );
}

/** `ancien 3` is restored in row 5: « 3 → 5 ». */
function placesIn({ steps }: WritePlan): string[] {
  return steps.flatMap((step) =>
    step.kind === 'setCells'
      ? step.cells.map(([cell], r) => `${String(cell?.value).replace('ancien ', '')} → ${step.top + r}`)
      : [],
  );
}

test.each<
  [what: string, recorded: readonly Row[], now: readonly Row[], places: readonly string[], lost: readonly number[]]
>([
  ['nothing happened', LEDGER, LEDGER, ['1 → 1', '3 → 3', '4 → 4'], []],
  ['a row inserted at the top', LEDGER, inserted(LEDGER, 1, BLANK), ['1 → 2', '3 → 4', '4 → 5'], []],
  ['two rows inserted in the middle', LEDGER, inserted(LEDGER, 2, BLANK, BLANK), ['1 → 1', '3 → 5', '4 → 6'], []],
  ['a written row deleted, and the next one in its place', LEDGER, without(LEDGER, 3), ['1 → 1', '4 → 3'], [3]],
  ['rows sorted', LEDGER, inOrder(LEDGER, [0, 4, 2, 1, 3, 5]), ['1 → 3', '3 → 4', '4 → 1'], []],
  [
    'a row inserted, and a written one changed beyond recognition',
    LEDGER,
    inserted([...LEDGER.slice(0, 4), ['x', 'y', 400, 'z']], 1, BLANK),
    ['1 → 2', '3 → 4'],
    [4],
  ],
])('%s', (_, recorded, now, places, lost) => {
  const { undo, lost: cells } = found(undoOf(recorded, [1, 3, 4]), now);
  expect(placesIn(undo)).toEqual(places);
  expect(cells.map(({ row, column }) => [row, column])).toEqual(lost.map((row) => [row, 2]));
});

/** The undo of row 4, which the writing emptied: what it held is not in the sheet any more. */
const EMPTIED = LEDGER.map((row, index) => (index === 4 ? BLANK : row));
const NOTE: Row = [null, 'note', null, null];
const WITH_NOTE = [...EMPTIED.slice(0, 5), NOTE];

test.each<[what: string, recorded: readonly Row[], now: readonly Row[], place: number | null]>([
  ['the last row of the sheet', EMPTIED, EMPTIED.slice(0, 4), 4],
  ['the row below it was emptied meanwhile', WITH_NOTE, EMPTIED.slice(0, 4), 4],
  ['the same, and a row inserted at the top', WITH_NOTE, inserted(EMPTIED.slice(0, 4), 1, BLANK), 5],
  ['the row above it was typed over', WITH_NOTE, [...EMPTIED.slice(0, 3), ['x'], BLANK, NOTE], 4],
  ['a row inserted between it and the row above', WITH_NOTE, inserted(WITH_NOTE, 4, BLANK), null],
  ['both rows beside it were changed', WITH_NOTE, [...EMPTIED.slice(0, 3), ['x'], BLANK, ['y']], null],
  ['two rows are like the one above', WITH_NOTE, inserted(EMPTIED.slice(0, 4), 3, LEDGER[3]!), null],
])('a row that was emptied: %s', (_, recorded, now, place) => {
  const undo = undoOf(recorded, [4]);
  const { undo: there } = found(undo, now);
  const present = marks(now);
  const [row] = writtenRows(there.steps, there.witnesses ?? [], ({ top, rows: { length } }) =>
    Array.from({ length }, (_unused, r) => present[top + r] ?? ''),
  );
  expect([row?.isInPlace, row?.isInPlace ? row.row : null]).toEqual([place !== null, place]);
});

test('equal rows are found between two that moved as far, and not where only a guess would find them', () => {
  const equal: Row = ['', 'étude', 1, 'ALPHA'];
  const rows = [...LEDGER.slice(0, 3), equal, equal, equal, ...LEDGER.slice(3)];
  const undo = undoOf(rows, [2, 3, 4, 5, 6]);
  expect(placesIn(found(undo, inserted(rows, 1, BLANK)).undo)).toEqual(['2 → 3', '3 → 4', '4 → 5', '5 → 6', '6 → 7']);
  const amongThem = found(undo, inserted(rows, 4, equal));
  expect([3, 4, 5].map((row) => amongThem.rowOf('Suivi', row))).toEqual([3, 4, 5]);
  expect(amongThem.rowOf('Suivi', 6)).toBe(7);
});

test('a row that was written by its position, after the move, stays there; another one in its place is restored', () => {
  const unknown = LEDGER.map((row, index) => (index === 4 ? BLANK : row));
  const now = inserted(unknown, 1, BLANK);
  const { undo, lost } = found(undoOf(unknown, [1, 3, 4]), now, [4]);
  expect([placesIn(undo), lost]).toEqual([['1 → 2', '3 → 4'], []]);
});

test('a formula that was written over by its position, after the move, comes back as it was there', () => {
  const at = (row: number) => ({ value: null, formula: `=CHECK(A${row + 1}:B${row + 1})` });
  const undo = undoOf(LEDGER, [1, 4]);
  const steps = undo.steps.map((step) => ('top' in step ? { ...step, cells: [[at(step.top)]] } : step));
  const { undo: there } = found({ ...undo, steps } as WritePlan, inserted(LEDGER, 1, BLANK), [4]);
  const placed = there.steps.flatMap((step) =>
    step.kind === 'setCells' ? [[step.top, step.cells[0]?.[0]?.formula]] : [],
  );
  expect(placed).toEqual([
    [2, '=CHECK(A3:B3)'],
    [5, '=CHECK(A6:B6)'],
    [4, '=CHECK(A5:B5)'],
  ]);
});

test('a row in its new place is ours with what was written in it, or there: a later request wrote by position', () => {
  const { undo } = found(undoOf(LEDGER, [1, 3, 4]), inserted(LEDGER, 1, BLANK));
  const written = undo.expected.filter(({ top }) => top === 4).map(({ contents }) => contents[0]?.[0]);
  expect(written).toEqual(['nouveau 3', 'nouveau 4']);
});

test('in the undo as it is found, each row is in its place', () => {
  const kept = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 2 })), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(kept, (changes) => {
      const now = LEDGER.flatMap((row, index) => {
        const [isKept, blanks] = changes[index - 1] ?? [true, 0];
        return [...Array.from({ length: blanks }, () => BLANK), ...(isKept ? [row] : [])];
      });
      const { undo, lost, rowOf } = found(undoOf(LEDGER, [1, 2, 3, 4]), now);
      const present = marks(now);
      const isGone = new Set(lost.map(({ row }) => row));
      for (const row of [1, 2, 3, 4]) {
        const place = now.indexOf(LEDGER[row] ?? BLANK);
        if (place >= 0) expect([row, rowOf('SUIVI', row)]).toEqual([row, place]);
        else expect(rowOf('SUIVI', row)).toBe(row);
      }
      const rows = writtenRows(undo.steps, undo.witnesses ?? [], ({ top, rows: { length } }) =>
        present.slice(top, top + length),
      );
      const there = [1, 2, 3, 4].filter((row) => now.includes(LEDGER[row] ?? BLANK));
      expect(rows.filter(({ isInPlace }) => isInPlace)).toHaveLength(there.length);
      expect(rows.length + isGone.size).toBe(4);
    }),
  );
});

test.each<[what: string, row: Row, isAboveGone: boolean, named: readonly number[]]>([
  ['as it was written', ['PDE', 'salon', 500, 'D', 'x'], false, [8]],
  ['as it was written, beside a row that is gone', ['PDE', 'salon', 500, 'D', 'x'], true, []],
  ['with a cell typed over', ['PDE', 'autre', 500, 'D', 'x'], false, [8]],
  ['with a cell typed over, beside a row that is gone', ['PDE', 'autre', 500, 'D', 'x'], true, [8]],
  ['with two, which may be another one', ['PDE', 'autre', 600, 'D', 'x'], true, []],
])('a new row that may be further down, %s: its cells are named, unless it is found', (_, row, isAboveGone, named) => {
  const written: Row = ['PDE', 'salon', 500, 'D', 'x'];
  const above: readonly Row[] = [
    ['1', 'a', 1, 'A', 'y'],
    ['2', 'b', 2, 'B', 'y'],
  ];
  const undo: WritePlan = {
    purpose: 'undo',
    expected: [],
    steps: [{ kind: 'setCells', sheet: 'Suivi', top: 2, left: 0, cells: [written.map(() => ({ value: null }))] }],
    witnesses: [{ sheet: 'Suivi', top: 1, left: 0, rows: marks([above[1]!, written, written.map(() => null)]) }],
  };
  const blank = written.map(() => null);
  const first = isAboveGone ? [above[0]!, blank] : above;
  const now = marks([...first, ...Array<Row>(6).fill(blank), row]);
  const marksNow = ({ top, rows }: { readonly top: number; readonly rows: readonly string[] }): string[] =>
    Array.from(rows, (_unused, r) => now[top + r] ?? '');
  const marksOf = () => ({ left: 0, rows: now });
  const places = findRows(undo, marksNow, marksOf);
  const cells = likeEmptiedRows(undo, marksNow, marksOf, places);
  expect([...new Set(cells.map((cell) => cell.row))]).toEqual(named);
});
