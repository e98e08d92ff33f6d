/**
 * Recognises that somebody inserted or deleted columns in a sheet where a writing stopped: its rows are there, and
 * their cells are a few columns farther, all from the same column on. None of them can be restored by its address.
 */
import type { SheetMarks } from './row-likeness';
import { BLANK, type WrittenRow } from './row-witnesses';

/** Columns that people insert or delete at once. */
const MOST_COLUMNS = 8;
/** Rows that are compared: those of one sheet moved alike. */
const MOST_ROWS = 40;
/** Filled cells that moved: fewer may be equal by chance. */
const ENOUGH = 3;

/** True when the rows, which are not in their places, are those that were written with their cells in other columns. */
export function haveColumnsMoved(rows: readonly WrittenRow[], marks: SheetMarks): boolean {
  const compared = rows.slice(0, MOST_ROWS).map(({ witness, row, columns }) => ({
    recorded: withoutWritten(witness.rows[row - witness.top] ?? '', witness.left, columns),
    present: (marks.rows[row] ?? '').slice(witness.left - marks.left),
  }));
  const width = Math.max(0, ...compared.map(({ recorded }) => recorded.length));
  for (let by = -MOST_COLUMNS; by <= MOST_COLUMNS; by++)
    for (let from = 0; by !== 0 && from < width; from++) if (explains(compared, from, by)) return true;
  return false;
}

/** The writing may have stopped before it wrote them. */
function withoutWritten(marks: string, left: number, columns: readonly number[]): string {
  return Array.from(marks, (mark, c) => (columns.includes(left + c) ? BLANK : mark)).join('');
}

interface ComparedRow {
  readonly recorded: string;
  readonly present: string;
}

/** True when most filled cells are as recorded, once those from a column on moved by so many, and many of them moved. */
function explains(rows: readonly ComparedRow[], from: number, by: number): boolean {
  let [filled, same, moved] = [0, 0, 0];
  for (const { recorded, present } of rows)
    for (let column = 0; column < recorded.length; column++) {
      const mark = recorded[column] ?? BLANK;
      const at = column < from ? column : column + by;
      const isOut = at >= recorded.length || (column >= from && at < from); // beside the witness, or deleted
      if (mark === BLANK || isOut) continue;
      filled++;
      if ((present[at] ?? BLANK) !== mark) continue;
      same++;
      if (at !== column && (present[column] ?? BLANK) !== mark) moved++;
    }
  return moved >= ENOUGH && same * 10 >= filled * 9;
}
