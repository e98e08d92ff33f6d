/** Finds the very hidden sheet of the undo record. Its first cell distinguishes it from a sheet of the team. */
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { UNDO_SHEET } from '../workbook-names';

/** The text of the first cell, for a person who finds the sheet. */
export const UNDO_NOTICE =
  'Enveloppe : de quoi annuler la dernière écriture. Cette feuille disparaît après usage ; ne la modifiez pas.';

/** True for the name of such a sheet, when the cells are not known: one of the team may have taken the first name. */
export function isUndoSheetName(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === UNDO_SHEET.toLowerCase() || lower.startsWith(`${UNDO_SHEET.toLowerCase()} `);
}

/**
 * True for a name that we give to such a sheet, whatever its case. « ENV_Annulation (2) » is a copy that somebody made:
 * the record in it is of no use, since only the first one follows the writings.
 */
export function isRecordName(name: string): boolean {
  const number = name.slice(UNDO_SHEET.length);
  return isUndoSheetName(name) && (number === '' || Number.isInteger(Number(number)));
}

/** The sheet of the undo record; undefined when there is none. */
export function findUndoSheet(workbook: WorkbookSnapshot): SheetSnapshot | undefined {
  return workbook.sheets.find((sheet) => isRecordName(sheet.name) && isUndoSheet(sheet));
}

/** True for a sheet that we wrote to keep an undo, and for a copy of it. */
export function isUndoSheet(sheet: SheetSnapshot): boolean {
  return isUndoSheetName(sheet.name) && valueAt(sheet, 0, 0) === UNDO_NOTICE;
}
