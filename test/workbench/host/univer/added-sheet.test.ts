/** An added sheet, as in Excel. */
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { workbookOf } from '../../../support/excel/grid-workbook';

test('is last, with cells of the default size, and not active', () => {
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
