/**
 * The consumption at the end of the credit year (compte de gestion, « prévision d'atterrissage »), month by month.
 * Three parts, added:
 *
 * 1. Realised: consumed at the date, in the month of its event; without a date, in the month of the date asked for.
 * 2. Known: announced by the ledger. AE: what projets reserve, and firm rows dated later in the year. CP: due by the
 *    end of the year and not paid, in the month of its payment date, otherwise `paymentDays` after the later of receipt
 *    and service fait; and payments dated later in the year. A late payment is expected now; a debt is brought back to
 *    December, so that the landing is never below consumed + due.
 * 3. Trend, for the rest: the mean of the complete months elapsed since January (or the signature), without payments on
 *    the opening RAP, which do not recur. It tops up each month to come until the end of the convention, where that end
 *    applies to commitments (AE) or payments (CP), or until its termination. It never carries the landing above the
 *    credits open: only known operations may. The trends of the envelopes together stay within the ceiling of the whole
 *    convention too.
 *
 * Decommitments and avoirs to come are not expected; those of the current month are counted, and no trend makes up for
 * them. Before the year, on its last day and after it, the landing is the amount consumed: what is due and not paid
 * that day is paid with the CP of the next year. Exact: the mean is rounded to the cent, half up; the months add up to
 * the landing.
 */
import { yearOf } from '../calendar/civil-date';
import { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import { allocatedCents, ceilingOf, WHOLE_CONVENTION } from './ceilings';
import { chargedAt, type ChargedLedger } from './charged-ledger';
import type { Convention, Envelope } from './convention';
import { ForecastBook, sumOfPlans, withinCredits, type ForecastPlan } from './forecast-book';
import { forecastYearAt, noteCommitment, notePayment, type ForecastYear } from './forecast-entries';
import { boundedCents } from './figure-sums';
import { lastDayOf } from './termination';

/**
 * The basis of a landing: `before` and `after` the year, the consumed amount alone; `known`, no trend yet or none
 * needed; `trend`; `bounded`, a trend that the credits open cut short.
 */
export type ForecastMethod = 'before' | 'known' | 'trend' | 'bounded' | 'after';

/** One month of the credit year. */
export interface MonthForecast<N extends Nature = Nature> {
  readonly realised: Euros<N>;
  /** Known and trend. */
  readonly forecast: Euros<N>;
}

/** The forecast of one envelope for one nature. */
export interface Forecast<N extends Nature = Nature> {
  /** January to December; everything realised and forecast adds up to `landing`. */
  readonly months: readonly MonthForecast<N>[];
  readonly consumed: Euros<N>;
  readonly known: Euros<N>;
  readonly trend: Euros<N>;
  /** consumed + known + trend. */
  readonly landing: Euros<N>;
  /**
   * The landing if the credits open did not bound the trend: above them, they run out before the end of the year at
   * this pace.
   */
  readonly unbounded: Euros<N>;
  /** The mean of a month elapsed; zero when none has. */
  readonly monthly: Euros<N>;
  readonly method: ForecastMethod;
}

/** Both natures; never added. Null for a nature whose figures are not calculable. */
export type EnvelopeForecast = { readonly [N in Nature]: Forecast<N> | null };

/** By code of envelope; `'*'` is the sum of the envelopes, within the ceiling of the whole convention if it has one. */
export type Forecasts = ReadonlyMap<string, EnvelopeForecast>;

type Books = Readonly<Record<Nature, ForecastBook>>;

/**
 * The forecasts of every envelope at the date of the charges, over the rows that the figures count.
 * @example forecastOf(chargeLedger(ledger, convention, isoDate('2023-06-30'))).get('PDE')?.CP.landing
 */
export function forecastOf(charged: ChargedLedger): Forecasts {
  const { convention, asOf, missing, assign, effectOf } = charged;
  const year = forecastYearAt(convention, asOf);
  const books = new Map<string, Books>(
    convention.envelopes.map(({ code }) => [code, { AE: new ForecastBook(), CP: new ForecastBook() }]),
  );
  const effectAtTheEnd = chargedAt(charged, year.lastDay).effectOf;
  for (const row of charged.ledger.rows) {
    const assignment = assign(row);
    const mine = assignment.kind === 'assigned' ? books.get(assignment.envelope.code) : undefined;
    if (!mine) continue;
    const effect = effectOf(row);
    const later = effectAtTheEnd === effectOf ? effect : effectAtTheEnd(row);
    noteCommitment(mine.AE, row, effect, later, year);
    notePayment(mine.CP, row, effect, later, year, convention.paymentDays);
  }
  const plansOf = (nature: Nature): ReadonlyMap<string, ForecastPlan> => {
    const plans = new Map<string, ForecastPlan>();
    if (missing[nature] !== null) return plans;
    for (const envelope of convention.envelopes) {
      const book = books.get(envelope.code)?.[nature];
      if (book) plans.set(envelope.code, planOf(book, envelope, nature, convention, year));
    }
    const credits =
      convention.ceilings[nature] === null
        ? Infinity
        : allocatedCents(convention, WHOLE_CONVENTION, nature, year.lastDay);
    return plans.set(WHOLE_CONVENTION, withinCredits(sumOfPlans([...plans.values()]), credits));
  };
  const plans = { AE: plansOf('AE'), CP: plansOf('CP') };
  return new Map(
    [...books.keys(), WHOLE_CONVENTION].map((code) => {
      const [ae, cp] = [plans.AE.get(code), plans.CP.get(code)];
      return [code, { AE: ae ? forecastFrom<'AE'>(ae, year) : null, CP: cp ? forecastFrom<'CP'>(cp, year) : null }];
    }),
  );
}

function planOf(
  book: ForecastBook,
  envelope: Envelope,
  nature: Nature,
  convention: Convention,
  year: ForecastYear,
): ForecastPlan {
  const allocated = allocatedCents(convention, envelope.code, nature, year.lastDay);
  const isBounded = ceilingOf(convention, envelope, nature) !== null;
  const { signedOn, endsOn, endAppliesTo } = convention;
  const end = lastDayOf(convention);
  const first = yearOf(signedOn) > convention.creditYear ? 12 : year.monthOf(signedOn);
  // A termination ends the commitments, whatever the term of the convention bounds (PER-09).
  const isEnded =
    endAppliesTo.includes(nature === 'AE' ? 'commitment' : 'payment') || (nature === 'AE' && end < endsOn);
  const last = !isEnded ? 11 : yearOf(end) < convention.creditYear ? -1 : year.monthOf(end);
  const elapsed = year.current - (year.isMonthOver ? 0 : 1);
  const plan = book.extend({ first, last, elapsed, current: year.current }, year.phase === 'during');
  return withinCredits(plan, isBounded ? allocated : Infinity);
}

function forecastFrom<N extends Nature>(
  { months, realised, known, trend, wanted, monthly }: ForecastPlan,
  { phase }: ForecastYear,
): Forecast<N> {
  return {
    months: months.map((month) => ({
      realised: euros<N>(month.realised),
      forecast: euros<N>(month.known + month.trend),
    })),
    consumed: euros(realised),
    known: euros(known),
    trend: euros(trend),
    landing: euros(realised + known + trend),
    unbounded: euros(realised + known + wanted),
    monthly: euros(monthly),
    method: phase !== 'during' ? phase : trend < wanted ? 'bounded' : trend > 0 ? 'trend' : 'known',
  };
}

function euros<N extends Nature>(cents: number): Euros<N> {
  return Euros.fromCents<N>(boundedCents(cents));
}
