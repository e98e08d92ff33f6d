/** A failure in words, the same in the pane, in a cell and on the command line. */
import type { BadConvention, Failure } from '../workbook/failure';
import { FAILURES_EN, PROBLEMS_EN } from './en/failures';
import type { FailureDescription, FailureWords, ProblemWords } from './failure-words';
import { FAILURES_FR, PROBLEMS_FR } from './fr/failures';
import type { Language } from './language';

const WORDS: Readonly<Record<Language, FailureWords>> = { fr: FAILURES_FR, en: FAILURES_EN };
const PROBLEMS: Readonly<Record<Language, ProblemWords>> = { fr: PROBLEMS_FR, en: PROBLEMS_EN };

/** What is the matter in one plain sentence, and what to do. */
export function describeFailure(failure: Failure, language: Language): FailureDescription {
  // Each entry takes the failure of its own code, which is the code of this one.
  const describe = WORDS[language][failure.code] as (failure: Failure) => FailureDescription;
  return describe(failure);
}

/** What is wrong with one place of a convention, in a few words: for a form, beside its field. */
export function describeProblem({ problem, found, expected }: BadConvention, language: Language): string {
  return PROBLEMS[language][found === '' && problem !== 'endBeforeSignature' ? 'valueMissing' : problem](
    found,
    expected,
  );
}
