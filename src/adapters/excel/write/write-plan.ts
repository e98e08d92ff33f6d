/**
 * Writing a plan in the workbook that Excel has open: what stood there is read first, the plan is refused or carried
 * out, and a batch that fails half way is taken back. Apart from reading, since the pane opens without it.
 */
import type { AppliedPlan } from '../../../application/ports';
import { failure, success, type Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { allSteps, type WritePlan, type WriteStep } from '../../../workbook/plan';
import type { Before } from './before';
import { attempt, DONE, failureOfHost, READING, WRITING, type ExcelRun } from '../host-errors';
import { dropUndo, keepUndo, sheetOfUndo } from './undo-sheet';
import { refersTo } from './excel-references';
import { refusalOf } from './plan-refusal';
import { readBefore, sheetsOf } from './read-before';
import { sheetsWritten, undoOf } from './undo';
import { contentOf, sameContent } from '../excel-values';
import { carryOut, Sending } from './write-steps';

/**
 * Refusals that come before anything of a request is carried out. « No permission » is not one: a sheet that somebody
 * protected meanwhile says it in the middle of the batch, a workbook that cannot be written at its start.
 */
const NOTHING_DONE: ReadonlySet<Failure['code']> = new Set(['cellBeingEdited', 'tooLarge', 'busy']);

/**
 * Carries out a plan that is not empty, whole or not at all; `noteOwnWrite` is told the id of each sheet before it is
 * written.
 */
export function writePlan(
  run: ExcelRun,
  asked: WritePlan,
  noteOwnWrite: (sheet: string) => void,
): Promise<Result<AppliedPlan, Failure>> {
  return attempt(run, WRITING, async (context) => {
    const looked = await readBefore(context, asked);
    const plan = asked.purpose === 'undo' ? stillPossible(asked, looked) : asked;
    const refusal = refusalOf(plan, looked);
    if (refusal) return failure(refusal);
    for (const name of sheetsOf(plan, looked)) noteOwnWrite(looked.sheets.get(name) ?? name);
    const kept = sheetOfUndo(looked);
    if (kept !== undefined) noteOwnWrite(kept);
    return write(run, context, plan, looked);
  });
}

async function write(
  run: ExcelRun,
  context: Excel.RequestContext,
  plan: WritePlan,
  before: Before,
): Promise<Result<AppliedPlan, Failure>> {
  const sending = new Sending(context);
  try {
    const finish = plan.keepsUndo ? await keepUndo(context, sending, plan, before) : null;
    if (plan.purpose === 'undo') await dropUndo(context, sending, before);
    const written = await carryOut(context, sending, allSteps(plan), before, finish);
    return success({ plan, undo: undoOf(plan, before, written), isUndoKept: finish !== null });
  } catch (error) {
    const refused = failureOfHost(error);
    if (!refused) throw error;
    if (NOTHING_DONE.has(refused.code) && !sending.hasSent) return failure(refused);
    const left = await takeBack(run, plan, before, refused);
    await letEventsThrough(run);
    return failure(left ?? refused);
  }
}

/**
 * After a batch that failed half way: everything back as it was. Answers null when it is, else what stays half written.
 */
async function takeBack(run: ExcelRun, plan: WritePlan, before: Before, refused: Failure): Promise<Failure | null> {
  const undo = undoOf({ ...plan, steps: allSteps(plan) }, before, { cells: new Map(), highlights: new Map() });
  const takenBack = await attempt(run, WRITING, async (context) => {
    const now = await readBefore(context, { ...undo, expected: [] });
    const possible = stillPossible(
      { ...undo, steps: [...(await strays(context, plan, before)), ...withoutCharts(undo.steps)] },
      now,
    );
    await deleteStrayRows(context, plan, before);
    const isReadOnly = refused.code === 'noPermission' && now.protectedSheets.size === 0;
    if (isReadOnly && possible.steps.every((step) => isAlreadyBack(step, now))) return DONE;
    const sending = new Sending(context);
    if (plan.keepsUndo) await dropUndo(context, sending, now);
    await carryOut(
      context,
      sending,
      possible.steps.filter((step) => !isUntouched(step, now)),
      { ...now, tables: before.tables },
    );
    return DONE;
  });
  if (takenBack.ok) return null;
  const { failure: reason } = takenBack;
  const words =
    reason.code === 'hostRefused'
      ? { hostCode: reason.hostCode, message: reason.message }
      : { hostCode: reason.code, message: '' };
  return { code: 'halfWritten', sheets: sheetsWritten(undo), ...words };
}

/**
 * Nothing was written on a sheet that somebody protected just before the batch: trying to put it back would stop the
 * rest from going back.
 */
function isUntouched(step: WriteStep, now: Before): boolean {
  return 'sheet' in step && now.protectedSheets.has(step.sheet.toLowerCase()) && isAlreadyBack(step, now);
}

/**
 * True for a step back that finds what it would put there: cells come before what is not looked at here (widths, pages,
 * highlights).
 */
function isAlreadyBack(step: WriteStep, now: Before): boolean {
  if (step.kind === 'setName') return now.names.get(step.name.toLowerCase()) === refersTo(step.sheet, step.area);
  if (step.kind !== 'setCells')
    return step.kind !== 'deleteSheet' && step.kind !== 'deleteName' && step.kind !== 'deleteTable';
  const present = now.cells.get(step)?.contents;
  return step.cells.every((row, r) =>
    row.every((cell, c) => cell === null || sameContent(cell.formula ?? cell.value, present?.[r]?.[c] ?? null)),
  );
}

/**
 * The batch that failed had turned events off: changes made by people must be told again. A refusal here changes
 * nothing of the outcome.
 */
async function letEventsThrough(run: ExcelRun): Promise<void> {
  await attempt(run, READING, async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
    return DONE;
  });
}

