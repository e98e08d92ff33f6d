/** A look does not change a formula, even one that is not computed yet, which Univer itself would drop. */
import type { Grid } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let grid: Grid;
afterEach(() => grid.dispose());

test.each<[string, (sheetId: string) => void]>([
  ['written to the cell', (id) => grid.writeCells(id, 0, 1, [[{ style: { bold: true } }]])],
  [
    'written with the contents of another',
    (id) => grid.writeCells(id, 0, 0, [[{ value: 5 }, { numberFormat: '0.0' }]]),
  ],
  ['given to an area', (id) => grid.formatArea(id, area('A1:B2'), { style: { fill: 'FFEE00' } })],
  ['taken away', (id) => grid.clearArea(id, area('A1:B2'), 'formats')],
])('a look %s', async (_, change) => {
  grid = createHeadlessGrid(workbookOf([{ name: 'A', blocks: { A1: [[1]], A2: [[3]] } }]));
  const id = grid.sheets()[0]?.id ?? '';
  grid.writeCells(id, 0, 1, [[{ formula: '=A2*2' }]]);
  change(id);
  expect(grid.readFormulas(id, area('B1'))).toEqual([['=A2*2']]);
  await grid.calculated();
  expect(grid.readValues(id, area('B1'))).toEqual([[6]]);
});
