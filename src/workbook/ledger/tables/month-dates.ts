/** Headings of months that are dates shown as « janv-23 »: the first day of each month, or the last. */
import { addDays, partsOf, type CivilDate } from '../../../domain/calendar/civil-date';
import type { CellValue } from '../../cells';
import type { CellReader } from '../read-cells';
import type { Row } from '../sheet-rows';

const FEWEST_MONTHS = 3;
const SHORTEST_MONTH = 28;

/**
 * The row with its dates as « mois 01/2023 », when every number of it is the date of a month that follows the one at
 * its left; otherwise the same row.
 */
export function withMonthsAsTexts(row: Row, cells: CellReader): Row {
  if (!mayHeadMonths(row)) return row;
  let last: number | null = null;
  for (const value of row) {
    if (typeof value !== 'number') continue;
    const month = monthNumberOf(value, cells);
    if (month === null || (last !== null && month !== last + 1)) return row;
    last = month;
  }
  return row.map((value) => textOfMonth(value, cells));
}

/** False for almost every row of a ledger, before any of its dates is read. */
function mayHeadMonths(row: Row): boolean {
  let numbers = 0;
  for (const value of row) {
    if (typeof value !== 'number') continue;
    if (!Number.isInteger(value)) return false;
    numbers++;
  }
  return numbers >= FEWEST_MONTHS;
}

/** Months since the year 0; null for any other number. */
function monthNumberOf(value: number, cells: CellReader): number | null {
  const date = edgeOfMonth(value, cells);
  if (date === null) return null;
  const { year, month } = partsOf(date);
  return year * 12 + month;
}

/** The date of a number, when it begins or ends a month. */
function edgeOfMonth(value: number, cells: CellReader): CivilDate | null {
  const reading = cells.date(value);
  if (reading.kind !== 'date') return null;
  const { day } = partsOf(reading.date);
  const isEdge = day === 1 || (day >= SHORTEST_MONTH && partsOf(addDays(reading.date, 1)).day === 1);
  return isEdge ? reading.date : null;
}

function textOfMonth(value: CellValue, cells: CellReader): CellValue {
  const date = typeof value === 'number' ? edgeOfMonth(value, cells) : null;
  if (date === null) return value;
  const { year, month } = partsOf(date);
  return `mois ${String(month).padStart(2, '0')}/${year}`;
}
