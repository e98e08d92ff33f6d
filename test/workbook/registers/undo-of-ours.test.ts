/** After a writing that stopped before its end, only what is still ours is undone; other people's entries stay. */
import { undoOfRecord } from '../../../src/application/writing/undo-of-record';
import type { PlannedCell, WritePlan, WriteStep } from '../../../src/workbook/plan';
import { undoOfOurs } from '../../../src/workbook/registers/undo-of-ours';
import { valueAt } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';

const put = (sheet: string, top: number, left: number, cell: PlannedCell): WriteStep => ({
  kind: 'setCells',
  sheet,
  top,
  left,
  cells: [[cell]],
});

/** B2 of the ledger and A1 of a new sheet were written; B3 was not reached. */
const UNDO: WritePlan = {
  purpose: 'undo',
  expected: [
    { sheet: 'Suivi', top: 1, left: 1, contents: [[111]] },
    { sheet: 'Suivi', top: 2, left: 1, contents: [[222]] },
    { sheet: 'Doc', top: 0, left: 0, contents: [[7]] },
  ],
  steps: [
    put('Suivi', 2, 1, { value: 200 }),
    { kind: 'deleteSheet', sheet: 'Doc' },
    put('Suivi', 1, 1, { value: 100 }),
  ],
};

/** The workbook when the writing stopped, after these entries of somebody else. */
const stoppedThen = (...entries: readonly WriteStep[]) =>
  applyPlan(emptyWorkbook('Suivi', 'Doc'), {
    purpose: 'repair',
    expected: [],
    steps: [
      put('Suivi', 1, 1, { value: 111 }),
      put('Suivi', 2, 1, { value: 200 }),
      put('Doc', 0, 0, { value: 7 }),
      ...entries,
    ],
  });

const typed = { value: 'PERSONNE' };

test.each<[string, readonly WriteStep[], readonly WriteStep[]]>([
  ['nobody typed: everything', [], UNDO.steps],
  ['a written cell was typed over: it stays', [put('Suivi', 1, 1, typed)], UNDO.steps.slice(0, 2)],
  ['a cell that was not reached was typed over: it stays', [put('Suivi', 2, 1, typed)], UNDO.steps.slice(1)],
  [
    'somebody typed in the new sheet: it stays, without our cell',
    [put('Doc', 8, 25, typed)],
    [UNDO.steps[0]!, put('Doc', 0, 0, { value: null }), UNDO.steps[2]!],
  ],
])('%s', (_, entries, steps) => {
  const workbook = stoppedThen(...entries);
  const undo = undoOfRecord(workbook, { purpose: 'repair', isComplete: false, undo: UNDO });
  expect(undo.steps).toEqual(steps);
  const isDeleted = steps.some(({ kind }) => kind === 'deleteSheet');
  const after = applyPlan(workbook, undo);
  expect(after.sheets.some(({ name }) => name === 'Doc')).toBe(!isDeleted);
});

test('the cells that were kept are listed', () => {
  const contents = new Map<string, string | number>([
    ['Suivi 1 1', 'PERSONNE'],
    ['Suivi 2 1', 200],
  ]);
  const { kept, keptSheets } = undoOfOurs(UNDO, {
    contentAt: (sheet, row, column) => contents.get(`${sheet} ${row} ${column}`) ?? null,
    filledCells: () => [{ row: 8, column: 25, content: 'PERSONNE' }],
    marksOf: () => [],
    thingsOn: () => [],
  });
  expect(kept).toEqual([
    { sheet: 'Doc', cell: 'Z9' },
    { sheet: 'Suivi', cell: 'B2' },
  ]);
  expect([...keptSheets]).toEqual(['doc']);
});

