/**
 * Recognises the rows that a writing changed by the cells around the written ones: a position and a content do not
 * distinguish a row from one that was inserted, pasted or sorted into its place. Kept with an undo, one character for a
 * cell.
 */
import type { CellValue } from '../cells';
import type { RowWitness, WritePlan, WriteStep } from '../plan';
import { formulaKey } from '../snapshot';
import { ByRows } from './by-rows';

type SetCells = Extract<WriteStep, { kind: 'setCells' }>;

export const BLANK = ' ';
const FORMULA = '=';
/** Marks of the other cells; neither of the two above. */
const MARKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The mark of a content, or of a formula as Excel spells it: equal contents have equal marks, whether or not Excel
 * gives the apostrophe in front of a text. Formulas have one mark, since Excel adjusts their references.
 */
export function markOf(content: CellValue): string {
  if (content === null || content === '') return BLANK;
  const text = typeof content === 'object' ? content.error : String(content).toUpperCase().replace(/^'+/, '');
  if (text.startsWith('=')) return FORMULA;
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) % 1_000_003;
  return MARKS[hash % MARKS.length] ?? BLANK;
}

/** A written cell whose row is not the one that was written, or may not be. */
export interface MovedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The marks of the workbook at this moment, row by row of a witness; fewer rows and columns are blank. */
export type PresentMarks = (witness: RowWitness) => readonly string[];

/** A row in which the steps write, as its witness knows it. */
export interface WrittenRow {
  readonly witness: RowWitness;
  readonly row: number;
  /** The columns that are written, from the left. */
  readonly columns: readonly number[];
  readonly isInPlace: boolean;
  /** True when some of its other cells are not as they were. */
  readonly isChanged: boolean;
  /** True for a row that held nothing but what was written, many cells, and holds none of them now. */
  readonly isEmptied: boolean;
  /** True when each of its cells is as the writing left it. */
  readonly isAsLeft: boolean;
}

/**
 * The rows in which the steps write. A row is in its place when at least half of its other filled cells are as they
 * were, and no other row was as this one is now. A few written cells are no evidence: guards compare them with their
 * exact contents. Many are, when all of them hold; half of them, in a row that holds nothing else. Such a row has moved
 * when the row above or below has become what was written. Another row without other cells, and one that equals the row
 * above or below, are in their place when the rows on both sides are. Rows of equal codes have most cells in common:
 * one that `isChanged` is in its place only when the whole sheet has no other row like it (`moved-rows.ts`).
 */
export function writtenRows(
  steps: readonly WriteStep[],
  witnesses: readonly RowWitness[],
  presentMarks: PresentMarks,
): readonly WrittenRow[] {
  const cellSteps = steps.filter((step): step is SetCells => step.kind === 'setCells');
  const written = new ByRows(cellSteps, ({ sheet, top, cells }) => ({ sheet, top, rows: cells.length }));
  return witnesses.flatMap((witness) => {
    const own = writtenIn(witness, written.over({ ...witness, rows: witness.rows.length }));
    if (own.size === 0) return [];
    const keys = [...own].flatMap(([row, columns]) => [...columns].map((column) => formulaKey(row, column)));
    const rows = new Rows(witness, new Set(keys), presentMarks(witness));
    return [...own].map(([row, columns]) => ({
      witness,
      row,
      columns: [...columns].sort((one, other) => one - other),
      isInPlace: rows.isInPlace(row - witness.top),
      isChanged: rows.isChanged(row - witness.top),
      isEmptied: rows.isEmptied(row - witness.top),
      isAsLeft: rows.isAsLeft(row - witness.top),
    }));
  });
}

/** The cells of the steps whose row is not the one that was written. */
export function movedCells(
  steps: readonly WriteStep[],
  witnesses: readonly RowWitness[],
  presentMarks: PresentMarks,
): readonly MovedCell[] {
  return writtenRows(steps, witnesses, presentMarks).flatMap(({ witness: { sheet }, row, columns, isInPlace }) =>
    isInPlace ? [] : columns.map((column) => ({ sheet, row, column })),
  );
}

