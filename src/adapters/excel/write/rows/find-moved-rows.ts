/**
 * Reads the cells that a rollback restores, where their rows are now: somebody may have inserted, deleted or sorted
 * rows between two requests of the writing, or since.
 */
import { contentOfPlanned, holdsWritten, sameContent } from '../../../../workbook/contents';
import type { CellValue } from '../../../../workbook/cells';
import type { RowWitness, WritePlan, WriteStep } from '../../../../workbook/plan';
import { findRows, IN_PLACE, likeEmptiedRows, type FoundRows } from '../../../../workbook/registers/moved-rows';
import { mayHaveMoved, type RolledBack } from '../../../../workbook/registers/row-places';
import type { SheetMarks } from '../../../../workbook/registers/row-likeness';
import {
  markOf,
  witnessesAfter,
  writtenRows,
  type MovedCell,
  type WrittenRow,
} from '../../../../workbook/registers/row-witnesses';
import { rangeOf } from '../../excel-ranges';
import type { Before, SetCells } from '../before';
import { contentsExpected, contentsGiven } from '../edits/by-cell';
import type { CoveredEdit } from '../edits/covered-edits';
import { joinCells } from '../join-cells';
import { askAll, rowsQuestion } from '../questions';
import { readCells, readStructure } from '../read-before';
import type { SentCells } from '../sent-cells';
import { usedArea } from '../sheets-to-delete';
import { marksOf, movedSince, presentMarksOf, SHARE } from './witnesses';

/** Cells of a sheet that are read to find rows in it: twenty columns of the largest ledger. */
const MOST_CELLS = 2_000_000;

interface FoundState extends Omit<FoundRows, 'isCertain'> {
  readonly now: Before;
  /** The steps whose cells are read: those of the undo and the others. */
  readonly read: readonly WriteStep[];
  /** The cells that may be those of a row which somebody moved among blank ones: they stay as they are. */
  readonly like: readonly MovedCell[];
}

interface Beside {
  readonly others: readonly SetCells[];
  readonly byPosition: SentCells;
  /** The witnesses with what Excel wrote in the block at which the request failed, if it did. */
  readonly otherwise: readonly RowWitness[];
  /** After a first try of the rollback, which may have emptied its rows. */
  readonly isAgain: boolean;
}

/**
 * The state of the cells of the undo, which has its rows where they are now, and of the cells of other steps;
 * `byPosition`: those of a request before which rows had moved.
 */
export async function readWhereFound(
  context: Excel.RequestContext,
  undo: WritePlan,
  { others, byPosition, otherwise, isAgain }: Beside,
  structure: Before,
): Promise<FoundState> {
  const read = [...undo.steps, ...others];
  const now = await readCells(context, { ...undo, expected: [], steps: read }, structure);
  const marksNow = presentMarksOf(now);
  const rows = writtenRows(undo.steps, undo.witnesses ?? [], marksNow);
  const rolledBack: RolledBack = {
    isAgain,
    isByPosition: (sheet, row, column) => byPosition.has(sheet, row, column),
    otherwise: isAgain ? witnessesAfter(undo, undo.witnesses ?? []) : otherwise,
  };
  const inSheet = (name: string): readonly WrittenRow[] =>
    rows.filter(({ witness: { sheet } }) => sheet.toLowerCase() === name);
  const names = new Set(rows.map(({ witness }) => witness.sheet.toLowerCase()));
  const sheets = new Set([...names].filter((name) => mayHaveMoved(inSheet(name), rolledBack)));
  const inPlace = { undo, followed: null, lost: [], ...IN_PLACE, areInPlace: true, now, read };
  if (sheets.size === 0) return { ...inPlace, like: [] };
  const marks = await readMarks(context, undo, sheets, now);
  const found = findRows(
    undo,
    marksNow,
    (sheet) => {
      const found = marks.get(sheet.toLowerCase());
      return found ? { ...found, before: marksBefore(sheet, found, [...undo.steps, ...others], byPosition) } : null;
    },
    rolledBack,
  );
  const marksIn = (sheet: string): SheetMarks | null => marks.get(sheet.toLowerCase()) ?? null;
  const like = isAgain ? [] : likeEmptiedRows(undo, marksNow, marksIn, found);
  if (found.undo === undo) return { ...inPlace, like };
  const again = await readStructure(context, now);
  const { steps } = joinCells({ ...found.undo, expected: [] });
  const all = [...steps, ...others];
  const state = await readCells(context, { ...found.undo, expected: [], steps: all }, again);
  return { ...found, undo: { ...found.undo, steps }, now: state, read: all, like };
}

/** An undo, and the state of its cells. */
export interface ReadPlan {
  readonly plan: WritePlan;
  readonly before: Before;
}

/**
 * The undo where its rows are now, when rows moved since the writing and each is found; null otherwise, and when
 * it changes more than cells in their sheets: areas do not follow rows.
 */
