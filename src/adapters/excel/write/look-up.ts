/**
 * Looks up whether a request that failed was carried out. When its answer was lost (the connection broke, the session
 * expired, the answer was too large), Excel may have done all of it, or nothing. One that deletes sheets may have
 * deleted some, which nothing brings back: it is finished.
 */
import { success, type Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { contentOfPlanned, holdsWritten, sameContent } from '../../../workbook/contents';
import type { Area, CellValue } from '../../../workbook/cells';
import { attempt, DONE, halfWritten, READING, type ExcelRun } from '../host-errors';
import { contentsOf, loadContents, rangeOf } from '../excel-ranges';
import type { AppendRow, Before } from './before';
import { deletionsOf, isBlock, type Block, type DeleteSheet, type Part } from './parts';
import { readCells, readStructure } from './read-before';
import { SheetFinder } from './sheet-finder';
import { holdsRecord, isCarriedOut, queueUndone, stateAfter } from './undo-sheet';
import type { WritingLog } from '../read/change-log';
import { noteAnnouncedEdits } from './edits/announced-edits';
import { readContents, readPart, sendPart, type Writing } from './write-part';

/** The connection may come back, and Excel may refuse a request once: it is asked again so often. */
const ATTEMPTS = 3;

/** `nothing`: nothing of it was written. `partly`: what was written is not known, people may have typed since. */
export type LookedUp = 'done' | 'nothing' | 'partly';

/**
 * Whether the next request of the writing was carried out: what Excel answered is then read again. Null when Excel does
 * not answer this question either.
 */
export async function lookUp(
  run: ExcelRun,
  writing: Writing,
  record: readonly string[] | null,
  log: WritingLog,
): Promise<LookedUp | null> {
  const part = writing.parts[writing.done];
  for (let attempts = 0; part && attempts < ATTEMPTS; attempts++) {
    const found = await attempt(run, READING, async (context) => {
      const outcome = record
        ? await lookAtRecord(context, writing, part, record, log)
        : await lookAtCells(context, writing, part, log);
      if (outcome === 'done') noteAnnouncedEdits(writing, part, log.edits, await readPart(context, writing, part));
      if (outcome === 'partly') await noteEditsUnder(context, writing, part, log);
      return success(outcome);
    });
    if (found.ok) return found.value;
  }
  return null;
}

/** The edits that the request covered, where it is not known to be whole; not while one of its sheets is absent. */
async function noteEditsUnder(
  context: Excel.RequestContext,
  writing: Writing,
  part: Part,
  { edits }: WritingLog,
): Promise<void> {
  if (edits.length === 0 || (await absentSheets(context, writing, part)).size > 0) return;
  noteAnnouncedEdits(writing, part, edits, await readContents(context, writing, part));
}

/**
 * Deletes the sheets that are left of a part which deletes some: `nothing` when none was deleted, so that the writing
 * can be rolled back. A failure when some are left to the end, or when Excel does not answer.
 */
export async function finishDeletions(run: ExcelRun, writing: Writing, part: Part): Promise<LookedUp | Failure> {
  let outcome: LookedUp | Failure = { code: 'outcomeUnknown' };
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    const left = await attempt(run, READING, async (context) => success(await sheetsLeft(context, writing, part)));
    if (!left.ok) continue;
    if (left.value.length === part.operations.length) return 'nothing';
    const sent = await attempt(run, READING, (context) => deleteLeft(context, writing, part));
    if (sent.ok) return 'done';
    outcome = left.value.length === 0 ? 'done' : halfWritten(left.value, sent.failure);
  }
  return outcome;
}

/** The present names of the sheets of the part that still exist. */
async function sheetsLeft(context: Excel.RequestContext, writing: Writing, part: Part): Promise<readonly string[]> {
  const structure = await readStructure(context);
  return deletionsOf(part).flatMap((step) => presentName(writing, structure, step) ?? []);
}

