/** A sheet that is added, as Excel adds it. */
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { workbookOf } from '../../../support/excel/grid-workbook';

test('comes last, with cells of the usual size, and is not shown before somebody asks', () => {
  const grid = createHeadlessGrid(workbookOf([{ name: 'Suivi' }, { name: 'Synthèse' }]));
  const shown = grid.activeSheetId();
  const added = grid.addSheet('Annexe 1').id;
  expect(grid.sheets().map(({ name }) => name)).toEqual(['Suivi', 'Synthèse', 'Annexe 1']);
  expect(grid.activeSheetId()).toBe(shown);
  for (const { id } of grid.sheets()) expect([grid.columnWidth(id, 0), grid.rowHeight(id, 0)]).toEqual([64, 20]);
  grid.deleteSheet(added);
  expect(grid.activeSheetId()).toBe(shown);
  grid.dispose();
});
