/** The paragraphs of each letter, and the advice to its writer; a paragraph whose figure is nil is left out. */
import { addMonths } from '../../../domain/calendar/civil-date';
import { naturesOf } from '../../../domain/envelopes/ceilings';
import { creditDaysOf } from '../../../domain/envelopes/commitment-year';
import { endOfYear } from '../../../domain/envelopes/duties/due-dates';
import { terminationNotice } from '../../../domain/envelopes/termination';
import type { Clause } from '../../../domain/envelopes/terms';
import { NATURES, type Nature } from '../../../domain/money/nature';
import { formatDateInLetters } from '../../../messages/format';
import { NOTICE_WORDS as words, type AmountTexts } from '../../../messages/documents/notices-fr';
import type { NoticeKind } from '../../../workbook/document-names';
import type { Lack, WriterAdvice } from '../../../workbook/writer-advice';
import type { DocumentInput } from '../../input';
import {
  amendmentOf,
  lackOf,
  leftOf,
  leftOfWhole,
  planTransfers,
  type CreditsLeft,
  type EnvelopeLeft,
  type FreeTransfer,
  type Left,
  type TransferPlan,
} from './notice-figures';
import { amountsOf, euros, textsOf } from './notice-amounts';
import { isOutstandingUnknown, outstandingAt, outstandingIn } from './notice-outstanding';

/** The shortest notice of the décret 2004-1085, art. 5, in months. */
const LEAST_NOTICE = 3;

/** A letter in words. */
export interface LetterText {
  readonly subject: string;
  readonly before: readonly string[];
  /** After the table. */
  readonly after: readonly string[];
  readonly advice: readonly WriterAdvice[];
  /** False where a figure of the letter is not calculable: it cannot be signed. */
  readonly isComplete: boolean;
}

/** The letters that give the restes à payer. */
const GIVES_OUTSTANDING: ReadonlySet<NoticeKind> = new Set(['suspension', 'non-consommes', 'resiliation']);

/** The text of a letter of that kind. */
export function letterText(input: DocumentInput, kind: NoticeKind): LetterText {
  const unknown = naturesOf(input.convention)
    .filter((nature) => input.balances.missing[nature] !== null)
    .map((figures): WriterAdvice => ({ code: 'notCalculable', figures }));
  const lacksOutstanding = GIVES_OUTSTANDING.has(kind) && isOutstandingUnknown(input);
  const { detail, advice: known, ...text } = TEXTS[kind](input);
  const isOfFigures = kind !== 'avenant' && kind !== 'resiliation';
  const advice: readonly WriterAdvice[] = isOfFigures && unknown.length > 0 ? [{ code: 'cause' }] : known;
  return {
    ...text,
    subject: words.subjects[kind](detail, input.convention.creditYear),
    advice: [
      ...unknown,
      ...(lacksOutstanding ? [{ code: 'notCalculable' as const, figures: 'outstanding' as const }] : []),
      ...advice,
    ],
    isComplete: unknown.length === 0 && !lacksOutstanding,
  };
}

interface KindText {
  /** Follows the subject of the kind. */
  readonly detail: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly advice: readonly WriterAdvice[];
}

const TEXTS: Readonly<Record<NoticeKind, (input: DocumentInput) => KindText>> = {
  insuffisance,
  suspension,
  'non-consommes': unspent,
  fongibilite: transferRequest,
  avenant: amendment,
  resiliation: termination,
};

