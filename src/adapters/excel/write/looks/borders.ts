/**
 * The borders of cells whose borders a plan changes. `getCellProperties` has reported coloured borders as black
 * (office-js #2349): a black one is read again, from the format of its cell. Other borders are not part of an undo.
 */
import type { CellLook, LookBorder } from '../../../../workbook/plan';
import { rangeOf } from '../../excel-ranges';
import { question, type Question } from '../questions';

const EDGES = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const;
const BLACK = '#000000';
/** The answer about four borders, in cells read with their formats. */
const BORDER_CELLS = 8;

/** A cell whose borders must be read again. */
export interface DoubtfulBorders {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly correct: (borders: NonNullable<CellLook['borders']>) => void;
}

/** The cells of a row of looks with a border that may be of another colour. */
export function doubtfulIn(looks: CellLook[], sheet: Excel.Worksheet, row: number, left: number): DoubtfulBorders[] {
  return looks.flatMap((look, c) =>
    isDoubtful(look)
      ? [{ sheet, row, column: left + c, correct: (borders) => void (looks[c] = { ...look, borders }) }]
      : [],
  );
}

function isDoubtful({ borders }: CellLook): boolean {
  return borders !== undefined && Object.values(borders).some((border) => border?.color.toLowerCase() === BLACK);
}

/** The question that corrects the borders of a cell. */
export function borderQuestion({ sheet, row, column, correct }: DoubtfulBorders): Question {
  return question(BORDER_CELLS, () => {
    const { borders } = rangeOf(sheet, { top: row, left: column, rows: 1, columns: 1 }).format;
    const edgeOf = (edge: keyof typeof EDGES): Excel.RangeBorder => {
      const border = borders.getItem(EDGES[edge]);
      border.load('style,weight,color');
      return border;
    };
    const [top, bottom, left, right] = [edgeOf('top'), edgeOf('bottom'), edgeOf('left'), edgeOf('right')];
    return () => correct({ top: lookOf(top), bottom: lookOf(bottom), left: lookOf(left), right: lookOf(right) });
  });
}

function lookOf({ style, weight, color }: Excel.RangeBorder): LookBorder | null {
  return style === 'None' ? null : { line: style, weight, color };
}
