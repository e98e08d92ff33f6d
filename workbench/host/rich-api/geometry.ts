/** The rectangles of cells and charts on their sheet, in points; hidden rows and columns have no size. */
import type { Grid, GridArea } from '../grid';
import type { Box, ChartFacts } from './chart-facts';
import { POINTS_PER_PIXEL } from './objects/looks';

/** The default rectangle of a chart. */
const USUAL_BOX: Box = { left: 0, top: 0, width: 360, height: 216 };

/** The rectangle of some cells. */
export function boxOfArea(grid: Grid, sheetId: string, { top, left, rows, columns }: GridArea): Box {
  const heightOf = (from: number, count: number): number =>
    sumOf(from, count, (row) => (grid.isRowHidden(sheetId, row) ? 0 : grid.rowHeight(sheetId, row)));
  const widthOf = (from: number, count: number): number =>
    sumOf(from, count, (column) => (grid.isColumnHidden(sheetId, column) ? 0 : grid.columnWidth(sheetId, column)));
  return { left: widthOf(0, left), top: heightOf(0, top), width: widthOf(left, columns), height: heightOf(top, rows) };
}

/** The rectangle of a chart. */
export function boxOfChart(grid: Grid, { sheetId, place, box }: ChartFacts): Box {
  return box ?? (place ? boxOfArea(grid, sheetId, place) : USUAL_BOX);
}

function sumOf(from: number, count: number, pixels: (index: number) => number): number {
  let sum = 0;
  for (let index = from; index < from + count; index++) sum += pixels(index);
  return sum * POINTS_PER_PIXEL;
}
