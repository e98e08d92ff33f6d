/**
 * The undo of a writing, kept in the workbook in the batch of the writing itself: whatever stops the pane, Excel or the
 * network, either both are there or neither is; and when the writing needs several requests, the first one already says
 * how to take the rest back.
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
 * Queues the record before anything else of the plan; answers what to queue last, once everything is there, or null
 * when the undo is not kept: too large, or no sheet may be added.
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

/** Queues the end of the record, once it is used or stands for something that is no more. */
export async function dropUndo(context: Excel.RequestContext, sending: Sending, before: Before): Promise<void> {
  if (!before.sheets.has(KEY) || before.protectedSheets.has(KEY)) return;
  await sending.makeRoom(1_000);
  const sheet = context.workbook.worksheets.getItem(UNDO_SHEET);
  if (before.structureProtected) {
    rangeOf(sheet, COLUMN).formulas = Array.from({ length: UNDO_CELLS }, () => ['']);
    return;
  }
  sheet.visibility = 'Hidden'; // Excel deletes no very hidden sheet
  sheet.delete();
}

/** The id of its sheet, which is to be read again after a writing. */
export function sheetOfUndo(before: Before): string | undefined {
  return before.sheets.get(KEY);
}

function isPossible(before: Before): boolean {
  return before.sheets.has(KEY) ? !before.protectedSheets.has(KEY) : !before.structureProtected;
}

/** What the plan means to leave in its cells; how Excel spells a formula is settled when the record is read. */
function writtenBy(plan: WritePlan): ReadonlyMap<SetCells, readonly (readonly CellValue[])[]> {
  return new Map(
    allSteps(plan).flatMap((step) =>
      step.kind === 'setCells'
        ? [[step, step.cells.map((row) => row.map((cell) => cell?.formula ?? cell?.value ?? null))] as const]
        : [],
    ),
  );
}
