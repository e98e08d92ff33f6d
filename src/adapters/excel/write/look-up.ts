/**
 * Looks up whether a request was carried out, when its answer was lost: the connection broke, the session expired, the
 * answer was too large. Excel may have done all of it, or nothing.
 */
import { success } from '../../../domain/result';
import { contentOfPlanned, holdsWritten, sameContent } from '../../../workbook/contents';
import type { CellValue } from '../../../workbook/cells';
import { attempt, READING, type ExcelRun } from '../host-errors';
import { contentsOf, loadContents, rangeOf } from '../excel-ranges';
import type { AppendRow } from './before';
import { isBlock, type Block, type Part } from './parts';
import { SheetFinder } from './sheet-finder';
import { isCarriedOut } from './undo-sheet';
import { readPart, type Writing } from './write-part';

/** The connection may come back: the question is asked again so often. */
const ATTEMPTS = 3;

/**
 * True when the next request of the writing was carried out: what Excel answered is then read again. Null when Excel
 * does not answer this question either.
 */
export async function lookUp(
  run: ExcelRun,
  writing: Writing,
  record: readonly string[] | null,
): Promise<boolean | null> {
  const number = writing.done + 1;
  const part = writing.parts[number - 1];
  for (let attempts = 0; part && attempts < ATTEMPTS; attempts++) {
    const found = await attempt(run, READING, async (context) => {
      const isDone = record
        ? await isCarriedOut(context, writing.before, record, number, writing.isLast(number))
        : await holdsPart(context, writing, part);
      if (isDone) await readPart(context, writing, part);
      return success(isDone);
    });
    if (found.ok) return found.value;
  }
  return null;
}

/** True when every cell of the part, the row of the journal included, holds what was written. */
async function holdsPart(context: Excel.RequestContext, writing: Writing, part: Part): Promise<boolean> {
  const { worksheets } = context.workbook;
  const names = part.operations.flatMap((one) =>
    isBlock(one) ? [one.step.sheet] : 'sheet' in one && one.kind !== 'deleteSheet' ? [one.sheet] : [],
  );
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
