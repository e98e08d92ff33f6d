/** Single cells of a plan become ranges: thousands of repairs take a few requests, and no other cell is touched. */
import fc from 'fast-check';
import { joinCells } from '../../../../src/adapters/excel/write/join-cells';
import type { CellValue } from '../../../../src/workbook/cells';
import type { WritePlan } from '../../../../src/workbook/plan';
import { everythingIn, startExcel, valueOf } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

interface Single {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

function planOf(singles: readonly Single[]): WritePlan {
  const places = singles.map(({ row, column }) => ({ sheet: 'Suivi', top: row, left: column }));
  return {
    purpose: 'repair',
    expected: places.map((place, index) => ({ ...place, contents: [[singles[index]?.value ?? null]] })),
    steps: places.map((place, index) => ({
      kind: 'setCells',
      ...place,
      cells: [[{ value: singles[index]?.value ?? null }]],
    })),
  };
}

/** Cells in the order in which they are written, the last one for each place. */
function cellsOf({ steps, expected }: WritePlan): { written: Map<string, CellValue>; guarded: Map<string, CellValue> } {
  const written = new Map<string, CellValue>();
  const guarded = new Map<string, CellValue>();
  for (const step of steps)
    if (step.kind === 'setCells')
      step.cells.forEach((row, r) =>
        row.forEach((cell, c) => cell && written.set(`${step.top + r} ${step.left + c}`, cell.value)),
      );
  for (const { top, left, contents } of expected)
    contents.forEach((row, r) => row.forEach((content, c) => guarded.set(`${top + r} ${left + c}`, content)));
  return { written, guarded };
}

test('a joined plan writes and checks the same cells', () => {
  const single = fc.record({ row: fc.nat(200), column: fc.nat(3), value: fc.nat() });
  fc.assert(
    fc.property(fc.array(single, { maxLength: 60 }), (singles) => {
      const plan = planOf(singles);
      const joined = joinCells(plan);
      expect(cellsOf(joined)).toEqual(cellsOf(plan));
      expect(joined.steps.length).toBeLessThanOrEqual(plan.steps.length);
    }),
  );
});

test('one repair in three cells of 900 rows: five requests at most, its undo too, and no trace after it', async () => {
  const rows = Array.from({ length: 900 }, (_, row) => [`Ligne ${row}`, row, row]);
  const excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: rows } }]));
  const before = await everythingIn(excel);
  const singles = rows.flatMap((_, row): Single[] => (row % 3 === 0 ? [{ row, column: 1, value: row }] : []));
  const plan = planOf(singles);
  const steps = plan.steps.map((step) =>
    step.kind === 'setCells' ? { ...step, cells: [[{ value: 'réparé', style: 'repairedText' as const }]] } : step,
  );
  excel.roundTrips();
  const { undo, isUndoKept } = valueOf(await excel.workbook.apply({ ...plan, steps, keepsUndo: true }));
  expect(isUndoKept).toBe(true);
  expect(excel.roundTrips()).toBeLessThanOrEqual(5);
  valueOf(await excel.workbook.apply(undo));
  expect(excel.roundTrips()).toBeLessThanOrEqual(5);
  expect(await everythingIn(excel)).toEqual(before);
  excel.dispose();
});
