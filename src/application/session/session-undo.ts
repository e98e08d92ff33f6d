/**
 * The undo that a workbook keeps, when it has one: what reads and checks it is fetched only then, so that the pane
 * opens sooner.
 */
import { UNDO_SHEET } from '../../workbook/workbook-names';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { UndoRecord } from '../../workbook/registers/undo-record';

/** Null when the workbook keeps none, or when somebody changed it. */
export async function keptUndo(workbook: WorkbookSnapshot): Promise<UndoRecord | null> {
  if (!findSheet(workbook, UNDO_SHEET)) return null;
  const { readUndoRecord } = await import(/* webpackChunkName: "undo-record" */ '../../workbook/registers/undo-record');
  return readUndoRecord(workbook);
}
