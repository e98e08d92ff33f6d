/**
 * Follows the workbook: watches it, reads it at the start and after each burst of edits, and sets the state to what was
 * read. The state is always rebuilt from the workbook alone.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Failure } from '../../workbook/failure';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { Dossier } from '../dossier';
import { stateOfRefusal } from '../functions/refused-state';
import type { Clock, LiveWorkbook, Timers } from '../ports';
import type { LedgerDesk } from './ledger-desk';
import type { SessionState } from './session-state';
import type { SessionStore } from './session-store';
import type { ShownPreview } from './shown-preview';
import type { TaskQueue } from './task-queue';
import type { UndoHistory } from './undo-history';

/** Milliseconds without an answer from Excel after which the activity is `waiting`. */
const PATIENCE = 2000;
/** Milliseconds without an edit that end a burst (a paste, a fill). */
const QUIET = 40;
/** Milliseconds after which a burst that goes on is read all the same. */
const LONGEST_DELAY = 600;

const IDLE = { activity: 'idle' } as const;

export class WorkbookFollower {
  /** Null until the first reading. */
  private desk: LedgerDesk | null = null;
  private isWatching = false;
  private isBlocked = false;
  /** The date that the user chose; null while it follows today. The state has it once its figures are shown. */
  private chosenAsOf: CivilDate | null = null;
  /** True until Excel has answered: what is opened meanwhile is not the newest. */
  private isFetching = false;
  /** How many workbooks were opened: a newer opening abandons the one under way. */
  private openings = 0;
  /** The workbook of the last reading, shown or not; null before the first. */
  private read: WorkbookSnapshot | null = null;
  /** The last reading, shown or still being judged; null when it was refused. */
  private opened: Dossier | null = null;
  /** The reading whose figures are shown; null once a newer run was abandoned. */
  private shown: Dossier | null = null;
  /** Why the last reading failed; null once the workbook is read again. */
  private failed: Failure | null = null;
  private cancelQuiet: (() => void) | null = null;
  private cancelDeadline: (() => void) | null = null;
  private whenRead = (): Promise<void> => Promise.resolve();

  constructor(
    private readonly store: SessionStore,
    private readonly queue: TaskQueue,
    private readonly undos: UndoHistory,
    private readonly preview: ShownPreview,
    private readonly workbook: LiveWorkbook,
    private readonly clock: Clock,
    private readonly timers: Timers,
  ) {}

  /**
   * Watches the workbook, then reads it: an edit in between is not missed. `reread` reads only what changed. False when
   * it could not be read; the failure is then shown.
   */
  async load(how: 'read' | 'reread'): Promise<boolean> {
    if (this.isBlocked) return false;
    this.store.set({ activity: 'reading' });
    if (!this.isWatching) {
      const watching = await this.showingWait(
        this.workbook.watch(
          () => this.rereadSoon(),
          (selected) => this.store.set({ selected }),
          () => this.followDay(),
        ),
      );
      if (!watching.ok) return this.fail(watching.failure);
      this.isWatching = true;
    }
    this.isFetching = true;
    const fetching = this.atDesk();
    const reading = await this.showingWait(this.workbook[how]());
    const desk = await fetching;
    this.isFetching = false;
    if (!reading.ok) {
      if (this.opened && !this.shown) await this.judge(desk, this.opened);
      return this.fail(reading.failure);
    }
    await this.undos.readKept(reading.value);
    const isNewest = await this.open(desk, reading.value);
    const { calculatesOnDemand } = this.workbook;
    this.store.set({ ...(isNewest && IDLE), calculatesOnDemand, readAt: this.clock.timeOfDay() });
    this.withdrawFailure();
    await this.whenRead();
    return true;
  }

  /** Calls it after each reading, before the next command. */
  afterReading(listener: () => Promise<void>): void {
    this.whenRead = listener;
  }

  /** Shows why the add-in cannot work here; the workbook is never read. */
  block(failure: Failure): void {
    this.isBlocked = true;
    this.fail(failure);
  }

  /** Shows the figures at another date; null follows today again. */
  chooseAsOf(date: CivilDate | null): void {
    this.chosenAsOf = date;
    if (this.opened && this.desk) void this.judge(this.desk, this.opened);
    else this.store.set({ asOf: date ?? this.clock.today(), isAsOfChosen: date !== null });
  }

  /** Controls those tables or sheets; null lets the workbook decide again. */
  chooseLedger(ledger: SessionState['ledger']): void {
    this.store.set({ ledger });
    if (this.read && this.desk) void this.openChosen(this.desk, this.read);
  }

  private async openChosen(desk: LedgerDesk, workbook: WorkbookSnapshot): Promise<void> {
    const opening = this.open(desk, workbook);
    if (this.isFetching) return void (await opening);
    this.store.set({ activity: 'reading' });
    if ((await opening) && !this.isFetching) this.store.set(IDLE);
  }

