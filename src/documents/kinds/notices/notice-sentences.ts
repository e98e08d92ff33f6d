/** The paragraphs of each letter, and the advice to its writer; a paragraph whose figure is nil is left out. */
import { addMonths } from '../../../domain/calendar/civil-date';
import { isWholeUsedUp } from '../../../domain/envelopes/allowances/whole-ceiling';
import { naturesOf } from '../../../domain/envelopes/ceilings';
import { creditDaysOf } from '../../../domain/envelopes/commitment-year';
import { endOfYear } from '../../../domain/envelopes/duties/due-dates';
import { terminationNotice } from '../../../domain/envelopes/termination';
import { NATURES, type Nature } from '../../../domain/money/nature';
import { formatDateInLetters } from '../../../messages/format';
import { NOTICE_WORDS as words, type AmountTexts } from '../../../messages/documents/notices-fr';
import type { NoticeKind } from '../../../workbook/document-names';
import type { Lack, WriterAdvice } from '../../../workbook/writer-advice';
import type { DocumentInput } from '../../input';
import { amendmentOf } from './notice-amendment';
import {
  excessesIn,
  leftOf,
  leftOfParts,
  leftOfWhole,
  planTransfers,
  type CreditsLeft,
  type Left,
  type TransferPlan,
} from './notice-figures';
import { amountsOf, euros, textsOf } from './notice-amounts';
import { articleOf, partsLeftOut, withoutConsent, type KindText } from './notice-kit';
import { isOutstandingUnknown, outstandingAt, outstandingIn } from './notice-outstanding';
import { insuffisance, suspension } from './notice-shortages';

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
  /** False where the figures do not justify the letter: it is a draft. */
  readonly isJustified: boolean;
}

/** The letters that give the restes à payer. */
const GIVES_OUTSTANDING: ReadonlySet<NoticeKind> = new Set(['suspension', 'non-consommes', 'resiliation']);

/** The text of a letter of that kind. */
export function letterText(input: DocumentInput, kind: NoticeKind): LetterText {
  const unknown = naturesOf(input.convention)
    .filter((nature) => input.balances.missing[nature] !== null)
    .map((figures): WriterAdvice => ({ code: 'notCalculable', figures }));
  const lacksOutstanding = GIVES_OUTSTANDING.has(kind) && isOutstandingUnknown(input);
  const { detail, advice: known, isJustified = true, ...text } = TEXTS[kind](input);
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
    isJustified,
  };
}

const TEXTS: Readonly<Record<NoticeKind, (input: DocumentInput) => KindText>> = {
  insuffisance,
  suspension,
  'non-consommes': unspent,
  fongibilite: transferRequest,
  avenant: amendment,
  resiliation: termination,
};

function unspent(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const term = endOfYear(convention, convention.creditYear);
  const isOver = balances.asOf >= term;
  const left = (of: Left): number => (isOver ? of.remaining : of.available);
  const whole = leftOfWhole(input);
  const isUsedUp = (nature: Nature): boolean =>
    isWholeUsedUp(convention, nature, whole[nature] ? left(whole[nature]) : null);
  const envelopes = leftOf(input).flatMap((of) => {
    const amounts = amountsOf(of, left, (nature) => !isUsedUp(nature));
    return Object.keys(amounts).length > 0 ? [words.unspentOf(of.envelope.label, amounts, isOver)] : [];
  });
  const ofWhole = amountsOf(whole, left);
  const isLeft = envelopes.length > 0 || Object.keys(ofWhole).length > 0;
  const parts = isLeft ? partBounds(input, left) : [];
  const returnable = isBounded(input, left) ? words.returnableWithin : words.returnable;
  const hasBegun = balances.asOf >= creditDaysOf(convention).from;
  return {
    detail: '',
    before: [
      words.unspent(articleOf(input, 'unspent'), isOver, formatDateInLetters(term)),
      ...envelopes,
      ...(Object.keys(ofWhole).length > 0 ? [words.unspentOf(null, ofWhole, isOver)] : []),
      ...wholeLeaves(input, left, (nature) => ofWhole[nature] === undefined),
      ...parts,
    ],
    after: [
      ...outstandingAt(input, term, hasBegun),
      ...(isLeft ? [parts.length > 0 ? words.returnableUnder : returnable] : []),
    ],
    advice: [
      ...(hasBegun ? [] : [{ code: 'notBegun' as const, year: convention.creditYear, date: balances.asOf }]),
      isLeft ? { code: 'cause' } : { code: 'nothingLeft', date: balances.asOf },
      ...partsLeftOut(input),
    ],
    isJustified: isLeft,
  };
}

