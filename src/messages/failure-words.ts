/**
 * The shape of the words of a failure: one entry for each code, so that a new failure without its words does not
 * compile.
 */
import type { ConventionProblem } from '../workbook/convention/convention-problem';
import type { Failure, FailureCode } from '../workbook/failure';

/** What a person reads when something cannot be done: what is the matter, and what to do. No jargon, no stack. */
export interface FailureDescription {
  readonly sentence: string;
  /** Empty when nothing can be done but wait or read the sentence. */
  readonly remedy: string;
}

export type FailureOf<C extends FailureCode> = Extract<Failure, { readonly code: C }>;

export type FailureWords = { readonly [C in FailureCode]: (failure: FailureOf<C>) => FailureDescription };

/** What a file looks like that is not a workbook. */
export type FileLook = FailureOf<'notAWorkbook'>['looksLike'];

export type ProblemWords = Readonly<Record<ConventionProblem, (found: string, expected: string) => string>>;

/** What a file, sheet or text is instead of an extract of Chorus, and what an extract misses. */
export type ExtractLooks = Readonly<Record<FailureOf<'notAnExtract'>['looksLike'], string>>;
export type ExtractMissing = Readonly<Record<FailureOf<'extractIncomplete'>['missing'], string>>;
