/**
 * The workbook open in Excel, behind the port of the use cases: read in few bounded round trips, written completely or
 * not at all, watched, and with every refusal of Excel returned as a failure. One object per runtime; readings and
 * writings must not overlap (the session queues them).
 */
import type { WritingHost } from './write/before';
import type { Failure } from '../../workbook/failure';
import type {
  AppliedPlan,
  LiveWorkbook,
  SelectedRange,
  WorkbookChange,
  WritingFollower,
} from '../../application/ports';
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, parseArea, parseRows } from '../../workbook/cells';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import { isEmptyPlan, type WritePlan } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import {
  ChangeLog,
  watchChanges,
  watchComments,
  type Changes,
  type EventSupport,
  type SelectionEvent,
} from './read/change-log';
import { answered, attempt, DONE, READING, WRITING, type ExcelRun } from './host-errors';
import { refusalByKnownMerges } from './merged-cells';
import type { EarlierBeside } from './read/read-beside';
import { readWorkbook } from './read/read-workbook';
import { SpotChecks } from './read/spot-checks';

/** The part of Office that the adapter uses. */
export interface ExcelHost extends WritingHost {
  readonly run: ExcelRun;
  /** `Excel.createWorkbook`: opens a file, given in base 64, as a new workbook. */
  readonly createWorkbook: (base64: string) => Promise<void>;
  readonly events: EventSupport;
  /** Yields to the page between two round trips of a long reading. */
  readonly pause: () => Promise<void>;
  /** Calls back each time the page is shown again: events may have been lost while it was not. */
  readonly whenShown: (act: () => void) => void;
  /** Calls back every few seconds, and states whether the page is shown. */
  readonly regularly: (act: (isShown: boolean) => void) => void;
}

export class ExcelWorkbook implements LiveWorkbook {
  private known: WorkbookSnapshot | null = null;
  private notify: (change: WorkbookChange) => void = () => undefined;
  private onSelect: (selected: SelectedRange | null) => void = () => undefined;
  /** The last selection, until a reading knows its sheet. */
  private selecting: SelectionEvent | null = null;
  private readonly changes = new ChangeLog((change) => this.notify(change));
  private readonly checks = new SpotChecks(() => this.checkSoon());
  /** Readings, writings and checks under way. */
  private busy = 0;
  private isCheckDue = false;
  calculatesOnDemand = false;

  constructor(private readonly host: ExcelHost) {}

  read(): Promise<Result<WorkbookSnapshot, Failure>> {
    this.known = null;
    return this.reread();
  }

  async reread(): Promise<Result<WorkbookSnapshot, Failure>> {
    const changes = this.changes.take();
    const known = earlierReading(this.known, changes);
    this.known = null; // a failed reading has consumed the changes: the next one reads everything
    const reading = await this.alone(() =>
      attempt(this.host.run, READING, (context) => readWorkbook(context, known, this.host.pause, this.host.givesNotes)),
    );
    if (!reading.ok) return reading;
    this.known = reading.value.snapshot;
    this.tellSelection();
    this.calculatesOnDemand = reading.value.calculatesOnDemand;
    return success(reading.value.snapshot);
  }

  async watch(
    onChange: (change: WorkbookChange) => void,
    onSelect: (selected: SelectedRange | null) => void = () => undefined,
    onCheck: () => void = () => undefined,
  ): Promise<Result<null, Failure>> {
    this.notify = onChange;
    this.onSelect = onSelect;
    const onSelection = (event: SelectionEvent): void => {
      this.selecting = event;
      this.checks.noteSelection(event);
      this.tellSelection();
    };
    const watching = await attempt(this.host.run, READING, async (context) => {
      await watchChanges(context, this.changes, onSelection, this.host.events);
      return DONE;
    });
    if (watching.ok) {
      // where Excel refuses it, the regular checks find what changed
      await attempt(this.host.run, READING, async (context) => {
        await watchComments(context, this.changes);
        return DONE;
      });
      this.host.whenShown(() => this.changes.noteEverything());
      this.host.regularly((isShown) => {
        onCheck();
        if (isShown) void this.check('all');
      });
    }
    return watching;
  }

