/** Prepares, writes and undoes plans: each with its row of the journal, then the workbook is read again. */
import { assert, success, type Result } from '../../domain/result';
import { parseArea } from '../../workbook/cells';
import { contentAt, sameContent } from '../../workbook/contents';
import type { Failure, LostContents, LostEntry } from '../../workbook/failure';
import { findSheet } from '../../workbook/snapshot';
import { endsAnother, isEmptyPlan, type WritePlan } from '../../workbook/plan';
import type { AppliedPlan, Clock, LiveWorkbook } from '../ports';
import { summarisePlan } from '../writing/plan-summary';
import type { UsedSheets } from '../writing/undo-references';
import type { ReadyPhase } from './session-state';
import type { SessionStore } from './session-store';
import { isSamePlan, type DecidePages, type ShownPreview } from './shown-preview';
import type { TaskQueue } from './task-queue';
import type { UndoHistory } from './undo-history';
import type { WorkbookFollower } from './workbook-follower';

/** A plan, why there is none, or null when the state gives nothing to decide on. */
export type Decision = Result<WritePlan, Failure> | null;

type Decide = (ready: ReadyPhase) => Promise<Decision>;

export class PlanWriter {
  private isStopped = false;
  /**
   * A writing whose outcome Excel did not give, the rows of the journal that were like its own before, and what people
   * had just typed or put in its cells.
   */
  private unsettled: {
    readonly plan: WritePlan;
    readonly rows: number | null;
    readonly entries: readonly LostEntry[];
    readonly lost: LostContents | undefined;
  } | null = null;

  constructor(
    private readonly store: SessionStore,
    private readonly queue: TaskQueue,
    private readonly undos: UndoHistory,
    private readonly follower: WorkbookFollower,
    private readonly preview: ShownPreview,
    private readonly workbook: LiveWorkbook,
    private readonly clock: Clock,
  ) {
    follower.afterReading(() => this.settle());
  }

  /**
   * Reads the whole workbook, since Excel does not announce every edit, and decides in turn, on what was read; then
   * writes, and reads again what was written.
   */
  write(decide: () => Decision | Promise<Decision>): Promise<void> {
    return this.queue.run(async () => {
      if (await this.follower.load('read')) await this.carryOut(await decide());
    });
  }

  private async carryOut(decided: Decision): Promise<void> {
    if (!decided) return;
    if (!decided.ok) return this.store.setFailure(decided.failure);
    const { purpose, leftAlone, left } = decided.value;
    if (isEmptyPlan(decided.value) && !left) {
      const alone = leftAlone === undefined ? {} : { leftAlone };
      return this.store.set({ prepared: null, notice: { kind: 'nothingToWrite', purpose, ...alone } });
    }
    if (!endsAnother(decided.value) && this.isHeldBack()) return;
    const plan = await this.withJournalRow(decided.value);
    if (!plan.ok) return this.store.setFailure(plan.failure);
    this.store.set({ activity: 'writing', notice: null });
    const applied = await this.apply(plan.value);
    if (!applied.ok) return this.showFailure(applied.failure, plan.value);
    this.undos.add(purpose, applied.value.undo);
    const isRead = await this.follower.load('reread');
    if (!isRead) this.store.set({ undoable: this.undos.lastPurpose() });
    const isUndoKept = endsAnother(plan.value) || applied.value.isUndoKept;
    const { notice } = this.store.state();
    const closesPreview = notice?.kind === 'previewOvertaken';
    if (notice && !closesPreview && isRead) return;
    this.store.set({
      notice: {
        kind: 'written',
        purpose,
        summary: summarisePlan(plan.value),
        isUndoKept,
        undressed: applied.value.undressed ?? [],
        kept: applied.value.kept ?? [],
        left: plan.value.left ?? [],
        closesPreview,
        isStopTooLate: this.isStopped,
        isNotRead: !isRead,
      },
    });
  }

