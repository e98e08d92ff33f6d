/** Edits of people under a rollback that is tried again: a first try may have restored their cells, or given others back. */
import type { CellValue } from '../../../../workbook/cells';
import { cellOfContent, sameContent } from '../../../../workbook/contents';
import type { WriteStep } from '../../../../workbook/plan';
import type { KeptCell, PresentCells } from '../../../../workbook/registers/undo-of-ours';
import { contentsGiven, EditsByCell, NamedCells } from './by-cell';
import { placeOfEdit, stepOfEdit, type CoveredEdit } from './covered-edits';

/** Edits of people that a rollback covered or gave back, as a further try finds them. */
interface FoundEdits {
  readonly covered: readonly CoveredEdit[];
  /** Those that an earlier try gave back. */
  readonly given: readonly CoveredEdit[];
  /** The last contents that Excel announced. */
  readonly typed: readonly CoveredEdit[];
}

/**
 * The last covered edit of each cell, in order. `isGivenBefore`: a cell that holds an earlier one, which was given back
 * over the last, and nobody typed again.
 */
export function lastInCells(
  { covered, given, typed }: FoundEdits,
  present: PresentCells,
): { readonly covered: readonly CoveredEdit[]; readonly isGivenBefore: (cell: KeptCell) => boolean } {
  const byCell = new EditsByCell(covered);
  const announced = new EditsByCell(typed);
  const isLast = (edit: CoveredEdit): boolean => byCell.in(edit).at(-1) === edit;
  const earlier = [...given.filter((edit) => byCell.has(edit)), ...covered.filter((edit) => !isLast(edit))];
  const givenBefore = earlier.filter((edit) => isThere(edit, present) && !announced.hasSame(edit));
  const cells = new NamedCells(givenBefore.map(placeOfEdit));
  return { covered: covered.filter(isLast), isGivenBefore: (cell) => cells.has(cell) };
}

/**
 * The announced edits without the results of covered formulas: an event gives a formula by its result, which may be the
 * content that the writing gave to its cell (`written`). Any other content was entered later, over ours.
 */
export function withoutResults(
  typed: readonly CoveredEdit[],
  covered: readonly CoveredEdit[],
  written: (edit: CoveredEdit) => CellValue,
): readonly CoveredEdit[] {
  const byCell = new EditsByCell(covered);
  const isFormula = (edit: CoveredEdit | undefined): boolean =>
    edit !== undefined && cellOfContent(edit.content).formula !== undefined;
  return typed.filter((edit) => !isFormula(byCell.in(edit).at(-1)) || !sameContent(edit.content, written(edit)));
}

/** True for an edit that its cell holds. */
export function isThere({ sheet, row, column, content }: CoveredEdit, present: PresentCells): boolean {
  return sameContent(content, present.contentAt(sheet, row, column));
}

/** The edits that are in their cell, to which a step would give another content. */
export function restoredOver(
  edits: readonly CoveredEdit[],
  steps: readonly WriteStep[],
  present: PresentCells,
): readonly CoveredEdit[] {
  const givenTo = contentsGiven(edits, steps);
  return edits.filter((edit) => {
    if (!isThere(edit, present)) return false;
    return givenTo(edit).some((given) => !sameContent(given, edit.content));
  });
}

/**
 * The edits whose cell a first try of the rollback restored over them, or gave an earlier edit back: the answer that
 * held them is lost.
 */
export function overwritten(
  edits: readonly CoveredEdit[],
  covered: readonly CoveredEdit[],
  steps: readonly WriteStep[],
  present: PresentCells,
): readonly CoveredEdit[] {
  const known = new EditsByCell(covered);
  const givenTo = contentsGiven(edits, [...steps, ...covered.map(stepOfEdit)]);
  return edits.filter((edit) => {
    const now = present.contentAt(edit.sheet, edit.row, edit.column);
    if (sameContent(edit.content, now) || known.hasSame(edit)) return false;
    return givenTo(edit).some((given) => sameContent(given, now));
  });
}