async function deleteLeft(context: Excel.RequestContext, writing: Writing, part: Part): Promise<Result<null, Failure>> {
  const structure = await readStructure(context);
  const now = await readCells(context, { purpose: 'undo', expected: [], steps: [] }, structure);
  const operations = deletionsOf(part).filter((step) => presentName(writing, structure, step) !== undefined);
  await sendPart(
    context,
    writing,
    { ...part, operations },
    { first: () => undefined, last: (sheets) => queueUndone(sheets, now, writing.plan) },
  );
  return DONE;
}

function presentName({ ids }: Writing, { sheetNames }: Before, { sheet }: DeleteSheet): string | undefined {
  return sheetNames.get(ids.get(sheet.toLowerCase()) ?? '');
}

/**
 * The record is the first thing that a writing writes, and its state the last thing of each request. Somebody may have
 * deleted it since: the cells and the row of the journal then show that the request was carried out.
 */
async function lookAtRecord(
  context: Excel.RequestContext,
  writing: Writing,
  part: Part,
  record: readonly string[],
  log: WritingLog,
): Promise<LookedUp> {
  const number = writing.done + 1;
  const state = stateAfter(writing.plan, number, writing.isLast(number));
  if (await isCarriedOut(context, writing.before, record, state)) return 'done';
  const cells = await lookAtCells(context, writing, part, log);
  const isBegun = number > 1 || (await holdsRecord(context, writing.before, record));
  return cells === 'nothing' || (cells === 'partly' && !isBegun) ? 'nothing' : 'partly';
}

/** Looks at every cell of the part, those of the row of the journal included. */
async function lookAtCells(
  context: Excel.RequestContext,
  writing: Writing,
  part: Part,
  { reshaped }: WritingLog,
): Promise<LookedUp> {
  const absent = await absentSheets(context, writing, part);
  const added = part.operations.flatMap((one) => (!isBlock(one) && one.kind === 'addSheet' ? [nameOf(one)] : []));
  if ([...absent].some((name) => !added.includes(name))) return 'partly';
  const sheets = new SheetFinder(context, writing.ids);
  const blocks = part.operations.filter(isBlock).filter(({ step }) => !absent.has(nameOf(step)));
  const reads = blocks.map((block) => readBlock(sheets, block, writing));
  const rows = part.operations.flatMap((one) =>
    !isBlock(one) && one.kind === 'appendRow' && !absent.has(nameOf(one))
      ? [checkOfRow(context, one, writing.before)]
      : [],
  );
  await context.sync();
  const cells = reads.flatMap((read) => read());
  const haveMoved = blocks.some(({ step }) => reshaped.has(writing.ids.get(nameOf(step)) ?? ''));
  const areFormer = cells.every(isFormer);
  const isNothing = isNothingIn(cells) && (areFormer || !haveMoved);
  if (absent.size > 0) return areFormer || isNothing ? 'nothing' : 'partly';
  if (cells.length + rows.length > 0 && cells.every(isOurs) && rows.every((holds) => holds())) return 'done';
  return isNothing ? 'nothing' : 'partly';
}

/**
 * True where no cell was written, from the first that the request writes on: each is as before, or as somebody left it
 * meanwhile. Excel does the actions of a request in their order: a cell after one that is as before is theirs too, were
 * it blank as planned.
 */
function isNothingIn(cells: readonly LookedCell[]): boolean {
  const decisive = cells.filter((cell) => !(isFormer(cell) && isOurs(cell)));
  const first = decisive.findIndex(isFormer);
  const isTheirs = (cell: LookedCell, at: number): boolean =>
    !cell.isFormatted && (!isOurs(cell) || (cell.planned === null && at > first) || cell.isEdited);
  return first >= 0 && decisive.every((cell, at) => isFormer(cell) || isTheirs(cell, at));
}

