/** Where the undo record is: a team may have a sheet of its name. */
import { UNDO_NOTICE } from '../../../workbook/registers/record-sheet';
import { UNDO_SHEET } from '../../../workbook/workbook-names';
import type { Before, UndoPlace } from './before';
import { question, type Question } from './questions';

/** The sheet that holds our record, known by its first cell, or the name for a new one. */
export function undoPlaceOf({ sheets, undoSheets }: Before): UndoPlace {
  const ours = [...undoSheets].find(([, notice]) => notice === UNDO_NOTICE)?.[0];
  if (ours !== undefined) return { name: ours, id: sheets.get(ours) ?? null };
  for (let number = 1; ; number++) {
    const name = number === 1 ? UNDO_SHEET : `${UNDO_SHEET} ${number}`;
    if (!sheets.has(name.toLowerCase())) return { name, id: null };
  }
}

/** The question about the first cell of a sheet whose name is that of a record. */
export function noticeOf(sheet: Excel.Worksheet | null, name: string, before: Before): Question[] {
  if (!sheet) return [];
  const ask = (): (() => void) => {
    const first = sheet.getRange('A1');
    first.load('values');
    return () => takeNotice(first, name, before);
  };
  return [question(1, ask)];
}

function takeNotice({ values }: Excel.Range, name: string, before: Before): void {
  before.undoSheets.set(name, values[0]?.[0]);
}
