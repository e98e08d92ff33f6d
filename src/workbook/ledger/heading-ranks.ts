/**
 * Repeated groups of columns: « Paiement 1 | Date 1 | Paiement 2 | Date 2 », « Date paiement | CP | Date paiement | CP »,
 * « Acompte | Date acompte | Solde | Date solde », « Avance | Date | Acompte | Date | Solde | Date », « Facture 1 | Payé
 * le | Facture 2 | Payé le ». Each group has a rank; a heading that is not repeated has the first.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { wordsOfHeading, type Concept } from './heading-words';

/** A heading with its place in a repeated group. */
interface Ranked {
  readonly position: number;
  readonly text: string;
  readonly meaning: ReadonlyMap<LedgerField, number>;
  readonly rank: number;
}

/** The texts of the cells under a heading. */
export type ValuesUnder = (position: number) => readonly string[];

type Subject = 'commitment' | 'payment';

/** A meaning that is surer is kept, whatever the group. */
const BY_ITS_GROUP = 0.6;
/** A percent at most. */
const MOST_RATE = 100;
/** Further groups are left to the user. */
const MOST_RANKS = 24;
/** The number that a repeated heading is given in its table. */
const ADDED_NUMBER = / \((?!(?:19|20)\d{2}\))(\d{1,5})\)$/;
/** « Facture 2 Montant »: « Montant » under « Facture 2 ». */
const RANK_OF_TITLE = / (?:n° ?)?\d{1,2}(?= \p{L})/u;
const LAST_WORD_AND_NUMBER = /(?<= )\p{L}{1,20} \d{1,2}$/u;
const PAYS: readonly Concept[] = ['payment', 'dp', 'cp', 'instalment'];
const COMMITS: readonly Concept[] = ['commitment', 'ej', 'ae', 'order', 'amendment'];
const OF_AN_AMOUNT: ReadonlySet<Concept> = new Set<Concept>([
  ...(['amount', 'ae', 'commitment', 'ej', 'contract', 'order'] as const),
]);
/** Fields that each group has of its own. */
const OWN_FIELDS: Readonly<Record<'ae' | 'cp', readonly LedgerField[]>> = {
  ae: ['ae', 'commitmentDate'],
  cp: ['cp', 'paymentDate', 'dpNumber', 'dpLine', 'serviceDate', 'receiptDate'],
};

/** The field of « Montant », « Date » or « N° » in a group of this subject; null for another heading. */
type FieldOfRole = (subject: Subject | null, heading: string) => LedgerField | null;

/** The rank that the words of a heading or of the title of its group give; null without any. */
export function rankOfWords(text: string, group: string): number | null {
  const rank = wordsOfHeading(withoutAdded(text)).rank ?? (group === '' ? null : wordsOfHeading(group).rank);
  return rank === null || rank <= MOST_RANKS ? rank : 1;
}

/**
 * The headings of one table, ranked by their words; a heading that the table repeats without a number, by its turn. A
 * table beside it may have the same headings, and begins again.
 */
export function withOwnRanks<H extends Ranked>(
  headings: readonly (Omit<H, 'rank'> & { readonly rank: number | null })[],
): readonly H[] {
  const turns = new Map<string, number>();
  return headings.map((heading) => {
    const base = withoutAdded(heading.text);
    const turn = (turns.get(base) ?? 0) + 1;
    turns.set(base, turn);
    const typed = turn === 1 ? Number(ADDED_NUMBER.exec(heading.text)?.[1] ?? 1) : turn; // « Montant CP | CP (2) »
    return { ...heading, rank: heading.rank ?? (typed <= MOST_RANKS ? typed : 1) } as H;
  });
}

