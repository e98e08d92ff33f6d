/** Calendar months, as notices are counted (convention, art. 5: three months). */
import type { CivilDate } from './civil-date';
import { civilDate, daysInMonth, partsOf } from './civil-date';
import { assert } from '../result';

/**
 * The same day so many months later (earlier when negative), or the last day of that month when it has no such day.
 * @example addMonths(isoDate('2023-11-30'), 3) // 29 February 2024
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  assert(Number.isInteger(months), `months must be whole, got ${months}`);
  const { year, month, day } = partsOf(date);
  const monthFromZero = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthFromZero / 12);
  const newMonth = monthFromZero - newYear * 12 + 1;
  const moved = civilDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
  assert(moved !== null, `${months} months later is outside the calendar`);
  return moved;
}
