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
 *    applies to commitments (AE) or payments (CP), and never carries the landing above the credits open: only known
 *    operations may.
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
import { ForecastBook } from './forecast-book';
import { forecastYearAt, noteCommitment, notePayment, type ForecastYear } from './forecast-entries';
import { boundedCents } from './figure-sums';

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

/** By code of envelope; `'*'` is the sum of the envelopes. */
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
  const forecasts = new Map<string, EnvelopeForecast>();
  for (const envelope of convention.envelopes) {
    const mine = books.get(envelope.code);
    if (mine)
      forecasts.set(
        envelope.code,
        bothNatures((nature) =>
          missing[nature] === null ? forecastIn(mine[nature], envelope, nature, convention, year) : null,
        ),
      );
  }
  const all = [...forecasts.values()];
  const whole = bothNatures((nature) => (missing[nature] === null ? sumOf(forecastsOf(all, nature), year) : null));
  return forecasts.set(WHOLE_CONVENTION, whole);
}

function forecastIn<N extends Nature>(
  book: ForecastBook,
  envelope: Envelope,
  nature: N,
  convention: Convention,
  year: ForecastYear,
): Forecast<N> {
  const allocated = allocatedCents(convention, envelope.code, nature, year.lastDay);
  const isBounded = ceilingOf(convention, envelope, nature) !== null;
  const { signedOn, endsOn, endAppliesTo } = convention;
  const first = yearOf(signedOn) > convention.creditYear ? 12 : year.monthOf(signedOn);
  const isEnded = endAppliesTo.includes(nature === 'AE' ? 'commitment' : 'payment');
  const last = !isEnded ? 11 : yearOf(endsOn) < convention.creditYear ? -1 : year.monthOf(endsOn);
  const elapsed = year.current - (year.isMonthOver ? 0 : 1);
  const plan = book.extend(
    { first, last, elapsed, current: year.current },
    isBounded ? allocated : Infinity,
    year.phase === 'during',
  );
  const months = plan.months.map(({ realised, forecast }) => ({
    realised: euros<N>(realised),
    forecast: euros<N>(forecast),
  }));
  return {
    months,
    consumed: euros(plan.realised),
    known: euros(plan.known),
    trend: euros(plan.trend),
    landing: euros(plan.realised + plan.known + plan.trend),
    unbounded: euros(plan.realised + plan.known + plan.wanted),
    monthly: euros(plan.monthly),
    method:
      year.phase !== 'during' ? year.phase : plan.trend < plan.wanted ? 'bounded' : plan.trend > 0 ? 'trend' : 'known',
  };
}

function sumOf<N extends Nature>(forecasts: readonly Forecast<N>[], { phase }: ForecastYear): Forecast<N> {
  const total = (pick: (forecast: Forecast<N>) => Euros<N> | undefined): Euros<N> =>
    euros(forecasts.reduce((sum, forecast) => sum + (pick(forecast)?.cents ?? 0), 0));
  const months = Array.from({ length: 12 }, (_, month) => ({
    realised: total((forecast) => forecast.months[month]?.realised),
    forecast: total((forecast) => forecast.months[month]?.forecast),
  }));
  const strongest = (['bounded', 'trend'] as const).find((method) =>
    forecasts.some((forecast) => forecast.method === method),
  );
  return {
    months,
    consumed: total(({ consumed }) => consumed),
    known: total(({ known }) => known),
    trend: total(({ trend }) => trend),
    landing: total(({ landing }) => landing),
    unbounded: total(({ unbounded }) => unbounded),
    monthly: total(({ monthly }) => monthly),
    method: phase === 'during' ? (strongest ?? 'known') : phase,
  };
}

function euros<N extends Nature>(cents: number): Euros<N> {
  return Euros.fromCents<N>(boundedCents(cents));
}

function forecastsOf<N extends Nature>(all: readonly EnvelopeForecast[], nature: N): readonly Forecast<N>[] {
  return all.flatMap((one) => (one[nature] as Forecast<N> | null) ?? []);
}

function bothNatures(of: <N extends Nature>(nature: N) => Forecast<N> | null): EnvelopeForecast {
  return { AE: of('AE'), CP: of('CP') };
}