/** The headings with the rank of their group: above 1 only where an amount is repeated with it. */
export function withRanks<H extends Ranked>(
  headings: readonly H[],
  fieldOfRole: FieldOfRole,
  valuesUnder: ValuesUnder | null,
): readonly H[] {
  const instalments = withInstalments(withAmendments(withInvoices(headings)), valuesUnder);
  if (instalments.every(({ rank }) => rank === 1)) return withWholeOrParts(headings);
  const ranked = withWholeOrParts(withRoles(instalments, fieldOfRole));
  const repeated = (['ae', 'cp'] as const).filter((field) => ranksOf(ranked, field).size > 1);
  if (repeated.length === 0) return ranked.map((heading) => ({ ...heading, rank: 1 }));
  const own = new Set(repeated.flatMap((field) => OWN_FIELDS[field]));
  const ranks = new Set(repeated.flatMap((field) => [...ranksOf(ranked, field)]));
  return ranked.map((heading) => {
    const isOwn = ranks.has(heading.rank) && [...heading.meaning.keys()].some((field) => own.has(field));
    return { ...heading, rank: isOwn ? heading.rank : 1 };
  });
}

function ranksOf(headings: readonly Ranked[], field: LedgerField): ReadonlySet<number> {
  return new Set(headings.filter((heading) => isSurely(field, heading)).map(({ rank }) => rank));
}

function isSurely(field: LedgerField, { meaning }: Ranked): boolean {
  return (meaning.get(field) ?? 0) > BY_ITS_GROUP;
}

/**
 * « Montant CP | CP 1 | CP 2 »: the numbered columns are parts of the other one, or come after it. They are read where
 * each has its day; the other one is, where they have none.
 */
function withWholeOrParts<H extends Ranked>(headings: readonly H[]): readonly H[] {
  const paid = headings.filter((heading) => isSurely('cp', heading));
  const isNumbered = ({ text }: H): boolean => rankOfWords(text, '') !== null;
  const parts = paid.filter(isNumbered);
  const whole = paid.filter((one) => one.rank === 1 && !parts.includes(one));
  if (whole.length !== 1 || !parts.some(({ rank }) => rank === 1)) return headings;
  const isDated = ({ rank }: H): boolean => headings.some((one) => one.rank === rank && isSurely('paymentDate', one));
  const hasOwnDay = ({ rank }: H): boolean =>
    headings.some((one) => one.rank === rank && isNumbered(one) && isSurely('paymentDate', one));
  if (parts.some(hasOwnDay) && !parts.every(isDated)) return headings; // nothing gives the days of the whole
  const others = parts.length > 1 && parts.every(isDated) ? whole : parts;
  return headings.map((one) => (others.includes(one) ? { ...one, meaning: new Map<LedgerField, number>() } : one));
}

/**
 * « AE initiale | Avenant 1 | Avenant 2 »: parts of what is committed, each a group of its own, with its « Date
 * avenant ». A column of the whole amount is read alone.
 */
function withAmendments<H extends Ranked>(headings: readonly H[]): readonly H[] {
  const initial = headings.filter(({ text }) => isInitial(text));
  const further = headings.filter(({ text }) => isAmendment(text));
  const dates = headings.filter(({ text }) => isDate(text) && has(text, 'amendment'));
  const isWhole = headings.some((one) => !further.includes(one) && (one.meaning.get('ae') ?? 0) > 0);
  if (initial.length !== 1 || further.length === 0 || isWhole) return headings;
  return headings.map((heading) => {
    const at = further.indexOf(heading);
    const dated = dates.length === further.length ? dates.indexOf(heading) : -1;
    if (dated >= 0) return { ...heading, meaning: new Map([['commitmentDate', 1]]), rank: dated + 2 };
    if (at < 0 && heading !== initial[0]) return heading;
    return { ...heading, meaning: new Map([['ae', 1]]), rank: at < 0 ? 1 : at + 2 };
  });
}

/**
 * « Facture 1 | Date paiement 1 | Facture 2 | Date paiement 2 », « Montant facture 1 | Payé le »: each invoice is what is
 * paid on the day beside it, where no column is of the CP. « N° facture 1 » and « Date facture 1 » are none of it.
 */
