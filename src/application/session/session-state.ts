/** What the pane, the functions and the commands see of the session: plain data, replaced whole at each change. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { ControlReport, Dossier } from '../dossier';
import type { FunctionState } from '../functions/function-state';
import type { PlanSummary } from '../writing/plan-summary';
import type { Contact } from '../documents/publication-contact';

export type Phase =
  | { readonly kind: 'loading' }
  /** The workbook cannot be controlled; `convention` is known all the same when only the ledger is missing. */
  | {
      readonly kind: 'refused';
      readonly failure: Failure;
      readonly workbook: WorkbookSnapshot | null;
      readonly convention: Convention | null;
    }
  | { readonly kind: 'ready'; readonly dossier: Dossier; readonly report: ControlReport };

export type Purpose = WritePlan['purpose'];

/** The outcome of the last action, for one message bar. */
export type Notice =
  | { readonly kind: 'failed'; readonly failure: Failure }
  /**
   * `outlives`: false when it can be taken back only while the pane lives, being too large to be kept in the workbook.
   */
  | { readonly kind: 'written'; readonly purpose: Purpose; readonly summary: PlanSummary; readonly outlives: boolean }
  /** Found at the start: a writing that was stopped before its end, which « Annuler » takes back. */
  | { readonly kind: 'interrupted'; readonly purpose: Purpose }
  | { readonly kind: 'nothingToWrite'; readonly purpose: Purpose };

/** Documents decided and not written yet: the user looks before saying yes. */
export interface Prepared {
  readonly plan: WritePlan;
  readonly summary: PlanSummary;
}

/** `waiting`: Excel does not answer, most often because a cell is being edited. */
export type Activity = 'idle' | 'reading' | 'writing' | 'waiting';

export interface SessionState {
  readonly phase: Phase;
  /** The date of the pane's figures and of the documents. */
  readonly asOf: CivilDate;
  /** False while it follows today. */
  readonly isAsOfChosen: boolean;
  /** The ledger that the user chose among several; null while the workbook decides. */
  readonly ledger: string | null;
  readonly activity: Activity;
  readonly notice: Notice | null;
  readonly prepared: Prepared | null;
  /** What « Annuler » would take back; null when there is nothing. */
  readonly undoable: Purpose | null;
  /** Who works here, as the user says; empty until then. */
  readonly author: string;
  /** Whom the readers of a publication write to, as typed. */
  readonly contact: Contact;
  /** Formulas follow only when the user asks Excel to compute. */
  readonly calculatesOnDemand: boolean;
  /**
   * What the custom functions answer from: today's figures, whatever date the pane shows. Null until the workbook is
   * read.
   */
  readonly functions: FunctionState | null;
  /**
   * The extracts of Chorus that the ledger is compared with, each of a name of its own. They are read, and never kept
   * in the workbook.
   */
  readonly extracts: readonly ChorusExtract[];
}
