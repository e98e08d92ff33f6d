/** The letters on credits that do not suffice (2023 convention, art. 3): the insufficiency, and the suspension. */
import type { NamedPart } from '../../../domain/envelopes/allowances/allowances';
import type { Clause } from '../../../domain/envelopes/terms';
import { NATURES, type Nature } from '../../../domain/money/nature';
import { formatDateInLetters } from '../../../messages/format';
import { NOTICE_WORDS as words, type AmountTexts, type NamedCredits } from '../../../messages/documents/notices-fr';
import type { WriterAdvice } from '../../../workbook/writer-advice';
import type { DocumentInput } from '../../input';
import {
  excessesIn,
  formerLacks,
  judgedWhole,
  lackOf,
  leftOf,
  leftOfParts,
  leftOfWhole,
  planTransfers,
  type CreditsLeft,
  type EnvelopeLeft,
  type PartLeft,
} from './notice-figures';
import { amountsOf, textsOf } from './notice-amounts';
import { articleOf, partsLeftOut, withoutConsent, type KindText } from './notice-kit';
import { outstandingIn } from './notice-outstanding';

/** The letter that informs of a lack; a draft where nothing lacks. */
export function insuffisance(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const isLacking = (of: CreditsLeft): boolean => NATURES.some((nature) => lackOf(of, nature) > 0);
  const lacks = leftOf(input).filter(isLacking);
  const parts = leftOfParts(input).filter(isLacking);
  const whole = wholeLack(input, lacks);
  const isOfWhole = Object.keys(whole).length > 0;
  const wouldSuspend = [...lacks, ...parts, judgedWhole(input)].some((of) =>
    NATURES.some((nature) => of[nature]?.isBlocked.available),
  );
  const named = namesOf(lacks, parts);
  const isNone = lacks.length === 0 && parts.length === 0;
  const all: NamedCredits = { envelopes: convention.envelopes.map(({ label }) => label), parts: [] };
  const lines: readonly Line[] = [
    ...[...lacks, ...parts].map((of) => ({
      whose: whoseOf(of),
      amounts: amountsOf(of, ({ available }) => -available),
    })),
    ...(isOfWhole ? [{ whose: null, amounts: whole }] : []),
  ];
  const inBrackets = (clause: Clause): string => {
    const article = convention.articles[clause];
    return article === undefined ? '' : ` (${words.shortArticle(article)})`;
  };
  const date = formatDateInLetters(balances.asOf);
  return {
    detail: isOfWhole ? words.whole : words.credits(named),
    before: [
      words.insufficiency(
        articleOf(input, 'insufficiency'),
        isOfWhole ? words.onWhole : words.onCredits(isNone ? all : named),
      ),
      ...amountSentences(lines, (amounts) => words.lack(date, amounts), words.lacksOf(date)),
    ],
    after: [
      // No transfer between envelopes is sure to add to a programme or to a titre; one envelope alone has no transfer.
      isOfWhole || parts.length > 0 || convention.envelopes.length === 1
        ? words.complete(inBrackets('amendment'))
        : words.adjust(inBrackets('amendment'), inBrackets('envelopes')),
      ...(lines.length === 0 || wouldSuspend ? [words.elseSuspended(articleOf(input, 'insufficiency'))] : []),
    ],
    advice: adviceOnLack(input, lines.length > 0),
    isJustified: lines.length > 0,
  };
}

function adviceOnLack(input: DocumentInput, isLacking: boolean): readonly WriterAdvice[] {
  const unknown = partsLeftOut(input);
  const former = formerLacks(input).map((of): WriterAdvice => ({ code: 'formerLacks', ...of }));
  if (isLacking) return [{ code: 'cause' }, ...unknown, ...former, ...withoutConsent(planTransfers(input).free)];
  return [...(unknown.length > 0 ? unknown : [{ code: 'noLack' as const, date: input.balances.asOf }]), ...former];
}

/** The lack of the whole convention above the lacks of its envelopes, which their own sentences do not state. */
function wholeLack(input: DocumentInput, lacks: readonly EnvelopeLeft[]): AmountTexts {
  const whole = leftOfWhole(input);
  const lack = (nature: Nature): number => {
    const ofEnvelopes = lacks.reduce((sum, of) => sum + lackOf(of, nature), 0);
    return lackOf(whole, nature) > ofEnvelopes ? lackOf(whole, nature) : 0;
  };
  return textsOf({ AE: lack('AE'), CP: lack('CP') });
}

/** The amounts of an envelope by its label, or of a programme or a titre; of the whole convention where it is null. */
interface Line {
  readonly whose: string | NamedPart | null;
  readonly amounts: AmountTexts;
}

/** One sentence, or a list under its heading. */
function amountSentences(
  lines: readonly Line[],
  sentence: (amounts: string) => string,
  heading: string,
): readonly string[] {
  const [only, ...others] = lines;
  if (!only) return [];
  if (others.length === 0) return [sentence(words.inNatures(only.amounts))];
  return [heading, ...lines.map(({ whose, amounts }) => words.lackOf(whose, words.inNatures(amounts)))];
}

