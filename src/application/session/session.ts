/**
 * The one store of the add-in, over a workbook that people edit: reads it, controls it, follows its changes, and
 * carries out what the user asks. No screen and no spreadsheet here. One reading or writing at a time; everything is
 * rebuilt from the workbook alone.
 */
import type { DocumentId } from '../../documents/document';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Finding } from '../../domain/controls/findings/finding';
import type { Convention } from '../../domain/envelopes/convention';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { assert, success, type Result } from '../../domain/result';
import { readConventionTables } from '../../workbook/convention/convention-tables';
import type { ColumnChoice } from '../../workbook/registers/column-choices';
import type { Failure } from '../../workbook/failure';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import { LedgerReader } from '../../workbook/ledger/read-ledger';
import { isEmptyPlan, type WritePlan } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { UndoRecord } from '../../workbook/registers/undo-record';
import { Burst } from './burst';
import { stateOfDossier, stateOfRefusal } from '../functions/function-state';
import type { ControlReport, Dossier } from '../dossier';
import { openDossier } from '../open-dossier';
import { summarisePlan } from '../writing/plan-summary';
import type { Clock, LiveWorkbook, OpenWorkbookFile, Timers } from '../ports';
import { Judging } from './judging';
import { readSources, type GivenExtract } from './session-extracts';
import type { Purpose, SessionState } from './session-state';
import { keptUndo } from './session-undo';

/** After this long without an answer, the user is told why. */
const PATIENCE = 2000;
/** So many generations can be taken back, last first. */
const MOST_UNDO = 20;

/** What to write, the reason why not, or null when there is nothing to decide on. */
type Decision = Result<WritePlan, Failure> | null;

export class Session {
  private current: SessionState;
  private readonly listeners = new Set<() => void>();
  private readonly judging: Judging;
  private readonly edits: Burst;
  private readonly reader = new LedgerReader();
  private queue: Promise<void> = Promise.resolve();
  /** The undo that the workbook keeps, of an earlier run of the add-in or of a co-author's. */
  private kept: UndoRecord | null = null;
  private undos: { readonly purpose: Purpose; readonly undo: WritePlan }[] = [];
  private isWatching = false;
  /** The date that the user chose; null while it follows today. The state has it once its figures are shown. */
  private chosenAsOf: CivilDate | null = null;
  /** The last reading, shown or still being judged; null when it was refused. */
  private opened: Dossier | null = null;
  /** The reading whose figures are shown; null once a newer run was abandoned. */
  private shown: Dossier | null = null;

  constructor(
    private readonly workbook: LiveWorkbook,
    private readonly clock: Clock,
    private readonly timers: Timers,
    private readonly openFile: OpenWorkbookFile,
  ) {
    this.judging = new Judging(timers);
    this.edits = new Burst(timers, () => {
      if (this.judging.abandon()) this.shown = null;
      void this.inTurn(() => this.load('reread'));
    });
    this.current = {
      phase: { kind: 'loading' },
      asOf: clock.today(),
      isAsOfChosen: false,
      ledger: null,
      activity: 'idle',
      notice: null,
      prepared: null,
      undoable: null,
      author: '',
      contact: { service: '', email: '' },
      calculatesOnDemand: false,
      functions: null,
      extracts: [],
    };
  }

  /** The state now; the same object until something changes. */
  readonly state = (): SessionState => this.current;

  /** Tells of every change; the answer stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Watches the workbook, then reads it: an edit in between is not missed. */
  start(): Promise<void> {
    return this.inTurn(async () => {
      await this.load('read');
      if (this.kept?.isComplete === false && !this.current.notice)
        this.set({ notice: { kind: 'interrupted', purpose: this.kept.purpose } });
    });
  }

  /** Says from the start why nothing can be done here. */
  refuse(failure: Failure): void {
    this.fail(failure);
  }

  /** Reads the whole workbook again. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      this.set({ notice: null });
      await this.load('read');
    });
  }

  /** Shows the figures at another date; null follows today again. */
  chooseAsOf(date: CivilDate | null): void {
    this.chosenAsOf = date;
    if (this.opened) void this.judge(this.opened);
    else this.set({ asOf: date ?? this.clock.today(), isAsOfChosen: date !== null, prepared: null });
  }

