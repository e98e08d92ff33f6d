/** The years of an envelope since the beginning of the convention: an excess of an earlier year is seen. */
import { balancesByYear } from '../../documents/figures/year-balances';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { centsOf, lessKnown, sumOfGiven, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { ControlReport } from '../dossier';

/** Cents; null where not calculable. */
export interface YearFigures {
  /** Null for the sum of the years. */
  readonly year: number | null;
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
  const years = balancesByYear(charged, balances).flatMap(({ year, convention, balances: figures }): YearFigures[] => {
    const isKnown = envelope === WHOLE_CONVENTION || convention.envelopes.some(({ code }) => code === envelope);
    if (!isKnown) return [];
    const { allocated, consumed } = figures.figures({ envelope, line: null }, nature);
    return [figuresOf(year, centsOf(allocated), centsOf(consumed))];
  });
  if (years.length < 2) return [];
  const allocated = sumOfGiven(years.map((one) => one.allocated));
  return [...years, figuresOf(null, allocated, sumOfKnown(years.map((one) => one.consumed)))];
}

function figuresOf(year: number | null, allocated: KnownCents, consumed: KnownCents): YearFigures {
  return { year, allocated, consumed, excess: Math.max(0, lessKnown(consumed, allocated) ?? 0) };
}
