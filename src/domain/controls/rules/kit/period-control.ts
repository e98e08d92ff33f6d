/** The common form of the controls on the bounds of the convention (PER-01 to PER-04). */
import { civilDate, yearOf, type CivilDate } from '../../../calendar/civil-date';
import { creditDaysOf, isOfCredits } from '../../../envelopes/commitment-year';
import type { Convention } from '../../../envelopes/convention';
import { conventionAt, creditYearsOf } from '../../../envelopes/credit-years';
import type { LedgerRow } from '../../../envelopes/ledger';
import { cellOf, findingAt, type RowControl } from '../../control-contract';
import type { Inspection } from '../../facts/inspection';
import {
  BOUNDED_COLUMNS,
  boundBroken,
  type BoundedColumn,
  type BoundedField,
  type PeriodRule,
} from '../../facts/period';
import { NOT_CALM } from '../../facts/row-traits';
import type { OpeningRapDetails } from '../../findings/details/per';
import type { FindingOf } from '../../findings/finding';

/**
 * A row control on one bound. On an earlier EJ of the RAP list only the payment is judged: the commitment, and perhaps
 * the service, came before the convention by definition. Of a row that its ledger gives to an earlier year, only a date
 * too late is; of a decommitment, only a date too early.
 */
export function periodControl<C extends PeriodRule>(
  rule: C,
  detailsOf: (
    field: BoundedField,
    date: CivilDate,
    convention: Convention,
    row: LedgerRow,
    rap: OpeningRapDetails,
  ) => FindingOf<C>['details'],
): RowControl<C> {
  return {
    rule,
    scope: 'row',
    needs: [],
    judges: BOUNDED_COLUMNS.map(({ field }) => field),
    concerns: NOT_CALM,
    check(row, inspection, report) {
      for (const bounded of BOUNDED_COLUMNS) {
        const { field } = bounded;
        const reading = row[field];
        if (reading.kind !== 'date' || brokenBy(row, reading.date, bounded, inspection) !== rule) continue;
        if (field === 'commitmentDate' && repeatsItsEj(row, inspection)) continue;
        const details = detailsOf(field, reading.date, inspection.convention, row, rapFor(row, field, inspection));
        report(findingAt(rule, 'error', cellOf(row, field), details));
      }
    },
  };
}

/** True for a payment that repeats the date of its EJ: the row that commits is judged, or EJ-01 asks for it. */
function repeatsItsEj({ ae, cp, ej }: LedgerRow, inspection: Inspection): boolean {
  if (ae.kind !== 'absent' || cp.kind !== 'amount' || cp.cents <= 0 || ej.kind !== 'ej') return false;
  return inspection.commitments.isCommitted(ej.number) || inspection.has('ae');
}

/** The opening RAP of the envelope of an EJ that is dated before the credits, and that no list names: it may be for it. */
function rapFor(row: LedgerRow, field: BoundedField, inspection: Inspection): OpeningRapDetails {
  const { commitments } = inspection;
  if (field !== 'commitmentDate' || row.ej.kind !== 'ej' || commitments.isEarlier(row.ej.number)) return {};
  const assignment = inspection.assignmentOf(row);
  if (assignment.kind !== 'assigned' || !commitments.isDatedEarlier(row.ej.number)) return {};
  const { cents } = assignment.envelope.openingRap;
  return cents > 0 ? { rap: cents } : {};
}

/** True when that date of the row has a finding of its own (PER-01 to PER-04): no other control reports it too. */
export function breaksPeriod(row: LedgerRow, field: BoundedField, inspection: Inspection): boolean {
  return boundOf(row, field, inspection) !== null;
}

/** The control that reports that date of the row; null when none does. */
export function boundOf(row: LedgerRow, field: BoundedField, inspection: Inspection): PeriodRule | null {
  const reading = row[field];
  const bounded = BOUNDED_COLUMNS.find((column) => column.field === field);
  return reading.kind === 'date' && bounded !== undefined ? brokenBy(row, reading.date, bounded, inspection) : null;
}

/**
 * True for a row that lowers AE. What bounds commitments does not bound it: an EJ is also lowered once its year is over
 * (GBCP, art. 160: its AE are not available again), and an earlier date would free AE of the year.
 */
export function isDecommitment({ ae }: LedgerRow): boolean {
  return ae.kind === 'amount' && ae.cents < 0;
}

function brokenBy(row: LedgerRow, date: CivilDate, bounded: BoundedColumn, inspection: Inspection): PeriodRule | null {
  const { convention, commitments } = inspection;
  const { event } = bounded;
  const rule = boundBroken(date, bounded, convention);
  if (rule === null) return null;
  if (row.isOfEarlierYear && (rule === 'PER-01' || rule === 'PER-03')) return null;
  const mayBeEarlier = event === 'commitment' || (event !== 'payment' && rule === 'PER-01');
  if (mayBeEarlier && commitments.isOnEarlier(row)) return null;
  const isBeforeAll = yearOf(date) < (creditYearsOf(convention)[0] ?? convention.creditYear);
  if (event === 'commitment' && rule !== 'PER-01' && !isBeforeAll && isDecommitment(row)) return null;
  if (isBeforeAll && commitments.isOfKeptYears(row)) return null; // the ledger keeps those years: no typing error
  return rule === 'PER-03' && event === 'commitment' && isAllowedInAdvance(row, date, convention) ? null : rule;
}

/** True for a commitment in advance on the credits of a year of the convention, that of the controls or another. */
function isAllowedInAdvance(row: LedgerRow, date: CivilDate, convention: Convention): boolean {
  return creditYearsOf(convention).some((year) => {
    const newYear = civilDate(year, 1, 1);
    return newYear !== null && isOfCredits(row, date, creditDaysOf(conventionAt(convention, newYear)));
  });
}