  /** Shows the failure, and the workbook as it is now, whatever the failure left or kept. */
  private async showFailure(failure: Failure, plan: WritePlan): Promise<void> {
    const isUnknown = failure.code === 'outcomeUnknown';
    const { entries = [], lost } = isUnknown ? failure : {};
    const rows = isUnknown ? await this.rowsInJournal(plan) : null;
    // what the workbook keeps of a writing that stays half done comes before those of this run
    if (isUnknown || (failure.code === 'halfWritten' && plan.keepsUndo)) this.undos.forgetRun();
    const isRead = await this.follower.load('read');
    this.store.set({ activity: 'idle', notice: { kind: 'failed', failure } });
    if (!isUnknown) return;
    this.unsettled = { plan, rows, entries, lost };
    if (isRead) await this.settle();
  }

  /** Replaces « on ne sait pas encore » by what the journal of the workbook shows, once it is read again. */
  private async settle(): Promise<void> {
    const { unsettled } = this;
    const { notice } = this.store.state();
    const hasEnded = notice?.kind === 'interrupted' && this.undos.stopped() === null;
    if (hasEnded) this.store.set({ notice: null }); // the writing of a colleague went on to its end, or was undone
    if (notice?.kind === 'written' && notice.isNotRead) this.store.set({ notice: { ...notice, isNotRead: false } });
    if (unsettled === null) return;
    this.unsettled = null;
    const isStale = notice?.kind === 'failed' && notice.failure.code === 'outcomeUnknown';
    if (notice && !isStale) return;
    const { plan, rows, lost } = unsettled;
    const stopped = this.undos.stopped();
    const entries = unsettled.entries.filter((entry) => !this.holds(entry));
    const isLost = entries.length > 0 || lost !== undefined;
    if (stopped && !isLost) return this.store.set({ notice: { kind: 'interrupted', ...stopped, isRefusal: false } });
    if (stopped) return this.showLost(entries, lost, true);
    const now = await this.rowsInJournal(plan);
    const isJournalGone = now === null && rows !== null;
    if (isJournalGone || (now ?? 0) <= (rows ?? 0)) {
      const code = isJournalGone ? 'outcomeUnknown' : 'notWritten';
      return this.store.set({ notice: { kind: 'failed', failure: { code } } });
    }
    if (isLost) return this.showLost(entries, lost, false);
    this.store.set({
      notice: {
        ...{ kind: 'written', purpose: plan.purpose, summary: summarisePlan(plan) },
        isUndoKept: endsAnother(plan) || this.undos.lastPurpose() === plan.purpose,
        ...{ undressed: this.undos.undressed()?.sheets ?? [], kept: [], left: plan.left ?? [] },
        ...{ closesPreview: false, isStopTooLate: false, isNotRead: false },
      },
    });
  }

  private showLost(entries: readonly LostEntry[], lost: LostContents | undefined, isHalf: boolean): void {
    const sheets = [
      ...new Set([...entries, ...(lost?.rich ?? []), ...(lost?.unknown ?? [])].map(({ sheet }) => sheet)),
    ];
    const failure = { code: 'entriesLost', entries, ...(isHalf && { sheets }), ...(lost && { lost }) } as const;
    this.store.set({ notice: { kind: 'failed', failure } });
  }

  private holds({ sheet, cell, content }: LostEntry): boolean {
    const workbook = this.store.workbook();
    const found = workbook ? findSheet(workbook, sheet) : undefined;
    const place = parseArea(cell);
    return found !== undefined && place !== null && sameContent(contentAt(found, place.top, place.left), content);
  }

  /** How many rows of the journal are like that of the plan; null without a journal. */
  private async rowsInJournal(plan: WritePlan): Promise<number | null> {
    const workbook = this.store.workbook();
    if (!workbook) return null;
    const { rowsOfPlan } = await import(/* webpackChunkName: "writing" */ '../writing/journal-rows');
    return rowsOfPlan(workbook, plan);
  }

  /**
   * True, and shown, while a writing that stopped before its end is neither undone nor kept: the workbook keeps one
   * undo, so that another writing would leave the cells of that one without any.
   */
  private isHeldBack(): boolean {
    const stopped = this.undos.stopped();
    if (stopped) this.store.set({ activity: 'idle', notice: { kind: 'interrupted', ...stopped, isRefusal: true } });
    return stopped !== null;
  }

