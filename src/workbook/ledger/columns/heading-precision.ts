/**
 * How well a heading names a field, where several columns could be it: « Date de paiement » names the payment better
 * than « Date de mandatement », an earlier stage, and « Date EJ » the commitment better than « Date de notification du
 * marché ». The place of a column in its table plays no part.
 */
import { groupedBy } from '../../../domain/grouped';
import { comparable } from '../../../domain/text';
import type { ColumnField } from '../column-field';
import { wordsOfHeading, type Concept } from '../heading-words';
import { stageOf } from '../rows/whole-ledger/issued-words';

/** A column that may be a field. */
interface Rival {
  readonly field: ColumnField;
  readonly position: number;
  readonly heading: string;
  readonly isChosen: boolean;
}

/** A column, with the number of its filled cells. */
interface NamedColumn {
  readonly position: number;
  readonly heading: string;
  readonly filled: number;
}

/** A column whose values are mostly of another kind outranks no other. */
const LEAST_SHARE = 0.5;
/** Fields whose values the convention names. */
const BY_NAMES: ReadonlySet<ColumnField> = new Set<ColumnField>(['budgetLine', 'ministerialAxis2']);
const ALL_NAMES = 0.9;
/** « Date EJ » has two words; « CP » is no plainer than « Montant CP ». */
const PLAIN = 2;
const NO_AMOUNTS: readonly Concept[] = ['date', 'on', 'number'];
/** « Date du marché », « N° marché Chorus »: of the contract, under which there may be several EJ. */
const OF_A_CONTRACT = 2;
/** « Date de création EJ », « Date de demande »: what comes before the act. */
const BEFORE_THE_ACT = 1;
const CREATION = /(?:^| )(?:creation|creee?s?|creer|saisie?s?)(?: |$)/;
const JURIDICAL = /(?:^| )juridiques?(?: |$)/;
const SERVED = /(?:^| )(?:sf|services? faits?|constat[a-z]{0,5}|certif[a-z]{0,9})(?: |$)/;
const DELIVERED = /(?:^| )livr[a-z]{1,6}(?: |$)/;

/** A number that grows with how well the words name the field; 0 for a field that is not judged so. */
function precisionOf(field: ColumnField, heading: string): number {
  const words = comparable(heading);
  const { concepts } = wordsOfHeading(heading);
  if (concepts.has('withoutTax')) return 0;
  switch (field) {
    case 'commitmentDate':
    case 'ejNumber':
    case 'ae':
      return commitmentPrecision(field, concepts, words);
    case 'paymentDate':
    case 'cp':
      return paymentPrecision(heading, concepts);
    case 'serviceDate':
      return SERVED.test(words) || concepts.has('serviceWord') ? 3 : DELIVERED.test(words) ? 2 : 1;
    case 'receiptDate':
      return concepts.has('receipt') ? 2 : 1;
    default:
      return 0;
  }
}

/** The EJ itself, then its order, then its signature or its notification; the contract is above them all. */
function commitmentPrecision(
  field: 'commitmentDate' | 'ejNumber' | 'ae',
  concepts: ReadonlySet<Concept>,
  words: string,
) {
  const has = (concept: Concept): boolean => concepts.has(concept);
  const own = has(field === 'ae' ? 'ae' : 'ej') || JURIDICAL.test(words);
  const act = own ? 10 : has('commitment') || has('ej') || has('ae') ? 9 : has('order') ? 6 : has('signed') ? 6 : 4;
  const isBefore = CREATION.test(words);
  return act - (has('contract') || has('convention') ? OF_A_CONTRACT : 0) - (isBefore ? BEFORE_THE_ACT : 0);
}

/** The later the stage, the better; « DP » is what teams call their payments, before « Mandat ». */
function paymentPrecision(heading: string, concepts: ReadonlySet<Concept>): number {
  const stage = stageOf(heading) ?? 0;
  return stage + (stage === 3 && concepts.has('dp') ? 0.5 : 0);
}

/** The values of a column, as a field. */
interface Judged {
  /** The share of its filled cells that read as the field; 0 without any. */
  readonly share: number;
  readonly filled: number;
}

/**
 * The claims that no better column outranks: of a better heading over values of the field, or of values that are all
 * names of the convention. A column that the user chose is never outranked.
 */
export function withoutOutranked<C extends Rival>(claims: readonly C[], judge: (claim: C) => Judged): readonly C[] {
  const kept = new Set<C>();
  for (const [field, rivals] of groupedBy(claims, (claim) => claim.field)) {
    const isOutranked = BY_NAMES.has(field) ? outrankedByNames(rivals, judge) : outrankedByWords(rivals, judge);
    for (const claim of rivals) if (claim.isChosen || !isOutranked(claim)) kept.add(claim);
  }
  return claims.filter((claim) => kept.has(claim));
}

/** By a better heading over values of the field. A sheet may repeat one heading 16,384 times. */
function outrankedByWords<C extends Rival>(rivals: readonly C[], judge: (claim: C) => Judged): (claim: C) => boolean {
  const precisions = new Map(rivals.map((claim) => [claim, precisionOf(claim.field, claim.heading)]));
  const precisionAt = (claim: C): number => precisions.get(claim) ?? 0;
  const lowest = Math.min(...precisions.values());
  const better = rivals.filter((claim) => precisionAt(claim) > lowest);
  better.sort((one, other) => precisionAt(other) - precisionAt(one));
  const best = better.find((claim) => judge(claim).share >= LEAST_SHARE);
  return (claim) => best !== undefined && precisionAt(best) > precisionAt(claim);
}

/** By values that are all names of the convention: « Poste » over its postes, beside « Type de dépense » over a few. */
function outrankedByNames<C extends Rival>(rivals: readonly C[], judge: (claim: C) => Judged): (claim: C) => boolean {
  if (rivals.length < 2) return () => false;
  const judged = new Map(rivals.map((claim) => [claim, judge(claim)]));
  const named = [...judged.values()].filter(({ share }) => share >= ALL_NAMES);
  const fullest = Math.max(...named.map(({ filled }) => filled));
  return (claim) => {
    const own = judged.get(claim);
    return own !== undefined && own.share < ALL_NAMES && fullest * 2 >= own.filled;
  };
}

/** « AE Chorus », « CP mandatés »: a copy, or another stage, of the amounts that the team follows under « Montant AE ». */
const COPIED = /(?:^| )(?:chorus|reel(?:le)?s?|demandee?s?|mandatee?s?|ordonnancee?s?|liquidee?s?)(?: |$)/;

function isCopyOfAmounts(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  const isAmount = (concepts.has('ae') || concepts.has('cp')) && !NO_AMOUNTS.some((one) => concepts.has(one));
  return isAmount && COPIED.test(comparable(heading).replace(/[^a-z]/g, ' '));
}

/**
 * The columns in the order in which equal ones are taken: no copy, then the plainest heading, then the fullest, then by
 * its text.
 */
export function plainestFirst(columns: readonly NamedColumn[]): readonly number[] {
  const judged = columns.map(({ position, heading, filled }) => {
    const { concepts, unknown } = wordsOfHeading(heading);
    const words = concepts.size + unknown + (/\d/.test(heading) ? 1 : 0); // « AE (80 %) » is no plain « AE »
    return { position, heading, filled, copies: Number(isCopyOfAmounts(heading)), words: Math.max(words, PLAIN) };
  });
  judged.sort(
    (one, other) =>
      one.copies - other.copies ||
      one.words - other.words ||
      other.filled - one.filled ||
      compared(one.heading, other.heading) ||
      one.position - other.position,
  );
  return judged.map(({ position }) => position);
}

function compared(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