  /** Reports the last selection, once its sheet is known by its name. */
  private tellSelection(): void {
    const { known, selecting } = this;
    if (!known || !selecting) return;
    this.selecting = null;
    const sheet = known.sheets.find(({ id }) => id === selecting.worksheetId)?.name;
    const area = parseArea(selecting.address) ?? parseRows(selecting.address);
    this.onSelect(sheet === undefined || area === null ? null : { sheet, area });
  }

  /**
   * Compares a few cells with the last reading; a difference is notified, and so is a last reading that failed. Skipped
   * while anything else goes on. Every reading reads the results of the formulas; edited cells only where one is noted.
   */
  private async check(which: 'selected' | 'all'): Promise<void> {
    const { known } = this;
    if (this.busy > 0) return;
    if (!known) return this.changes.noteEverything();
    const found = await this.alone(() =>
      attempt(this.host.run, WRITING, async (context) => success(await this.checks.findChange(context, known, which))),
    );
    if (!found.ok || this.known !== known) return;
    if (found.value === 'contents') this.changes.noteEverything();
    else if (found.value === 'results') this.changes.noteResults();
  }

  /** One check for the selections that are made together. */
  private checkSoon(): void {
    if (this.isCheckDue) return;
    this.isCheckDue = true;
    void this.host.pause().then(() => {
      this.isCheckDue = false;
      return this.check('selected');
    });
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    this.busy++;
    try {
      return await work();
    } finally {
      this.busy--;
    }
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

  async selection(): Promise<Result<SelectedRange, Failure>> {
    const selected = await attempt(this.host.run, READING, async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      range.worksheet.load('name');
      const first = range.getCell(0, 0);
      first.load('formulas,formulasLocal');
      await context.sync();
      const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns } = range;
      const [invariant, local] = [first.formulas, first.formulasLocal].map((cells) => String(cells[0]?.[0] ?? ''));
      const formula = invariant?.startsWith('=') && { invariant, local: local ?? invariant };
      return success({ sheet: range.worksheet.name, area: { top, left, rows, columns }, ...(formula && { formula }) });
    });
    return isNoRange(selected) ? failure({ code: 'selectionNotOne' }) : selected;
  }

  openNew(bytes: Uint8Array): Promise<Result<null, Failure>> {
    return answered(async () => {
      await this.host.createWorkbook(base64Of(bytes));
      return DONE;
    });
  }

  calculated(): Promise<Result<boolean, Failure>> {
    return attempt(this.host.run, READING, async (context) => {
      const { application } = context.workbook;
      application.load('calculationState');
      await context.sync();
      return success(application.calculationState === 'Done');
    });
  }

  async forgetMissingPage(): Promise<Result<null, Failure>> {
    const { noteDressed } = await import(/* webpackChunkName: "writing" */ './write/dress');
    return this.alone(() => noteDressed(this.host.run, this.changes));
  }

  /** The code that writes is loaded at the first writing, so that the pane opens sooner. */
  async apply(asked: WritePlan, follower: WritingFollower = UNFOLLOWED): Promise<Result<AppliedPlan, Failure>> {
    if (isEmptyPlan(asked))
      return success({ plan: asked, undo: { purpose: 'undo', expected: [], steps: [] }, isUndoKept: false });
    const refusal = refusalByKnownMerges(asked, this.known);
    if (refusal) return failure(refusal);
    const { writeThenDress } = await import(/* webpackChunkName: "writing" */ './write/dress');
    return this.alone(() => writeThenDress(this.host.run, asked, this.changes, follower, this.host));
  }
}

function earlierReading(known: WorkbookSnapshot | null, changes: Changes): EarlierBeside | null {
  if (!known || changes === 'everything') return null;
  return { sheets: known.sheets, besideUnread: known.besideUnread ?? [], changes };
}

/** For a writing that nobody looks at. */
const UNFOLLOWED: WritingFollower = { progress: () => undefined, isStopped: () => false };

/** Excel's answers when a chart, a shape or several ranges are selected. */
const NO_RANGE: ReadonlySet<string> = new Set(['InvalidSelection', 'InvalidReference', 'InvalidArgument']);

function isNoRange(selected: Result<SelectedRange, Failure>): boolean {
  return !selected.ok && selected.failure.code === 'hostRefused' && NO_RANGE.has(selected.failure.hostCode);
}

/** Bytes per call: a call takes a limited number of arguments. */
const SLICE = 8192;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text);
}