/** The sheets that a part writes to, or adds, and that do not exist; lower-case. */
async function absentSheets(
  context: Excel.RequestContext,
  writing: Writing,
  { operations }: Part,
): Promise<ReadonlySet<string>> {
  const names = operations.flatMap((one) => (isBlock(one) ? [nameOf(one.step)] : 'sheet' in one ? [nameOf(one)] : []));
  const places = [...new Set(names)].map((name) => ({
    name,
    sheet: context.workbook.worksheets.getItemOrNullObject(writing.ids.get(name) ?? name),
  }));
  for (const { sheet } of places) sheet.load('id');
  await context.sync();
  return new Set(places.flatMap(({ name, sheet }) => (sheet.isNullObject ? [name] : [])));
}

function nameOf({ sheet }: { readonly sheet: string }): string {
  return sheet.toLowerCase();
}

interface LookedCell {
  /** Undefined when the cell was not read before the writing. */
  readonly before: CellValue | undefined;
  readonly planned: CellValue;
  readonly present: CellValue;
  /** A request sets the number formats first: it may have stopped before the contents. */
  readonly isFormatted: boolean;
  /** Excel announced, since the check, an edit of the cell by which it is blank. */
  readonly isEdited: boolean;
}

function isOurs({ planned, present }: LookedCell): boolean {
  return holdsWritten(planned, present);
}

function isFormer({ before, present, isFormatted }: LookedCell): boolean {
  return before !== undefined && sameContent(before, present) && !isFormatted;
}

/** Queues the reading of a block; the function returned gives its written cells once Excel has answered. */
function readBlock(sheets: SheetFinder, { step, area, rows }: Block, writing: Writing): () => LookedCell[] {
  const range = rangeOf(sheets.get(step.sheet), area);
  loadContents(range, 'numberFormat');
  const [firstRow, firstColumn] = [area.top - step.top, area.left - step.left];
  const sheetId = writing.ids.get(nameOf(step));
  const emptied = writing
    .heard()
    .flatMap((edit) => (edit.sheetId === sheetId && edit.content === null ? [edit.area] : []));
  return () => {
    const found = contentsOf(range);
    const known = writing.before.cells.get(step);
    return rows.flatMap((row, r) =>
      row.flatMap((cell, c): LookedCell[] => {
        if (cell === null) return [];
        const former = known?.contents[firstRow + r]?.[firstColumn + c];
        const format = known?.numberFormats[firstRow + r]?.[firstColumn + c];
        const isFormatted = format !== undefined && String(range.numberFormat[r]?.[c] ?? format) !== format;
        const present = found[r]?.[c] ?? null;
        const isEdited = present === null && emptied.some((one) => holdsCell(one, area.top + r, area.left + c));
        return [{ before: former, planned: contentOfPlanned(cell), present, isFormatted, isEdited }];
      }),
    );
  };
}

function holdsCell({ top, left, rows, columns }: Area, row: number, column: number): boolean {
  return row >= top && row < top + rows && column >= left && column < left + columns;
}

/** The table gained the row: the writing before it may have added an equal one. */
function checkOfRow(context: Excel.RequestContext, step: AppendRow, { growingTables }: Before): () => boolean {
  const rows = context.workbook.tables.getItem(step.table).getRange();
  rows.load('rowCount');
  const last = rows.getLastRow();
  loadContents(last);
  const former = growingTables.get(step)?.area.rows ?? 0;
  return () => hasGrown(rows, former) && holdsRow(step, contentsOf(last)[0] ?? []);
}

function hasGrown({ rowCount }: Excel.Range, former: number): boolean {
  return rowCount > former;
}

/** True when a row of a table holds the cells of the step. */
export function holdsRow({ cells }: AppendRow, contents: readonly CellValue[]): boolean {
  return (
    cells.length === contents.length &&
    cells.every((cell, column) => {
      const [written, present] = [contentOfPlanned(cell), contents[column] ?? null];
      return holdsWritten(written, present) || sameContent(written, present);
    })
  );
}