/**
 * The highlights and the charts that a plan had added before it failed: nobody was told their ids, nor had the charts
 * their names yet.
 */
async function strays(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<WriteStep[]> {
  const steps = plan.steps.filter(
    (step) =>
      (step.kind === 'highlightWhen' || step.kind === 'addChart') && before.sheets.has(step.sheet.toLowerCase()),
  );
  if (steps.length === 0) return [];
  const now = await readBefore(context, { purpose: 'undo', expected: [], steps });
  const highlights = steps.flatMap((step) => {
    if (step.kind !== 'highlightWhen') return [];
    const known = before.highlights.get(step) ?? [];
    return (now.highlights.get(step) ?? [])
      .filter((id) => !known.includes(id))
      .map((remove): WriteStep => ({ ...step, remove }));
  });
  const charts = [...now.charts].flatMap(([sheet, names]) => {
    const redrawn = plan.steps.flatMap((step) =>
      step.kind === 'redrawChart' && step.sheet.toLowerCase() === sheet ? [step.chart.name] : [],
    );
    const known = [...(before.charts.get(sheet) ?? []), ...redrawn];
    return names
      .filter((name) => !known.includes(name))
      .map((name): WriteStep => ({ kind: 'deleteChart', sheet, name }));
  });
  return [...highlights, ...charts];
}

/** After a failure, charts are taken away as strays: under their own name or not. */
function withoutCharts(steps: readonly WriteStep[]): readonly WriteStep[] {
  return steps.filter((step) => step.kind !== 'deleteChart');
}

/**
 * The rows that a plan had appended before it failed, known by what they hold: a co-author may have added one
 * meanwhile.
 */
async function deleteStrayRows(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<void> {
  for (const step of allSteps(plan)) {
    const area = step.kind === 'appendRow' ? before.growingTables.get(step)?.area : undefined;
    if (step.kind !== 'appendRow' || !area) continue;
    const { rows } = context.workbook.tables.getItem(step.table);
    rows.load('items/values,items/index');
    await context.sync(); // eslint-disable-line office-addins/no-context-sync-in-loop -- a plan appends one row
    const isOurs = ({ index, values }: Excel.TableRow): boolean =>
      index >= area.rows - 1 &&
      step.cells.every(({ value }, column) => sameContent(value, contentOf(values[0]?.[column])));
    rows.items.find(isOurs)?.delete();
  }
}

/** An undo without what somebody already took away: a deleted sheet, a deleted name, a table made a range. */
function stillPossible(undo: WritePlan, before: Before): WritePlan {
  const exists = (sheet: string): boolean => before.sheets.has(sheet.toLowerCase());
  const hasChart = (sheet: string, name: string): boolean =>
    before.charts.get(sheet.toLowerCase())?.includes(name) ?? false;
  return {
    ...undo,
    expected: undo.expected.filter((guard) => exists(guard.sheet)),
    steps: undo.steps.filter((step) => {
      if (step.kind === 'deleteName') return before.names.has(step.name.toLowerCase());
      if (step.kind === 'deleteChart') return hasChart(step.sheet, step.name);
      if (step.kind === 'addChart')
        return exists(step.sheet) && exists(step.chart.source) && !hasChart(step.sheet, step.chart.name);
      if (step.kind === 'redrawChart') return before.presentCharts.has(step) && exists(step.chart.source);
      if (step.kind === 'deleteTable') return before.tables.has(step.name.toLowerCase());
      return exists(step.sheet);
    }),
  };
}
