/** The state that the pane, the functions and the ribbon read: plain data, replaced at each change, never modified. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { KeptCell } from '../../workbook/registers/undo-of-ours';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { ControlReport, Dossier } from '../dossier';
import type { FunctionState } from '../functions/function-state';
import type { KeptEntry, SelectedRange, TimeOfDay } from '../ports';
import type { PlanSummary } from '../writing/plan-summary';
import type { PlannedPages } from '../documents/written-pages';
import type { Contact } from '../documents/publication-contact';

export type Phase =
  | { readonly kind: 'loading' }
  /** The workbook cannot be controlled; `convention` is known when only the ledger is missing. */
  | {
      readonly kind: 'refused';
      readonly failure: Failure;
      readonly workbook: WorkbookSnapshot | null;
      readonly convention: Convention | null;
    }
  | ReadyPhase;

export interface ReadyPhase {
  readonly kind: 'ready';
  readonly dossier: Dossier;
  readonly report: ControlReport;
}

/** The last reading of the workbook; null when it could not be read. */
export function workbookOf(phase: Phase): WorkbookSnapshot | null {
  if (phase.kind === 'ready') return phase.dossier.workbook;
  return phase.kind === 'refused' ? phase.workbook : null;
}

export type Purpose = WritePlan['purpose'];

/** The outcome of the last action, for one message bar. */
export type Notice =
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** `isUndoKept`: false when the undo is too large for the workbook, and is lost when the add-in closes. */
  | {
      readonly kind: 'written';
      readonly purpose: Purpose;
      readonly summary: PlanSummary;
      readonly isUndoKept: boolean;
      /** Sheets whose page set-up or frozen rows Excel refused. */
      readonly undressed: readonly string[];
      /** Cells typed by somebody in a sheet while the undo deleted it. */
      readonly kept: readonly KeptEntry[];
      /** Cells that the undo of a writing that stopped leaves as somebody made them since. */
      readonly left: readonly KeptCell[];
      /** A preview was open, of a plan that this writing makes another: it is closed. */
      readonly closesPreview: boolean;
      /** The user asked to stop it once nothing could be stopped any more. */
      readonly isStopTooLate: boolean;
      /** Excel refused to give the workbook afterwards: what is shown is from before the writing. */
      readonly isNotRead: boolean;
    }
  /**
   * A writing that stopped before its end, or that a colleague's pane still carries out. « Annuler » restores it;
   * `purpose`: null when its record cannot be read, and nothing does.
   * `isRefusal`: false at the start, true when it holds another writing back, whose undo would take the place of this one.
   */
  | { readonly kind: 'interrupted'; readonly purpose: Purpose | null; readonly isRefusal: boolean }
  /** Found at the start: a writing that stopped before the page set-up of these sheets; all else is written. */
  | { readonly kind: 'undressed'; readonly purpose: Purpose; readonly sheets: readonly string[] }
  /** `leftAlone`: what the user chose changed since; absent when nothing did. */
  | { readonly kind: 'nothingToWrite'; readonly purpose: Purpose; readonly leftAlone?: number }
  /** The workbook changed since the preview: the plan is another, to look at before it is written. */
  | { readonly kind: 'preparedAgain' }
  /** The plan of the preview is no longer the one to write (an edit, another date): it is closed. */
  | { readonly kind: 'previewOvertaken' };

/** A plan that waits for the user to confirm it; empty when its pages are up to date already. */
export interface Prepared extends PlannedPages {
  readonly summary: PlanSummary;
}

/** `waiting`: Excel does not answer, most often because the user is editing a cell. */
export type Activity = 'idle' | 'reading' | 'writing' | 'waiting';

export interface SessionState {
  readonly phase: Phase;
  /** The date of the pane's figures and of the documents. */
  readonly asOf: CivilDate;
  /** False while it follows today. */
  readonly isAsOfChosen: boolean;
  /** The tables or sheets that the user chose as the ledger; null while the workbook decides. */
  readonly ledger: string | readonly string[] | null;
  readonly activity: Activity;
  /** How far a writing of several requests is, which can be stopped; null for any other. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly notice: Notice | null;
  readonly prepared: Prepared | null;
  /** The writing that « Annuler » would undo; null when there is none. */
  readonly undoable: Purpose | null;
  /** The user's name, as given; empty until then. */
  readonly author: string;
  /** The contact of a publication, as typed. */
  readonly contact: Contact;
  /** Excel computes only when the user asks: formulas do not follow edits. */
  readonly calculatesOnDemand: boolean;
  /** The time of the last reading that succeeded; null until then. */
  readonly readAt: TimeOfDay | null;
  /** The input of the custom functions: today's figures, whatever date the pane shows. Null until the first reading. */
  readonly functions: FunctionState | null;
  /** The cells that the user selects in the workbook; null before the first selection, and for several ranges. */
  readonly selected: SelectedRange | null;
  /** The Chorus extracts that the ledger is compared with, of distinct names; never kept in the workbook. */
  readonly extracts: readonly ChorusExtract[];
}
