/** What the use cases need from outside: a workbook and a clock. Adapters implement these; nothing else crosses. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Result } from '../domain/result';
import type { CellPlace } from '../workbook/ledger/ledger-source';
import type { WritePlan } from '../workbook/plan';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Failure } from '../workbook/failure';

/** A plan that was carried out, with the plan that takes it back. */
export interface AppliedPlan {
  readonly plan: WritePlan;
  readonly undo: WritePlan;
  /** True when the workbook itself keeps the undo: it can still be asked for after a reload. */
  readonly isUndoKept: boolean;
}

/** A workbook, in Excel or in a file. */
export interface WorkbookPort {
  read(): Promise<Result<WorkbookSnapshot, Failure>>;
  /** Carries out the whole plan or nothing. */
  apply(plan: WritePlan): Promise<Result<AppliedPlan, Failure>>;
}

/** What a live workbook tells when somebody else than us changed it. Several changes at once are told once. */
export interface WorkbookChange {
  /** Made by a co-author: it is read, and never answered with a write. */
  readonly remote: boolean;
}

/** A workbook that people edit while we look at it. */
export interface LiveWorkbook extends WorkbookPort {
  /** As `read`, but reads again only what the changes told since the last reading concern. */
  reread(): Promise<Result<WorkbookSnapshot, Failure>>;
  /** Tells of every change from now on, our own writes excepted. */
  watch(onChange: (change: WorkbookChange) => void): Promise<Result<null, Failure>>;
  /** Shows a cell and selects it. */
  goTo(place: CellPlace): Promise<Result<null, Failure>>;
  /** Opens an .xlsx file as a new workbook, in a window of its own. */
  openNew(bytes: Uint8Array): Promise<Result<null, Failure>>;
  /**
   * True when the workbook computes on demand only: formulas do not follow until the user asks. Known after a reading.
   */
  readonly calculatesOnDemand: boolean;
}

/** Delays, passed in so that a test decides when time passes. */
export interface Timers {
  /** Runs the action after so many milliseconds; the answer cancels it. */
  after(milliseconds: number, action: () => void): () => void;
}

/** Today, as the machine of the user says; passed in, so that a test can say another day. */
export interface Clock {
  today(): CivilDate;
}

/** Reads the bytes of an .xlsx file, as fast as the code for it is fetched; refuses what is no workbook. */
export type OpenWorkbookFile = (bytes: Uint8Array) => Promise<Result<WorkbookSnapshot, Failure>>;
