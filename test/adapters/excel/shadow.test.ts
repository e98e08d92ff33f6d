/** The auditor's model of a simulated day: whose is a cell in which people give again what the add-in wrote. */
import type { GridCellChange, GridEvent } from '../../../workbench/host/grid';
import { Shadow } from '../../support/days/shadow';
import { workbookOf } from '../../support/excel/grid-workbook';
import { PlainGrid } from '../../support/grid/plain-grid';

/** The add-in writes in A2; people then write these rows from it on. Whether A2 is known to be given by them too. */
function isTypedByPeople(rows: readonly (readonly GridCellChange[])[], isSort = false): boolean {
  const grid = new PlainGrid(workbookOf([{ name: 'Suivi', blocks: { A1: [['Poste'], [null], ['Frais']] } }]));
  const shadow = new Shadow(grid);
  const sheetId = grid.sheets()[0]?.id ?? '';
  grid.subscribe((event: GridEvent) => {
    if ('origin' in event) shadow.follow(event, event.origin, isSort);
  });
  grid.actingAs('addin', () => grid.writeCells(sheetId, 1, 0, [[{ value: 'Prestations' }]]));
  const written = shadow.now;
  grid.actingAs('user', () => grid.writeCells(sheetId, 1, 0, rows));
  return shadow.at(sheetId, 1, 0).typed > written;
}

test('a paste over it, with the same content there', () => {
  expect(isTypedByPeople([[{ value: 'Prestations' }], [{ value: 'Divers' }]])).toBe(true);
});

test('a sort that leaves it there: its undo is judged', () => {
  expect(isTypedByPeople([[{ value: 'Prestations' }], [{ value: 'Divers' }]], true)).toBe(false);
});

test('the same content typed alone', () => {
  expect(isTypedByPeople([[{ value: 'Prestations' }]])).toBe(false);
});
