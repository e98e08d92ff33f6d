/**
 * The twelve months of one envelope and one nature, in whole cents: what is realised, what is known to come, and the
 * trend over both.
 */
import { assert } from '../result';

/**
 * Which months count, from 0: where the mean begins, where the trend ends, the last whole month elapsed, the month of
 * the date.
 */
export interface TrendMonths {
  readonly first: number;
  readonly last: number;
  readonly elapsed: number;
  readonly current: number;
}

/** The part that is realised, the part known to come and the trend, in cents. */
interface PlannedCents {
  readonly realised: number;
  readonly known: number;
  readonly trend: number;
}

/** The twelve months and their sums, in cents. `wanted` is the trend that nothing would bound. */
export interface ForecastPlan extends PlannedCents {
  readonly months: readonly PlannedCents[];
  readonly wanted: number;
  /** The mean of the whole months elapsed, rounded to the cent, half up; never negative. */
  readonly monthly: number;
}

/** A plan whose trend stays within credits (cents, or `Infinity`): the months are topped up in order while they allow. */
export function withinCredits(plan: ForecastPlan, credits: number): ForecastPlan {
  let room = Math.max(0, credits - plan.realised - plan.known);
  const months = plan.months.map((month) => {
    const trend = Math.min(month.trend, room);
    room -= trend;
    return { ...month, trend };
  });
  return { ...plan, months, trend: sum(months.map(({ trend }) => trend)) };
}

/** The plan of several envelopes together, month by month. */
export function sumOfPlans(plans: readonly ForecastPlan[]): ForecastPlan {
  const added = (all: readonly PlannedCents[]): PlannedCents => ({
    realised: sum(all.map(({ realised }) => realised)),
    known: sum(all.map(({ known }) => known)),
    trend: sum(all.map(({ trend }) => trend)),
  });
  const months = twelve().map((_, month) => added(plans.flatMap((plan) => plan.months[month] ?? [])));
  const [wanted, monthly] = [sum(plans.map((plan) => plan.wanted)), sum(plans.map((plan) => plan.monthly))];
  return { ...added(plans), months, wanted, monthly };
}

/** Collects rows, then extends them to the end of the year. */
export class ForecastBook {
  private readonly realised = twelve();
  private readonly recurring = twelve();
  private readonly known = twelve();

  /** Adds what is consumed; `recurs` when the trend may rest on it. */
  realise(month: number, cents: number, recurs: boolean): void {
    this.realised[month] = at(this.realised, month) + cents;
    if (recurs) this.recurring[month] = at(this.recurring, month) + cents;
  }

  /** Adds what is to come; what would lower the consumption is not expected. */
  expect(month: number, cents: number): void {
    if (cents > 0) this.known[month] = at(this.known, month) + cents;
  }

  /** The year to its end: the trend, which nothing bounds yet (`withinCredits`), tops up each month to come. */
  extend(months: TrendMonths, hasTrend: boolean): ForecastPlan {
    const monthly = hasTrend ? this.mean(months.first, months.elapsed) : 0;
    const plan = this.realised.map((realised, month) => {
      return { realised, known: at(this.known, month), trend: this.missing(month, monthly, months) };
    });
    const trend = sum(plan.map((month) => month.trend));
    return { months: plan, realised: sum(this.realised), known: sum(this.known), trend, wanted: trend, monthly };
  }

  /**
   * The gap between a month to come and the mean of those elapsed. Decommitments of the current month are no gap: they
   * lower the landing by their amount.
   */
  private missing(month: number, monthly: number, { elapsed, last, current }: TrendMonths): number {
    if (month <= elapsed || month > last) return 0;
    const done = month === current ? Math.max(0, at(this.recurring, month)) : 0;
    return Math.max(0, monthly - done - at(this.known, month));
  }

  private mean(first: number, last: number): number {
    const count = last - first + 1;
    if (count <= 0) return 0;
    const total = Math.max(0, sum(this.recurring.slice(first, last + 1)));
    const rest = total % count;
    return (total - rest) / count + (2 * rest >= count ? 1 : 0);
  }
}

function twelve(): number[] {
  return new Array<number>(12).fill(0);
}

function at(months: readonly number[], month: number): number {
  const cents = months[month];
  assert(cents !== undefined, `a month of the year is from 0 to 11, got ${month}`);
  return cents;
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, one) => total + one, 0);
}
