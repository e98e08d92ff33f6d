/**
 * The workbook that Excel has open, as the use cases want it: read in few bounded round trips, written whole or not at all, watched, and
 * every refusal of Excel answered as a failure. One object per runtime; readings and writings must not overlap (the session queues them).
 */
import type { Failure } from '../../workbook/failure';
import type { AppliedPlan, LiveWorkbook, WorkbookChange } from '../../application/ports';
import { failure, success, type Result } from '../../domain/result';
import { cellAddress } from '../../workbook/cells';
import type { CellPlace } from '../../workbook/ledger-source';
import { allSteps, isEmptyPlan, type WritePlan, type WriteStep } from '../../workbook/plan';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { readBefore, sheetsOf, type Before } from './before';
import { Changes, watchChanges, type EventSupport } from './changes';
import { attempt, DONE, failureOfHost, type ExcelRun } from './host-errors';
import { dropUndo, keepUndo, sheetOfUndo } from './kept-undo';
import { readWorkbook } from './read-workbook';
import { refusalOf } from './refusal';
import { sheetsWritten, undoOf } from './undo';
import { contentOf, sameContent } from './values';
import { carryOut, Sending } from './write-steps';

/** What the adapter needs from around it. */
export interface ExcelHost {
  readonly run: ExcelRun;
  readonly events: EventSupport;
  /** Lets the page breathe between two round trips of a long reading. */
  readonly pause: () => Promise<void>;
}

/** A reading waits for the user to leave the cell being edited; a writing is refused at once, since the edit would win over it. */
const READING = { delayForCellEdit: true };
const WRITING = { delayForCellEdit: false };

/** Refusals that come before anything of a request is carried out. */
const NOTHING_DONE: ReadonlySet<Failure['code']> = new Set(['cellBeingEdited', 'tooLarge', 'busy', 'noPermission']);

export class ExcelWorkbook implements LiveWorkbook {
  private known: readonly SheetSnapshot[] | null = null;
  private tell: (change: WorkbookChange) => void = () => undefined;
  private readonly changes = new Changes((change) => this.tell(change));
  calculatesOnDemand = false;

  constructor(private readonly host: ExcelHost) {}

  read(): Promise<Result<WorkbookSnapshot, Failure>> {
    this.known = null;
    return this.reread();
  }

  async reread(): Promise<Result<WorkbookSnapshot, Failure>> {
    const changes = this.changes.take();
    const known = this.known && { sheets: this.known, changes };
    this.known = null; // a reading that fails has lost what changed: the next one starts afresh
    const reading = await attempt(this.host.run, READING, (context) => readWorkbook(context, known, this.host.pause));
    if (!reading.ok) return reading;
    this.known = reading.value.snapshot.sheets;
    this.calculatesOnDemand = reading.value.calculatesOnDemand;
    return success(reading.value.snapshot);
  }

  async watch(onChange: (change: WorkbookChange) => void): Promise<Result<null, Failure>> {
    this.tell = onChange;
    return attempt(this.host.run, READING, async (context) => {
      await watchChanges(context, this.changes, this.host.events);
      return DONE;
    });
  }

  async goTo({ sheet, row, column }: CellPlace): Promise<Result<null, Failure>> {
    return attempt(this.host.run, WRITING, async (context) => {
      const target = context.workbook.worksheets.getItemOrNullObject(sheet);
      target.load('visibility');
      await context.sync();
      if (target.isNullObject) return failure({ code: 'sheetMissing', sheet });
      if (target.visibility !== 'Visible') target.visibility = 'Visible';
      target.activate();
      target.getRange(cellAddress(row, column)).select();
      await context.sync();
      return DONE;
    });
  }

  async apply(asked: WritePlan): Promise<Result<AppliedPlan, Failure>> {
    if (isEmptyPlan(asked)) return success({ plan: asked, undo: { purpose: 'undo', expected: [], steps: [] }, isUndoKept: false });
    return attempt(this.host.run, WRITING, async (context) => {
      const looked = await readBefore(context, asked);
      const plan = asked.purpose === 'undo' ? stillPossible(asked, looked) : asked;
      const refusal = refusalOf(plan, looked);
      if (refusal) return failure(refusal);
      this.noteOwnWrites(plan, looked);
      return this.write(context, plan, looked);
    });
  }

  private async write(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<Result<AppliedPlan, Failure>> {
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
      const left = await this.takeBack(plan, before);
      await this.letEventsThrough();
      return failure(left ?? refused);
    }
  }

