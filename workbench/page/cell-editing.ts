/** What Excel does around typing in a cell: it refuses on a protected sheet, and add-ins wait until the typing ends. */
import type { IDisposable, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import '@univerjs/preset-sheets-core'; // its facades give the editing events

export interface EditingListener {
  /** False keeps the cell from being edited. */
  mayEdit(sheetId: string): boolean;
  started(): void;
  ended(): void;
}

/** Follows the typing in the workbook that this Univer shows; the answer stops it. */
export function followEditing(univer: Univer, listener: EditingListener): () => void {
  const api = FUniver.newAPI(univer);
  const subscriptions: IDisposable[] = [
    api.addEvent(api.Event.BeforeSheetEditStart, (edit) => {
      if (!listener.mayEdit(edit.worksheet.getSheetId())) edit.cancel = true;
    }),
    api.addEvent(api.Event.SheetEditStarted, () => listener.started()),
    api.addEvent(api.Event.SheetEditEnded, () => listener.ended()),
  ];
  return () => subscriptions.forEach((subscription) => subscription.dispose());
}
