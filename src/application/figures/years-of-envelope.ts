/** The years of an envelope since the beginning of the convention: an excess of an earlier year is seen. */
import { sumOfYears } from '../../documents/figures/sum-of-years';
import { balancesByYear, creditsByYear } from '../../documents/figures/year-balances';
import { lessKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { ControlReport } from '../dossier';

/** Cents; null where not calculable. */
export interface YearFigures {
  /** `carriedOver`: what two years have by a report, less which they add up to the sum. */
  readonly year: number | 'carriedOver' | 'sum';
  /** False where the convention gives no credits: a dash, and not an amount that is not calculable. */
  readonly isGiven: boolean;
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
  /** Consumed above the allocated credits; 0 when nothing is, or when it is not calculable. */
  readonly excess: number;
}

/**
 * One line a year up to that of the report, the reports that two of them have, then their sum; none for a convention of
 * one year, or before its second. Takes the code of an envelope, or `'*'`.
 */
export function yearsOfEnvelope(
  { charged, balances }: ControlReport,
  envelope: string,
  nature: Nature,
): readonly YearFigures[] {
  const years = creditsByYear(balancesByYear(charged, balances), envelope, nature);
  if (years.length < 2) return [];
  const ofYears = years.map(({ year, allocated, consumed }) =>
    withExcess({ year, isGiven: allocated !== null, allocated, consumed }),
  );
  const { isGiven, allocated, consumed, carriedOver } = sumOfYears(years);
  return [
    ...ofYears,
    ...(carriedOver === 0 ? [] : [takenOut(carriedOver)]),
    withExcess({ year: 'sum', isGiven, allocated, consumed }),
  ];
}

function takenOut(cents: number): YearFigures {
  return { year: 'carriedOver', isGiven: true, allocated: -cents, consumed: 0, excess: 0 };
}

function withExcess(figures: Omit<YearFigures, 'excess'>): YearFigures {
  return { ...figures, excess: Math.max(0, lessKnown(figures.consumed, figures.allocated) ?? 0) };
}