/** The columns that steps over its rows write in each of them, within the witness. */
function writtenIn(witness: RowWitness, steps: readonly SetCells[]): ReadonlyMap<number, ReadonlySet<number>> {
  const written = new Map<number, Set<number>>();
  const width = widthOf(witness);
  for (const { top, left, cells: rows } of steps) {
    const first = Math.max(0, witness.top - top);
    const end = Math.min(rows.length, witness.top + witness.rows.length - top);
    for (let r = first; r < end; r++)
      rows[r]?.forEach((cell, c) => {
        const column = left + c;
        if (cell === null || column < witness.left || column >= witness.left + width) return;
        const columns = written.get(top + r) ?? new Set<number>();
        written.set(top + r, columns.add(column));
      });
  }
  return written;
}

/** The other cells of a row: whether there are any, whether some changed, and whether enough are as they were. */
interface RowState {
  readonly isEvident: boolean;
  readonly isChanged: boolean;
  readonly holds: boolean;
}

class Rows {
  private readonly states = new Map<number, RowState>();
  /** The columns of the witness that the writing left alone in every row. */
  private readonly common: readonly number[];
  /** The rows by the columns that the writing left alone in each of them: their marks in these. */
  private readonly recorded: readonly { readonly columns: readonly number[]; readonly marks: ReadonlySet<string> }[];
  /** The equal rows, one after another, of which each row is part. */
  private readonly runs: readonly Run[];

  constructor(
    private readonly witness: RowWitness,
    private readonly own: ReadonlySet<number>,
    private readonly present: readonly string[],
  ) {
    const columns = Array.from({ length: widthOf(witness) }, (_, c) => c);
    this.common = columns.filter((c) => witness.rows.every((_, r) => !this.isOwn(r, c)));
    this.recorded = this.rowsByColumns(columns);
    this.runs = runsOf(witness.rows);
  }

  isInPlace(index: number): boolean {
    const { isEvident, holds } = this.stateOf(index);
    const { filled, same } = this.writtenIn(index);
    if (filled >= ENOUGH && (same === filled || (!isEvident && same * 2 >= filled))) return true;
    if (!holds || this.isNowBeside(index)) return false;
    const { first, last } = this.runs[index] ?? { first: index, last: index };
    if (isEvident && first === last) return true;
    return this.holdsAt(first - 1) && this.holdsAt(last + 1);
  }

  /** True when some of its other cells are not as they were. */
  isChanged(index: number): boolean {
    return this.stateOf(index).isChanged;
  }

  isAsLeft(index: number): boolean {
    const marks = this.witness.rows[index] ?? '';
    return (this.present[index] ?? '').padEnd(marks.length, BLANK) === marks;
  }

  /** True for a row that held nothing but what was written, many cells, and holds none of them now. */
  isEmptied(index: number): boolean {
    const { filled, same } = this.writtenIn(index);
    return filled >= ENOUGH && same === 0 && !this.stateOf(index).isEvident;
  }

  /** True for such a row of which another row has become the image. */
  private isNowBeside(index: number): boolean {
    if (!this.isEmptied(index)) return false;
    const written = this.ownMarks(index);
    const { rows } = this.witness;
    return this.present.some((now, at) => at !== index && holdsAll(written, now) && !holdsAll(written, rows[at] ?? ''));
  }

  /** The likeness of the written cells of a row. */
  private writtenIn(index: number): Likeness {
    return likenessOf(this.ownMarks(index), this.present[index] ?? '');
  }

  /** The marks of the written cells of a row, the others blank. */
  private ownMarks(index: number): string {
    const marks = this.witness.rows[index] ?? '';
    return Array.from(marks, (mark, c) => (this.isOwn(index, c) ? mark : BLANK)).join('');
  }

  private holdsAt(index: number): boolean {
    return index < 0 || index >= this.witness.rows.length || this.stateOf(index).holds;
  }

