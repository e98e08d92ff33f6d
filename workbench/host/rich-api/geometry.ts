/** The rectangles of cells and charts on their sheet, in points; hidden rows and columns have no size. */
import type { Grid, GridArea } from '../grid';
import type { Box, ChartFacts } from './chart-facts';
import { POINTS_PER_PIXEL } from './objects/looks';

/** The default rectangle of a chart. */
const USUAL_BOX: Box = { left: 0, top: 0, width: 360, height: 216 };

/** The rectangle of some cells. */
export function boxOfArea(grid: Grid, sheetId: string, { top, left, rows, columns }: GridArea): Box {
  const heightOf = (from: number, count: number): number =>
    sumOf(from, count, (row) => heightOfRow(grid, sheetId, row));
  const widthOf = (from: number, count: number): number =>
    sumOf(from, count, (column) => widthOfColumn(grid, sheetId, column));
  return { left: widthOf(0, left), top: heightOf(0, top), width: widthOf(left, columns), height: heightOf(top, rows) };
}

/** The rectangle of a chart. */
export function boxOfChart(grid: Grid, { sheetId, place, box }: ChartFacts): Box {
  return box ?? (place ? boxOfArea(grid, sheetId, place) : USUAL_BOX);
}

/** The width of a column; 0 when it is hidden. */
export function widthOfColumn(grid: Grid, sheetId: string, column: number): number {
  return grid.isColumnHidden(sheetId, column) ? 0 : grid.columnWidth(sheetId, column) * POINTS_PER_PIXEL;
}

/** The height of a row; 0 when it is hidden. */
export function heightOfRow(grid: Grid, sheetId: string, row: number): number {
  return grid.isRowHidden(sheetId, row) ? 0 : grid.rowHeight(sheetId, row) * POINTS_PER_PIXEL;
}

/** A width of 0 hides the columns, any other shows them. */
export function setWidth(grid: Grid, sheetId: string, { left, columns }: GridArea, points: number): void {
  if (points === 0) return grid.setColumnsHidden(sheetId, left, columns, true);
  for (let column = left; column < left + columns; column++)
    if (grid.isColumnHidden(sheetId, column)) grid.setColumnsHidden(sheetId, column, 1, false);
  grid.setColumnWidth(sheetId, left, columns, points / POINTS_PER_PIXEL);
}

/** A height of 0 hides the rows, any other shows them. */
export function setHeight(grid: Grid, sheetId: string, { top, rows }: GridArea, points: number): void {
  if (points === 0) return grid.setRowsHidden(sheetId, top, rows, true);
  for (let row = top; row < top + rows; row++)
    if (grid.isRowHidden(sheetId, row)) grid.setRowsHidden(sheetId, row, 1, false);
  grid.setRowHeight(sheetId, top, rows, points / POINTS_PER_PIXEL);
}

function sumOf(from: number, count: number, points: (index: number) => number): number {
  let sum = 0;
  for (let index = from; index < from + count; index++) sum += points(index);
  return sum;
}