describe('a row of a writing that Excel may have refused', () => {
  const row = (...values: readonly (number | string | null)[]): WriteStep => ({
    ...{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 0 },
    cells: [values.map((value) => ({ value }))],
  });
  /** The writing empties A2:C2, which held 1, 2, 3. */
  const emptied: WritePlan = {
    purpose: 'undo',
    expected: [{ sheet: 'Suivi', top: 1, left: 0, contents: [[null, null, null]] }],
    steps: [row(1, 2, 3)],
  };
  const undone = (...now: readonly (number | string | null)[]): unknown => {
    const workbook = applyPlan(emptyWorkbook('Suivi'), { purpose: 'repair', expected: [], steps: [row(...now)] });
    const { steps, kept } = undoOfOurs(emptied, {
      contentAt: (_, top, left) => valueAt(workbook.sheets[0]!, top, left),
      filledCells: () => [],
      marksOf: () => [],
      thingsOn: () => [],
    });
    const [step] = steps;
    const cells = step?.kind === 'setCells' ? step.cells[0]?.map((cell) => cell && cell.value) : [];
    return [cells, kept.map(({ cell }) => cell)];
  };

  test.each<[string, readonly (number | string | null)[], unknown]>([
    ['it is as written: all of it is restored', [null, null, null], [[1, 2, 3], []]],
    ['it is as before, but for a cell that somebody emptied: that cell stays', [1, null, 3], [[1, null, 3], ['B2']]],
    [
      'it is as written, but for a cell typed meanwhile: that one stays',
      [null, 'à garder', null],
      [[1, null, 3], ['B2']],
    ],
  ])('%s', (_, now, expected) => {
    expect(undone(...now)).toEqual(expected);
  });
});

describe('a column of a writing that Excel may have refused', () => {
  type Column = readonly (number | string | null)[];
  const column = (...values: Column): Extract<WriteStep, { kind: 'setCells' }> => ({
    ...{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 0 },
    cells: values.map((value) => [{ value }]),
  });
  /** The writing puts these contents in A2:A6, which held 1 to 5. */
  const undone = (written: Column, now: Column): unknown => {
    const workbook = applyPlan(emptyWorkbook('Suivi'), { purpose: 'repair', expected: [], steps: [column(...now)] });
    const undo: WritePlan = {
      purpose: 'undo',
      expected: [{ sheet: 'Suivi', top: 1, left: 0, contents: written.map((value) => [value]) }],
      steps: [column(1, 2, 3, 4, 5)],
    };
    const { steps, kept } = undoOfOurs(undo, {
      contentAt: (_, top, left) => valueAt(workbook.sheets[0]!, top, left),
      filledCells: () => [],
      marksOf: () => [],
      thingsOn: () => [],
    });
    const [step] = steps;
    const cells = step?.kind === 'setCells' ? step.cells.map(([cell]) => cell && cell.value) : [];
    return [cells, kept.map(({ cell }) => cell)];
  };
  const BLANK = [null, null, null, null, null];

  test.each<[string, Column, Column, unknown]>([
    ['as written: all of it is restored', BLANK, BLANK, [[1, 2, 3, 4, 5], []]],
    ['as before, but for a cell that somebody emptied', BLANK, [1, 2, null, 4, 5], [[1, 2, null, 4, 5], ['A4']]],
    [
      'two cells emptied, one typed',
      BLANK,
      [1, null, 'x', null, 5],
      [
        [1, null, null, null, 5],
        ['A3', 'A4', 'A5'],
      ],
    ],
    ['the last one emptied', BLANK, [1, 2, 3, 4, null], [[1, 2, 3, 4, null], ['A6']]],
    ['the request stopped after three rows', BLANK, [null, null, null, 4, 5], [[1, 2, 3, 4, 5], []]],
    ['amounts written up to the fourth row', [9, 9, null, 9, 9], [9, 9, null, 9, 5], [[1, 2, 3, 4, 5], []]],
    ['nothing written, the third row emptied', [9, 9, null, 9, 9], [1, 2, null, 4, 5], [[1, 2, null, 4, 5], ['A4']]],
  ])('%s', (_, written, now, expected) => {
    expect(undone(written, now)).toEqual(expected);
  });
});
