/** The ports of the use cases: workbook, clock, timers. Adapters implement them. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Result } from '../domain/result';
import type { Area } from '../workbook/cells';
import type { CellPlace } from '../workbook/ledger/ledger-source';
import type { WritePlan } from '../workbook/plan';
import type { KeptCell } from '../workbook/registers/undo-of-ours';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Failure } from '../workbook/failure';

/** A cell that somebody typed in a sheet while an undo deleted it. */
export interface KeptEntry extends KeptCell {
  /** They put a data type or an image there, of which only the text, or an error, is left. */
  readonly isTextOnly?: true;
}

/** A plan that was applied, with the plan that undoes it. */
export interface AppliedPlan {
  readonly plan: WritePlan;
  readonly undo: WritePlan;
  /** True when the workbook keeps the undo, which then survives a reload of the add-in. */
  readonly isUndoKept: boolean;
  /** Sheets whose page set-up or frozen rows Excel refused; all that counts is written. */
  readonly undressed?: readonly string[];
  /** Cells that somebody typed in a sheet while an undo deleted it: the sheet is there again, with them alone. */
  readonly kept?: readonly KeptEntry[];
}

/** Follows a writing that takes several requests, and can stop it between two of them. */
export interface WritingFollower {
  /** So many requests of so many are carried out. */
  progress(done: number, total: number): void;
  /** True once the user asked to stop: what was written is then rolled back. */
  isStopped(): boolean;
}

/** A workbook, in Excel or in a file. */
export interface WorkbookPort {
  read(): Promise<Result<WorkbookSnapshot, Failure>>;
  /** Applies the whole plan or nothing. */
  apply(plan: WritePlan, follower?: WritingFollower): Promise<Result<AppliedPlan, Failure>>;
}

/** A change of a live workbook by somebody else. Changes that arrive together are notified once. */
export interface WorkbookChange {
  /** Made by a co-author: it is read, and never answered with a write. */
  readonly remote: boolean;
}

/** A range of cells of a sheet. */
export interface SelectedRange {
  readonly sheet: string;
  readonly area: Area;
  /** The formula of its first cell; absent when that cell has none. */
  readonly formula?: CellFormula;
}

/** A formula, invariant (`=SUM(A1,B1)`) and as the user reads it (`=SOMME(A1;B1)`). */
export interface CellFormula {
  readonly invariant: string;
  readonly local: string;
}

/** A workbook that people edit while the add-in runs. */
export interface LiveWorkbook extends WorkbookPort {
  /** As `read`, but reads only what changed since the last reading. */
  reread(): Promise<Result<WorkbookSnapshot, Failure>>;
  /**
   * Calls back at every change from now on, except those of our own writes: an edit, or a result of a formula that
   * changed without one. And each time the user selects other cells, with null for what is not one range of a sheet
   * that was read. And every few seconds, whether anything changed or not: the day of the clock may have.
   */
  watch(
    onChange: (change: WorkbookChange) => void,
    onSelect?: (selected: SelectedRange | null) => void,
    onCheck?: () => void,
  ): Promise<Result<null, Failure>>;
  /** Selects a cell and brings it into view. */
  goTo(place: CellPlace): Promise<Result<null, Failure>>;
  /** The range that the user has selected. Refuses several ranges at once, a chart or a shape. */
  selection(): Promise<Result<SelectedRange, Failure>>;
  /** The kept undo no longer states that the page set-up of its writing is missing: the next start reports nothing. */
  forgetMissingPage(): Promise<Result<null, Failure>>;
  /** Opens an .xlsx file as a new workbook, in its own window. */
  openNew(bytes: Uint8Array): Promise<Result<null, Failure>>;
  /** False while Excel calculates, or waits for the user to ask for it. */
  calculated(): Promise<Result<boolean, Failure>>;
  /** True when the workbook computes on demand: formulas are not updated until the user asks. Known after a reading. */
  readonly calculatesOnDemand: boolean;
}

/** Delays, passed in so that a test controls the time. */
export interface Timers {
  /** Runs the action after a delay; the returned function cancels it. */
  after(milliseconds: number, action: () => void): () => void;
}

export interface TimeOfDay {
  readonly hours: number;
  readonly minutes: number;
}

/** The date and the time on the user's machine, passed in so that a test can choose them. */
export interface Clock {
  today(): CivilDate;
  timeOfDay(): TimeOfDay;
}

/** Reads the bytes of an .xlsx file, and fetches the code for it; refuses a file that is not a workbook. */
export type OpenWorkbookFile = (bytes: Uint8Array) => Promise<Result<WorkbookSnapshot, Failure>>;