  /** Shows why the workbook cannot be read. The figures of an earlier reading stay. */
  fail(failure: Failure): false {
    const { phase } = this.store.state();
    const wasRead = phase.kind === 'ready' || (phase.kind === 'refused' && phase.workbook !== null);
    if (wasRead) {
      this.failed = failure;
      this.store.set({ activity: 'idle', notice: { kind: 'failed', failure } });
      return false;
    }
    const functions = stateOfRefusal(failure, null, false, this.clock.today(), () => null);
    this.store.set({
      phase: { kind: 'refused', failure, workbook: null, convention: null },
      activity: 'idle',
      functions,
    });
    return false;
  }

  /** The message about a reading that failed is withdrawn once the workbook is read. */
  private withdrawFailure(): void {
    const { notice } = this.store.state();
    if (this.failed && notice?.kind === 'failed' && notice.failure === this.failed) this.store.set({ notice: null });
    this.failed = null;
  }

  private async atDesk(): Promise<LedgerDesk> {
    if (this.desk) return this.desk;
    const { LedgerDesk } = await import(/* webpackChunkName: "ledger-desk" */ './ledger-desk');
    return (this.desk ??= new LedgerDesk(this.timers));
  }

  /** Returns false once a newer opening took its place. */
  private async open(desk: LedgerDesk, workbook: WorkbookSnapshot): Promise<boolean> {
    this.read = workbook;
    const opening = ++this.openings;
    this.store.set({ undoable: this.undos.lastPurpose() });
    const { ledger } = this.store.state();
    let judged: Promise<void> | null = null;
    await desk.open(workbook, ledger, (opened) => {
      this.opened = opened.ok ? opened.value : null;
      if (opened.ok) judged = this.judge(desk, opened.value);
      else this.refuse(desk, workbook, opened.failure);
    });
    await judged;
    return opening === this.openings;
  }

  /** Shows why there are no figures. */
  private refuse(desk: LedgerDesk, workbook: WorkbookSnapshot, failure: Failure): void {
    desk.judging.abandon();
    const today = this.clock.today();
    const convention = desk.conventionOf(workbook);
    this.store.set({
      phase: { kind: 'refused', failure, workbook, convention },
      asOf: this.chosenAsOf ?? today,
      functions: stateOfRefusal(failure, convention, workbook.uses1904Dates, today, desk.fieldNamed),
    });
    this.preview.overtake();
  }

  /**
   * Shows the figures of a reading at the chosen date, all at once, unless a newer run comes first; then reviews the
   * preview that is open.
   */
  private async judge(desk: LedgerDesk, dossier: Dossier): Promise<void> {
    const today = this.clock.today();
    const [asOf, isAsOfChosen] = [this.chosenAsOf ?? today, this.chosenAsOf !== null];
    await desk.judging.judge(dossier, asOf, (controlled) => {
      const known = this.shown === dossier ? this.store.state().functions : null;
      const functions = known?.today === today ? known : desk.functionsOf(dossier, today, controlled);
      this.shown = dossier;
      this.store.set({ phase: { kind: 'ready', ...controlled }, asOf, isAsOfChosen, functions });
    });
    await this.preview.review();
  }

  /** Past midnight, the date that follows today and the answers of the functions are those of the new day. */
  private followDay(): void {
    if (!this.isOfFormerDay()) return;
    void this.queue.run(async () => {
      const { phase } = this.store.state();
      if (!this.desk || !this.isOfFormerDay()) return;
      if (this.opened) await this.judge(this.desk, this.opened);
      else if (phase.kind === 'refused' && phase.workbook) this.refuse(this.desk, phase.workbook, phase.failure);
    });
  }

  private isOfFormerDay(): boolean {
    const { functions } = this.store.state();
    return functions !== null && functions.today !== this.clock.today();
  }

  private rereadSoon(): void {
    const reread = (): void => {
      this.cancelQuiet?.();
      this.cancelDeadline?.();
      this.cancelQuiet = null;
      this.cancelDeadline = null;
      if (this.desk?.abandon()) this.shown = null;
      void this.queue.run(async () => void (await this.load('reread')));
    };
    this.cancelQuiet?.();
    this.cancelQuiet = this.timers.after(QUIET, reread);
    this.cancelDeadline ??= this.timers.after(LONGEST_DELAY, reread);
  }

  /** Sets the activity to `waiting` when Excel does not answer soon. */
  private async showingWait<T>(work: Promise<T>): Promise<T> {
    const stop = this.timers.after(PATIENCE, () => this.store.set({ activity: 'waiting' }));
    try {
      return await work;
    } finally {
      stop();
    }
  }
}
