/** Somebody edits the grid while formulas are calculated: what is typed stays, and results land on their formulas. */
import type { Grid } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let grid: Grid;
let sheet: string;

beforeEach(async () => {
  const rows = [1, 2, 3].map((amount) => [amount]);
  grid = createHeadlessGrid(
    workbookOf([{ name: 'Suivi', blocks: { A1: rows, C1: [['=SUM(A1:A3)'], ['=C1*2'], ['fin']] } }]),
  );
  sheet = grid.sheets()[0]?.id ?? '';
  await grid.calculated();
});

afterEach(() => grid.dispose());

const shown = (): unknown[] => grid.readValues(sheet, area('C1:C5')).flat();

/** The moments of a calculation, in turns of the loop of events. */
const MOMENTS = Array.from({ length: 4 }, (_, turns) => turns);

/** An amount is typed, and something else so many turns later, while formulas are calculated. */
async function during(turns: number, act: () => void): Promise<void> {
  grid.writeCells(sheet, 0, 0, [[{ value: 10 }]]);
  const end = grid.calculated();
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  act();
  await end;
  await grid.calculated();
}

test.each(MOMENTS)('a value typed over a formula stays (turn %i)', async (turns) => {
  await during(turns, () => grid.writeCells(sheet, 0, 2, [[{ value: 'à garder' }]]));
  expect(shown().slice(0, 1)).toEqual(['à garder']);
});

test.each(MOMENTS)('a cell emptied stays empty (turn %i)', async (turns) => {
  await during(turns, () => grid.clearArea(sheet, area('C2'), 'contents'));
  expect(shown()).toEqual([15, null, 'fin', null, null]);
});

test.each(MOMENTS)('another formula has its own result (turn %i)', async (turns) => {
  await during(turns, () => grid.writeCells(sheet, 1, 2, [[{ formula: '=C1*3' }]]));
  expect(shown()).toEqual([15, 45, 'fin', null, null]);
});

describe.each([
  ['inserted', (): void => grid.insertRows(sheet, 0, 1), [null, 15, 30, 'fin', null]],
  ['deleted', (): void => grid.deleteRows(sheet, 1, 1), [13, 'fin', null, null, null]],
])('rows %s above', (_, move, expected) => {
  test.each(MOMENTS)('the results follow their formulas (turn %i)', async (turns) => {
    await during(turns, move);
    expect(shown()).toEqual(expected);
  });
});
