/**
 * Keeps the undo of a writing in the workbook. It is queued before anything else of the first request, which already
 * holds the undo of the rest; each request then notes in it that it was carried out. Whatever stops the pane, Excel or
 * the network, the next start finds what to undo.
 */
import type { CellValue } from '../../../workbook/cells';
import { contentOfPlanned } from '../../../workbook/contents';
import { allSteps, type WritePlan } from '../../../workbook/plan';
import {
  encodeUndo,
  isUndoneState,
  keyOfRecord,
  RECORD_KEY,
  UNDO_CELLS,
  UNDO_DONE,
  UNDO_ROWS,
  UNDO_UNDRESSED,
  undoneTexts,
  undoState,
} from '../../../workbook/registers/undo-record';
import { UNDO_NOTICE } from '../../../workbook/registers/record-sheet';
import { ANCHORS, anchorOf, sheetsAdded } from '../../../workbook/registers/sheet-anchors';
import { rangeOf } from '../excel-ranges';
import { toExcel } from '../excel-values';
import type { Before, SetCells } from './before';
import { SheetFinder } from './sheet-finder';
import { undoOf } from './undo';

const COLUMN = { top: 0, left: 0, rows: UNDO_CELLS, columns: 1 };
const RECORD = { ...COLUMN, columns: ANCHORS.column + 1 };
const BLANK = Array.from({ length: UNDO_CELLS }, () => Array.from({ length: RECORD.columns }, () => ''));
/** A record that holds no undo: its sheet, which could not be deleted, is still known as ours. */
const NO_UNDO = BLANK.map((row, index) => (index === 0 ? [UNDO_NOTICE, ...row.slice(1)] : row));
const STATE = { ...COLUMN, top: UNDO_ROWS.state, rows: 1 };

/** The texts of the record of a plan; null when it cannot be kept: too large, or no sheet may be added or written. */
export function recordOf(plan: WritePlan, before: Before): readonly string[] | null {
  if (plan.keepsUndo !== true || !isPossible(before)) return null;
  return encodeUndo(
    plan.purpose,
    undoOf(plan, before, { cells: writtenBy(plan), highlights: null, sheetIds: new Map() }),
    plan.pageFollows,
    Math.max(0, ...[...before.growingTables.values()].map(({ area }) => area.rows)),
  );
}

/** Queues the record. */
export function queueRecord(sheets: SheetFinder, { undoPlace: { name, id } }: Before, texts: readonly string[]): void {
  const sheet = id === null ? sheets.add(name) : sheets.get(name);
  if (id === null) sheet.visibility = 'VeryHidden';
  rangeOf(sheet, RECORD).formulas = BLANK.map((blank, row) =>
    blank.map((_, column) => {
      if (row === RECORD_KEY.row && column === RECORD_KEY.column) return toExcel(keyOfRecord(texts));
      return column === 0 ? toExcel(texts[row] ?? null) : '';
    }),
  );
}

/** The state of the record of a plan at the end of a request. */
export function stateAfter({ pageFollows }: WritePlan, request: number, isLast: boolean): string {
  if (!isLast) return undoState(request);
  return pageFollows ? UNDO_UNDRESSED : UNDO_DONE;
}

/** Queues that state. */
export function queueState(sheets: SheetFinder, { undoPlace }: Before, state: string): void {
  rangeOf(sheets.get(undoPlace.name), STATE).formulas = [[state]];
}

/** Queues the end of a writing, or of an undo, whose page set-up was missing. */
export function queueDressed(sheets: SheetFinder, before: Before): void {
  if (isUndoneState(before.undoPlace.state)) dropRecord(sheets, before);
  else if (hasCompleteRecord(before) && before.undoPlace.state === UNDO_UNDRESSED)
    queueState(sheets, before, UNDO_DONE);
}

/** True for the undo of the record: it goes by a request of its own, since an undo may be rolled back to its end. */
export function endsOwnRecord(before: Before, plan: WritePlan): boolean {
  return plan.purpose === 'undo' && isOf(before, plan);
}

/** Ends the record of an undo that is done; not the one that somebody wrote on the same sheet meanwhile. */
export async function endUndo(context: Excel.RequestContext, before: Before, undo: WritePlan): Promise<void> {
  const sheets = new SheetFinder(context, before.sheets);
  const { row, column } = RECORD_KEY;
  const sheet = context.workbook.worksheets.getItemOrNullObject(before.undoPlace.id ?? '');
  const key = rangeOf(sheet, { top: row, left: column, rows: 1, columns: 1 });
  key.load('values');
  await context.sync();
  if (sheet.isNullObject || key.values[0]?.[0] !== undo.undoesRecord) return;
  queueUndone(sheets, before, undo);
  await context.sync();
}

