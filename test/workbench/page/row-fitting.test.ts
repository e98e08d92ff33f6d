/** Rows that the add-in writes are as tall as their contents, and no other row changes. */
import type { Grid } from '../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../workbench/host/univer/headless';
import { RowFitting } from '../../../workbench/page/row-fitting';
import { workbookOf } from '../../support/excel/grid-workbook';

const LONG = 'Prestations (charges de personnel) dont deux développeurs';
const USUAL = 20;

let grid: Grid;
let sheet: string;
let fitting: RowFitting;

beforeEach(() => {
  grid = createHeadlessGrid(
    workbookOf([
      { name: 'Annexe 1', blocks: {}, more: { columnWidths: new Map([[0, 200]]), rowHeights: new Map([[7, 33]]) } },
    ]),
  );
  sheet = grid.sheets()[0]?.id ?? '';
  fitting = new RowFitting(grid, (text) => text.length * 7);
});
afterEach(() => {
  fitting.dispose();
  grid.dispose();
});

function write(row: number, value: string, wrap = true): void {
  grid.actingAs('addin', () => grid.writeCells(sheet, row, 0, [[{ value, style: { wrap } }]]));
  fitting.flush();
}

test('a wrapped text makes its row taller, and a shorter one restores the height', () => {
  write(2, LONG);
  expect(grid.rowHeight(sheet, 2)).toBe(57); // three lines
  write(2, 'Frais');
  expect(grid.rowHeight(sheet, 2)).toBe(USUAL);
});

test('the height stays for a text that does not wrap, or when somebody set it', () => {
  write(3, LONG, false);
  expect(grid.rowHeight(sheet, 3)).toBe(USUAL);
  write(7, LONG);
  expect(grid.rowHeight(sheet, 7)).toBe(33);
});

test('the user’s typing is left to Univer, and a deleted sheet is dropped', () => {
  grid.writeCells(sheet, 4, 0, [[{ value: LONG, style: { wrap: true } }]]);
  fitting.flush();
  expect(grid.rowHeight(sheet, 4)).toBe(USUAL);
  const added = grid.addSheet('Annexe 2').id;
  grid.actingAs('addin', () => grid.writeCells(added, 0, 0, [[{ value: LONG, style: { wrap: true } }]]));
  grid.deleteSheet(added);
  expect(() => fitting.flush()).not.toThrow();
});