  /** After a batch that failed half way: everything back as it was. Answers null when it is, else what stays half written. */
  private async takeBack(plan: WritePlan, before: Before): Promise<Failure | null> {
    const undo = undoOf({ ...plan, steps: allSteps(plan) }, before, { cells: new Map(), highlights: new Map() });
    const takenBack = await attempt(this.host.run, WRITING, async (context) => {
      const now = await readBefore(context, { ...undo, expected: [] });
      const possible = stillPossible({ ...undo, steps: [...(await strays(context, plan, before)), ...withoutCharts(undo.steps)] }, now);
      await deleteStrayRows(context, plan, before);
      const sending = new Sending(context);
      if (plan.keepsUndo) await dropUndo(context, sending, now);
      await carryOut(context, sending, possible.steps, { ...now, tables: before.tables });
      return DONE;
    });
    if (takenBack.ok) return null;
    const { failure: reason } = takenBack;
    const words = reason.code === 'hostRefused' ? { hostCode: reason.hostCode, message: reason.message } : { hostCode: reason.code, message: '' };
    return { code: 'halfWritten', sheets: sheetsWritten(undo), ...words };
  }

  /** The batch that failed had turned events off: changes made by people must be told again. A refusal here changes nothing of the outcome. */
  private async letEventsThrough(): Promise<void> {
    await attempt(this.host.run, READING, async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
      return DONE;
    });
  }

  private noteOwnWrites(plan: WritePlan, before: Before): void {
    for (const name of sheetsOf(plan, before)) this.changes.noteOwnWrite(before.sheets.get(name) ?? name);
    const kept = sheetOfUndo(before);
    if (kept !== undefined) this.changes.noteOwnWrite(kept);
  }
}

/** The highlights and the charts that a plan had added before it failed: nobody was told their ids, nor had the charts their names yet. */
async function strays(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<WriteStep[]> {
  const steps = plan.steps.filter((step) => (step.kind === 'highlightWhen' || step.kind === 'addChart') && before.sheets.has(step.sheet.toLowerCase()));
  if (steps.length === 0) return [];
  const now = await readBefore(context, { purpose: 'undo', expected: [], steps });
  const highlights = steps.flatMap((step) => {
    if (step.kind !== 'highlightWhen') return [];
    const known = before.highlights.get(step) ?? [];
    return (now.highlights.get(step) ?? []).filter((id) => !known.includes(id)).map((remove): WriteStep => ({ ...step, remove }));
  });
  const charts = [...now.charts].flatMap(([sheet, names]) => {
    const known = before.charts.get(sheet) ?? [];
    return names.filter((name) => !known.includes(name)).map((name): WriteStep => ({ kind: 'deleteChart', sheet, name }));
  });
  return [...highlights, ...charts];
}

/** After a failure, charts are taken away as strays: under their own name or not. */
function withoutCharts(steps: readonly WriteStep[]): readonly WriteStep[] {
  return steps.filter((step) => step.kind !== 'deleteChart');
}

/** The rows that a plan had appended before it failed, known by what they hold: a co-author may have added one meanwhile. */
async function deleteStrayRows(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<void> {
  for (const step of allSteps(plan)) {
    const area = step.kind === 'appendRow' ? before.growing.get(step)?.area : undefined;
    if (step.kind !== 'appendRow' || !area) continue;
    const { rows } = context.workbook.tables.getItem(step.table);
    rows.load('items/values,items/index');
    await context.sync(); // eslint-disable-line office-addins/no-context-sync-in-loop -- a plan appends one row
    const isOurs = ({ index, values }: Excel.TableRow): boolean =>
      index >= area.rows - 1 && step.cells.every(({ value }, column) => sameContent(value, contentOf(values[0]?.[column])));
    rows.items.find(isOurs)?.delete();
  }
}

/** An undo without what somebody already took away: a deleted sheet, a deleted name, a table made a range. */
function stillPossible(undo: WritePlan, before: Before): WritePlan {
  const exists = (sheet: string): boolean => before.sheets.has(sheet.toLowerCase());
  return {
    ...undo,
    expected: undo.expected.filter((guard) => exists(guard.sheet)),
    steps: undo.steps.filter((step) => {
      if (step.kind === 'deleteName') return before.names.has(step.name.toLowerCase());
      if (step.kind === 'deleteChart') return before.charts.get(step.sheet.toLowerCase())?.includes(step.name) ?? false;
      if (step.kind === 'deleteTable') return before.tables.has(step.name.toLowerCase());
      return exists(step.sheet);
    }),
  };
}