/** True when a blocking ceiling of the whole convention leaves something, and less than its envelopes add up to. */
function isBounded(input: DocumentInput, left: (of: Left) => number): boolean {
  const whole = leftOfWhole(input);
  return NATURES.some((nature) => {
    const ofWhole = whole[nature]?.isBlocking ? left(whole[nature]) : 0;
    return ofWhole > 0 && ofWhole < sumLeft(input, nature, left);
  });
}

/**
 * The sentence on a ceiling of the whole convention that does not block, where it leaves less than the envelopes whose
 * sum the letter gives all the same.
 */
function wholeLeaves(
  input: DocumentInput,
  left: (of: Left) => number,
  isSummed: (nature: Nature) => boolean,
): readonly string[] {
  const whole = leftOfWhole(input);
  const below = NATURES.filter((nature) => {
    const { [nature]: of } = whole;
    const sum = sumLeft(input, nature, left);
    return of && !of.isBlocking && isSummed(nature) && sum > 0 && left(of) < sum;
  });
  return below.length === 0 ? [] : [words.leaves(null, below, amountsOf(whole, left))];
}

/** The sentences on each blocking ceiling over a programme or a titre that leaves less than its envelopes add up to. */
function partBounds(input: DocumentInput, left: (of: Left) => number): readonly string[] {
  return leftOfParts(input).flatMap((of) => {
    const rest = (nature: Nature): number => (of[nature]?.isBlocking ? left(of[nature]) : Infinity);
    const bounded = NATURES.filter((nature) => rest(nature) < sumLeft(input, nature, left, of.under));
    return bounded.length === 0 ? [] : [words.leaves(of.part, bounded, amountsOf(of, left))];
  });
}

/** Envelopes are not fungible: what one exceeds takes nothing from what another leaves. */
function sumLeft(
  input: DocumentInput,
  nature: Nature,
  left: (of: Left) => number,
  envelopes = input.convention.envelopes,
): number {
  const summed = leftOf(input).filter(({ envelope }) => envelopes.includes(envelope));
  return summed.reduce((sum, { [nature]: of }) => sum + (of ? Math.max(0, left(of)) : 0), 0);
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
    isJustified: asked.length > 0,
  };
}

function adviceOnTransfers(input: DocumentInput, { asked, free, uncovered }: TransferPlan): readonly WriterAdvice[] {
  const lacksIn = (of: readonly CreditsLeft[]): readonly Lack[] => excessesIn(of, (left) => left?.available ?? 0);
  const ofWhole = lacksIn([leftOfWhole(input)]);
  const ofParts = lacksIn(leftOfParts(input));
  const isPlanned = asked.length > 0 || free.length > 0;
  const advice: readonly WriterAdvice[] = [
    ...(asked.length > 0 ? [{ code: 'cause' as const }] : []),
    ...withoutConsent(free),
    ...(uncovered.length === 0 ? [] : [isPlanned ? { code: 'notAsked' as const, lacks: uncovered } : NO_GIVER]),
    ...(ofWhole.length === 0 ? [] : [{ code: 'wholeLacks' as const, lacks: ofWhole }]),
    ...(ofParts.length === 0 ? [] : [{ code: 'partsLack' as const, lacks: ofParts }]),
    ...partsLeftOut(input),
  ];
  return advice.length > 0 ? advice : [{ code: 'noLack', date: input.balances.asOf }];
}

