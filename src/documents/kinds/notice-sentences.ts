/** The paragraphs of each letter, and the advice to its writer; a paragraph whose figure is nil is left out. */
import { addMonths } from '../../domain/calendar/civil-date';
import { naturesOf } from '../../domain/envelopes/ceilings';
import { endOfYear } from '../../domain/envelopes/duties/due-dates';
import { terminationNotice } from '../../domain/envelopes/termination';
import type { Clause } from '../../domain/envelopes/terms';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import { formatAmount, formatDateInLetters } from '../../messages/format';
import { NOTICE_WORDS as words, type AmountTexts } from '../../messages/documents/notices-fr';
import type { NoticeKind } from '../../workbook/document-names';
import type { WriterAdvice } from '../../workbook/writer-advice';
import type { DocumentInput } from '../input';
import { amendmentOf, leftOf, planTransfers, type EnvelopeLeft, type Left } from './notice-figures';

/** The shortest notice of the décret 2004-1085, art. 5, in months. */
const LEAST_NOTICE = 3;

/** A letter in words. */
export interface LetterText {
  readonly subject: string;
  readonly before: readonly string[];
  /** After the table. */
  readonly after: readonly string[];
  readonly advice: readonly WriterAdvice[];
}

/** The text of a letter of that kind. */
export function letterText(input: DocumentInput, kind: NoticeKind): LetterText {
  const unknown = naturesOf(input.convention)
    .filter((nature) => input.balances.missing[nature] !== null)
    .map((nature): WriterAdvice => ({ code: 'notCalculable', nature }));
  const { detail, advice: known, ...text } = TEXTS[kind](input);
  const isOfFigures = kind !== 'avenant' && kind !== 'resiliation';
  const advice: readonly WriterAdvice[] = isOfFigures && unknown.length > 0 ? [{ code: 'cause' }] : known;
  return {
    ...text,
    subject: words.subjects[kind](detail, input.convention.creditYear),
    advice: [...unknown, ...advice],
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
  const lacks = lackingOf(input);
  const date = formatDateInLetters(balances.asOf);
  const wouldSuspend = lacks.some((of) => NATURES.some((nature) => of[nature]?.isBlocked.available));
  const labels = lacks.map(({ envelope }) => envelope.label);
  const amounts = (of: EnvelopeLeft): string => words.inNatures(amountsOf(of, ({ available }) => -available));
  const [only, ...others] = lacks;
  const inBrackets = (clause: Clause): string => {
    const article = convention.articles[clause];
    return article === undefined ? '' : ` (${words.shortArticle(article)})`;
  };
  return {
    detail: labels.length === 0 ? '' : words.envelopes(labels),
    before: [
      words.insufficiency(
        articleOf(input, 'insufficiency'),
        words.ofEnvelopes(labels.length === 0 ? convention.envelopes.map(({ label }) => label) : labels),
      ),
      ...(only && others.length === 0 ? [words.lack(date, amounts(only))] : []),
      ...(others.length > 0
        ? [words.lacksOf(date), ...lacks.map((of) => words.lackOf(of.envelope.label, amounts(of)))]
        : []),
    ],
    after: [
      words.adjust(inBrackets('amendment'), inBrackets('envelopes')),
      ...(lacks.length === 0 || wouldSuspend ? [words.elseSuspended(articleOf(input, 'insufficiency'))] : []),
    ],
    advice: lacks.length === 0 ? [{ code: 'noLack', date: balances.asOf }] : [{ code: 'cause' }],
  };
}

function suspension(input: DocumentInput): KindText {
  const { convention, balances } = input;
  const exceeded = leftOf(input).filter((of) => NATURES.some((nature) => of[nature]?.isBlocked.remaining));
  const labels = exceeded.map(({ envelope }) => envelope.label);
  const isAll = labels.length === 0 || labels.length === convention.envelopes.length;
  const date = formatDateInLetters(balances.asOf);
  const total = (nature: Nature): number =>
    exceeded.reduce((sum, { [nature]: of }) => sum + (of?.isBlocked.remaining ? -of.remaining : 0), 0);
  const amounts = textsOf({ AE: total('AE'), CP: total('CP') });
  const outstanding = isAll ? outstandingOf(input) : outstandingOf(input, exceeded);
  return {
    detail: '',
    before: [
      words.suspension(labels.length === 0 ? '' : words.ofEnvelopes(labels)),
      words.suspended(
        isAll ? words.inFull : words.forEnvelopes(words.theEnvelopes(labels)),
        articleOf(input, 'insufficiency'),
      ),
      ...(exceeded.length > 0 ? [words.excess(date, words.inNatures(amounts))] : []),
    ],
    after: [words.noCommitment, ...(outstanding > 0 ? [words.stillDue(euros(outstanding))] : []), words.resumption],
    advice: [
      exceeded.length === 0 ? nothingBlocked(input) : { code: 'cause' },
      ...(isInformed(input) ? [] : [{ code: 'notInformed' as const }]),
    ],
  };
}

/** Why nothing is to be suspended: nothing is exceeded, or no more than the convention allows. */
function nothingBlocked(input: DocumentInput): WriterAdvice {
  const date = input.balances.asOf;
  const excesses = leftOf(input).flatMap((of) =>
    NATURES.filter((nature) => (of[nature]?.remaining ?? 0) < 0).map((nature) => ({
      envelope: of.envelope.label,
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
  const envelopes = leftOf(input).filter(({ AE, CP }) => (AE ? left(AE) : 0) > 0 || (CP ? left(CP) : 0) > 0);
  const outstanding = outstandingOf(input);
  return {
    detail: '',
    before: [
      words.unspent(articleOf(input, 'unspent'), isOver, formatDateInLetters(term)),
      ...envelopes.map((of) => words.unspentOf(of.envelope.label, amountsOf(of, left), isOver)),
    ],
    after: [
      ...(outstanding > 0 ? [words.outstanding(euros(outstanding), convention.creditYear + 1)] : []),
      ...(envelopes.length > 0 ? [words.returnable] : []),
    ],
    advice: envelopes.length === 0 ? [{ code: 'nothingLeft', date: balances.asOf }] : [{ code: 'cause' }],
  };
}

function transferRequest(input: DocumentInput): KindText {
  const { asked, uncovered } = planTransfers(input);
  return {
    detail: '',
    before: [
      words.notFungible(articleOf(input, 'envelopes')),
      ...asked.flatMap(({ giver, receiver, amounts }) => [
        words.request(words.ofNatures(textsOf(amounts)), giver.label, receiver.label),
        words.motive(receiver.label),
      ]),
      ...(asked.length === 0 ? [words.someRequest] : []),
    ],
    after: [words.noCommitmentBefore],
    advice:
      asked.length > 0
        ? [{ code: 'cause' }, ...(uncovered.length > 0 ? [{ code: 'notAsked' as const, lacks: uncovered }] : [])]
        : uncovered.length > 0
          ? [{ code: 'noGiver' }]
          : [{ code: 'noLack', date: input.balances.asOf }],
  };
}

/** The envelopes whose credits do not cover what is committed, paid and waiting. */
function lackingOf(input: DocumentInput): readonly EnvelopeLeft[] {
  return leftOf(input).filter(({ AE, CP }) => (AE?.available ?? 0) < 0 || (CP?.available ?? 0) < 0);
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
  // Envelopes are not fungible: what one exceeds takes nothing from what another leaves.
  const remaining = (nature: Nature): number =>
    leftOf(input).reduce((sum, of) => sum + Math.max(0, of[nature]?.remaining ?? 0), 0);
  const left = textsOf({ AE: remaining('AE'), CP: remaining('CP') });
  const outstanding = outstandingOf(input);
  const date = formatDateInLetters(balances.asOf);
  return {
    detail: '',
    before: [
      words.termination(articleOf(input, 'termination')),
      words.effect(months),
      ...(Object.keys(left).length > 0 ? [words.left(date, words.ofNatures(left)), ...exceedings(input, left)] : []),
      ...(outstanding > 0 ? [words.leftToPay(euros(outstanding))] : []),
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

/** The sentence on a sum of envelopes that the excess of others, in the same nature, does not lower; none without any. */
function exceedings(input: DocumentInput, left: AmountTexts): readonly string[] {
  const exceeded = leftOf(input).filter((of) =>
    NATURES.some((nature) => left[nature] !== undefined && (of[nature]?.remaining ?? 0) < 0),
  );
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

/**
 * Restes à payer of the whole convention, or of some envelopes, in cents; 0 when they are not calculable, which leaves
 * their sentence out.
 */
function outstandingOf({ convention, balances }: DocumentInput, of?: readonly EnvelopeLeft[]): number {
  if (balances.missing.outstanding !== null) return 0;
  const envelopes = of?.map(({ envelope }) => envelope) ?? convention.envelopes;
  return envelopes.reduce((sum, { code }) => sum + (centsOf(balances.outstanding(code)) ?? 0), 0);
}

function amountsOf(of: EnvelopeLeft, pick: (left: Left) => number): AmountTexts {
  return textsOf({ AE: of.AE ? pick(of.AE) : 0, CP: of.CP ? pick(of.CP) : 0 });
}

/** The amounts above zero, as written. */
function textsOf(cents: Readonly<Record<Nature, number>>): AmountTexts {
  const above = NATURES.filter((nature) => cents[nature] > 0);
  return Object.fromEntries(above.map((nature) => [nature, euros(cents[nature])]));
}

function euros(cents: number): string {
  return formatAmount(cents, 'fr');
}
