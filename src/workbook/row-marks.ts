/**
 * The marks of people on the cells of a document: a fill, a colour, a weight that none of our styles has. A row that
 * takes another place is written with the styles of its page, and takes its marks along.
 */
import { STYLES, type CellStyle } from './cell-styles';
import type { FollowedRows } from './followed-rows';

/** Members that are absent have their default. */
export type RowMarks = Pick<CellStyle, 'bold' | 'italic' | 'color' | 'fill'>;

const keyOf = ({ bold, italic, color, fill }: RowMarks): string =>
  JSON.stringify([bold === true, italic === true, color?.toUpperCase() ?? '000000', fill?.toUpperCase() ?? null]);

const OURS: ReadonlySet<string> = new Set(Object.values(STYLES).map(keyOf));

/** The marks in the look of a cell; null for one of our looks. `RRGGBB`. */
export function marksOf(look: {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
}): RowMarks | null {
  const { bold, italic, color, fill } = look;
  const marks: RowMarks = {
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(color !== undefined && { color }),
    ...(fill !== undefined && { fill }),
  };
  return OURS.has(keyOf(marks)) ? null : marks;
}

/** A style of ours with the marks of somebody. */
export function markedStyle(
  { bold: _, italic: __, color: ___, fill: ____, ...style }: CellStyle,
  marks: RowMarks,
): CellStyle {
  return { ...style, ...marks };
}

/** The former row of each row that has another place. */
export function formerRows({ rows }: FollowedRows): ReadonlyMap<number, number> {
  return new Map(rows.flatMap(({ from, to }) => (to === null || to === from ? [] : [[to, from] as const])));
}
