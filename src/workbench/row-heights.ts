/**
 * Heights of the rows that a file leaves to Excel: tall enough for their largest letters and their wrapped lines. Excel measures with
 * the real font; an average width per letter is close enough to show a workbook.
 */
import type { GridArea, GridCell, GridSheetContents } from '../host/grid';

const USUAL_HEIGHT = 20;
const USUAL_WIDTH = 64;
const USUAL_SIZE = 11;
const PIXELS_PER_POINT = 4 / 3;
const LETTER_WIDTH = 0.5; // of the size of the letters
const LINE_HEIGHT = 1.28;
const MARGIN = 6;
const TALLEST = 546; // Excel's limit, 409.5 points

/** Stated heights, and those of the other rows that need more than the usual one. */
export function rowHeights(sheet: Pick<GridSheetContents, 'cells' | 'columnWidths' | 'rowHeights' | 'merges'>): ReadonlyMap<number, number> {
  const heights = new Map(sheet.rowHeights);
  const merged = new Set(sheet.merges.flatMap(placesOf));
  for (const cell of sheet.cells) {
    if (sheet.rowHeights.has(cell.row)) continue;
    const canWrap = cell.style?.wrap === true && !merged.has(placeKey(cell.row, cell.column)); // Excel does not fit merged cells
    const lines = canWrap ? linesOf(cell, sheet.columnWidths.get(cell.column) ?? USUAL_WIDTH) : 1;
    const size = (cell.style?.size ?? USUAL_SIZE) * PIXELS_PER_POINT;
    const needed = Math.min(TALLEST, Math.ceil(lines * size * LINE_HEIGHT));
    if (needed > (heights.get(cell.row) ?? USUAL_HEIGHT)) heights.set(cell.row, needed);
  }
  return heights;
}

function linesOf(cell: GridCell, width: number): number {
  if (typeof cell.value !== 'string') return 1;
  const letter = (cell.style?.size ?? USUAL_SIZE) * PIXELS_PER_POINT * LETTER_WIDTH * (cell.style?.bold === true ? 1.08 : 1);
  const room = Math.max(1, Math.floor((width - MARGIN) / letter));
  return cell.value.split('\n').reduce((lines, paragraph) => lines + wrappedLines(paragraph, room), 0);
}

/** Words fill a line of so many letters, as a wrapped cell shows them; a word longer than a line is cut. */
function wrappedLines(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= room) used = needed;
    else {
      const whole = Math.ceil(Math.max(1, word.length) / room);
      lines += used === 0 ? whole - 1 : whole;
      used = word.length - (whole - 1) * room;
    }
  }
  return lines;
}

function placesOf(area: GridArea): string[] {
  return Array.from({ length: Math.min(area.columns, 256) }, (_, offset) => placeKey(area.top, area.left + offset));
}

const placeKey = (row: number, column: number): string => `${row} ${column}`;
