/**
 * Formulas beside the undo record that refer to the sheets which a writing added, in the order in which it added them.
 * Excel gives the id of a new sheet only after the request; but it rewrites such a formula when the sheet is renamed,
 * and makes it #REF! when the sheet is deleted. After a restart of the add-in, they show which sheets are ours.
 */
import { quoteSheet } from '../cells';
import type { WritePlan } from '../plan';
import { findSheet, formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';

/** Where they are, in the sheet of the record. */
export const ANCHORS = { row: 2, column: 1 } as const;

/** The id of a sheet that was deleted: no sheet has it. */
const GONE = 'deleted';

/**
 * The id of a sheet that has neither its name of the formula nor its first one in the list of sheets: it was renamed
 * again during the reading, and only the next one shows which it is.
 */
export const RENAMED = 'renamed';

/** The formula that follows a sheet. */
export function anchorOf(sheet: string): string {
  return `=${quoteSheet(sheet)}!$A$1`;
}

/** The sheets that a plan adds, in order. */
export function sheetsAdded({ steps }: WritePlan): readonly string[] {
  return steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet] : []));
}

/**
 * The undo with the ids of the sheets that it deletes, wherever they are now. A sheet without a formula was not added
 * yet when the writing stopped, or comes from an earlier version: its name is all there is.
 */
export function withAnchoredIds(undo: WritePlan, record: SheetSnapshot, workbook: WorkbookSnapshot): WritePlan {
  const recorded = undo.sheetIds ?? [];
  const isKnown = recorded.some(({ id }) => workbook.sheets.some((sheet) => sheet.id === id));
  const deleted = undo.steps.flatMap((step) => (step.kind === 'deleteSheet' ? [step.sheet] : [])).reverse();
  const anchored = deleted.flatMap((sheet, index) => {
    const formula = record.formulas.get(formulaKey(ANCHORS.row + index, ANCHORS.column));
    return formula === undefined ? [] : [{ sheet, id: idBehind(formula, sheet, workbook) }];
  });
  // a workbook that was saved as another may have new ids: names are then all there is
  return { ...undo, sheetIds: [...(isKnown ? recorded : []), ...anchored] };
}

/** A sheet that was renamed during the reading has its new name in the formula, and its earlier one in the list. */
function idBehind(formula: string, sheet: string, workbook: WorkbookSnapshot): string {
  if (formula.startsWith('=#REF!')) return GONE;
  const isQuoted = formula.startsWith("='");
  const name = isQuoted
    ? formula.slice(2, formula.lastIndexOf("'!")).replaceAll("''", "'")
    : formula.slice(1, Math.max(1, formula.indexOf('!')));
  return (findSheet(workbook, name) ?? findSheet(workbook, sheet))?.id ?? RENAMED;
}
