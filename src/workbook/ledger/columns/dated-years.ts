/**
 * The days of amounts in columns of several years: « CP 2022 | Date de paiement | CP 2023 | Date de paiement », or
 * « AE 2022 | Date EJ | AE 2023 | Date EJ ». Each amount takes the day next to it, on the same side in the whole table,
 * however many columns a year has.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';

interface Dated {
  readonly meaning: ReadonlyMap<LedgerField, number>;
  readonly rank: number;
  readonly year: number | null;
}

/** Below, an amount or a day may be of something else. */
const SURE = 0.6;

type DayField = 'commitmentDate' | 'paymentDate';

/**
 * The amounts beside their own days, which decide, ranked as « Paiement 1 », « Paiement 2 » and without a year of
 * their own. Where days are among payments and one has none beside it, no payment is read: it might take the
 * day of another.
 */
export function withDatedYears<H extends Dated>(headings: readonly H[]): readonly H[] {
  return withDatedAmounts(withDatedAmounts(headings, 'cp', 'paymentDate'), 'ae', 'commitmentDate');
}

function withDatedAmounts<H extends Dated>(headings: readonly H[], nature: 'ae' | 'cp', day: DayField): readonly H[] {
  const amounts = placesOf(headings, (one) => (one.meaning.get(nature) ?? 0) > SURE);
  const years = new Set(amounts.map((at) => headings[at]?.year ?? null));
  if (years.size < 2) return headings;
  const step = stepOf(headings, amounts, day);
  // « CP 2024 | Date paiement 2024 | CP | Date paiement »: the years of both choose
  if (step !== null && years.has(null) && amounts.some((at) => headings[at + step]?.year !== null)) return headings;
  if (step === null) {
    const days = placesOf(headings, (one) => isDay(one, day) && one.year === null);
    return nature === 'cp' && isAmong(days, amounts) ? headings.map((one) => without(one, nature)) : headings;
  }
  const rankAt = new Map(amounts.flatMap((at, rank) => [at, at + step].map((one) => [one, rank + 1] as const)));
  return headings.map((heading, at) => {
    const rank = rankAt.get(at);
    return rank === undefined ? without(heading, day) : { ...heading, rank, year: null };
  });
}

function placesOf<H>(headings: readonly H[], isWanted: (heading: H) => boolean): readonly number[] {
  return headings.flatMap((heading, at) => (isWanted(heading) ? [at] : []));
}

/** The side of the days: 1 for the right, -1 for the left; null without a day beside each, or with both. */
function stepOf(headings: readonly Dated[], amounts: readonly number[], day: DayField): 1 | -1 | null {
  const [right, left] = ([1, -1] as const).map((step) =>
    amounts.every((at) => hasDayBeside(headings[at], headings[at + step], day)),
  );
  const isLeftSure = left === true && amounts.every((at) => isDay(headings[at - 1], day));
  if (right === true) return isLeftSure ? null : 1;
  return left === true ? -1 : null;
}

/** True for a column of such days, of no year or of that of the amount. */
function hasDayBeside(amount: Dated | undefined, beside: Dated | undefined, day: DayField): boolean {
  return beside?.meaning.has(day) === true && (beside.year === null || beside.year === amount?.year);
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
  return { ...heading, meaning: new Map([...heading.meaning].filter(([one]) => one !== field)), rank: 1 };
}