  private stateOf(index: number): RowState {
    const known = this.states.get(index);
    if (known) return known;
    const marks = this.witness.rows[index] ?? '';
    const now = this.present[index] ?? '';
    const others = Array.from(marks, (mark, c) => (this.isOwn(index, c) ? BLANK : mark)).join('');
    const { filled, same } = likenessOf(others, now);
    const holds = same * 2 >= filled && !this.isAnother(marks, now);
    const state = { isEvident: filled > 0, isChanged: same < filled, holds };
    this.states.set(index, state);
    return state;
  }

  /** True when the row has become equal to another one of the witness, in the columns left alone in that one. */
  private isAnother(marks: string, now: string): boolean {
    const [before, after] = [marksIn(this.common, marks), marksIn(this.common, now)];
    if (before === after || after.trim() === '') return false;
    return this.recorded.some((rows) => rows.marks.has(marksIn(rows.columns, now)));
  }

  private rowsByColumns(columns: readonly number[]): Rows['recorded'] {
    const groups = new Map<string, { columns: readonly number[]; marks: Set<string> }>();
    this.witness.rows.forEach((marks, r) => {
      const left = columns.filter((c) => !this.isOwn(r, c));
      const key = left.join(' ');
      const group = groups.get(key) ?? { columns: left, marks: new Set<string>() };
      groups.set(key, group);
      group.marks.add(marksIn(left, marks));
    });
    return [...groups.values()];
  }

  private isOwn(index: number, column: number): boolean {
    return this.own.has(formulaKey(this.witness.top + index, this.witness.left + column));
  }
}

function marksIn(columns: readonly number[], marks: string): string {
  return columns.map((c) => marks[c] ?? BLANK).join('');
}

/** So many written cells distinguish a row that holds nothing else. */
const ENOUGH = 4;

/** How many cells are filled, and how many of these hold the same now. */
interface Likeness {
  readonly filled: number;
  readonly same: number;
}

function likenessOf(marks: string, now: string): Likeness {
  let [filled, same] = [0, 0];
  for (let c = 0; c < marks.length; c++) {
    if (marks[c] === BLANK) continue;
    filled += 1;
    if (marks[c] === (now[c] ?? BLANK)) same += 1;
  }
  return { filled, same };
}

/** True for a row that holds each of the filled marks. */
export function holdsAll(marks: string, now: string): boolean {
  const { filled, same } = likenessOf(marks, now);
  return same === filled;
}

/** The same but for one of them, which somebody may have edited. */
export function holdsAllButOne(marks: string, now: string): boolean {
  const { filled, same } = likenessOf(marks, now);
  return same >= filled - 1;
}

/**
 * The index of the only row that has all of the written contents; else of the one that has most of them, at least half,
 * among those that are beside what this one was: elsewhere, another row may have most of them, as an order of the same
 * day and amount. Null when they are few, and when several rows have as many.
 */
export function rowWritten(
  marks: string,
  rows: readonly string[],
  isBeside: (index: number) => boolean,
): number | null {
  const { filled } = likenessOf(marks, '');
  let [best, most, isAlone] = [-1, 0, true];
  for (const [index, now] of rows.entries()) {
    const { same } = likenessOf(marks, now);
    const isLike = same === filled || (same >= most && same * 2 >= filled && isBeside(index));
    if (isLike && same >= most) [best, isAlone, most] = [index, same > most, same];
  }
  return best >= 0 && isAlone && filled >= ENOUGH ? best : null;
}

interface Run {
  readonly first: number;
  last: number;
}

function runsOf(rows: readonly string[]): readonly Run[] {
  let run: Run = { first: 0, last: 0 };
  return rows.map((marks, index) => {
    if (index > 0 && marks !== rows[index - 1]) run = { first: index, last: index };
    run.last = index;
    return run;
  });
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
      rows: witness.rows.map((text, r) => Array.from(text, (mark, c) => markAt(mark, r, c)).join('')),
    };
  });
}
