/** A failure in words, the same in the pane, in a cell and on the command line. */
import type { BadConvention, Failure, LedgerRival } from '../workbook/failure';
import { PROBLEMS as PROBLEMS_EN } from './en/convention-failures';
import { FAILURES as FAILURES_EN } from './en/failures';
import { describeRival as RIVAL_EN } from './en/ledger-failures';
import type { FailureDescription } from './failure-description';
import { PROBLEMS as PROBLEMS_FR } from './fr/convention-failures';
import { FAILURES as FAILURES_FR } from './fr/failures';
import { describeRival as RIVAL_FR } from './fr/ledger-failures';
import type { Language } from './language';

const FAILURES: Readonly<Record<Language, typeof FAILURES_FR>> = { fr: FAILURES_FR, en: FAILURES_EN };
const RIVALS: Readonly<Record<Language, typeof RIVAL_FR>> = { fr: RIVAL_FR, en: RIVAL_EN };
const PROBLEMS: Readonly<Record<Language, typeof PROBLEMS_FR>> = { fr: PROBLEMS_FR, en: PROBLEMS_EN };

/** Describes a failure in one plain sentence, with what to do. */
export function describeFailure(failure: Failure, language: Language): FailureDescription {
  // Each entry takes the failure of its own code, which is the code of this one.
  const describe = FAILURES[language][failure.code] as (failure: Failure) => FailureDescription;
  return describe(failure);
}

/** The fault of one place of a convention, in a few words: for a form, beside its field. */
export function describeProblem({ problem, found, expected }: BadConvention, language: Language): string {
  return PROBLEMS[language][found === '' && problem !== 'endBeforeSignature' ? 'valueMissing' : problem](
    found,
    expected,
  );
}

/** A table among which the user chooses the ledger, with its rows and sums. */
export function describeRival(rival: LedgerRival, language: Language): string {
  return RIVALS[language](rival);
}
