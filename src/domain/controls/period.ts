/**
 * The three dates that bound a convention, and which of them a date breaks: before the signature, after the end, or outside the credit
 * year. One date breaks one bound, the most specific.
 */
import type { CivilDate } from '../calendar/civil-date';
import { civilDate, yearOf } from '../calendar/civil-date';
import type { BoundedEvent, Convention } from '../envelopes/convention';
import { coversYear } from '../envelopes/credit-years';
import type { LedgerRow } from '../envelopes/ledger';
import type { RowControl } from './control';
import { cellOf, findingAt } from './control';
import type { FindingOf } from './finding';
import type { Inspection } from './inspection';
import { NOT_CALM, type CalmDays } from './row-traits';

type PeriodRule = 'PER-01' | 'PER-02' | 'PER-03';

/** A date column that the period bounds. */
export type BoundedField = 'commitmentDate' | 'serviceDate' | 'paymentDate';

const EVENTS: readonly { readonly field: BoundedField; readonly event: BoundedEvent; readonly consumesCredits: boolean }[] = [
  { field: 'commitmentDate', event: 'commitment', consumesCredits: true },
  { field: 'serviceDate', event: 'serviceCertified', consumesCredits: false },
  { field: 'paymentDate', event: 'payment', consumesCredits: true },
];

/**
 * A row control on one bound. On an earlier EJ of the RAP list only the payment is judged: the commitment, and perhaps the service, came
 * before the convention by definition.
 */
export function periodControl<C extends PeriodRule>(
  rule: C,
  detailsOf: (field: BoundedField, date: CivilDate, convention: Convention) => FindingOf<C>['details'],
): RowControl<C> {
  return {
    rule,
    scope: 'row',
    needs: [],
    judges: EVENTS.map(({ field }) => field),
    concerns: NOT_CALM,
    check(row, inspection, report) {
      for (const { field, event, consumesCredits } of EVENTS) {
        const reading = row[field];
        if (reading.kind !== 'date' || boundBroken(reading.date, event, consumesCredits, inspection.convention) !== rule) continue;
        if (event !== 'payment' && isEarlier(row, inspection, rule, event)) continue;
        report(findingAt(rule, 'error', cellOf(row, field), detailsOf(field, reading.date, inspection.convention)));
      }
    },
  };
}

/** The days inside both the convention and the year of its credits; none when the two do not meet. */
export function calmDaysOf({ signedOn, endsOn, creditYear }: Convention): CalmDays {
  const [newYear, newYearsEve] = [civilDate(creditYear, 1, 1) ?? signedOn, civilDate(creditYear, 12, 31) ?? endsOn];
  return { first: Math.max(signedOn, newYear), last: Math.min(endsOn, newYearsEve) };
}

function isEarlier(row: LedgerRow, inspection: Inspection, rule: PeriodRule, event: BoundedEvent): boolean {
  return (event === 'commitment' || rule === 'PER-01') && inspection.commitments.isOnEarlier(row);
}

function boundBroken(date: CivilDate, event: BoundedEvent, consumesCredits: boolean, convention: Convention): PeriodRule | null {
  if (date < convention.signedOn) return 'PER-01';
  if (date > convention.endsOn && convention.endAppliesTo.includes(event)) return 'PER-02';
  return consumesCredits && !coversYear(convention, yearOf(date)) ? 'PER-03' : null;
}
