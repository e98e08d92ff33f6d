/** The sentences of the letters on the restes à payer: at the day of the letter, and what is left of them after the term. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { naturesOf, WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import { creditDaysOf } from '../../../domain/envelopes/commitment-year';
import { outstandingOnceSettled } from '../../../domain/envelopes/outstanding/once-settled';
import { centsOf } from '../../../domain/money/known-cents';
import { NATURES } from '../../../domain/money/nature';
import { NOTICE_WORDS as words } from '../../../messages/documents/notices-fr';
import { formatDateInLetters } from '../../../messages/format';
import type { DocumentInput } from '../../input';
import { euros, textsOf } from './notice-amounts';
import type { EnvelopeLeft } from './notice-figures';

/**
 * The restes à payer and what remains to be covered after the term of the credits. Before the term, as the amounts
 * above them: what waits will be signed and paid. Before the credit year, its own CP are for them.
 */
export function outstandingAt(input: DocumentInput, term: CivilDate, hasBegun: boolean): readonly string[] {
  const { convention, balances, charged } = input;
  const nextYear = convention.creditYear + 1;
  const isWholeYear = term === creditDaysOf(convention).until;
  const covered = isWholeYear ? words.inYear(nextYear) : words.afterDay(formatDateInLetters(term));
  const whole = { envelope: WHOLE_CONVENTION, line: null };
  const waiting = textsOf({
    AE: centsOf(balances.figures(whole, 'AE').reserved) ?? 0,
    CP: centsOf(balances.figures(whole, 'CP').reserved) ?? 0,
  });
  const on = (amount: string): string => words.outstandingOn(formatDateInLetters(balances.asOf), amount);
  if (!hasBegun) return outstandingIn(input, on);
  if (balances.asOf >= term || Object.keys(waiting).length === 0 || isOutstandingUnknown(input))
    return outstandingIn(input, (amount) => words.outstanding(amount, covered));
  const now = outstandingIn(input, on);
  const settled = outstandingOnceSettled(charged);
  if (now.length === 0 && settled <= 0) return [];
  const rest = settled > 0 ? euros(settled) : null;
  return [...now, words.outstandingOnceSettled(waiting, rest, covered, now.length > 0)];
}

/**
 * The sentence on the restes à payer of the whole convention, or of some envelopes; none when they are nil, or when the
 * convention gives one nature alone.
 */
export function outstandingIn(
  input: DocumentInput,
  sentence: (amount: string) => string,
  of?: readonly EnvelopeLeft[],
): readonly string[] {
  const { convention, balances } = input;
  if (isOutstandingUnknown(input)) return [words.unknownOutstanding];
  const envelopes = of?.map(({ envelope }) => envelope) ?? convention.envelopes;
  const cents = envelopes.reduce((sum, { code }) => sum + (centsOf(balances.outstanding(code)) ?? 0), 0);
  return cents > 0 ? [sentence(euros(cents))] : [];
}

/** True when the ledger does not make the restes à payer, under a convention that gives AE and CP. */
export function isOutstandingUnknown({ convention, balances }: DocumentInput): boolean {
  return balances.missing.outstanding !== null && naturesOf(convention).length === NATURES.length;
}
