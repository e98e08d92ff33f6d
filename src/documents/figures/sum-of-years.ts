/** The credit years of an envelope in a nature, as one sum: in the Bilan, the État and the pane alike. */
import { sumOfGiven, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';

/** The credits of a year, in cents. */
export interface YearCredits {
  readonly year: number;
  /** Null where the convention gives none. */
  readonly allocated: KnownCents;
  /** Null where it is not calculable. */
  readonly consumed: KnownCents;
}

/** All years together. */
export interface SumOfYears {
  /** True when a year has credits; otherwise the sum is not given, as they are. */
  readonly isGiven: boolean;
  /** Null where it is not calculable: a year spends what the convention gives it no amount for. */
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
  /** The years that spend without credits, while others have some. */
  readonly unbounded: readonly number[];
}

/** The sum. A year that neither has credits nor spends adds nothing. */
export function sumOfYears(years: readonly YearCredits[]): SumOfYears {
  const isGiven = years.some(({ allocated }) => allocated !== null);
  const unbounded = years.filter(({ allocated, consumed }) => isGiven && allocated === null && consumed !== 0);
  return {
    isGiven,
    allocated: unbounded.length > 0 ? null : sumOfGiven(years.map(({ allocated }) => allocated)),
    consumed: sumOfKnown(years.map(({ consumed }) => consumed)),
    unbounded: unbounded.flatMap(({ year, consumed }) => (consumed === null ? [] : [year])),
  };
}
