/**
 * Why a custom function cannot answer, and the sentences of its answers in the user's language. The sentences are in
 * `functions/function-sentences.ts`; the headings of tables and « Conforme » are the same in every language.
 */
import type { Finding } from '../../domain/controls/findings/finding';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention } from '../../domain/envelopes/convention';
import type { FigureKey } from '../../domain/envelopes/figures';
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { ImputationField } from '../../domain/imputation/imputation';
import type { Nature } from '../../domain/money/nature';
import type { UnreadCell } from '../../domain/unread-cells';
import type { ControlExtent } from '../dossier';
import type { Failure } from '../../workbook/failure';
import type { IgnoredReason } from '../../workbook/ledger/ledger-source';

/** A figure, or the state of an envelope, that the ledger does not make. */
export type UnknownFigure = 'AE' | 'CP' | 'outstanding' | 'status';

/** Most specific first. */
export type FunctionProblem =
  | { readonly problem: 'unknownEnvelope'; readonly name: string; readonly nearest: string | null }
  | {
      readonly problem: 'unknownLine';
      readonly name: string;
      readonly envelope: string;
      readonly nearest: string | null;
      /** The envelope has no poste at all. */
      readonly hasNoLine?: boolean;
    }
  | { readonly problem: 'unknownField'; readonly name: string; readonly nearest: string | null }
  /** The name of several coded columns. */
  | { readonly problem: 'ambiguousField'; readonly name: string; readonly choices: readonly string[] }
  /** A date in the place of the budget line, which comes before it. */
  | { readonly problem: 'dateAsLine'; readonly date: CivilDate }
  /** The convention gives no code for that field. */
  | { readonly problem: 'noCode'; readonly field: ImputationField; readonly envelope: string | null }
  /** A row of ENV_Imputations that gives the code, or may give it, has a cell that cannot be read. */
  | { readonly problem: 'codeUnread'; readonly field: ImputationField; readonly unread: UnreadCell }
  /** The convention gives the form of the code (« 0103-01-* »), not one code to use. */
  | { readonly problem: 'codeOfForm'; readonly field: ImputationField; readonly forms: readonly string[] }
  /** The code depends on the envelope, and none was given. */
  | { readonly problem: 'codeOfWhichEnvelope'; readonly field: ImputationField; readonly envelopes: readonly string[] }
  | { readonly problem: 'noEnvelope' }
  /** A budget line was asked for on the whole convention. */
  | { readonly problem: 'lineOfWhole' }
  /** The convention gives it no amount of that nature. */
  | { readonly problem: 'noCeiling'; readonly key: FigureKey; readonly nature: Nature }
  | { readonly problem: 'badNature'; readonly raw: string }
  | { readonly problem: 'badDate'; readonly raw: string }
  | { readonly problem: 'dateOutOfRange' }
  | { readonly problem: 'badAmount'; readonly raw: string }
  | { readonly problem: 'badSeverity'; readonly raw: string }
  /** A range or an array where one value is expected; the first argument is 1. */
  | { readonly problem: 'severalCells'; readonly position: number }
  /** An error where a value is expected. */
  | { readonly problem: 'errorGiven'; readonly position: number; readonly error: string }
  /** CHECK was not given the cells of one row. */
  | { readonly problem: 'badRow' }
  | { readonly problem: 'rowAndHeadings'; readonly cells: number; readonly headings: number }
  | { readonly problem: 'unknownHeadings' }
  | { readonly problem: 'badDays'; readonly raw: string; readonly most: number }
  /** A column that makes the figure is not in the ledger; null when it has them, and no row is counted. */
  | { readonly problem: 'notCalculable'; readonly figure: UnknownFigure; readonly missing: LedgerField | null }
  /** The workbook itself cannot be used. */
  | { readonly problem: 'workbook'; readonly failure: Failure };

/** Why a row of the team's table is not judged: `credits`: its words give credits, or carry some forward. */
export type NotJudged = 'blank' | 'credits' | IgnoredReason;

export interface FunctionWords {
  /** The sentence of an error. */
  problem(problem: FunctionProblem): string;
  /** A finding in one sentence, for FINDINGS. */
  finding(finding: Finding, convention: Convention): string;
  /** A finding in short, its code first, for CHECK. */
  reason(finding: Finding, convention: Convention): string;
  readonly notJudged: Readonly<Record<NotJudged, string>>;
  /** The columns without a heading among those given; `ambiguous` are the headings that may be theirs. */
  unchecked(fields: readonly LedgerField[], ambiguous: readonly string[]): string;
  /** The headings of amounts that are not read. */
  notRead(headings: readonly string[]): string;
  /** A figure of SUMMARY that the ledger does not make. */
  readonly notCalculable: string;
  /** The sentence of a table without findings, which distinguishes a ledger without rows from one without faults. */
  noFinding(extent: ControlExtent): string;
  /** `count` findings are left out of the table. */
  more(count: number): string;
}
