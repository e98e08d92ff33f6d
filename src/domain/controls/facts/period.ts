/**
 * The dates that bound a convention, and the bound that a date breaks: before the signature, after the end, outside the
 * credit year, or after a closing date. One date breaks one bound, the most specific.
 */
import { type CivilDate, civilDate, yearOf } from '../../calendar/civil-date';
import type { Convention } from '../../envelopes/convention';
import { coversYear } from '../../envelopes/credit-years';
import type { BoundedEvent } from '../../envelopes/terms';
import type { CalmDays } from './row-traits';

/** The rules on the bounds of the convention. */
export type PeriodRule = 'PER-01' | 'PER-02' | 'PER-03' | 'PER-04';

/** A date column that the period bounds. */
export type BoundedField = 'commitmentDate' | 'serviceDate' | 'paymentDate';

/** A bounded date column, with the event that it dates. */
export interface BoundedColumn {
  readonly field: BoundedField;
  readonly event: BoundedEvent;
  readonly consumesCredits: boolean;
}

/** The service, whose day consumes no credits. */
export const SERVICE_COLUMN: BoundedColumn = {
  field: 'serviceDate',
  event: 'serviceCertified',
  consumesCredits: false,
};

/** The date columns that the period bounds. */
export const BOUNDED_COLUMNS: readonly BoundedColumn[] = [
  { field: 'commitmentDate', event: 'commitment', consumesCredits: true },
  SERVICE_COLUMN,
  { field: 'paymentDate', event: 'payment', consumesCredits: true },
];

/** The bound that a date of that column breaks; null when it breaks none. */
export function boundBroken(
  date: CivilDate,
  { event, consumesCredits }: BoundedColumn,
  convention: Convention,
): PeriodRule | null {
  if (date < convention.signedOn) return 'PER-01';
  if (date > convention.endsOn && convention.endAppliesTo.includes(event)) return 'PER-02';
  if (consumesCredits && !coversYear(convention, yearOf(date))) return 'PER-03';
  const closing = convention.closing[event];
  return closing !== null && date > closing && yearOf(date) === yearOf(closing) ? 'PER-04' : null;
}

/**
 * The days inside both the convention and the year of its credits, before any closing date; none when they do not meet.
 */
export function calmDaysOf({ signedOn, endsOn, creditYear, closing, paymentDays }: Convention): CalmDays {
  const closings = BOUNDED_COLUMNS.flatMap(({ event }) => closing[event] ?? []);
  const [newYear, newYearsEve] = [civilDate(creditYear, 1, 1) ?? signedOn, civilDate(creditYear, 12, 31) ?? endsOn];
  return { first: Math.max(signedOn, newYear), last: Math.min(endsOn, newYearsEve, ...closings), paymentDays };
}
