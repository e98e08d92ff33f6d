/**
 * The formulas that use a sheet which an undo would delete: deleting it would turn them into #REF!. The user chooses to
 * keep the sheet or to delete it all the same.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { withPresentNames } from '../../workbook/sheet-renames';
import { columnOfKey, rowOfKey, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** The choice for added sheets that formulas of other sheets use. */
export type UsedSheets = 'ask' | 'keep' | 'delete';

/** The undo, without the deletion of sheets in use when they are kept; refused when the user was not asked yet. */
export function undoAsAsked(workbook: WorkbookSnapshot, undo: WritePlan, used: UsedSheets): Result<WritePlan, Failure> {
  if (used === 'delete') return success(undo);
  const named = withPresentNames(undo, (id) => workbook.sheets.find((sheet) => sheet.id === id)?.name);
  const deleted = named.steps.flatMap((step) => (step.kind === 'deleteSheet' ? [step.sheet.toLowerCase()] : []));
  const others = workbook.sheets.filter(({ name }) => !deleted.includes(name.toLowerCase()));
  const kept = new Set<string>();
  for (const sheet of deleted) {
    const by = firstUse(others, sheet);
    if (by && used === 'ask') return failure({ code: 'sheetReferenced', sheet: nameOf(workbook, sheet), by });
    if (by) kept.add(sheet);
  }
  const isKept = (sheet: string): boolean => kept.has(sheet.toLowerCase());
  return success({
    ...named,
    expected: named.expected.filter(({ sheet }) => !isKept(sheet)),
    steps: named.steps.filter((step) => !(step.kind === 'deleteSheet' && isKept(step.sheet))),
  });
}

function nameOf({ sheets }: WorkbookSnapshot, lowerCase: string): string {
  return sheets.find(({ name }) => name.toLowerCase() === lowerCase)?.name ?? lowerCase;
}

function firstUse(sheets: readonly SheetSnapshot[], used: string): { sheet: string; cell: string } | null {
  for (const { name, formulas } of sheets)
    for (const [key, formula] of formulas)
      if (names(formula, used)) return { sheet: name, cell: cellAddress(rowOfKey(key), columnOfKey(key)) };
  return null;
}

/** True when a formula refers to cells of the sheet; texts in quotes are not references. */
function names(formula: string, sheet: string): boolean {
  const quoted = `'${sheet.replaceAll("'", "''")}'!`;
  const plain = `${sheet}!`;
  return formula
    .toLowerCase()
    .split('"')
    .some((part, index) => index % 2 === 0 && (part.includes(quoted) || namesPlainly(part, plain)));
}

/** True for `doc!A1` but not for `mydoc!A1`, nor for a sheet of another workbook. */
function namesPlainly(part: string, plain: string): boolean {
  for (let at = part.indexOf(plain); at >= 0; at = part.indexOf(plain, at + 1))
    if (at === 0 || !/[\p{L}\p{N}_.\]']/u.test(part.charAt(at - 1))) return true;
  return false;
}
