/** The credit years of an envelope in a nature, as one sum: in the Bilan, the État and the pane alike. */
import { sumOfGiven, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';

/** The credits of a year, in cents. */
export interface YearCredits {
  readonly year: number;
  /** Null where the convention gives none. */
  readonly allocated: KnownCents;
  /** Null where it is not calculable. */
  readonly consumed: KnownCents;
  /** Those that the next year has too, by a report. */
  readonly carriedOver: number;
}

/** All years together. */
export interface SumOfYears {
  /** True when a year has credits; otherwise the sum is not given, as they are. */
  readonly isGiven: boolean;
  /** Null where it is not calculable: a year spends what the convention gives it no amount for. */
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
  /** Cents that two years have by a report, and that the sum counts once. */
  readonly carriedOver: number;
  /** The years that spend without credits, while others have some. */
  readonly unbounded: readonly number[];
  /** The years of which more is carried over than they leave; the rest is new credits of the next year. */
  readonly carriedAbove: readonly CarriedAbove[];
}

/** The credits carried over above what a year leaves, in cents. */
export interface CarriedAbove {
  readonly year: number;
  readonly above: number;
}

/** The sum. A year that neither has credits nor spends adds nothing. */
export function sumOfYears(years: readonly YearCredits[]): SumOfYears {
  const isGiven = years.some(({ allocated }) => allocated !== null);
  const unbounded = years.filter(({ allocated, consumed }) => isGiven && allocated === null && consumed !== 0);
  const carriedOver = years.reduce((sum, year) => sum + countedTwice(year), 0);
  const allocated = sumOfGiven(years.map(({ allocated: ofYear }) => ofYear));
  return {
    isGiven,
    allocated: unbounded.length > 0 || allocated === null ? null : allocated - carriedOver,
    consumed: sumOfKnown(years.map(({ consumed }) => consumed)),
    carriedOver,
    unbounded: unbounded.flatMap(({ year, consumed }) => (consumed === null ? [] : [year])),
    carriedAbove: years
      .map((one) => ({ year: one.year, above: one.carriedOver - countedTwice(one) }))
      .filter(({ above }) => above > 0),
  };
}

/** The cents that a sum of the years takes out for this year. */
export function countedTwiceIn(years: readonly YearCredits[], year: number): number {
  return years.reduce((sum, one) => (one.year === year ? sum + countedTwice(one) : sum), 0);
}

/** The cents of a year that the next has too: a report takes from what it leaves, not from what it consumed. */
function countedTwice({ allocated, consumed, carriedOver }: YearCredits): number {
  return Math.min(carriedOver, Math.max(0, (allocated ?? 0) - (consumed ?? 0)));
}
