/**
 * Writes a plan in two parts: what counts, completely or not at all, then the page set-up, the page breaks and the
 * frozen rows, as far as Excel accepts them. A machine without a printer, or an Excel that freezes the active sheet
 * only, must not undo a document. Column widths stay in the first part: the heights of rows follow from them. Between
 * the two parts, the kept undo states that the page set-up is missing, of a writing or of an undo: the next start
 * reports a runtime that stopped there.
 */
import type { WritingHost } from './before';
import type { AppliedPlan, WritingFollower } from '../../../application/ports';
import { success, type Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { allSteps, type WritePlan, type WriteStep } from '../../../workbook/plan';
import { attempt, DONE, READING, WRITING, type ExcelRun } from '../host-errors';
import { readCells, readStructure } from './read-before';
import { SheetFinder } from './sheet-finder';
import { queueDressed } from './undo-sheet';
import { writePlan } from './write-plan';
import type { WritingLog } from '../read/change-log';

type Dressing = Extract<WriteStep, { kind: 'setPage' | 'movePageBreaks' | 'freezeRows' }>;

interface Dressed {
  /** The steps that undo what was accepted. */
  readonly undo: readonly WriteStep[];
  /** The sheets of the steps that Excel refused. */
  readonly refused: readonly string[];
}

/** Points of an A4 page between Excel's usual margins. */
const PRINTED_WIDTH = { portrait: 494, landscape: 741 };
/** Per cent; Excel accepts nothing below. */
const SMALLEST_SCALE = 10;
const NOBODY: WritingFollower = { progress: () => undefined, isStopped: () => false };

/** As `writePlan`; what only dresses a sheet is tried afterwards, and its refusal is part of the outcome. */
export async function writeThenDress(
  run: ExcelRun,
  asked: WritePlan,
  log: WritingLog,
  follower: WritingFollower,
  host: WritingHost,
): Promise<Result<AppliedPlan, Failure>> {
  const dressing = allSteps(asked).filter(isDressing);
  const steps = asked.steps.filter((step) => !isDressing(step));
  if (dressing.length === 0 || steps.length === 0) return writePlan(run, asked, log, follower, host);
  const journal = asked.journal && { journal: asked.journal.filter((step) => !isDressing(step)) };
  const plan = { ...asked, steps, ...journal, pageFollows: sheetsOf(dressing) };
  const written = await writePlan(run, plan, log, follower, host);
  if (!written.ok) return written;
  const { undo, refused } = await dress(run, dressing, asked.purpose, log);
  await scaleWhereNotFitted(run, dressing);
  const added = new Set(
    allSteps(asked).flatMap((step) => (step.kind === 'addSheet' ? [step.sheet.toLowerCase()] : [])),
  );
  const kept = undo.filter((step) => !('sheet' in step) || !added.has(step.sheet.toLowerCase()));
  return success({
    ...written.value,
    plan: asked,
    undo: { ...written.value.undo, steps: [...kept, ...written.value.undo.steps] },
    undressed: refused,
  });
}

function isDressing(step: WriteStep): step is Dressing {
  return step.kind === 'setPage' || step.kind === 'movePageBreaks' || step.kind === 'freezeRows';
}

function sheetsOf(steps: readonly Dressing[]): readonly string[] {
  return [...new Set(steps.map(({ sheet }) => sheet))];
}

/** All the steps in one request; after a refusal, one by one. */
async function dress(
  run: ExcelRun,
  steps: readonly Dressing[],
  purpose: WritePlan['purpose'],
  log: WritingLog,
): Promise<Dressed> {
  const write = (some: readonly Dressing[], rest: Pick<WritePlan, 'setsPage' | 'pageFollows'>) =>
    writePlan(run, { purpose, expected: [], steps: some, ...rest }, log, NOBODY);
  const all = await write(steps, { setsPage: true });
  if (all.ok) return { undo: all.value.undo.steps, refused: [] };
  const undo: WriteStep[] = [];
  const refused = new Set<string>();
  for (const step of steps) {
    const one = await write([step], { pageFollows: sheetsOf(steps) });
    if (one.ok) undo.unshift(...one.value.undo.steps);
    else refused.add(step.sheet);
  }
  await noteDressed(run, log);
  return { undo, refused: [...refused] };
}

/**
 * Ends the kept undo where some of the page is missing and that was reported, by the outcome of a writing that Excel
 * refused in part or at a start: the next start does not report it again.
 */
export function noteDressed(run: ExcelRun, log: WritingLog): Promise<Result<null, Failure>> {
  return attempt(run, READING, async (context) => {
    const structure = await readStructure(context);
    const before = await readCells(context, { purpose: 'undo', expected: [], steps: [] }, structure);
    if (before.undoPlace.id !== null) log.noteOwnWrite(before.undoPlace.id);
    queueDressed(new SheetFinder(context, before.sheets), before);
    await context.sync();
    return DONE;
  });
}

/** Some Excels pass over the fit to one page wide (office-js #1860): a scale does the same. Refusals change nothing. */
async function scaleWhereNotFitted(run: ExcelRun, steps: readonly Dressing[]): Promise<void> {
  const pages = steps.flatMap((step) => (step.kind === 'setPage' && !step.exactly ? [step] : []));
  if (pages.length === 0) return;
  await attempt(run, WRITING, async (context) => {
    const found = pages.map(({ sheet: name, landscape }) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRangeOrNullObject(true);
      sheet.pageLayout.load('zoom');
      used.load('width,left');
      return { sheet, used, room: PRINTED_WIDTH[landscape ? 'landscape' : 'portrait'] };
    });
    await context.sync();
    const unfitted = found.filter(({ sheet, used }) => {
      const { scale, horizontalFitToPages } = sheet.pageLayout.zoom;
      return !used.isNullObject && typeof scale === 'number' && (horizontalFitToPages ?? 0) === 0;
    });
    for (const { sheet, used, room } of unfitted) {
      const scale = Math.floor((100 * room) / (used.left + used.width));
      sheet.pageLayout.zoom = { scale: Math.max(SMALLEST_SCALE, Math.min(100, scale)) };
    }
    if (unfitted.length > 0) await context.sync();
    return DONE;
  });
}