function withInvoices<H extends Ranked>(headings: readonly H[]): readonly H[] {
  if (headings.some(({ meaning }) => (meaning.get('cp') ?? 0) > BY_ITS_GROUP)) return headings;
  const invoices = headings.filter(({ text }) => isInvoice(text));
  const isUnderTitle = (text: string): boolean => invoices.some((one) => one.text.endsWith(` ${withoutAdded(text)}`));
  const paid = headings.filter(({ text, rank }) => {
    const hasAmount = headings.some((one) => one.rank === rank && has(one.text, 'amount') && !isDate(one.text));
    return has(text, 'amount') ? isInvoice(text) || isUnderTitle(text) : isInvoice(text) && !hasAmount;
  });
  const ranks = new Set(paid.map(({ rank }) => rank));
  const isOne = (of: readonly H[], rank: number): boolean => of.filter((one) => one.rank === rank).length === 1;
  const days = headings.filter(({ meaning }) => (meaning.get('paymentDate') ?? 0) > BY_ITS_GROUP);
  if (ranks.size < 2 || ![...ranks].every((rank) => isOne(paid, rank) && isOne(days, rank))) return headings;
  return headings.map((heading) => (paid.includes(heading) ? { ...heading, meaning: new Map([['cp', 1]]) } : heading));
}

/** « Facture 1 », « Montant facture n° 2 »: no date, and no number of its own. */
export function isInvoice(text: string): boolean {
  const { concepts, unknown } = wordsOfHeading(withoutAdded(text).replace(RANK_OF_TITLE, ''));
  const isAlone = [...concepts].every((one) => one === 'invoice' || one === 'amount');
  return unknown === 0 && concepts.has('invoice') && isAlone;
}

/** « AE initiale », « Montant initial », « Initial »: no date, no number, no other amount. */
export function isInitial(text: string): boolean {
  const { concepts, unknown } = wordsOfHeading(withoutAdded(text));
  const isAlone = [...concepts].every((one) => one === 'allocated' || OF_AN_AMOUNT.has(one));
  return unknown === 0 && isAlone && /\binitia(?:l|le|ux)\b/i.test(text);
}

/** « Avenant 1 », « AE complémentaires », « Montant de l'avenant ». */
export function isAmendment(text: string): boolean {
  const { concepts, unknown } = wordsOfHeading(withoutAdded(text));
  const isAlone = [...concepts].every((one) => one === 'amendment' || OF_AN_AMOUNT.has(one));
  return unknown === 0 && concepts.has('amendment') && isAlone;
}

/**
 * « Avance | Date | Acompte | Date | Solde | Date »: instalments without a number, each before its own day, are payments
 * in their order. Null where one has no day after it, another day may be of one, a column is of the CP, or one may hold
 * rates.
 */
function datedInstalments<H extends Ranked>(headings: readonly H[], valuesUnder: ValuesUnder): readonly H[] | null {
  const paid = headings.filter(({ text }) => partOf(text) !== null);
  if (new Set(paid.map(({ text }) => partOf(text))).size < paid.length) return null;
  const unnumbered = paid.filter(({ text }) => has(text, 'instalment')).map(({ rank }) => rank);
  if (new Set(unnumbered).size === unnumbered.length) return null;
  const days = paid.map((one) => {
    const next = headings[headings.indexOf(one) + 1];
    return next !== undefined && isDayOfPart(next.text, one.text) ? next : undefined;
  });
  const isOther = (one: H): boolean =>
    !(paid.includes(one) || days.includes(one)) &&
    (isSurely('cp', one) || isSurely('paymentDate', one) || has(one.text, 'instalment') || isDayOfPart(one.text, ''));
  const mayBeRates = ({ position }: H): boolean => {
    const values = valuesUnder(position);
    const numbers = values.map((value) => Number(value.replace(/ ?%$/, '').replace(',', '.')));
    const isShare = values.some((value) => value.includes('%')) || numbers.some((one) => one > 0 && one <= 1);
    return isShare || (values.length > 0 && numbers.every((one) => one <= MOST_RATE));
  };
  if (days.includes(undefined) || headings.some(isOther) || paid.some(mayBeRates)) return null;
  return headings.map((heading) => {
    const [at, ofDay] = [paid.indexOf(heading), days.indexOf(heading)];
    if (at >= 0) return { ...heading, meaning: new Map([['cp', 1]]), rank: at + 1 };
    return ofDay < 0 ? heading : { ...heading, meaning: new Map([['paymentDate', 1]]), rank: ofDay + 1 };
  });
}

