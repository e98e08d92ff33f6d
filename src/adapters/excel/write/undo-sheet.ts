/**
 * Keeps the undo of a writing in the workbook, in the same batch: whatever stops the pane, Excel or the network, either
 * both exist or neither does. When the writing needs several requests, the first one already holds the undo of the
 * rest.
 */
import type { CellValue } from '../../../workbook/cells';
import { UNDO_SHEET } from '../../../workbook/workbook-names';
import { allSteps, type WritePlan } from '../../../workbook/plan';
import { encodeUndo, UNDO_CELLS, UNDO_ROWS, UNDO_STATES } from '../../../workbook/registers/undo-record';
import type { Before, SetCells } from './before';
import { rangeOf } from '../excel-ranges';
import { undoOf } from './undo';
import { toExcel } from '../excel-values';
import type { Sending } from './write-steps';

const KEY = UNDO_SHEET.toLowerCase();
const COLUMN = { top: 0, left: 0, rows: UNDO_CELLS, columns: 1 };

/**
 * Queues the undo record before any other step of the plan; returns what to queue after the last one, or null when the
 * undo is not kept: too large, or no sheet may be added.
 */
export async function keepUndo(
  context: Excel.RequestContext,
  sending: Sending,
  plan: WritePlan,
  before: Before,
): Promise<(() => void) | null> {
  const texts = isPossible(before)
    ? encodeUndo(plan.purpose, undoOf(plan, before, { cells: writtenBy(plan), highlights: null }))
    : null;
  if (!texts) {
    await dropUndo(context, sending, before);
    return null;
  }
  await sending.makeRoom(texts.reduce((sum, text) => sum + text.length, 1_000));
  const { worksheets } = context.workbook;
  const isThere = before.sheets.has(KEY);
  const sheet = isThere ? worksheets.getItem(UNDO_SHEET) : worksheets.add(UNDO_SHEET);
  if (!isThere) sheet.visibility = 'VeryHidden';
  rangeOf(sheet, COLUMN).formulas = Array.from({ length: UNDO_CELLS }, (_, row) => [toExcel(texts[row] ?? null)]);
  return () => {
    rangeOf(worksheets.getItem(UNDO_SHEET), { ...COLUMN, top: UNDO_ROWS.state, rows: 1 }).formulas = [
      [UNDO_STATES.done],
    ];
  };
}

/** Queues the deletion of the record, once it is used or no longer matches the workbook. */
export async function dropUndo(context: Excel.RequestContext, sending: Sending, before: Before): Promise<void> {
  if (!before.sheets.has(KEY) || before.protectedSheets.has(KEY)) return;
  await sending.makeRoom(1_000);
  const sheet = context.workbook.worksheets.getItem(UNDO_SHEET);
  if (before.structureProtected) {
    rangeOf(sheet, COLUMN).formulas = Array.from({ length: UNDO_CELLS }, () => ['']);
    return;
  }
  sheet.visibility = 'Hidden'; // Excel refuses to delete a very hidden sheet
  sheet.delete();
}

/** The id of the sheet of the record, to be read again after a writing. */
export function sheetOfUndo(before: Before): string | undefined {
  return before.sheets.get(KEY);
}

function isPossible(before: Before): boolean {
  return before.sheets.has(KEY) ? !before.protectedSheets.has(KEY) : !before.structureProtected;
}

/** The contents that the plan gives to its cells; the reader of the record settles how Excel spells a formula. */
function writtenBy(plan: WritePlan): ReadonlyMap<SetCells, readonly (readonly CellValue[])[]> {
  return new Map(
    allSteps(plan).flatMap((step) =>
      step.kind === 'setCells'
        ? [[step, step.cells.map((row) => row.map((cell) => cell?.formula ?? cell?.value ?? null))] as const]
        : [],
    ),
  );
}
