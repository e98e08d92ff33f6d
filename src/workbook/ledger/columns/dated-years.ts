/**
 * The days of amounts in columns of several years: « CP 2022 | Date de paiement | CP 2023 | Date de paiement », or
 * « AE 2022 | Date EJ | AE 2023 | Date EJ ». Each amount takes the day next to it, on the same side in the whole table,
 * however many columns a year has.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { isRepeated } from '../heading-ranks';
import { wordsOfHeading } from '../heading-words';

interface Dated {
  readonly text: string;
  readonly meaning: ReadonlyMap<LedgerField, number>;
  readonly rank: number;
  readonly year: number | null;
}

/** Below, an amount or a day may be of something else. */
const SURE = 0.6;

type DayField = 'commitmentDate' | 'paymentDate';

/**
 * The amounts beside their own days, which decide, ranked as « Paiement 1 », « Paiement 2 » and without a year of
 * their own, those of later years apart. Where days are among amounts and one has none beside it, none of them is read:
 * it might take the day of another.
 */
export function withDatedYears<H extends Dated>(headings: readonly H[], creditYear: number | null): readonly H[] {
  const last = creditYear ?? Number.POSITIVE_INFINITY;
  const paid = withDatedAmounts(headings, { nature: 'cp', day: 'paymentDate' }, last);
  return withDatedAmounts(paid, { nature: 'ae', day: 'commitmentDate' }, last);
}

function withDatedAmounts<H extends Dated>(
  headings: readonly H[],
  { nature, day }: { readonly nature: 'ae' | 'cp'; readonly day: DayField },
  creditYear: number,
): readonly H[] {
  const isRead = ({ meaning, year }: H): boolean => (meaning.get(nature) ?? 0) > SURE && (year ?? 0) <= creditYear;
  const amounts = placesOf(headings, isRead);
  const days = placesOf(headings, (one) => isDay(one, day) && one.year === null);
  const areRepeated = days.some((at) => isRepeated(headings[at]?.text ?? ''));
  const years = new Set(amounts.map((at) => headings[at]?.year ?? null));
  // « AE 2023 | Date EJ | AE 2024 | Date EJ », whose second AE is to come
  const isAlone = amounts.length === 1 && !years.has(null) && areRepeated;
  if (years.size < 2 && !isAlone) return headings;
  const step = stepOf(headings, amounts, day);
  // « CP 2024 | Date paiement 2024 | CP | Date paiement »: the years of both choose
  if (step !== null && years.has(null) && amounts.some((at) => headings[at + step]?.year !== null)) return headings;
  if (step === null) {
    // « Date EJ » and « Date de notification » are of one EJ
    const areAmong = isAmong(days, amounts) && (nature === 'cp' || areRepeated);
    return areAmong ? headings.map((one) => without(one, nature)) : headings;
  }
  const rankAt = new Map(amounts.flatMap((at, rank) => [at, at + step].map((one) => [one, rank + 1] as const)));
  return headings.map((heading, at) => {
    const rank = rankAt.get(at);
    if (rank === undefined) return without(heading, day);
    // « Date » may be of either nature
    const own = amounts.includes(at) ? heading.meaning : new Map([[day as LedgerField, 1]]);
    return { ...heading, meaning: own, rank, year: null };
  });
}

function placesOf<H>(headings: readonly H[], isWanted: (heading: H) => boolean): readonly number[] {
  return headings.flatMap((heading, at) => (isWanted(heading) ? [at] : []));
}

/** Columns between an amount and its day, at most: « CP 2022 | N° DP | Date de paiement ». */
const [RIGHT, LEFT] = [
  [1, 2],
  [-1, -2],
];

/** The place of the days from their amounts; null without a day for each, or with one on both sides. */
function stepOf(headings: readonly Dated[], amounts: readonly number[], day: DayField): number | null {
  const isStep = (step: number): boolean =>
    amounts.every((at) => hasDayBeside(headings[at], headings[at + step], day) && !amounts.includes(at + step));
  const [right, left] = [RIGHT.find(isStep), LEFT.find(isStep)];
  if (right === undefined || left === undefined) return right ?? left ?? null;
  const isSure = (step: number): boolean => amounts.every((at) => isDay(headings[at + step], day));
  if (isSure(left)) return isSure(right) ? null : left;
  return right;
}

/** True for a column of such days, of no year or of that of the amount. */
function hasDayBeside(amount: Dated | undefined, beside: Dated | undefined, day: DayField): boolean {
  if (!beside || !(beside.meaning.has(day) || isBareDate(beside))) return false;
  return beside.year === null || beside.year === amount?.year;
}

/** « Date », « Le », of whatever it is beside. */
function isBareDate({ text }: Dated): boolean {
  const { concepts, unknown } = wordsOfHeading(text);
  return unknown === 0 && concepts.size === 1 && (concepts.has('date') || concepts.has('on'));
}

function isDay(heading: Dated | undefined, day: DayField): boolean {
  return (heading?.meaning.get(day) ?? 0) > SURE;
}

/** Several columns of days of no year, or one between the amounts: that of all payments is before or after them. */
function isAmong(days: readonly number[], amounts: readonly number[]): boolean {
  const [first = 0, last = 0] = [amounts[0], amounts.at(-1)];
  return days.length > 1 || days.some((day) => day > first && day < last);
}

function without<H extends Dated>(heading: H, field: LedgerField): H {
  if (!heading.meaning.has(field)) return heading;
  const meaning = new Map([...heading.meaning].filter(([one]) => one !== field));
  return { ...heading, meaning, rank: meaning.size > 0 ? heading.rank : 1 };
}
