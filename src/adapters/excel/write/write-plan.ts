/**
 * Writes a plan to the workbook open in Excel: reads its present state, refuses the plan or carries it out, and rolls
 * back a batch that fails half way. Separate from the reading code, since the pane opens without it.
 */
import type { AppliedPlan } from '../../../application/ports';
import { failure, success, type Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { sameFormula } from '../../../workbook/formula-text';
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
 * Refusals after which nothing of a request is done. `noPermission` is not one: it also occurs in the middle of a
 * batch, when somebody has just protected a sheet.
 */
const NOTHING_DONE: ReadonlySet<Failure['code']> = new Set(['cellBeingEdited', 'tooLarge', 'busy']);

/**
 * Carries out a plan that is not empty, completely or not at all; `noteOwnWrite` receives the id of each sheet before
 * it is written.
 */
export function writePlan(
  run: ExcelRun,
  asked: WritePlan,
  noteOwnWrite: (sheet: string) => void,
): Promise<Result<AppliedPlan, Failure>> {
  return attempt(run, WRITING, async (context) => {
    const before = await readBefore(context, asked);
    const plan = asked.purpose === 'undo' ? stillPossible(asked, before) : asked;
    const refusal = refusalOf(plan, before);
    if (refusal) return failure(refusal);
    for (const name of sheetsOf(plan, before)) noteOwnWrite(before.sheets.get(name) ?? name);
    const kept = sheetOfUndo(before);
    if (kept !== undefined) noteOwnWrite(kept);
    return write(run, context, plan, before);
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
    const left = await rollBack(run, plan, before, refused);
    await enableEvents(run);
    return failure(left ?? refused);
  }
}

/**
 * Restores the workbook after a batch that failed half way. Returns null on success, else what remains half written.
 */
async function rollBack(run: ExcelRun, plan: WritePlan, before: Before, refused: Failure): Promise<Failure | null> {
  const undo = undoOf({ ...plan, steps: allSteps(plan) }, before, { cells: new Map(), highlights: new Map() });
  const rolledBack = await attempt(run, WRITING, async (context) => {
    const now = await readBefore(context, { ...undo, expected: [] });
    const possible = stillPossible(
      { ...undo, steps: [...(await leftovers(context, plan, before)), ...withoutCharts(undo.steps)] },
      now,
    );
    await deleteLeftoverRows(context, plan, before);
    const isReadOnly = refused.code === 'noPermission' && now.protectedSheets.size === 0;
    if (isReadOnly && possible.steps.every((step) => isAlreadyUndone(step, now))) return DONE;
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
  if (rolledBack.ok) return null;
  const { failure: reason } = rolledBack;
  const words =
    reason.code === 'hostRefused'
      ? { hostCode: reason.hostCode, message: reason.message }
      : { hostCode: reason.code, message: '' };
  return { code: 'halfWritten', sheets: sheetsWritten(undo), ...words };
}

/**
 * True when nothing was written on a sheet that somebody protected just before the batch: restoring it would fail and
 * stop the rest of the rollback.
 */
function isUntouched(step: WriteStep, now: Before): boolean {
  return 'sheet' in step && now.protectedSheets.has(step.sheet.toLowerCase()) && isAlreadyUndone(step, now);
}

/**
 * True for an undo step whose effect is already there. Cells come before what is not checked here (widths, pages,
 * highlights).
 */
function isAlreadyUndone(step: WriteStep, now: Before): boolean {
  if (step.kind === 'setName') return now.names.get(step.name.toLowerCase()) === refersTo(step.sheet, step.area);
  if (step.kind === 'defineName') return sameFormula(now.names.get(step.name.toLowerCase()) ?? '', step.formula);
  if (step.kind !== 'setCells')
    return step.kind !== 'deleteSheet' && step.kind !== 'deleteName' && step.kind !== 'deleteTable';
  const present = now.cells.get(step)?.contents;
  return step.cells.every((row, r) =>
    row.every((cell, c) => cell === null || sameContent(cell.formula ?? cell.value, present?.[r]?.[c] ?? null)),
  );
}

/** Turns events on again, which the failed batch had turned off. A refusal here does not change the outcome. */
async function enableEvents(run: ExcelRun): Promise<void> {
  await attempt(run, READING, async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
    return DONE;
  });
}

/**
 * Steps that delete the highlights and the charts that a plan had added before it failed: their ids were not returned,
 * and the charts may not have their names yet.
 */
async function leftovers(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<WriteStep[]> {
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

/** After a failure, leftover charts are deleted by `leftovers`, under their own name or not. */
function withoutCharts(steps: readonly WriteStep[]): readonly WriteStep[] {
  return steps.filter((step) => step.kind !== 'deleteChart');
}

/**
 * Deletes the rows that a plan had appended before it failed, known by their values: a co-author may have added one
 * meanwhile.
 */
async function deleteLeftoverRows(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<void> {
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

/**
 * An undo without the steps that are no longer possible: a deleted sheet, a deleted name, a table converted to a range.
 */
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
      return step.kind === 'defineName' || exists(step.sheet);
    }),
  };
}
