/**
 * The dates that bound a convention, and which of them a date breaks: before the signature, after the end, outside the
 * credit year, or after a closing date. One date breaks one bound, the most specific.
 */
import { type CivilDate, civilDate, yearOf } from '../../calendar/civil-date';
import type { BoundedEvent, Convention } from '../../envelopes/convention';
import { creditDaysOf, isOfCredits } from '../../envelopes/commitment-year';
import { coversYear } from '../../envelopes/credit-years';
import type { LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type RowControl } from '../control';
import type { FindingOf } from '../findings/finding';
import type { Inspection } from './inspection';
import { NOT_CALM, type CalmDays } from './row-traits';

type PeriodRule = 'PER-01' | 'PER-02' | 'PER-03' | 'PER-04';

/** A date column that the period bounds. */
export type BoundedField = 'commitmentDate' | 'serviceDate' | 'paymentDate';

interface Bounded {
  readonly field: BoundedField;
  readonly event: BoundedEvent;
  readonly consumesCredits: boolean;
}

/** The date columns that the period bounds, with the event that each dates. */
export const BOUNDED_EVENTS: readonly Bounded[] = [
  { field: 'commitmentDate', event: 'commitment', consumesCredits: true },
  { field: 'serviceDate', event: 'serviceCertified', consumesCredits: false },
  { field: 'paymentDate', event: 'payment', consumesCredits: true },
];

/**
 * A row control on one bound. On an earlier EJ of the RAP list only the payment is judged: the commitment, and perhaps
 * the service, came before the convention by definition.
 */
export function periodControl<C extends PeriodRule>(
  rule: C,
  detailsOf: (field: BoundedField, date: CivilDate, convention: Convention, row: LedgerRow) => FindingOf<C>['details'],
): RowControl<C> {
  return {
    rule,
    scope: 'row',
    needs: [],
    judges: BOUNDED_EVENTS.map(({ field }) => field),
    concerns: NOT_CALM,
    check(row, inspection, report) {
      for (const bounded of BOUNDED_EVENTS) {
        const { field } = bounded;
        const reading = row[field];
        if (reading.kind !== 'date' || brokenBy(row, reading.date, bounded, inspection) !== rule) continue;
        report(
          findingAt(rule, 'error', cellOf(row, field), detailsOf(field, reading.date, inspection.convention, row)),
        );
      }
    },
  };
}

/** True when that date of the row has a finding of its own (PER-01 to PER-04): no other control blames it too. */
export function breaksPeriod(row: LedgerRow, field: BoundedField, inspection: Inspection): boolean {
  const reading = row[field];
  return (
    reading.kind === 'date' &&
    BOUNDED_EVENTS.some(
      (bounded) => bounded.field === field && brokenBy(row, reading.date, bounded, inspection) !== null,
    )
  );
}

function brokenBy(
  row: LedgerRow,
  date: CivilDate,
  { event, consumesCredits }: Bounded,
  inspection: Inspection,
): PeriodRule | null {
  const { convention } = inspection;
  const rule = boundBroken(date, event, consumesCredits, convention);
  if (rule === null) return null;
  if (event !== 'payment' && isEarlier(row, inspection, rule, event)) return null;
  const isAllowedInAdvance =
    rule === 'PER-03' && event === 'commitment' && isOfCredits(row, date, creditDaysOf(convention));
  return isAllowedInAdvance ? null : rule;
}

/**
 * The days inside both the convention and the year of its credits, before any closing date; none when they do not meet.
 */
export function calmDaysOf({ signedOn, endsOn, creditYear, closing, paymentDays }: Convention): CalmDays {
  const closings = BOUNDED_EVENTS.flatMap(({ event }) => closing[event] ?? []);
  const [newYear, newYearsEve] = [civilDate(creditYear, 1, 1) ?? signedOn, civilDate(creditYear, 12, 31) ?? endsOn];
  return { first: Math.max(signedOn, newYear), last: Math.min(endsOn, newYearsEve, ...closings), paymentDays };
}

function isEarlier(row: LedgerRow, inspection: Inspection, rule: PeriodRule, event: BoundedEvent): boolean {
  return (event === 'commitment' || rule === 'PER-01') && inspection.commitments.isOnEarlier(row);
}

function boundBroken(
  date: CivilDate,
  event: BoundedEvent,
  consumesCredits: boolean,
  convention: Convention,
): PeriodRule | null {
  if (date < convention.signedOn) return 'PER-01';
  if (date > convention.endsOn && convention.endAppliesTo.includes(event)) return 'PER-02';
  if (consumesCredits && !coversYear(convention, yearOf(date))) return 'PER-03';
  const closing = convention.closing[event];
  return closing !== null && date > closing && yearOf(date) === yearOf(closing) ? 'PER-04' : null;
}
