/** Why a custom function cannot answer, most specific first; the words are in `functions/function-sentences.ts`. */
import type { ImputationField } from '../../domain/imputation/imputation';
import type { Failure } from '../../workbook/failure';

export type FunctionProblem =
  | { readonly problem: 'unknownEnvelope'; readonly name: string; readonly nearest: string | null }
  | {
      readonly problem: 'unknownLine';
      readonly name: string;
      readonly envelope: string;
      readonly nearest: string | null;
    }
  | { readonly problem: 'unknownField'; readonly name: string; readonly nearest: string | null }
  /** The convention gives no code for that field. */
  | { readonly problem: 'noCode'; readonly field: ImputationField; readonly envelope: string | null }
  /** The convention gives the form of the code (« 0103-01-* »), not one code to use. */
  | { readonly problem: 'codeOfForm'; readonly field: ImputationField; readonly forms: readonly string[] }
  /** The code depends on the envelope, and none was given. */
  | { readonly problem: 'codeOfWhichEnvelope'; readonly field: ImputationField; readonly envelopes: readonly string[] }
  | { readonly problem: 'noEnvelope' }
  /** A poste was asked for on the whole convention. */
  | { readonly problem: 'lineOfWhole' }
  | { readonly problem: 'badNature'; readonly raw: string }
  | { readonly problem: 'badDate'; readonly raw: string }
  | { readonly problem: 'dateOutOfRange' }
  | { readonly problem: 'badAmount'; readonly raw: string }
  | { readonly problem: 'badSeverity'; readonly raw: string }
  /** CHECK was not given the cells of one row. */
  | { readonly problem: 'badRow' }
  | { readonly problem: 'rowAndHeadings'; readonly cells: number; readonly headings: number }
  | { readonly problem: 'unknownHeadings' }
  | { readonly problem: 'badDays'; readonly raw: string; readonly most: number }
  /** The workbook itself cannot be used. */
  | { readonly problem: 'workbook'; readonly failure: Failure };
