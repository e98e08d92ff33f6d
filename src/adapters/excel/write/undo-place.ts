/** Where the undo record is: a team may have a sheet of its name. */
import { UNDO_NOTICE } from '../../../workbook/registers/record-sheet';
import { UNDO_SHEET } from '../../../workbook/workbook-names';
import { RECORD_KEY, UNDO_ROWS } from '../../../workbook/registers/undo-record';
import { rangeOf } from '../excel-ranges';
import type { Before, UndoPlace } from './before';
import { question, type Question } from './questions';

/** The sheet that holds our record, known by its first cell, or the name for a new one. */
export function undoPlaceOf({ sheets, undoSheets }: Before): UndoPlace {
  const ours = [...undoSheets].find(([, { notice }]) => notice === UNDO_NOTICE);
  if (ours) {
    const [name, { state, key }] = ours;
    const id = sheets.get(name) ?? null;
    return { name, id, state: typeof state === 'string' ? state : null, key: typeof key === 'string' ? key : '' };
  }
  for (let number = 1; ; number++) {
    const name = number === 1 ? UNDO_SHEET : `${UNDO_SHEET} ${number}`;
    if (!sheets.has(name.toLowerCase())) return { name, id: null, state: null, key: '' };
  }
}

/** The question about the notice, the state and the key in a sheet whose name is that of a record. */
export function noticeOf(sheet: Excel.Worksheet | null, name: string, before: Before): Question[] {
  if (!sheet) return [];
  const ask = (): (() => void) => {
    const first = rangeOf(sheet, { top: 0, left: 0, rows: UNDO_ROWS.state + 1, columns: RECORD_KEY.column + 1 });
    first.load('values');
    return () => takeNotice(first, name, before);
  };
  return [question((UNDO_ROWS.state + 1) * (RECORD_KEY.column + 1), ask)];
}

function takeNotice({ values }: Excel.Range, name: string, before: Before): void {
  const key: unknown = values[RECORD_KEY.row]?.[RECORD_KEY.column];
  before.undoSheets.set(name, { notice: values[0]?.[0], state: values[UNDO_ROWS.state]?.[0], key });
}
