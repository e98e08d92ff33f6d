/**
 * Heights of the rows that a file leaves to Excel: tall enough for their largest letters and their wrapped lines, as
 * Excel makes them when it opens the file.
 */
import type { GridArea, GridCell, GridSheetContents, GridStyle } from '../host/grid';

/** Width of a text in pixels. */
export type MeasureText = (text: string, style: GridStyle) => number;

export const USUAL_SIZE = 11;
const USUAL_HEIGHT = 20;
const USUAL_WIDTH = 64;
const PIXELS_PER_POINT = 4 / 3;
const LINE_HEIGHT = 1.28;
const MARGIN = 6;
const TALLEST = 546; // Excel's limit, 409.5 points

/** Stated heights, and those of the other rows that need more than the usual one. */
export function rowHeights(
  sheet: Pick<GridSheetContents, 'cells' | 'columnWidths' | 'rowHeights' | 'merges'>,
  measure: MeasureText,
): ReadonlyMap<number, number> {
  const heights = new Map(sheet.rowHeights);
  const merged = new Set(sheet.merges.flatMap(placesOf));
  for (const cell of sheet.cells) {
    if (sheet.rowHeights.has(cell.row)) continue;
    const canWrap = cell.style?.wrap === true && !merged.has(placeKey(cell.row, cell.column)); // Excel does not fit merged cells
    const lines = canWrap ? linesOf(cell, sheet.columnWidths.get(cell.column) ?? USUAL_WIDTH, measure) : 1;
    const size = (cell.style?.size ?? USUAL_SIZE) * PIXELS_PER_POINT;
    const needed = Math.min(TALLEST, Math.ceil(lines * size * LINE_HEIGHT));
    if (needed > (heights.get(cell.row) ?? USUAL_HEIGHT)) heights.set(cell.row, needed);
  }
  return heights;
}

function linesOf(cell: GridCell, width: number, measure: MeasureText): number {
  if (typeof cell.value !== 'string') return 1;
  const widthOf = (text: string): number => measure(text, cell.style ?? {});
  return cell.value
    .split('\n')
    .reduce((lines, paragraph) => lines + wrappedLines(paragraph, width - MARGIN, widthOf), 0);
}

/** Words fill a line, as a wrapped cell shows them; a word longer than a line is cut. */
function wrappedLines(paragraph: string, room: number, widthOf: (text: string) => number): number {
  if (widthOf(paragraph) <= room) return 1;
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = widthOf(word);
    const needed = used === 0 ? width : used + space + width;
    if (needed <= room) {
      used = needed;
      continue;
    }
    const linesOfWord = Math.max(1, Math.ceil(width / room));
    lines += used === 0 ? linesOfWord - 1 : linesOfWord;
    used = width - (linesOfWord - 1) * room;
  }
  return lines;
}

function placesOf(area: GridArea): string[] {
  return Array.from({ length: Math.min(area.columns, 256) }, (_, offset) => placeKey(area.top, area.left + offset));
}

const placeKey = (row: number, column: number): string => `${row} ${column}`;
