/**
 * Computes the heights of the rows that a file leaves to Excel: enough for their largest letters and their wrapped
 * lines.
 */
import type { GridArea, GridCell, GridSheetContents, GridStyle } from '../host/grid';

/** Width of a text in pixels. */
export type MeasureText = (text: string, style: GridStyle) => number;

const GRID_FONT = 'Arial';
const USUAL_SIZE = 11;
const USUAL_HEIGHT = 20;
const USUAL_WIDTH = 64;
const PIXELS_PER_POINT = 4 / 3;
const LINE_HEIGHT = 1.28;
const MARGIN = 6;
const TALLEST = 546; // Excel's limit, 409.5 points

/** Measures texts on a canvas, in the font of the cell or else of the grid. Each character is measured once. */
export function canvasMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('This browser draws no canvas');
  return measureByCharacter((character, font) => {
    context.font = font;
    return context.measureText(character).width;
  });
}

/** The sum of the widths of the characters, which kerning would make a little smaller. */
export function measureByCharacter(widthIn: (character: string, font: string) => number): MeasureText {
  const fonts = new Map<string, Map<string, number>>();
  return (text, { font, size, bold, italic }) => {
    const name = `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size ?? USUAL_SIZE}pt ${font ?? GRID_FONT}`;
    const widths = fonts.get(name) ?? new Map<string, number>();
    fonts.set(name, widths);
    let width = 0;
    for (const character of text) {
      const known = widths.get(character) ?? widthIn(character, name);
      widths.set(character, known);
      width += known;
    }
    return width;
  };
}

/** Stated heights, and those of the other rows that need more than the default. */
export function rowHeights(
  sheet: Pick<GridSheetContents, 'cells' | 'columnWidths' | 'rowHeights' | 'merges'>,
  measure: MeasureText,
): ReadonlyMap<number, number> {
  const heights = new Map(sheet.rowHeights);
  const merged = new Set(sheet.merges.flatMap(placesOf));
  for (const cell of sheet.cells) {
    if (sheet.rowHeights.has(cell.row)) continue;
    // Excel fits no merged cells
    const canWrap = cell.style?.wrap === true && !merged.has(placeKey(cell.row, cell.column));
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

/** The number of lines of a wrapped paragraph; a word longer than a line is split. */
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