const OF_A_PART: ReadonlySet<Concept> = new Set<Concept>(['instalment', 'amount', 'payment', 'remaining', 'cp']);

const PAID_PART = /^(?:montant (?:de l'|du |de la |d')?)?(avance|acompte(?: \d)?|solde)(?: (?:verse|paye|regle)e?)?$/;

/** « avance » of « Montant avance », « Avance versée »; null for « Acompte restant », « Acomptes versés », which may be sums. */
function partOf(text: string): string | null {
  return PAID_PART.exec(comparable(withoutAdded(text)))?.[1] ?? null;
}

/** « Date », « Payé le », « Date avance » after « Avance »: no day when it is due, invoiced or planned. */
function isDayOfPart(text: string, part: string): boolean {
  const { concepts, unknown } = wordsOfHeading(withoutAdded(text));
  const isNamed = has(text, 'instalment') || isLastInstalment(text);
  const isOfPart = [...concepts].every((one) => one === 'date' || one === 'on' || OF_A_PART.has(one));
  return (
    isDate(text) && unknown === 0 && isOfPart && (!isNamed || comparable(text).includes(comparable(withoutAdded(part))))
  );
}

/** « Acompte » and « Solde » are payments where both have a date; « Solde » is what is left otherwise. */
function withInstalments<H extends Ranked>(headings: readonly H[], valuesUnder: ValuesUnder | null): readonly H[] {
  const dated = valuesUnder && datedInstalments(headings, valuesUnder);
  if (dated !== null) return dated;
  const { first, last } = instalmentsOf(headings);
  const before = Math.max(1, ...first.map(({ rank }) => rank));
  return headings.map((heading) => (last.includes(heading) ? { ...heading, rank: before + 1 } : heading));
}

/** The payments, and the balance with its own date that is the last of them; nothing without such a balance. */
function instalmentsOf<H extends Ranked>(
  headings: readonly H[],
): { readonly first: readonly H[]; readonly last: readonly H[] } {
  const balances = headings.filter(({ text }) => isLastInstalment(text));
  const dates = headings.filter((heading, at) => isNextDate(heading, headings[at - 1]));
  const last = [...balances, ...dates];
  const first = headings.filter((one) => !last.includes(one) && isPayment(one));
  const isPair = last.length > 1 && last.some(({ text }) => isDate(text)) && balances.some(({ text }) => !isDate(text));
  const ofInstalments = first.filter(({ text }) => has(text, 'instalment')).length;
  const hasOtherGroup = headings.some(({ text }) => balances.some((one) => one.text.endsWith(` ${text}`)));
  // « CP » beside « Acompte » and « Solde », or beside « Date | Montant » under another title
  const mayBeSum = ofInstalments === 0 ? hasOtherGroup : ofInstalments < first.length;
  return isPair && first.length > 0 && !mayBeSum ? { first, last } : { first: [], last: [] };
}

/** « Payé le », after « Solde » and repeated from the payment before it. */
function isNextDate({ text }: Ranked, before: Ranked | undefined): boolean {
  return (
    before !== undefined && isLastInstalment(before.text) && !isDate(before.text) && isRepeated(text) && isDate(text)
  );
}

/** « Acompte », « 1er versement », « Montant CP ». */
function isPayment({ text, meaning }: Ranked): boolean {
  return has(text, 'instalment') || (meaning.get('cp') ?? 0) > BY_ITS_GROUP;
}

