/**
 * The credit years that a « bilan annuel » speaks of, under a convention of several (2023 convention, art. 2.2): one
 * report for each of them, whatever the register has: one row for all, or a row for each year.
 */
import { addMonths, yearOf } from '../../calendar/civil-date';
import type { Convention } from '../convention';
import { creditYearsOf } from '../credit-years';
import type { Duty } from '../terms';

/** Months after the end of a year in which a fixed day is that of its report; a later one is of the year it is in. */
const MONTHS_AFTER_YEAR = 6;

/**
 * The credit years of the reports that one row asks for, ascending; none when it asks for a single report, or has a
 * recurrence of its own.
 */
export function yearsOfReport(convention: Convention, duty: Duty): readonly number[] {
  const years = creditYearsOf(convention);
  if (years.length === 1 || !isYearlyReport(duty)) return [];
  const own = yearNamedBy(duty, years);
  const others = convention.duties.filter(isYearlyReport).map((other) => yearNamedBy(other, years));
  if (own === null || others.every((other) => other === null || other === own)) return years;
  return duty.dueOn === null ? [own] : [];
}

function isYearlyReport({ type, every }: Duty): boolean {
  return type === 'yearlyReport' && every === undefined;
}

/** The year of a row: the only one that its label names, or the one before its day; null when it has neither. */
function yearNamedBy({ label, dueOn }: Duty, years: readonly number[]): number | null {
  const [named, ...more] = years.filter((year) => label.includes(String(year)));
  if (named !== undefined && more.length === 0) return named;
  return dueOn && yearOf(addMonths(dueOn, -MONTHS_AFTER_YEAR));
}