function insuffisance(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const lacks = leftOf(input).filter((of) => NATURES.some((nature) => lackOf(of, nature) > 0));
  const whole = wholeLack(input, lacks);
  const isOfWhole = Object.keys(whole).length > 0;
  const wouldSuspend = [...lacks, ...(isOfWhole ? [leftOfWhole(input)] : [])].some((of) =>
    NATURES.some((nature) => of[nature]?.isBlocked.available),
  );
  const labels = lacks.map(({ envelope }) => envelope.label);
  const all = convention.envelopes.map(({ label }) => label);
  const lines = [
    ...lacks.map((of) => ({ label: of.envelope.label, amounts: amountsOf(of, ({ available }) => -available) })),
    ...(isOfWhole ? [{ label: null, amounts: whole }] : []),
  ];
  const inBrackets = (clause: Clause): string => {
    const article = convention.articles[clause];
    return article === undefined ? '' : ` (${words.shortArticle(article)})`;
  };
  return {
    detail: isOfWhole ? words.whole : labels.length === 0 ? '' : words.envelopes(labels),
    before: [
      words.insufficiency(
        articleOf(input, 'insufficiency'),
        isOfWhole ? words.ofWhole : words.ofEnvelopes(labels.length === 0 ? all : labels),
      ),
      ...lackSentences(formatDateInLetters(balances.asOf), lines),
    ],
    after: [
      isOfWhole
        ? words.complete(inBrackets('amendment'))
        : words.adjust(inBrackets('amendment'), inBrackets('envelopes')),
      ...(lines.length === 0 || wouldSuspend ? [words.elseSuspended(articleOf(input, 'insufficiency'))] : []),
    ],
    advice:
      lines.length === 0
        ? [{ code: 'noLack', date: balances.asOf }]
        : [{ code: 'cause' }, ...withoutConsent(planTransfers(input).free)],
  };
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

/** One sentence, or a list; a label is null for the whole convention. */
function lackSentences(
  date: string,
  lines: readonly { readonly label: string | null; readonly amounts: AmountTexts }[],
): readonly string[] {
  const [only, ...others] = lines;
  if (!only) return [];
  if (others.length === 0) return [words.lack(date, words.inNatures(only.amounts))];
  return [words.lacksOf(date), ...lines.map(({ label, amounts }) => words.lackOf(label, words.inNatures(amounts)))];
}

function suspension(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const exceeded = leftOf(input).filter((of) => NATURES.some((nature) => of[nature]?.isBlocked.remaining));
  const excessOf = (of: readonly CreditsLeft[]): AmountTexts =>
    textsOf({ AE: blocked(of, 'AE'), CP: blocked(of, 'CP') });
  const ofWhole = excessOf([leftOfWhole(input)]);
  const isWhole = Object.keys(ofWhole).length > 0;
  const labels = isWhole ? [] : exceeded.map(({ envelope }) => envelope.label);
  const isAll = labels.length === 0 || labels.length === convention.envelopes.length;
  const date = formatDateInLetters(balances.asOf);
  const outstanding = outstandingIn(input, words.stillDue, isAll ? undefined : exceeded);
  const isJustified = isWhole || exceeded.length > 0;
  return {
    detail: '',
    before: [
      words.suspension(labels.length === 0 ? '' : words.ofEnvelopes(labels)),
      words.suspended(
        isAll ? words.inFull : words.forEnvelopes(words.theEnvelopes(labels)),
        articleOf(input, 'insufficiency'),
      ),
      ...(isWhole ? [words.excessOfWhole(date, words.inNatures(ofWhole))] : []),
      ...(isWhole
        ? exceeded.map((of) => words.lackOf(of.envelope.label, words.inNatures(excessOf([of]))))
        : exceeded.length > 0
          ? [words.excess(date, words.inNatures(excessOf(exceeded)))]
          : []),
    ],
    after: [words.noCommitment, ...outstanding, words.resumption],
    advice: [
      isJustified ? { code: 'cause' } : nothingBlocked(input),
      ...(isJustified ? withoutConsent(planTransfers(input).free) : []),
      ...(isInformed(input) ? [] : [{ code: 'notInformed' as const }]),
    ],
  };
}

/** Cents by which credits exceed blocking ceilings. */
function blocked(of: readonly CreditsLeft[], nature: Nature): number {
  return of.reduce((sum, { [nature]: left }) => sum + (left?.isBlocked.remaining ? -left.remaining : 0), 0);
}

/** Why nothing is to be suspended: nothing is exceeded, or no more than the convention allows. */
function nothingBlocked(input: DocumentInput): WriterAdvice {
  const date = input.balances.asOf;
  const excesses = [...leftOf(input), leftOfWhole(input)].flatMap((of) =>
    NATURES.filter((nature) => (of[nature]?.remaining ?? 0) < 0).map((nature) => ({
      envelope: of.envelope?.label ?? null,
      nature,
      cents: -(of[nature]?.remaining ?? 0),
    })),
  );
  return excesses.length === 0 ? { code: 'noExcess', date } : { code: 'notBlocking', date, excesses };
}

/** True when the register has the day of an earlier letter on an insufficiency. */
function isInformed({ convention, balances }: DocumentInput): boolean {
  return convention.duties.some(
    ({ type, doneOn }) => type === 'insufficiency' && doneOn !== null && doneOn <= balances.asOf,
  );
}

function unspent(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const term = endOfYear(convention, convention.creditYear);
  const isOver = balances.asOf >= term;
  const left = (of: Left): number => (isOver ? of.remaining : of.available);
  const whole = leftOfWhole(input);
  // Under a ceiling of the whole convention that leaves nothing, no envelope has anything to give back.
  const envelopes = leftOf(input).flatMap((of) => {
    const amounts = amountsOf(of, left, (nature) => whole[nature] === undefined || left(whole[nature]) > 0);
    return Object.keys(amounts).length > 0 ? [words.unspentOf(of.envelope.label, amounts, isOver)] : [];
  });
  const ofWhole = amountsOf(whole, left);
  const isLeft = envelopes.length > 0 || Object.keys(ofWhole).length > 0;
  const hasBegun = balances.asOf >= creditDaysOf(convention).from;
  return {
    detail: '',
    before: [
      words.unspent(articleOf(input, 'unspent'), isOver, formatDateInLetters(term)),
      ...envelopes,
      ...(Object.keys(ofWhole).length > 0 ? [words.unspentOf(null, ofWhole, isOver)] : []),
    ],
    after: [
      ...outstandingAt(input, term, hasBegun),
      ...(isLeft ? [isBounded(input, left) ? words.returnableWithin : words.returnable] : []),
    ],
    advice: [
      ...(hasBegun ? [] : [{ code: 'notBegun' as const, year: convention.creditYear, date: balances.asOf }]),
      isLeft ? { code: 'cause' } : { code: 'nothingLeft', date: balances.asOf },
    ],
  };
}

/** True when the ceiling of the whole convention leaves something, and less than its envelopes add up to. */
function isBounded(input: DocumentInput, left: (of: Left) => number): boolean {
  const whole = leftOfWhole(input);
  return NATURES.some((nature) => {
    const ofWhole = whole[nature] === undefined ? 0 : left(whole[nature]);
    return ofWhole > 0 && ofWhole < sumLeft(input, nature, left);
  });
}

/** Envelopes are not fungible: what one exceeds takes nothing from what another leaves. */
function sumLeft(input: DocumentInput, nature: Nature, left: (of: Left) => number): number {
  return leftOf(input).reduce((sum, { [nature]: of }) => sum + (of ? Math.max(0, left(of)) : 0), 0);
}

function transferRequest(input: DocumentInput): KindText {
  const plan = planTransfers(input);
  const { asked } = plan;
  const article = articleOf(input, 'envelopes');
  const exceptions = [...new Set(input.convention.fungibility.map((rule) => rule.article))];
  return {
    detail: '',
    before: [
      exceptions.length === 0 ? words.notFungible(article) : words.notFungibleBut(article, exceptions),
      ...asked.flatMap(({ giver, receiver, amounts, allowed }) => [
        words.request(words.ofNatures(textsOf(amounts)), giver.label, receiver.label),
        ...allowed.map(({ nature, left, article: of }) =>
          words.aboveAllowed(nature, left > 0 ? euros(left) : null, of),
        ),
        words.motive(receiver.label),
      ]),
      ...(asked.length === 0 ? [words.someRequest] : []),
    ],
    after: [words.noCommitmentBefore],
    advice: adviceOnTransfers(input, plan),
  };
}

function adviceOnTransfers(input: DocumentInput, { asked, free, uncovered }: TransferPlan): readonly WriterAdvice[] {
  const ofWhole = lacksOfWhole(input);
  const isPlanned = asked.length > 0 || free.length > 0;
  const advice: readonly WriterAdvice[] = [
    ...(asked.length > 0 ? [{ code: 'cause' as const }] : []),
    ...withoutConsent(free),
    ...(uncovered.length === 0 ? [] : [isPlanned ? { code: 'notAsked' as const, lacks: uncovered } : NO_GIVER]),
    ...(ofWhole.length === 0 ? [] : [{ code: 'wholeLacks' as const, lacks: ofWhole }]),
  ];
  return advice.length > 0 ? advice : [{ code: 'noLack', date: input.balances.asOf }];
}

/** The transfers that need no letter. */
function withoutConsent(free: readonly FreeTransfer[]): readonly WriterAdvice[] {
  return free.map((transfer) => ({ code: 'noConsent', ...transfer }));
}

const NO_GIVER: WriterAdvice = { code: 'noGiver' };

/** The lacks of the whole convention, which no transfer between its envelopes covers. */
function lacksOfWhole(input: DocumentInput): readonly Lack[] {
  const whole = leftOfWhole(input);
  return NATURES.filter((nature) => lackOf(whole, nature) > 0).map((nature) => ({
    envelope: null,
    nature,
    cents: lackOf(whole, nature),
  }));
}

function amendment(input: DocumentInput): KindText {
  const found = amendmentOf(input);
  const article = articleOf(input, 'amendment');
  if (!found) {
    const before = [words.someAmendment(article)];
    return { detail: words.amendmentName(''), before, after: [], advice: [{ code: 'noAmendment' }] };
  }
  const name = words.amendmentName(found.reference);
  const signedOn = found.signedOn === null ? null : formatDateInLetters(found.signedOn);
  return {
    detail: name,
    before: [
      words.amendment(article, name, signedOn, formatDateInLetters(found.date)),
      ...(found.changes.length > 0 ? [words.amends] : []),
    ],
    after: [],
    advice: [],
  };
}

function termination(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const months = Math.max(LEAST_NOTICE, convention.noticeMonths);
  const notice = terminationNotice(convention);
  const ends = notice?.noticeEnds ?? addMonths(balances.asOf, months);
  const whole = leftOfWhole(input);
  const remaining = (nature: Nature): number =>
    whole[nature]?.remaining ?? sumLeft(input, nature, (of) => of.remaining);
  const left = textsOf({ AE: remaining('AE'), CP: remaining('CP') });
  const date = formatDateInLetters(balances.asOf);
  return {
    detail: '',
    before: [
      words.termination(articleOf(input, 'termination')),
      words.effect(months),
      ...(Object.keys(left).length > 0 ? [words.left(date, words.ofNatures(left)), ...exceedings(input, left)] : []),
      ...outstandingIn(input, words.leftToPay),
      words.proposal,
      ...finalReport(input),
    ],
    after: [words.receipt],
    advice: [
      ...(ends >= convention.endsOn ? [{ code: 'noEffect' as const, notice: ends, end: convention.endsOn }] : []),
      { code: 'signatory' },
    ],
  };
}

/**
 * The sentence on a sum of envelopes that the excess of others, in the same nature, does not lower; none where none is
 * exceeded, nor on the rest of the whole convention.
 */
function exceedings(input: DocumentInput, left: AmountTexts): readonly string[] {
  const whole = leftOfWhole(input);
  const summed = NATURES.filter((nature) => left[nature] !== undefined && whole[nature] === undefined);
  const exceeded = leftOf(input).filter((of) => summed.some((nature) => (of[nature]?.remaining ?? 0) < 0));
  return exceeded.length === 0 ? [] : [words.leftByEnvelope(exceeded.map(({ envelope }) => envelope.label))];
}

/** The report at the end of the convention, when it states one. */
function finalReport({ convention }: DocumentInput): readonly string[] {
  const duty = convention.duties.find(({ type }) => type === 'finalReport');
  return duty && duty.article !== '' ? [words.finalReport(words.article(duty.article))] : [];
}

function articleOf({ convention }: DocumentInput, clause: Clause): string {
  return words.article(convention.articles[clause] ?? '');
}