  private async apply(plan: WritePlan): Promise<Result<AppliedPlan, Failure>> {
    this.isStopped = false;
    try {
      return await this.workbook.apply(plan, {
        progress: (done, total) => this.store.set({ progress: total > 1 ? { done, total } : null }),
        isStopped: () => this.isStopped,
      });
    } finally {
      this.store.set({ activity: 'idle', progress: null });
    }
  }

  /** Stops the writing under way between two requests; what it wrote is rolled back. */
  stop(): void {
    this.isStopped = true;
  }

  /** As `write`, for a decision that needs a dossier; nothing is written without one. */
  writeOf(decide: Decide): Promise<void> {
    return this.write(() => this.decideOf(decide));
  }

  /**
   * Reads the whole workbook, then decides a plan and its pages for the user to look at; nothing is written. `isShown`:
   * the pages are wanted even when they are up to date.
   */
  prepareOf(decide: DecidePages, isShown = false): Promise<void> {
    return this.queue.run(async () => {
      if (!(await this.follower.load('read'))) return;
      const ready = this.store.ready();
      const planned = ready && (await decide(ready));
      if (!planned) return;
      if (!planned.ok) return this.store.set({ prepared: null, notice: { kind: 'failed', failure: planned.failure } });
      const { plan } = planned.value;
      if (isEmptyPlan(plan) && !isShown)
        return this.store.set({ prepared: null, notice: { kind: 'nothingToWrite', purpose: plan.purpose } });
      this.preview.show(planned.value, decide, null);
    });
  }

  /** Writes what was prepared; when the workbook changed so that the plan is another, shows that one instead. */
  writePrepared(): Promise<void> {
    return this.queue.run(async () => {
      const taken = this.preview.take();
      if (!taken) return;
      if (!(await this.follower.load('read')) || this.isHeldBack()) return this.preview.giveBack(taken);
      this.store.set({ prepared: null });
      const ready = this.store.ready();
      const decided = ready && (await taken.decide(ready));
      if (!decided?.ok) return this.carryOut(decided);
      const { plan } = decided.value;
      if (isSamePlan(decided.value, taken.prepared) || isEmptyPlan(plan)) await this.carryOut(success(plan));
      else this.preview.show(decided.value, taken.decide, { kind: 'preparedAgain' });
    });
  }

  /**
   * Undoes the last writing; after a restart of the add-in, the one whose undo the workbook keeps. `used`: what becomes
   * of the sheets it added that formulas of other sheets use. A writing that seemed to have stopped, and that has ended
   * since at a colleague's, is not undone: that is not what was asked.
   */
  undo(used: UsedSheets): Promise<void> {
    const stopped = this.undos.stopped();
    return this.write(async () => {
      if (stopped && !this.undos.stopped()) return success({ purpose: 'undo', expected: [], steps: [] });
      const workbook = this.store.workbook();
      const plan = await this.undos.planLast(workbook);
      if (!plan || !workbook) return null;
      const { undoAsAsked } = await import(/* webpackChunkName: "writing" */ '../writing/undo-references');
      return undoAsAsked(workbook, plan, used);
    });
  }

  /** Gives up the undo of a writing that stopped before its end; the cells stay as they are. */
  keepInterrupted(): Promise<void> {
    return this.write(async () => success(await this.undos.planKeep(this.store.workbook())));
  }

  private async decideOf(decide: Decide): Promise<Decision> {
    const ready = this.store.ready();
    return ready && decide(ready);
  }

  /** The plan with its row of the journal and, unless it is an undo, the undo record that the workbook keeps. */
  private async withJournalRow(plan: WritePlan): Promise<Result<WritePlan, Failure>> {
    const { withJournal } = await import(/* webpackChunkName: "writing" */ '../writing/journal');
    const workbook = this.store.workbook();
    assert(workbook, 'a plan was decided on a workbook that was read');
    const entry = { on: this.clock.today(), author: this.store.state().author };
    if (!endsAnother(plan)) return withJournal(workbook, { ...plan, keepsUndo: true }, entry);
    const ended = this.undos.lastPurpose();
    return withJournal(workbook, plan, ended ? { ...entry, ended } : entry);
  }
}
