/**
 * Rows of one envelope have the same codes in most of their columns. Where two of them change places, most cells are as
 * they were: the undo of a correction does not take one for the other.
 */
import { undoOfRecord } from '../../../../../src/application/writing/undo-of-record';
import type { WritePlan } from '../../../../../src/workbook/plan';
import { readUndoRecord } from '../../../../../src/workbook/registers/undo-record';
import { startExcel, valueOf, type StartedExcel } from '../../../../support/excel/excel';
import { workbookOf } from '../../../../support/excel/grid-workbook';

type Cell = string | number;

/** The code « Activité », the last one, is wrong in two rows. */
const CORRECTED = [5, 6];
const [WRONG, RIGHT] = ['0159010041', '0159010014'];
const CODES = ['0159', 'Action 14', '0159-CDGE', 'D075', '61'];
const HEADINGS = ['EJ', 'Objet', 'Tiers', 'Programme', 'Action', 'UO', 'CF', 'Compte', 'Activité', 'AE', 'CP'];
const ROWS: readonly (readonly Cell[])[] = [
  HEADINGS,
  ...Array.from({ length: 30 }, (_, n): Cell[] => {
    const activity = CORRECTED.includes(n + 1) ? WRONG : RIGHT;
    return [1400000001 + n, `Étude ${n}`, `Tiers ${n % 4}`, ...CODES, activity, 1000 + n, 500 + n];
  }),
];
const ACTIVITY = HEADINGS.indexOf('Activité');

const REPAIR: WritePlan = {
  purpose: 'repair',
  expected: [],
  steps: CORRECTED.map((top) => ({
    kind: 'setCells',
    sheet: 'Suivi',
    top,
    left: ACTIVITY,
    cells: [[{ value: RIGHT }]],
  })),
  keepsUndo: true,
};

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ROWS } }]));
});
afterEach(() => excel.dispose());

function rowsNow(): Cell[][] {
  const rows: Cell[][] = [];
  for (const { row, column, value } of excel.grid.contents().sheets[0]?.cells ?? [])
    if (typeof value === 'string' || typeof value === 'number') (rows[row] ??= [])[column] = value;
  return rows;
}

/** People give the rows of the sheet another order. */
function reorder(order: (row: number) => number): void {
  const present = rowsNow();
  put(0, 0, ...present.map((_, row) => present[order(row)] ?? []));
}

function put(top: number, left: number, ...rows: readonly (readonly Cell[])[]): void {
  const id = excel.grid.sheets()[0]?.id ?? '';
  const cells = rows.map((row) => row.map((value) => ({ value })));
  excel.grid.writeCells(id, top, left, cells);
}

const swapped =
  (one: number, other: number) =>
  (row: number): number =>
    row === one ? other : row === other ? one : row;

const ORDERS: readonly (readonly [what: string, order: (row: number) => number])[] = [
  ['a corrected row changes places with one far below', swapped(5, 28)],
  ['the other one does with the second row', swapped(6, 1)],
  ['the rows of data are sorted from the last to the first', (row) => (row === 0 ? 0 : ROWS.length - row)],
];

test.each(ORDERS)('%s: the undo is refused, and every cell stays', async (_, order) => {
  const { undo } = valueOf(await excel.workbook.apply(REPAIR));
  reorder(order);
  const present = rowsNow();
  expect(await excel.workbook.apply(undo)).toMatchObject({
    ok: false,
    failure: { code: 'changedMeanwhile', sheet: 'Suivi' },
  });
  expect(rowsNow()).toEqual(present);
});

test.each(ORDERS)('%s after a writing that stopped: no row has the code of another', async (_, order) => {
  valueOf(await excel.workbook.apply(REPAIR));
  reorder(order);
  const workbook = await excel.read();
  const record = readUndoRecord(workbook);
  if (!record) throw new Error('no record');
  const undo = undoOfRecord(workbook, { ...record, isComplete: false });
  await excel.workbook.apply(undo);
  const former = new Map(ROWS.map((row) => [row[0], row]));
  const wrong = rowsNow().filter((row) => {
    const isCorrected = CORRECTED.some((at) => ROWS[at]?.[0] === row[0]);
    return !isCorrected && row[ACTIVITY] !== former.get(row[0] ?? '')?.[ACTIVITY];
  });
  expect(wrong).toEqual([]);
  const restored = CORRECTED.filter((at) =>
    rowsNow().some((row) => row[0] === ROWS[at]?.[0] && row[ACTIVITY] === ROWS[at]?.[ACTIVITY]),
  );
  expect(restored.length + (undo.left?.length ?? 0)).toBe(CORRECTED.length);
});

test('the amounts and the object of a corrected row typed over: its code is restored, and they stay', async () => {
  const { undo } = valueOf(await excel.workbook.apply(REPAIR));
  put(5, 1, ['Étude révisée']);
  put(5, 9, [2000, 1500]);
  valueOf(await excel.workbook.apply(undo));
  const wanted = ROWS.map((row, at) => (at === 5 ? [row[0], 'Étude révisée', ...row.slice(2, 9), 2000, 1500] : row));
  expect(rowsNow()).toEqual(wanted);
});

test('of two corrected rows that are equal, one is typed over: both codes are restored', async () => {
  put(6, 0, ROWS[5] ?? []);
  const { undo } = valueOf(await excel.workbook.apply(REPAIR));
  put(5, 9, [2000]);
  valueOf(await excel.workbook.apply(undo));
  expect(CORRECTED.map((at) => rowsNow()[at]?.[ACTIVITY])).toEqual([WRONG, WRONG]);
});
