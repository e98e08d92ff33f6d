/** The years of an envelope since the beginning of the convention: an excess of an earlier year is seen. */
import { sumOfYears } from '../../documents/figures/sum-of-years';
import { balancesByYear } from '../../documents/figures/year-balances';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { centsOf, lessKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { ControlReport } from '../dossier';

/** Cents; null where not calculable. */
export interface YearFigures {
  /** Null for the sum of the years. */
  readonly year: number | null;
  /** False where the convention gives no credits: a dash, and not an amount that is not calculable. */
  readonly isGiven: boolean;
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
  /** Consumed above the allocated credits; 0 when nothing is, or when it is not calculable. */
  readonly excess: number;
}

/**
 * One line a year up to that of the report, then their sum; none for a convention of one year, or before its second.
 * Takes the code of an envelope, or `'*'`.
 */
export function yearsOfEnvelope(
  { charged, balances }: ControlReport,
  envelope: string,
  nature: Nature,
): readonly YearFigures[] {
  const years = balancesByYear(charged, balances).flatMap(({ year, convention, balances: figures }) => {
    const isKnown = envelope === WHOLE_CONVENTION || convention.envelopes.some(({ code }) => code === envelope);
    if (!isKnown) return [];
    const { allocated, consumed } = figures.figures({ envelope, line: null }, nature);
    return [{ year, allocated: centsOf(allocated), consumed: centsOf(consumed) }];
  });
  if (years.length < 2) return [];
  const ofYears = years.map((one) => withExcess({ ...one, isGiven: one.allocated !== null }));
  const { isGiven, allocated, consumed } = sumOfYears(years);
  return [...ofYears, withExcess({ year: null, isGiven, allocated, consumed })];
}

function withExcess(figures: Omit<YearFigures, 'excess'>): YearFigures {
  return { ...figures, excess: Math.max(0, lessKnown(figures.consumed, figures.allocated) ?? 0) };
}
