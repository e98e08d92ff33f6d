/**
 * Looks up whether a request that failed was carried out. When its answer was lost (the connection broke, the session
 * expired, the answer was too large), Excel may have done all of it, or nothing. One that deletes sheets may have
 * deleted some, which nothing brings back: it is finished.
 */
import { success, type Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { contentOfPlanned, holdsWritten, sameContent } from '../../../workbook/contents';
import type { CellValue } from '../../../workbook/cells';
import { attempt, DONE, halfWritten, READING, type ExcelRun } from '../host-errors';
import { contentsOf, loadContents, rangeOf } from '../excel-ranges';
import type { AppendRow, Before } from './before';
import { deletionsOf, isBlock, type Block, type DeleteSheet, type Part } from './parts';
import { readCells, readStructure } from './read-before';
import { SheetFinder } from './sheet-finder';
import { isCarriedOut, queueUndone, stateAfter } from './undo-sheet';
import type { WritingLog } from '../read/change-log';
import { noteAnnouncedEdits } from './edits/announced-edits';
import { readPart, sendPart, type Writing } from './write-part';

/** The connection may come back, and Excel may refuse a request once: it is asked again so often. */
const ATTEMPTS = 3;

/**
 * True when the next request of the writing was carried out: what Excel answered is then read again. Null when Excel
 * does not answer this question either.
 */
export async function lookUp(
  run: ExcelRun,
  writing: Writing,
  record: readonly string[] | null,
  log: WritingLog,
): Promise<boolean | null> {
  const number = writing.done + 1;
  const part = writing.parts[number - 1];
  for (let attempts = 0; part && attempts < ATTEMPTS; attempts++) {
    const found = await attempt(run, READING, async (context) => {
      const isDone = record
        ? await isCarriedOut(context, writing.before, record, stateAfter(writing.plan, number, writing.isLast(number)))
        : await holdsPart(context, writing, part);
      if (isDone) noteAnnouncedEdits(writing, part, log.edits, await readPart(context, writing, part));
      return success(isDone);
    });
    if (found.ok) return found.value;
  }
  return null;
}

/**
 * Deletes the sheets that are left of a part which deletes some: true when all are deleted, false when none was, so
 * that the writing can be rolled back. A failure when some are left to the end, or when Excel does not answer.
 */
export async function finishDeletions(run: ExcelRun, writing: Writing, part: Part): Promise<boolean | Failure> {
  let outcome: boolean | Failure = { code: 'outcomeUnknown' };
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    const left = await attempt(run, READING, async (context) => success(await sheetsLeft(context, writing, part)));
    if (!left.ok) continue;
    if (left.value.length === part.operations.length) return false;
    const sent = await attempt(run, READING, (context) => deleteLeft(context, writing, part));
    if (sent.ok) return true;
    outcome = left.value.length === 0 || halfWritten(left.value, sent.failure);
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

/** True when every cell of the part, the row of the journal included, holds what was written. */
async function holdsPart(context: Excel.RequestContext, writing: Writing, part: Part): Promise<boolean> {
  const { worksheets } = context.workbook;
  const names = part.operations.flatMap((one) => (isBlock(one) ? [one.step.sheet] : 'sheet' in one ? [one.sheet] : []));
  const places = [...new Set(names)].map((name) =>
    worksheets.getItemOrNullObject(writing.ids.get(name.toLowerCase()) ?? name),
  );
  for (const sheet of places) sheet.load('id');
  await context.sync();
  if (places.some(({ isNullObject }) => isNullObject)) return false;
  const sheets = new SheetFinder(context, writing.ids);
  const checks = part.operations.flatMap((one) => {
    if (isBlock(one)) return [checkOfBlock(sheets, one)];
    return one.kind === 'appendRow' ? [checkOfRow(context, one)] : [];
  });
  await context.sync();
  return checks.length > 0 && checks.every((holds) => holds());
}

function checkOfBlock(sheets: SheetFinder, { step, area, rows }: Block): () => boolean {
  const range = rangeOf(sheets.get(step.sheet), area);
  loadContents(range);
  return () => {
    const found = contentsOf(range);
    return rows.every((row, r) =>
      row.every((cell, c) => cell === null || holdsWritten(contentOfPlanned(cell), found[r]?.[c] ?? null)),
    );
  };
}

function checkOfRow(context: Excel.RequestContext, step: AppendRow): () => boolean {
  const range = context.workbook.tables.getItem(step.table).getRange().getLastRow();
  loadContents(range);
  return () => holdsRow(step, contentsOf(range)[0] ?? []);
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
