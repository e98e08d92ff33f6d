/**
 * The year of an envelope month by month, for a drawing: consumed so far, then forecast, against the allocated credits.
 */
import type { ControlReport } from '../../application/dossier';
import { civilDate, daysInMonth, partsOf, yearOf } from '../../domain/calendar/civil-date';
import { allocatedCents, isAllocated, naturesOf } from '../../domain/envelopes/ceilings';
import { forecastOf } from '../../domain/envelopes/forecast';
import type { Nature } from '../../domain/money/nature';

/** Cents, at the end of each month from January. */
export interface MonthlyView {
  readonly nature: Nature;
  readonly cumulated: readonly number[];
  /** Null where nothing bounds the envelope. */
  readonly opened: readonly number[] | null;
  /** Number of months that are complete; the following ones hold a forecast. */
  readonly realised: number;
  /** At the date, in cents. */
  readonly consumed: number;
}

/** A nature whose figures are not calculable. */
export interface UnknownMonths {
  readonly nature: Nature;
  readonly cumulated: null;
}

/**
 * One view for each nature that the convention gives, as the documents have one chart for each; none for a code that is
 * not an envelope.
 */
export function monthlyViews({ charged, asOf }: ControlReport, code: string): readonly (MonthlyView | UnknownMonths)[] {
  const { convention } = charged;
  const forecast = forecastOf(charged).get(code);
  if (!forecast || !convention.envelopes.some((envelope) => envelope.code === code)) return [];
  const { creditYear } = convention;
  const begun = yearOf(asOf) < creditYear ? 0 : yearOf(asOf) > creditYear ? 12 : partsOf(asOf).month;
  return naturesOf(convention).map((nature) => {
    const ofNature = forecast[nature];
    if (ofNature === null) return { nature, cumulated: null };
    const { months, consumed } = ofNature;
    let sum = 0;
    return {
      nature,
      realised: months[begun - 1]?.forecast.isZero === false ? begun - 1 : begun,
      consumed: consumed.cents,
      cumulated: months.map((month) => (sum += month.realised.cents + month.forecast.cents)),
      opened: !isAllocated(convention, code, nature)
        ? null
        : months.map((_, month) => {
            const lastDay = civilDate(creditYear, month + 1, daysInMonth(creditYear, month + 1));
            return lastDay === null ? 0 : allocatedCents(convention, code, nature, lastDay);
          }),
    };
  });
}
