/** The entries of a forecast: the month of the credit year in which the amounts of a row are realised or expected. */
import { addDays, daysInMonth, isoDate, partsOf, yearOf, type CivilDate } from '../calendar/civil-date';
import type { Convention } from './convention';
import type { ForecastBook } from './forecast-book';
import type { DateReading, LedgerRow } from './ledger';
import type { RowEffect } from './row-effects';

/** The credit year at a date. Months are numbered from 0. */
export interface ForecastYear {
  readonly lastDay: CivilDate;
  readonly phase: 'before' | 'during' | 'after';
  /** The month of the date, within the year. */
  readonly current: number;
  readonly isMonthOver: boolean;
  readonly monthOf: (date: CivilDate) => number;
}

/** The credit year of a convention at a date. */
export function forecastYearAt({ creditYear }: Convention, asOf: CivilDate): ForecastYear {
  const year = String(creditYear).padStart(4, '0');
  const lastDay = isoDate(`${year}-12-31`);
  const monthEnds = Array.from({ length: 11 }, (_, month) =>
    isoDate(`${year}-${String(month + 1).padStart(2, '0')}-${daysInMonth(creditYear, month + 1)}`),
  );
  const monthOf = (date: CivilDate): number => {
    let month = 0;
    while (date > (monthEnds[month] ?? Number.POSITIVE_INFINITY)) month++;
    return month;
  };
  const phase = yearOf(asOf) < creditYear ? 'before' : asOf >= lastDay ? 'after' : 'during';
  const isMonthOver = partsOf(addDays(asOf, 1)).day === 1;
  return { lastDay, phase, current: monthOf(asOf), isMonthOver, monthOf };
}

/** Enters the AE of a row: realised in the month of its commitment, or to come. */
export function noteCommitment(
  book: ForecastBook,
  row: LedgerRow,
  now: RowEffect,
  later: RowEffect,
  year: ForecastYear,
): void {
  const { commitmentDate: reading } = row;
  const month = reading.kind === 'date' ? year.monthOf(reading.date) : year.current;
  book.realise(month, now.aeConsumed, true);
  if (year.phase !== 'during') return;
  const toCome = row.status === 'project' ? now.aeReserved : later.aeConsumed - now.aeConsumed;
  book.expect(Math.max(month, year.current), toCome);
}

/** Enters the CP of a row: realised in the month of its payment, or to come. */
export function notePayment(
  book: ForecastBook,
  row: LedgerRow,
  now: RowEffect,
  later: RowEffect,
  year: ForecastYear,
  paymentDays: number,
): void {
  const day = dayOf(row.paymentDate) ?? dueDay(row, paymentDays);
  const month = day === null ? year.current : year.monthOf(day);
  book.realise(month, now.cpConsumed, !now.onRap);
  if (year.phase !== 'during') return;
  const dueLater = row.paymentDate.kind === 'date' ? 0 : later.cpReserved;
  const toCome = now.cpReserved === 0 ? later.cpConsumed - now.cpConsumed + dueLater : now.cpReserved;
  book.expect(Math.max(month, year.current), toCome);
}

/**
 * The last day to pay a certified amount, `paymentDays` calendar days after (CCP art. R2192-10); null without any date.
 */
export function dueDay(row: LedgerRow, paymentDays: number): CivilDate | null {
  const [service, receipt] = [dayOf(row.serviceDate), dayOf(row.receiptDate)];
  const from = service === null || (receipt !== null && receipt > service) ? receipt : service;
  return from === null ? null : addDays(from, paymentDays);
}

function dayOf(reading: DateReading): CivilDate | null {
  return reading.kind === 'date' ? reading.date : null;
}