/** The meaning of bare « Date 1 », « Montant 1 »: by the other headings of its rank. */
function withRoles<H extends Ranked>(headings: readonly H[], fieldOfRole: FieldOfRole): readonly H[] {
  const { first } = instalmentsOf(headings);
  const repeated = new Set(headings.filter(({ rank }) => rank > 1).map(({ text }) => baseOf(text)));
  const isRepeated = ({ text }: Ranked): boolean =>
    repeated.has(baseOf(text)) || repeated.has(baseOf(underTitle(text)));
  const subjects = new Map<number, Subject | null>();
  for (const heading of headings.filter((one) => isRepeated(one) || first.includes(one))) {
    const subject = subjectOfWords(heading.text) ?? subjects.get(heading.rank) ?? null;
    subjects.set(heading.rank, subject);
  }
  // « Solde », repeated by two tables side by side, is what is left, without instalments nor a date of its own.
  const hasInstalments =
    headings.some(({ text }) => has(text, 'instalment') || (isLastInstalment(text) && isDate(text))) ||
    first.length > 0;
  return headings.map((heading) => {
    if (!isRepeated(heading) || (isLastInstalment(heading.text) && !hasInstalments)) return heading;
    const subject = subjectOfWords(heading.text) ?? subjects.get(heading.rank) ?? null;
    const own = repeated.has(baseOf(heading.text)) ? heading.text : underTitle(heading.text);
    const field = fieldOfRole(subject, withoutAdded(own)) ?? fieldOfInstalment(own);
    return field === null || [...heading.meaning.values()].some((score) => score > BY_ITS_GROUP)
      ? heading
      : { ...heading, meaning: new Map([[field, 1]]) };
  });
}

/** « Date 1 » of « Échéancier Date 1 », whose title is over it and over « CP 1 », « Date 2 »; others as they are. */
function underTitle(text: string): string {
  return LAST_WORD_AND_NUMBER.exec(text)?.[0] ?? text;
}

function subjectOfWords(text: string): Subject | null {
  const { concepts } = wordsOfHeading(withoutAdded(text));
  const [pays, commits] = [PAYS.some((one) => concepts.has(one)), COMMITS.some((one) => concepts.has(one))];
  if (isLastInstalment(text)) return 'payment';
  return pays === commits ? null : pays ? 'payment' : 'commitment';
}

function fieldOfInstalment(text: string): LedgerField | null {
  if (!has(text, 'instalment') && !isLastInstalment(text)) return null;
  return isDate(text) ? 'paymentDate' : has(text, 'number') ? 'dpNumber' : 'cp';
}

/** The words of a heading without its rank, in any order. */
function baseOf(text: string): string {
  if (has(text, 'instalment') || isLastInstalment(text)) return isDate(text) ? 'instalment date' : 'instalment';
  const { concepts, unknown } = wordsOfHeading(withoutAdded(text));
  return unknown > 0 ? withoutAdded(text) : [...concepts].sort().join(' ');
}

/** « Acompte 1 », « Avance », « 2e acompte »: no date, no other amount. */
export function isInstalment(text: string): boolean {
  const { concepts, unknown } = wordsOfHeading(withoutAdded(text));
  const isAlone = [...concepts].every(
    (one) => one === 'instalment' || one === 'number' || one === 'one' || one === 'two',
  );
  return unknown === 0 && concepts.has('instalment') && isAlone;
}

/** « Solde », of an instalment before it or of what is left. */
export function isLastInstalment(text: string): boolean {
  return /\bsoldes?\b/i.test(text) && !has(text, 'ae') && !has(text, 'cp');
}

function isDate(text: string): boolean {
  return has(text, 'date') || has(text, 'on');
}

function has(text: string, concept: Concept): boolean {
  return wordsOfHeading(withoutAdded(text)).concepts.has(concept);
}

/** True for a heading that its table repeats without a number. */
export function isRepeated(text: string): boolean {
  return ADDED_NUMBER.test(text);
}

function withoutAdded(text: string): string {
  return text.replace(ADDED_NUMBER, '');
}
