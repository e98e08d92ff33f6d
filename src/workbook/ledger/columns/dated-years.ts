/**
 * The days of payments in columns of several years: « CP 2022 | Date de paiement | CP 2023 | Date de paiement ». Each
 * amount takes the day next to it, on the same side in the whole table, however many columns a year has.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';

interface Dated {
  readonly meaning: ReadonlyMap<LedgerField, number>;
  readonly rank: number;
  readonly year: number | null;
}

/** Below, an amount or a day may be of something else. */
const SURE = 0.6;

/**
 * The payments beside their own days, which decide, ranked as « Paiement 1 », « Paiement 2 » and without a year of
 * their own. Where days are among them and one has none beside it, no payment is read: it might take the
 * day of another.
 */
export function withDatedYears<H extends Dated>(headings: readonly H[]): readonly H[] {
  const paid = placesOf(headings, (one) => (one.meaning.get('cp') ?? 0) > SURE);
  const days = placesOf(headings, (one) => isDay(one) && one.year === null);
  const years = new Set(paid.map((at) => headings[at]?.year ?? null));
  if (years.size < 2) return headings;
  const step = stepOf(headings, paid);
  // « CP 2024 | Date paiement 2024 | CP | Date paiement »: the years of both choose
  if (step !== null && years.has(null) && paid.some((at) => headings[at + step]?.year !== null)) return headings;
  if (step === null) return isAmong(days, paid) ? headings.map((one) => without(one, 'cp')) : headings;
  const rankAt = new Map(paid.flatMap((at, rank) => [at, at + step].map((one) => [one, rank + 1] as const)));
  return headings.map((heading, at) => {
    const rank = rankAt.get(at);
    return rank === undefined ? without(heading, 'paymentDate') : { ...heading, rank, year: null };
  });
}

function placesOf<H>(headings: readonly H[], isWanted: (heading: H) => boolean): readonly number[] {
  return headings.flatMap((heading, at) => (isWanted(heading) ? [at] : []));
}

/** The side of the days: 1 for the right, -1 for the left; null without a day beside each, or with both. */
function stepOf(headings: readonly Dated[], paid: readonly number[]): 1 | -1 | null {
  const [right, left] = ([1, -1] as const).map((step) =>
    paid.every((at) => hasDayBeside(headings[at], headings[at + step])),
  );
  const isLeftSure = left === true && paid.every((at) => isDay(headings[at - 1]));
  if (right === true) return isLeftSure ? null : 1;
  return left === true ? -1 : null;
}

/** True for a column of days of payment, of no year or of that of the amount. */
function hasDayBeside(amount: Dated | undefined, day: Dated | undefined): boolean {
  return day?.meaning.has('paymentDate') === true && (day.year === null || day.year === amount?.year);
}

function isDay(heading: Dated | undefined): boolean {
  return (heading?.meaning.get('paymentDate') ?? 0) > SURE;
}

/** Several columns of days of no year, or one between the amounts: that of all payments is before or after them. */
function isAmong(days: readonly number[], paid: readonly number[]): boolean {
  const [first = 0, last = 0] = [paid[0], paid.at(-1)];
  return days.length > 1 || days.some((day) => day > first && day < last);
}

function without<H extends Dated>(heading: H, field: LedgerField): H {
  if (!heading.meaning.has(field)) return heading;
  return { ...heading, meaning: new Map([...heading.meaning].filter(([one]) => one !== field)), rank: 1 };
}