const NO_GIVER: WriterAdvice = { code: 'noGiver' };

function amendment(input: DocumentInput): KindText {
  const found = amendmentOf(input);
  const article = articleOf(input, 'amendment');
  if (!found) {
    const before = [words.someAmendment(article)];
    const advice = [{ code: 'noAmendment' as const }];
    return { detail: words.amendmentName(null), before, after: [], advice, isJustified: false };
  }
  const name = words.amendmentName(found);
  const signedOn = found.signedOn === null ? null : formatDateInLetters(found.signedOn);
  return {
    detail: name,
    before: [
      words.amendment(article, name, signedOn, found.dates.map(formatDateInLetters)),
      ...(found.changes.length > 0 ? [words.amends] : []),
    ],
    after: [],
    advice: found.others.length > 0 ? [{ code: 'otherAmendments', dates: found.dates, references: found.others }] : [],
  };
}

function termination(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const months = Math.max(LEAST_NOTICE, convention.noticeMonths);
  const notice = terminationNotice(convention);
  const ends = notice?.noticeEnds ?? addMonths(balances.asOf, months);
  const left = textsOf({ AE: unused(input, 'AE').cents, CP: unused(input, 'CP').cents });
  const date = formatDateInLetters(balances.asOf);
  return {
    detail: '',
    before: [
      words.termination(articleOf(input, 'termination')),
      words.effect(months),
      ...(Object.keys(left).length > 0 ? [words.left(date, words.ofNatures(left)), ...exceedings(input, left)] : []),
      ...(Object.keys(left).length > 0 ? boundsOfLeft(input) : []),
      ...outstandingIn(input, words.leftToPay),
      words.proposal,
      ...finalReport(input),
    ],
    after: [words.receipt],
    advice: [
      ...(ends >= convention.endsOn ? [{ code: 'noEffect' as const, notice: ends, end: convention.endsOn }] : []),
      ...partsLeftOut(input),
      { code: 'signatory' },
    ],
  };
}

/** The sentences on the ceilings over several envelopes that leave less than these. */
function boundsOfLeft(input: DocumentInput): readonly string[] {
  const left = (of: Left): number => of.remaining;
  return [...wholeLeaves(input, left, () => true), ...partBounds(input, left)];
}

/**
 * Cents that are not consumed: the rest of the whole convention, or the sum of those of its envelopes, which only a
 * blocking ceiling over them lowers.
 */
function unused(input: DocumentInput, nature: Nature): { readonly cents: number; readonly isSum: boolean } {
  const { [nature]: whole } = leftOfWhole(input);
  const sum = sumLeft(input, nature, (of) => of.remaining);
  const isSum = !whole || (!whole.isBlocking && whole.remaining < sum);
  return { cents: isSum ? sum : whole.remaining, isSum };
}

/**
 * The sentence on a sum of envelopes that the excess of others, in the same nature, does not lower; none where none is
 * exceeded, nor on the rest of the whole convention.
 */
function exceedings(input: DocumentInput, left: AmountTexts): readonly string[] {
  const summed = NATURES.filter((nature) => left[nature] !== undefined && unused(input, nature).isSum);
  const exceeded = leftOf(input).filter((of) => summed.some((nature) => (of[nature]?.remaining ?? 0) < 0));
  return exceeded.length === 0 ? [] : [words.leftByEnvelope(exceeded.map(({ envelope }) => envelope.label))];
}

/** The report at the end of the convention, when it states one. */
function finalReport({ convention }: DocumentInput): readonly string[] {
  const duty = convention.duties.find(({ type }) => type === 'finalReport');
  return duty && duty.article !== '' ? [words.finalReport(words.article(duty.article))] : [];
}