export async function readFollowed(
  context: Excel.RequestContext,
  undo: WritePlan,
  before: Before,
): Promise<ReadPlan | null> {
  const marksNow = presentMarksOf(before);
  const elsewhere = writtenRows(undo.steps, undo.witnesses ?? [], marksNow).filter(
    ({ isInPlace, isChanged }) => !isInPlace || isChanged,
  );
  const sheets = new Set(elsewhere.map(({ witness }) => witness.sheet.toLowerCase()));
  const isFixed = (step: WriteStep): boolean =>
    step.kind !== 'setCells' && 'sheet' in step && sheets.has(step.sheet.toLowerCase());
  if (sheets.size === 0) return null;
  const marks = await readMarks(context, undo, sheets, before);
  const { followed, unsure } = findRows(undo, marksNow, (sheet) => marks.get(sheet.toLowerCase()) ?? null);
  before.unsure.push(...unsure);
  if (!followed || undo.steps.some(isFixed)) return null;
  const plan = joinCells(followed);
  const structure = await readStructure(context, before);
  const now = await readCells(context, plan, structure);
  return movedSince(plan, now).length > 0 ? null : { plan, before: now };
}

/** The marks of a sheet with the former contents of the cells that were written by position; later steps win. */
function marksBefore(
  sheet: string,
  { left, rows }: SheetMarks,
  formers: readonly WriteStep[],
  byPosition: SentCells,
): readonly string[] {
  const before = [...rows];
  for (const step of formers) {
    if (step.kind !== 'setCells' || step.sheet.toLowerCase() !== sheet.toLowerCase()) continue;
    step.cells.forEach((cells, r) =>
      cells.forEach((cell, c) => {
        const [row, column] = [step.top + r, step.left + c];
        const text = before[row];
        if (!cell || text === undefined || !byPosition.has(sheet, row, column)) return;
        before[row] = text.slice(0, column - left) + markOf(contentOfPlanned(cell)) + text.slice(column - left + 1);
      }),
    );
  }
  return before;
}

/** The marks of whole sheets, in the columns of their witnesses; not those of a sheet that is too large. */
async function readMarks(
  context: Excel.RequestContext,
  { witnesses = [] }: WritePlan,
  names: ReadonlySet<string>,
  { sheets }: Before,
): Promise<ReadonlyMap<string, SheetMarks>> {
  const found = [...names].flatMap((name) => {
    const id = sheets.get(name);
    const own = witnesses.filter(({ sheet }) => sheet.toLowerCase() === name);
    const left = Math.min(...own.map((one) => one.left));
    const columns = Math.max(...own.map((one) => one.left + (one.rows[0]?.length ?? 0))) - left;
    return id === undefined ? [] : [{ name, sheet: context.workbook.worksheets.getItem(id), left, columns, bottom: 0 }];
  });
  await askAll(
    context,
    found.map((one) => usedArea(one.sheet, ({ top, rows }) => (one.bottom = top + rows))),
  );
  const marks = new Map<string, { readonly left: number; readonly rows: string[] }>();
  const questions = found.flatMap(({ name, sheet, left, columns, bottom }) => {
    if (bottom === 0 || bottom * columns > MOST_CELLS) return [];
    const rows: string[] = [];
    marks.set(name, { left, rows });
    const ask = (top: number, count: number): (() => void) => {
      const range = rangeOf(sheet, { top, left, rows: count, columns });
      range.load('formulas');
      return () => marksOf(range).forEach((text, r) => (rows[top + r] = text));
    };
    return [rowsQuestion(0, bottom, Math.ceil(columns * SHARE), ask)];
  });
  await askAll(context, questions);
  return marks;
}

/**
 * The edits that a request covered, in their present rows. When rows had moved before that request, it wrote by
 * position: what it covered is still there, and is no edit where it was the cell of a row of the undo. Elsewhere, a
 * cell that already held what was written is left so.
 */
export function presentEdits(
  covered: readonly CoveredEdit[],
  hadMoved: boolean,
  { undo, rowOf, isFound }: Pick<FoundRows, 'undo' | 'rowOf' | 'isFound'>,
): readonly CoveredEdit[] {
  if (!hadMoved) return covered.map((edit) => ({ ...edit, row: rowOf(edit.sheet, edit.row) }));
  const [formers, holdsOurs] = [contentsGiven(covered, undo.steps), oursIn(undo, covered)];
  const isFormer = (edit: CoveredEdit): boolean => formers(edit).some((content) => sameContent(content, edit.content));
  const isOurs = (edit: CoveredEdit): boolean => isFound(edit.sheet, edit.row) && holdsOurs(edit, edit.content);
  return covered.filter((edit) => !isFormer(edit) && !isOurs(edit));
}

/** Whether a content is the one that the writing gave to the cell of one of these edits. */
export function oursIn(
  { expected }: WritePlan,
  edits: readonly CoveredEdit[],
): (edit: CoveredEdit, content: CellValue) => boolean {
  const written = contentsExpected(edits, expected);
  return (edit, content) => written(edit).some((one) => holdsWritten(one, content));
}