/** Queues the mark that the undo of the record is begun: the next start finishes it. */
export function queueUndoBegun(sheets: SheetFinder, before: Before, undo: WritePlan, request: number): void {
  if (isOf(before, undo) && hasCompleteRecord(before)) queueState(sheets, before, undoState(request));
}

/** Queues the removal of that mark, once the undo is rolled back; `before` is the state before the undo. */
export function queueUndoRolledBack(sheets: SheetFinder, undo: WritePlan, before: Before, now: Before): void {
  if (isOf(before, undo) && isOf(now, undo) && hasCompleteRecord(before))
    queueState(sheets, now, before.undoPlace.state ?? UNDO_DONE);
}

/** True when the record of the workbook is the one that the undo uses up: somebody may have written since. */
function isOf({ undoPlace: { id, key } }: Before, { undoesRecord }: WritePlan): boolean {
  return id !== null && key === undoesRecord;
}

function hasCompleteRecord({ undoPlace: { name, id, state }, protectedSheets }: Before): boolean {
  const isComplete = state === UNDO_DONE || state === UNDO_UNDRESSED;
  return id !== null && isComplete && !protectedSheets.has(name.toLowerCase());
}

/** Queues the formulas that follow the sheets which the request adds. */
export function queueAnchors(sheets: SheetFinder, { undoPlace }: Before, plan: WritePlan): void {
  for (const [index, sheet] of sheetsAdded(plan).entries()) {
    const place = { top: ANCHORS.row + index, left: ANCHORS.column, rows: 1, columns: 1 };
    if (sheets.isNew(sheet) && place.top < UNDO_CELLS)
      rangeOf(sheets.get(undoPlace.name), place).formulas = [[anchorOf(sheet)]];
  }
}

/**
 * True when the record is that of this writing, and has the state that the request leaves: the sheet may still hold
 * the record of an earlier writing.
 */
export async function isCarriedOut(
  context: Excel.RequestContext,
  before: Before,
  record: readonly string[],
  state: string,
): Promise<boolean> {
  const present = await textsOf(context, before);
  return record.every((text, row) => present[row] === (row === UNDO_ROWS.state ? state : text));
}

/** True when the record is that of this writing, whatever was carried out. */
export async function holdsRecord(
  context: Excel.RequestContext,
  before: Before,
  record: readonly string[],
): Promise<boolean> {
  const present = await textsOf(context, before);
  return record.every((text, row) => row === UNDO_ROWS.state || present[row] === text);
}

async function textsOf(
  context: Excel.RequestContext,
  { undoPlace: { name, id } }: Before,
): Promise<readonly unknown[]> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id ?? name);
  sheet.load('id');
  await context.sync();
  if (sheet.isNullObject) return [];
  const column = rangeOf(sheet, COLUMN);
  column.load('values');
  await context.sync();
  return column.values.map(([text]) => text as unknown);
}

/**
 * Queues the end of an undo: its record goes, or states that the page set-up of some sheets is still to be restored.
 * The record of a later writing stays: that one can still be undone.
 */
export function queueUndone(sheets: SheetFinder, before: Before, undo: WritePlan): void {
  const { pageFollows } = undo;
  if (before.undoPlace.id !== null && !isOf(before, undo)) return;
  if (!pageFollows) dropRecord(sheets, before);
  else if (isPossible(before)) queueRecord(sheets, before, undoneTexts(pageFollows));
}

/** Queues the deletion of the record, once it is used or no longer matches the workbook. */
export function dropRecord(sheets: SheetFinder, { undoPlace: { name, id }, ...before }: Before): void {
  if (id === null || before.protectedSheets.has(name.toLowerCase())) return;
  const sheet = sheets.get(name);
  if (before.structureProtected) {
    rangeOf(sheet, RECORD).formulas = NO_UNDO;
    return;
  }
  sheet.visibility = 'Hidden'; // Excel refuses to delete a very hidden sheet
  sheet.delete();
}

function isPossible({ undoPlace: { name, id }, protectedSheets, structureProtected }: Before): boolean {
  return id === null ? !structureProtected : !protectedSheets.has(name.toLowerCase());
}

/** The contents that the plan gives to its cells; the reader of the record settles how Excel spells a formula. */
export function writtenBy(plan: WritePlan): ReadonlyMap<SetCells, readonly (readonly CellValue[])[]> {
  return new Map(
    allSteps(plan).flatMap((step) =>
      step.kind === 'setCells'
        ? [[step, step.cells.map((row) => row.map((cell) => (cell ? contentOfPlanned(cell) : null)))] as const]
        : [],
    ),
  );
}
