/** A failure in words, the same in the pane, in a cell and on the command line. */
import type { Failure } from '../workbook/failure';
import { FAILURES_EN } from './en-failures';
import type { FailureDescription, FailureWords } from './failure-words';
import { FAILURES_FR } from './fr-failures';
import type { Language } from './language';

const WORDS: Readonly<Record<Language, FailureWords>> = { fr: FAILURES_FR, en: FAILURES_EN };

/** What is the matter in one plain sentence, and what to do. */
export function describeFailure(failure: Failure, language: Language): FailureDescription {
  // Each entry takes the failure of its own code, which is the code of this one.
  const describe = WORDS[language][failure.code] as (failure: Failure) => FailureDescription;
  return describe(failure);
}
