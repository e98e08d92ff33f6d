/** « Insérer » a formula of the product in the cell that the user has selected. Never covers a cell that is filled. */
import { failure, success, type Result } from '../../domain/result';
import type { Area } from '../../workbook/cells';
import { firstTaken } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';

/** A range of cells of a sheet. */
export interface SelectedCells {
  readonly sheet: string;
  readonly area: Area;
}

/** The plan that writes the formula in the first cell of the selection. Refuses a filled cell and a protected sheet. */
export function planFormula(
  workbook: WorkbookSnapshot,
  { sheet: name, area: { top, left } }: SelectedCells,
  formula: string,
): Result<WritePlan, Failure> {
  const sheet = findSheet(workbook, name);
  if (!sheet) return failure({ code: 'sheetMissing', sheet: name });
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const taken = firstTaken(sheet, { top, left, rows: 1, columns: 1 });
  if (taken) return failure(taken);
  const at = { sheet: sheet.name, top, left };
  return success({
    purpose: 'formula',
    expected: [{ ...at, contents: [[null]] }],
    steps: [{ kind: 'setCells', ...at, cells: [[{ value: null, formula }]] }],
  });
}