  /** Controls that table or sheet; null lets the workbook decide again. */
  chooseLedger(ledger: string | null): void {
    const workbook = this.workbookRead();
    this.set({ ledger });
    if (workbook) void this.open(workbook);
  }

  /** Adds the tables of a convention to the workbook: one of the product's by its identifier, or any other. */
  initialise(convention: string | Convention): Promise<void> {
    return this.write(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'refused' || !phase.workbook) return null;
      const { planTemplate } = await import(/* webpackChunkName: "welcome" */ '../writing/initialise');
      return planTemplate(phase.workbook, convention);
    });
  }

  /** Whoever works here, for the journal, and whom readers write to: asked once, kept while the pane lives. */
  remember(said: Partial<Pick<SessionState, 'author' | 'contact'>>): void {
    this.set(said);
  }

  /** Decides what the documents write, for the user to look at; nothing is written. */
  prepareDocuments(documents: readonly DocumentId[]): Promise<void> {
    return this.prepare(() => this.planDocuments(documents));
  }

  /** The same for the document of the reconciliation with these extracts; `writeDocuments` then writes it. */
  prepareReconciliation(extracts: readonly ChorusExtract[]): Promise<void> {
    return this.prepare(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'ready') return null;
      const { planReconciliation } = await import(
        /* webpackChunkName: "reconciliation" */ '../reconciliation/reconciliation-document'
      );
      return planReconciliation(phase.dossier, phase.report, extracts);
    });
  }

  /** Copies documents, with their values only, on new sheets that nothing rewrites. */
  freezeDocuments(documents: readonly DocumentId[]): Promise<void> {
    return this.write(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'ready') return null;
      const { planFrozenCopies } = await import(/* webpackChunkName: "documents" */ '../documents/frozen-copies');
      return planFrozenCopies(phase.dossier, phase.report, this.clock.today(), documents);
    });
  }

  /** Forgets what was prepared. */
  cancelDocuments(): void {
    this.set({ prepared: null });
  }

  /** Writes what was prepared. */
  writeDocuments(): Promise<void> {
    return this.write(() => {
      const { prepared } = this.current;
      return prepared && success(prepared.plan);
    });
  }

  /** Writes documents at once (all of them when none is named), for the ribbon. */
  generateDocuments(documents?: readonly DocumentId[]): Promise<void> {
    return this.write(() => this.planDocuments(documents));
  }

  /** Mends the cells of these findings, where that is certain. */
  repair(findings: readonly Finding[]): Promise<void> {
    return this.write(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'ready') return null;
      const { planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
      return planRepair(phase.dossier, findings);
    });
  }

  /** Mends every cell where that is certain, what is accepted left as it is. */
  repairAll(): Promise<void> {
    return this.write(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'ready') return null;
      const { isRepairable, planRepair } = await import(/* webpackChunkName: "repair" */ '../writing/repair');
      const { dossier, report } = phase;
      return planRepair(
        dossier,
        report.findings.filter((finding) => !report.accepted.has(finding) && isRepairable(dossier, finding)),
      );
    });
  }

  /** Accepts a finding, today; its author is the one who works here from then on. */
  accept(finding: Finding, given: { readonly reason: string; readonly author: string }): Promise<void> {
    this.remember({ author: given.author.trim() });
    return this.write(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'ready') return null;
      const { planAcceptance } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
      return planAcceptance(phase.dossier, phase.report, [finding], { ...given, on: this.clock.today() });
    });
  }

  /**
   * An accepted finding is to be treated again; `accepted` says which are, of another run than the controls (the
   * reconciliation).
   */
  reopen(finding: Finding, accepted?: ControlReport['accepted']): Promise<void> {
    return this.write(async () => {
      const { phase } = this.current;
      if (phase.kind !== 'ready') return null;
      const { planReopen } = await import(/* webpackChunkName: "acceptance" */ '../writing/accept');
      return planReopen(phase.dossier, accepted ? { accepted } : phase.report, [finding]);
    });
  }

  /**
   * Reads extracts of Chorus beside those already there; an extract of the same name takes the place of the former.
   * Nothing is written.
   */
  addExtracts(given: readonly GivenExtract[]): Promise<void> {
    return this.inTurn(async () => {
      this.set({ notice: null });
      const { extracts, failure } = await readSources(given, this.workbookRead(), this.openFile);
      const names = new Set(extracts.map(({ source }) => source));
      this.set({
        extracts: [...this.current.extracts.filter(({ source }) => !names.has(source)), ...extracts],
        prepared: null,
      });
      if (failure) this.set({ notice: { kind: 'failed', failure } });
    });
  }

  /** Puts an extract aside. */
  removeExtract(source: string): void {
    this.set({ extracts: this.current.extracts.filter((extract) => extract.source !== source), prepared: null });
  }

  /** Keeps what the user says of the columns; a workbook that could not be controlled for want of it then is. */
  confirmColumns(choices: readonly ColumnChoice[]): Promise<void> {
    return this.write(async () => {
      const workbook = this.workbookRead();
      const { planMapping } = await import(/* webpackChunkName: "mapping" */ '../writing/keep-mapping');
      return workbook && planMapping(workbook, choices);
    });
  }

  /** Takes back the last thing that was written; after a reload, what the workbook keeps of it. */
  undo(): Promise<void> {
    return this.write(async () => {
      const workbook = this.workbookRead();
      const last = this.undos.at(-1);
      if (last) return success(last.undo);
      const { undoOfRecord } = await import(/* webpackChunkName: "writing" */ '../writing/undo-of-record');
      return workbook && this.kept ? success(undoOfRecord(workbook, this.kept)) : null;
    });
  }

  /** Shows a cell to the user. */
  goTo(place: CellPlace): Promise<void> {
    return this.inTurn(async () => this.tellFailure(await this.workbook.goTo(place)));
  }

  /** Opens a file as a new workbook, beside this one, which is left as it is. */
  openNew(bytes: Uint8Array): Promise<void> {
    return this.inTurn(async () => this.tellFailure(await this.workbook.openNew(bytes)));
  }

  /** The user has read the message. */
  dismissNotice(): void {
    this.set({ notice: null });
  }

  private tellFailure(done: Result<null, Failure>): void {
    if (!done.ok) this.set({ notice: { kind: 'failed', failure: done.failure } });
  }

  private workbookRead(): WorkbookSnapshot | null {
    const { phase } = this.current;
    if (phase.kind === 'ready') return phase.dossier.workbook;
    return phase.kind === 'refused' ? phase.workbook : null;
  }

  private prepare(decide: () => Promise<Decision>): Promise<void> {
    return this.inTurn(async () => {
      const plan = await decide();
      if (!plan) return;
      if (!plan.ok) this.set({ prepared: null, notice: { kind: 'failed', failure: plan.failure } });
      else if (isEmptyPlan(plan.value))
        this.set({ prepared: null, notice: { kind: 'nothingToWrite', purpose: plan.value.purpose } });
      else this.set({ prepared: { plan: plan.value, summary: summarisePlan(plan.value) }, notice: null });
    });
  }

  /** The code that lays documents out is fetched when one is first asked for: the pane opens sooner. */
  private async planDocuments(documents?: readonly DocumentId[]): Promise<Decision> {
    const { phase } = this.current;
    if (phase.kind !== 'ready') return null;
    const { planDocuments } = await import(/* webpackChunkName: "documents" */ '../documents/documents');
    return planDocuments(phase.dossier, phase.report, documents);
  }

  private async load(how: 'read' | 'reread'): Promise<void> {
    this.set({ activity: 'reading' });
    if (!this.isWatching) {
      const watching = await this.patiently(this.workbook.watch(() => this.edits.again()));
      if (!watching.ok) return this.fail(watching.failure);
      this.isWatching = true;
    }
    const reading = await this.patiently(this.workbook[how]());
    if (!reading.ok) {
      this.fail(reading.failure);
      return this.opened && !this.shown ? this.judge(this.opened) : undefined;
    }
    this.kept = await keptUndo(reading.value);
    await this.open(reading.value);
    this.set({ activity: 'idle', calculatesOnDemand: this.workbook.calculatesOnDemand });
  }

  private async open(workbook: WorkbookSnapshot): Promise<void> {
    this.set({ undoable: this.undos.at(-1)?.purpose ?? this.kept?.purpose ?? null });
    const { ledger } = this.current;
    const opened = openDossier(workbook, ledger === null ? {} : { ledger }, this.reader);
    this.opened = opened.ok ? opened.value : null;
    if (opened.ok) return this.judge(opened.value);
    this.judging.abandon();
    const today = this.clock.today();
    const read = readConventionTables(workbook);
    const convention = read.ok ? read.value : null;
    const functions = stateOfRefusal(opened.failure, convention, workbook.uses1904Dates, today);
    this.set({
      phase: { kind: 'refused', failure: opened.failure, workbook, convention },
      asOf: this.chosenAsOf ?? today,
      prepared: null,
      functions,
    });
  }

  /** Shows the figures of a reading at the chosen date, all at once, unless a newer run comes first. */
  private judge(dossier: Dossier): Promise<void> {
    const today = this.clock.today();
    const [asOf, isAsOfChosen] = [this.chosenAsOf ?? today, this.chosenAsOf !== null];
    return this.judging.judge(dossier, asOf, (controlled) => {
      const functions = this.shown === dossier ? this.current.functions : stateOfDossier(dossier, today, controlled);
      this.shown = dossier;
      this.set({ phase: { kind: 'ready', ...controlled }, asOf, isAsOfChosen, prepared: null, functions });
    });
  }

  /** A workbook that was read once stays shown, with the reason why it cannot be read again. */
  private fail(failure: Failure): void {
    const isFirst =
      this.current.phase.kind === 'loading' ||
      (this.current.phase.kind === 'refused' && this.current.phase.workbook === null);
    if (!isFirst) return this.set({ activity: 'idle', notice: { kind: 'failed', failure } });
    const functions = stateOfRefusal(failure, null, false, this.clock.today());
    this.set({ phase: { kind: 'refused', failure, workbook: null, convention: null }, activity: 'idle', functions });
  }

  /** Decides in turn, on the state of that moment; then writes, and reads again what was written. */
  private write(decide: () => Decision | Promise<Decision>): Promise<void> {
    return this.inTurn(async () => {
      const decided = await decide();
      if (!decided) return;
      if (!decided.ok) return this.set({ notice: { kind: 'failed', failure: decided.failure } });
      if (isEmptyPlan(decided.value))
        return this.set({ prepared: null, notice: { kind: 'nothingToWrite', purpose: decided.value.purpose } });
      const plan = await this.told(decided.value);
      if (!plan.ok) return this.set({ notice: { kind: 'failed', failure: plan.failure } });
      this.set({ activity: 'writing', notice: null });
      const applied = await this.workbook.apply(plan.value);
      if (!applied.ok) return this.set({ activity: 'idle', notice: { kind: 'failed', failure: applied.failure } });
      const { purpose } = plan.value;
      if (purpose === 'undo') this.undos = this.undos.slice(0, -1);
      else this.undos = [...this.undos, { purpose, undo: applied.value.undo }].slice(-MOST_UNDO);
      await this.load('reread');
      const outlives = purpose === 'undo' || applied.value.isUndoKept;
      if (!this.current.notice)
        this.set({ notice: { kind: 'written', purpose, summary: summarisePlan(plan.value), outlives } });
    });
  }

  /** The plan with its row of the journal and, unless it takes something back, the undo that the workbook keeps. */
  private async told(plan: WritePlan): Promise<Result<WritePlan, Failure>> {
    const { withJournal } = await import(/* webpackChunkName: "writing" */ '../writing/journal');
    const workbook = this.workbookRead();
    assert(workbook, 'what is written was decided on a workbook that was read');
    const entry = { on: this.clock.today(), author: this.current.author };
    if (plan.purpose !== 'undo') return withJournal(workbook, { ...plan, keepsUndo: true }, entry);
    const undone = this.undos.at(-1)?.purpose ?? this.kept?.purpose;
    return withJournal(workbook, plan, undone ? { ...entry, undone } : entry);
  }

  /** Says that Excel keeps us waiting when it does. */
  private async patiently<T>(work: Promise<T>): Promise<T> {
    const stop = this.timers.after(PATIENCE, () => this.set({ activity: 'waiting' }));
    try {
      return await work;
    } finally {
      stop();
    }
  }

  private inTurn(task: () => Promise<void> | void): Promise<void> {
    const turn = this.queue.then(task);
    this.queue = turn.catch(() => undefined); // the caller hears of a bug; the next task is not held back by it
    return turn;
  }

  private set(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
