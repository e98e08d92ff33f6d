/**
 * The formulas and the defined names that use a sheet which an undo would delete: deleting it would turn them into
 * #REF!, or change a sum over several sheets. The user chooses to keep the sheet or to delete it all the same. Charts
 * and data validations are not read.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress } from '../../workbook/cells';
import type { Failure, SheetUse } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { isUndoSheet } from '../../workbook/registers/record-sheet';
import { RENAMED } from '../../workbook/registers/sheet-anchors';
import { withPresentNames } from '../../workbook/sheet-renames';
import { columnOfKey, rowOfKey, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** The choice for added sheets that formulas of other sheets use. */
export type UsedSheets = 'ask' | 'keep' | 'delete';

/**
 * The undo, without the deletion of sheets in use when they are kept; refused when the user was not asked yet, and when
 * one of the sheets was renamed during the reading: it would stay, in an undo that seems complete.
 */
export function undoAsAsked(workbook: WorkbookSnapshot, undo: WritePlan, used: UsedSheets): Result<WritePlan, Failure> {
  const renamed = undo.sheetIds?.find(({ id }) => id === RENAMED);
  if (renamed) return failure({ code: 'sheetMissing', sheet: renamed.sheet });
  if (used === 'delete') return success(undo);
  const named = withPresentNames(undo, (id) => workbook.sheets.find((sheet) => sheet.id === id)?.name);
  const deleted = named.steps.flatMap((step) => (step.kind === 'deleteSheet' ? [step.sheet.toLowerCase()] : []));
  const others = workbook.sheets.filter((sheet) => !deleted.includes(sheet.name.toLowerCase()) && !isUndoSheet(sheet));
  const kept = new Set<string>();
  for (const sheet of deleted) {
    const by = firstUse(workbook, others, sheet) ?? firstName(workbook, named, sheet);
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

function firstUse(workbook: WorkbookSnapshot, others: readonly SheetSnapshot[], used: string): SheetUse | null {
  for (const { name, formulas } of others)
    for (const [key, formula] of formulas)
      if (names(workbook, formula, used)) return { sheet: name, cell: cellAddress(rowOfKey(key), columnOfKey(key)) };
  return null;
}

/** A name of the workbook, or of a sheet that stays; those that the undo deletes or restores are ours. */
function firstName(workbook: WorkbookSnapshot, undo: WritePlan, used: string): SheetUse | null {
  const ours = new Set(undo.steps.flatMap((step) => ('name' in step ? [step.name.toLowerCase()] : [])));
  const found = workbook.names.find(
    ({ name, scope, refersTo }) =>
      !ours.has(name.toLowerCase()) && scope?.toLowerCase() !== used && names(workbook, refersTo, used),
  );
  return found ? { name: found.name } : null;
}

/** True when a formula refers to cells of the sheet; texts in quotes are not references. */
function names(workbook: WorkbookSnapshot, formula: string, sheet: string): boolean {
  const quoted = `'${sheet.replaceAll("'", "''")}'!`;
  const plain = `${sheet}!`;
  const tables = workbook.tables.filter((table) => table.sheet.toLowerCase() === sheet);
  return formula
    .toLowerCase()
    .split('"')
    .some(
      (part, index) =>
        index % 2 === 0 &&
        (part.includes(quoted) ||
          namesPlainly(part, plain) ||
          isSpanned(workbook, part, sheet) ||
          tables.some(({ name }) => namesPlainly(part, `${name.toLowerCase()}[`))),
    );
}

/** True for a sheet between `janvier` and `mars` in `janvier:mars!A1`, both included. */
function isSpanned({ sheets }: WorkbookSnapshot, part: string, sheet: string): boolean {
  const positionOf = (name: string): number => sheets.findIndex((one) => one.name.toLowerCase() === name);
  for (let at = part.indexOf('!'); at >= 0; at = part.indexOf('!', at + 1)) {
    const before = part.slice(0, at);
    const [first, last] = (before.endsWith("'") ? quotedEnd(before) : plainEnd(before)).split(':').map(positionOf);
    if (first === undefined || last === undefined || first < 0 || last < 0) continue;
    const position = positionOf(sheet);
    if (position >= Math.min(first, last) && position <= Math.max(first, last)) return true;
  }
  return false;
}

/** The last text in apostrophes, without them. */
function quotedEnd(text: string): string {
  const inside = text.slice(0, -1).replaceAll("''", '\u0000');
  return inside.slice(inside.lastIndexOf("'") + 1).replaceAll('\u0000', "'");
}

/** The characters after the last operator. */
function plainEnd(text: string): string {
  let from = text.length;
  while (from > 0 && /[\p{L}\p{N}_.:]/u.test(text.charAt(from - 1))) from--;
  return text.slice(from);
}

/** True for `doc!A1` but not for `mydoc!A1`, nor for a sheet of another workbook. */
function namesPlainly(part: string, plain: string): boolean {
  for (let at = part.indexOf(plain); at >= 0; at = part.indexOf(plain, at + 1))
    if (at === 0 || !/[\p{L}\p{N}_.\]']/u.test(part.charAt(at - 1))) return true;
  return false;
}
