/**
 * What the functions say in the user's language. The words are in `functions/function-sentences.ts`; tables and « Conforme » are the
 * same in every language.
 */
import type { Finding } from '../../domain/controls/findings/finding';
import type { Convention } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { FunctionProblem } from './function-problem';

/** Why a row of the team's table is not judged. */
export type NotJudged = 'blank' | 'empty' | 'total' | 'cancelled' | 'repeatedHeadings';

export interface FunctionWords {
  /** The sentence of an error. */
  problem(problem: FunctionProblem): string;
  /** A finding, whole: for FINDINGS. */
  finding(finding: Finding, convention: Convention): string;
  /** A finding in short, its code first: for CHECK. */
  reason(finding: Finding, convention: Convention): string;
  notJudged(why: NotJudged): string;
  /** What no heading given stands for; `ambiguous` are the headings that may stand for it. */
  unchecked(fields: readonly LedgerField[], ambiguous: readonly string[]): string;
  noFinding(): string;
  /** So many findings are not in the table. */
  more(count: number): string;
}
