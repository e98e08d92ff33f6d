/**
 * Recognises the rows that a writing changed, by the cells around the written ones: a position and a content do not
 * distinguish a row from one that was inserted, pasted or sorted into its place. Kept with an undo, one character for a
 * cell.
 */
import type { CellValue } from '../cells';
import type { RowWitness, WritePlan, WriteStep } from '../plan';
import { formulaKey } from '../snapshot';

type SetCells = Extract<WriteStep, { kind: 'setCells' }>;

const BLANK = ' ';
const FORMULA = '=';
/** Marks of the other cells; neither of the two above. */
const MARKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The mark of a content, or of a formula as Excel spells it: equal contents have equal marks. Formulas have one mark,
 * since Excel adjusts their references.
 */
export function markOf(content: CellValue): string {
  if (content === null || content === '') return BLANK;
  const text = typeof content === 'object' ? content.error : String(content).toUpperCase().replace(/^'/, '');
  if (text.startsWith('=')) return FORMULA;
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) % 1_000_003;
  return MARKS[hash % MARKS.length] ?? BLANK;
}

/** A cell whose row is not certain to be the one that was written. */
export interface MovedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The marks of the workbook at this moment, row by row of a witness; fewer rows and columns are blank. */
export type PresentMarks = (witness: RowWitness) => readonly string[];

/**
 * The cells of the steps whose row is not certain. A row is certain when all its marks are there and distinguish it
 * from the rows above and below, or when these are certain too; a row of which somebody changed some cells, when the
 * others were in no other row, or when both rows next to it are as they were.
 */
export function movedCells(
  steps: readonly WriteStep[],
  witnesses: readonly RowWitness[],
  presentMarks: PresentMarks,
): readonly MovedCell[] {
  const written = steps.filter((step): step is SetCells => step.kind === 'setCells');
  return witnesses.flatMap((witness) => {
    const own = writtenIn(witness, written);
    const rows = rowStates(witness, own, presentMarks(witness));
    return [...own.values()].filter(({ row }) => !isCertain(rows, row - witness.top));
  });
}

function writtenIn(witness: RowWitness, steps: readonly SetCells[]): ReadonlyMap<number, MovedCell> {
  const cells = new Map<number, MovedCell>();
  const width = widthOf(witness);
  for (const { sheet, top, left, cells: rows } of steps) {
    if (sheet.toLowerCase() !== witness.sheet.toLowerCase()) continue;
    const [first, last] = [
      Math.max(0, witness.top - top),
      Math.min(rows.length, witness.top + witness.rows.length - top),
    ];
    for (let r = first; r < last; r++)
      rows[r]?.forEach((cell, c) => {
        const [row, column] = [top + r, left + c];
        const isInside = column >= witness.left && column < witness.left + width;
        if (cell !== null && isInside) cells.set(formulaKey(row, column), { sheet, row, column });
      });
  }
  return cells;
}

interface RowState {
  readonly marks: string;
  readonly isExact: boolean;
  readonly isFilled: boolean;
  /** True when at least half of the filled cells around the written ones are as they were. */
  readonly isLike: boolean;
  /** True when all but one, or three quarters, are, and no other row was the same in these columns. */
  readonly isKnown: boolean;
}

/** The written cells are left out of the comparison: guards compare them with their exact contents. */
function rowStates(
  witness: RowWitness,
  own: ReadonlyMap<number, MovedCell>,
  present: readonly string[],
): readonly RowState[] {
  const width = widthOf(witness);
  const counts = new Map<string, ReadonlyMap<string, number>>();
  const isAlone = (text: string, columns: readonly number[]): boolean => {
    const key = columns.join();
    const count = counts.get(key) ?? countsIn(witness, columns);
    if (counts.size < MOST_COUNTS) counts.set(key, count);
    return count.get(textIn(text, columns)) === 1;
  };
  return witness.rows.map((marks, r) => {
    const now = (present[r] ?? '').padEnd(width);
    const others = Array.from({ length: width }, (_, c) => c).filter(
      (c) => !own.has(formulaKey(witness.top + r, witness.left + c)),
    );
    const isExact = others.every((c) => marks[c] === now[c]);
    const filled = others.filter((c) => marks[c] !== BLANK);
    const same = filled.filter((c) => marks[c] === now[c]);
    const isLike = filled.length > 0 && same.length * 2 >= filled.length;
    const isNearlySame = filled.length - same.length <= Math.max(1, filled.length / 4);
    const isKnown = !isExact && same.length >= 2 && isNearlySame && isAlone(marks, same);
    return { marks, isExact, isFilled: marks.trim() !== '', isLike, isKnown };
  });
}

/** Sets of columns whose counts are kept: rows that people changed have few. */
const MOST_COUNTS = 50;

function countsIn({ rows }: RowWitness, columns: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = textIn(row, columns);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function textIn(marks: string, columns: readonly number[]): string {
  return columns.map((c) => marks[c] ?? BLANK).join('');
}

function isCertain(rows: readonly RowState[], index: number): boolean {
  const [above, row, below] = [rows[index - 1], rows[index], rows[index + 1]];
  if (!row) return false;
  const isBetween = (above?.isExact ?? true) && (below?.isExact ?? true);
  if (!row.isExact)
    return row.isKnown || (row.isLike && isBetween && above?.isFilled === true && below?.isFilled === true);
  const isDistinct = row.isFilled && row.marks !== above?.marks && row.marks !== below?.marks;
  return isDistinct || (isBetween && rows.some(({ isFilled }) => isFilled));
}

function widthOf({ rows }: RowWitness): number {
  return rows[0]?.length ?? 0;
}

/** The witnesses of a plan once it is carried out: the cells as they were, those of the plan as written. */
export function witnessesAfter({ steps }: WritePlan, before: readonly RowWitness[]): readonly RowWitness[] {
  const written = new Map<string, Map<number, string>>();
  for (const step of steps) {
    if (step.kind !== 'setCells') continue;
    const sheet = step.sheet.toLowerCase();
    const marks = written.get(sheet) ?? new Map<number, string>();
    written.set(sheet, marks);
    step.cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell) marks.set(formulaKey(step.top + r, step.left + c), markOf(cell.formula ?? cell.value));
      }),
    );
  }
  return before.map((witness) => {
    const marks = written.get(witness.sheet.toLowerCase());
    const markAt = (mark: string, r: number, c: number): string =>
      marks?.get(formulaKey(witness.top + r, witness.left + c)) ?? mark;
    return {
      ...witness,
      rows: witness.rows.map((text, r) => [...text].map((mark, c) => markAt(mark, r, c)).join('')),
    };
  });
}