function whoseOf({ part, envelope }: CreditsLeft): Line['whose'] {
  return part ?? envelope?.label ?? null;
}

function namesOf(envelopes: readonly EnvelopeLeft[], parts: readonly PartLeft[]): NamedCredits {
  return { envelopes: envelopes.map(({ envelope }) => envelope.label), parts: parts.map(({ part }) => part) };
}

/** The letter that suspends; a draft where nothing is exceeded that stops execution. */
export function suspension(input: DocumentInput): KindText {
  const isOver = (of: CreditsLeft): boolean => NATURES.some((nature) => of[nature]?.isBlocked.remaining);
  const [ofEnvelopes, ofParts] = [leftOf(input), leftOfParts(input)];
  const [exceeded, parts] = [ofEnvelopes.filter(isOver), ofParts.filter(isOver)];
  const isWhole = isOver(judgedWhole(input));
  const isJustified = isWhole || exceeded.length > 0 || parts.length > 0;
  // Within what the convention tolerates, the draft is about what is exceeded, and no other credits.
  const isNegative = (of: CreditsLeft): boolean => NATURES.some((nature) => (of[nature]?.remaining ?? 0) < 0);
  const [envelopes, others] = isJustified
    ? [exceeded, parts]
    : [ofEnvelopes.filter(isNegative), ofParts.filter(isNegative)];
  const named = isWhole ? { envelopes: [], parts: [] } : namesOf(envelopes, others);
  const isNone = named.envelopes.length === 0 && named.parts.length === 0;
  const isAll = isNone || named.envelopes.length === input.convention.envelopes.length;
  return {
    detail: '',
    before: [
      words.suspension(isNone ? '' : words.ofCredits(named)),
      words.suspended(
        isAll ? words.inFull : words.forCredits(words.theCredits(named)),
        articleOf(input, 'insufficiency'),
      ),
      ...excessSentences(input, exceeded, parts),
    ],
    after: [
      words.noCommitment,
      ...(isAll || named.parts.length === 0
        ? outstandingIn(input, words.stillDue, isAll ? undefined : envelopes)
        : [words.stillDueInAll]),
      words.resumption,
    ],
    advice: [
      ...(isJustified ? [{ code: 'cause' as const }, ...partsLeftOut(input)] : nothingBlocked(input)),
      ...(isJustified ? withoutConsent(planTransfers(input).free) : []),
      ...(isInformed(input) ? [] : [{ code: 'notInformed' as const }]),
    ],
    isJustified,
  };
}

/** By how much the whole convention, envelopes, programmes and titres exceed their blocking ceilings. */
function excessSentences(
  input: DocumentInput,
  exceeded: readonly EnvelopeLeft[],
  parts: readonly PartLeft[],
): readonly string[] {
  const date = formatDateInLetters(input.balances.asOf);
  const ofWhole = excessOf([judgedWhole(input)]);
  const lines = [...exceeded, ...parts].map((of): Line => ({ whose: whoseOf(of), amounts: excessOf([of]) }));
  if (Object.keys(ofWhole).length > 0) {
    const others = lines.map(({ whose, amounts }) => words.lackOf(whose, words.inNatures(amounts)));
    return [words.excessOfWhole(date, words.inNatures(ofWhole)), ...others];
  }
  if (parts.length === 0 && exceeded.length > 0) return [words.excess(date, words.inNatures(excessOf(exceeded)))];
  return amountSentences(lines, (amounts) => words.excess(date, amounts), words.excessesOf(date));
}

function excessOf(of: readonly CreditsLeft[]): AmountTexts {
  return textsOf({ AE: blocked(of, 'AE'), CP: blocked(of, 'CP') });
}

/** Cents by which credits exceed blocking ceilings. */
function blocked(of: readonly CreditsLeft[], nature: Nature): number {
  return of.reduce((sum, { [nature]: left }) => sum + (left?.isBlocked.remaining ? -left.remaining : 0), 0);
}

/** Why nothing is to be suspended: nothing is exceeded, or no more than the convention allows. */
function nothingBlocked(input: DocumentInput): readonly WriterAdvice[] {
  const date = input.balances.asOf;
  const excesses = excessesIn(
    [...leftOf(input), ...leftOfParts(input), leftOfWhole(input)],
    (left) => left?.remaining ?? 0,
  );
  const unknown = partsLeftOut(input);
  if (excesses.length > 0) return [{ code: 'notBlocking', date, excesses }, ...unknown];
  return unknown.length > 0 ? unknown : [{ code: 'noExcess', date }];
}

/** True when the register has the day of an earlier letter on an insufficiency. */
function isInformed({ convention, balances }: DocumentInput): boolean {
  return convention.duties.some(
    ({ type, doneOn }) => type === 'insufficiency' && doneOn !== null && doneOn <= balances.asOf,
  );
}
