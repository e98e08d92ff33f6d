/** Cell editing as in Excel: refused on a protected sheet, and add-ins wait until it ends. */
import type { IDisposable, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import '@univerjs/preset-sheets-core'; // its facades provide the editing events

export interface EditingListener {
  /** False prevents the edit. */
  mayEdit(sheetId: string): boolean;
  started(): void;
  ended(): void;
}

/** Listens to editing in the workbook of this Univer; returns the function that stops it. */
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
