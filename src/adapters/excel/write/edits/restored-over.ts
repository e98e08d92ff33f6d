/** Edits of people under a rollback that is tried again: a first try may have restored their cells, or given others back. */
import type { CellValue } from '../../../../workbook/cells';
import { contentOfPlanned, sameContent } from '../../../../workbook/contents';
import type { WriteStep } from '../../../../workbook/plan';
import type { KeptCell, PresentCells } from '../../../../workbook/registers/undo-of-ours';
import { isIn, isSameEdit, placeOfEdit, stepOfEdit, type CoveredEdit } from './covered-edits';

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
  const all = [...given, ...covered];
  const isEarlier = (edit: CoveredEdit): boolean =>
    all.slice(all.indexOf(edit) + 1).some((later) => covered.includes(later) && isIn([placeOfEdit(later)], edit));
  const isThere = (edit: CoveredEdit): boolean =>
    sameContent(present.contentAt(edit.sheet, edit.row, edit.column), edit.content);
  const earlier = all.filter((edit) => isEarlier(edit) && isThere(edit) && !typed.some((one) => isSameEdit(one, edit)));
  return {
    covered: covered.filter((edit) => !isEarlier(edit)),
    isGivenBefore: (cell) => earlier.some((edit) => isIn([cell], edit)),
  };
}

/** True for an edit that is in its cell, to which a step would give another content. */
export function isRestoredOver(edit: CoveredEdit, steps: readonly WriteStep[], present: PresentCells): boolean {
  const { sheet, row, column, content } = edit;
  if (!sameContent(content, present.contentAt(sheet, row, column))) return false;
  return contentsGiven(edit, steps).some((given) => !sameContent(given, content));
}

/**
 * True for an edit whose cell a first try of the rollback restored over it, or gave an earlier edit back: the answer
 * that held the edit is lost.
 */
export function isOverwritten(
  edit: CoveredEdit,
  covered: readonly CoveredEdit[],
  steps: readonly WriteStep[],
  present: PresentCells,
): boolean {
  const now = present.contentAt(edit.sheet, edit.row, edit.column);
  if (sameContent(edit.content, now) || covered.some((one) => isSameEdit(one, edit))) return false;
  return contentsGiven(edit, [...steps, ...covered.map(stepOfEdit)]).some((given) => sameContent(given, now));
}

/** The contents that the steps give to the cell of an edit. */
function contentsGiven({ sheet, row, column }: CoveredEdit, steps: readonly WriteStep[]): readonly CellValue[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'setCells' || step.sheet.toLowerCase() !== sheet.toLowerCase()) return [];
    const cell = step.cells[row - step.top]?.[column - step.left];
    return cell ? [contentOfPlanned(cell)] : [];
  });
}
