/**
 * The add-in over a live workbook, for the pane, the functions and the ribbon: one state, one queue of readings and
 * writings, the follower of the workbook, and the commands by subject. No screen and no spreadsheet here.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import type { Contact } from '../documents/publication-contact';
import type { Clock, LiveWorkbook, OpenWorkbookFile, Timers } from '../ports';
import { conventionCommands } from './convention-commands';
import { documentCommands } from './document-commands';
import { dutyCommands } from './duty-commands';
import { extractCommands } from './extract-commands';
import { findingCommands } from './finding-commands';
import { formulaCommands } from './formula-commands';
import { readingCommands } from './reading-commands';
import { rowCommands } from './row-commands';
import { PlanWriter } from './plan-writer';
import type { UsedSheets } from '../writing/undo-references';
import type { SessionState } from './session-state';
import { SessionStore } from './session-store';
import { ShownPreview } from './shown-preview';
import { TaskQueue } from './task-queue';
import { UndoHistory } from './undo-history';
import { WorkbookFollower } from './workbook-follower';

export class Session {
  readonly convention: ReturnType<typeof conventionCommands>;
  readonly documents: ReturnType<typeof documentCommands>;
  readonly duties: ReturnType<typeof dutyCommands>;
  readonly extracts: ReturnType<typeof extractCommands>;
  readonly findings: ReturnType<typeof findingCommands>;
  readonly formulas: ReturnType<typeof formulaCommands>;
  readonly reading: ReturnType<typeof readingCommands>;
  readonly rows: ReturnType<typeof rowCommands>;
  private readonly store: SessionStore;
  private readonly queue = new TaskQueue((bug) => this.recover(bug));
  private readonly undos = new UndoHistory();
  private readonly follower: WorkbookFollower;
  private readonly writer: PlanWriter;

  constructor(
    private readonly workbook: LiveWorkbook,
    clock: Clock,
    timers: Timers,
    openFile: OpenWorkbookFile,
  ) {
    const store = new SessionStore(clock.today());
    this.store = store;
    const preview = new ShownPreview(store);
    this.follower = new WorkbookFollower(store, this.queue, this.undos, preview, workbook, clock, timers);
    this.writer = new PlanWriter(store, this.queue, this.undos, this.follower, preview, workbook, clock);
    this.convention = conventionCommands(store, this.writer);
    this.duties = dutyCommands(store, this.writer);
    this.documents = documentCommands(store, this.writer, clock, openFile, timers);
    this.extracts = extractCommands(store, this.queue, preview, openFile);
    this.findings = findingCommands(store, this.writer, clock);
    this.formulas = formulaCommands(store, this.writer, this.follower, workbook, timers);
    this.reading = readingCommands(store, this.queue, this.writer, workbook, clock);
    this.rows = rowCommands(this.writer);
  }

  /** The state now; the same object until something changes. */
  readonly state = (): SessionState => this.store.state();

  /** Calls the listener at each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  /** Watches and reads the workbook, and shows when the last writing stopped before its end. */
  start(): Promise<void> {
    return this.queue.run(async () => {
      await this.follower.load('read');
      if (this.state().notice) return;
      const stopped = this.undos.stopped();
      const undressed = this.undos.undressed();
      if (stopped) this.store.set({ notice: { kind: 'interrupted', ...stopped, isRefusal: false } });
      else if (undressed) this.store.set({ notice: { kind: 'undressed', ...undressed } });
    });
  }

  /** Reads the whole workbook again. */
  refresh(): Promise<void> {
    return this.queue.run(async () => {
      this.store.set({ notice: null });
      await this.follower.load('read');
    });
  }

  /** Shows a failure from outside the session; before the first reading, it is why nothing can be done. */
  reportFailure(failure: Failure): void {
    this.follower.fail(failure);
  }

  /** Shows why the add-in cannot work in this Excel; nothing is read or written. */
  block(failure: Failure): void {
    this.follower.block(failure);
  }

  /** Shows the figures at another date; null follows today again. */
  chooseAsOf(date: CivilDate | null): void {
    this.follower.chooseAsOf(date);
  }

  /** Controls those tables or sheets; null lets the workbook decide again. */
  chooseLedger(ledger: SessionState['ledger']): void {
    this.follower.chooseLedger(ledger);
  }

  /**
   * Undoes the last writing; after a restart of the add-in, the one whose undo the workbook keeps.
   * Refuses to delete a sheet that formulas of other sheets use, until `used` states whether to keep it.
   */
  undo(used: UsedSheets = 'ask'): Promise<void> {
    return this.writer.undo(used);
  }

  /** Leaves the cells as a writing that stopped before its end left them, and gives up its undo. */
  keepInterrupted(): Promise<void> {
    return this.writer.keepInterrupted();
  }

  /** Stops a long writing between two requests; what it wrote is rolled back. */
  stopWriting(): void {
    this.writer.stop();
  }

  /** Shows a cell to the user. */
  goTo(place: CellPlace): Promise<void> {
    return this.queue.run(async () => this.showOutcome(await this.workbook.goTo(place)));
  }

  /** Opens a file as a new workbook, beside this one, which is left as it is. */
  openNew(bytes: Uint8Array): Promise<void> {
    return this.queue.run(async () => this.showOutcome(await this.workbook.openNew(bytes)));
  }

  /** The user has looked at the selected cells enough: nothing is shown of them until others are selected. */
  forgetSelection(): void {
    this.store.set({ selected: null });
  }

  /** The user's name, for the journal; kept while the add-in runs. */
  setAuthor(author: string): void {
    this.store.set({ author });
  }

  /** The contact of a publication, as typed; kept while the add-in runs. */
  setContact(contact: Contact): void {
    this.store.set({ contact });
  }

  /** The user has seen to the page set-up that a writing left out: the next start does not report it again. */
  forgetMissingPage(): Promise<void> {
    return this.queue.run(async () => {
      const done = await this.workbook.forgetMissingPage();
      this.store.set({ notice: done.ok ? null : { kind: 'failed', failure: done.failure } });
    });
  }

  /** Removes the message that the user has read. */
  dismissNotice(): void {
    this.store.set({ notice: null });
  }

  /**
   * After a bug in a command: reads the workbook again, as after any failure, whatever was written. A bug in the
   * reading itself is thrown again.
   */
  private async recover(bug: unknown): Promise<void> {
    await this.follower.load('read');
    const message = bug instanceof Error ? bug.message : String(bug);
    const failure: Failure = { code: 'internalError', message };
    this.store.set({ activity: 'idle', progress: null, prepared: null, notice: { kind: 'failed', failure } });
  }

  private showOutcome(done: Result<null, Failure>): void {
    if (!done.ok) this.store.setFailure(done.failure);
  }
}
