/** Amounts in columns of years, at a date in one of these years: no day shows what is made of them. */
import { yearOf, type CivilDate } from '../../../calendar/civil-date';
import type { BlockHeadings, DateReading, LedgerRow } from '../../../envelopes/ledger';
import { marksOf } from '../../../envelopes/reading-facts';
import type { ColumnMissing } from '../../findings/details/don';

/** The amounts of a table in the columns of the year of this date, which count on its last day; null without any. */
export function openYearOf(
  rows: readonly LedgerRow[],
  { paysBy }: BlockHeadings,
  asOf: CivilDate,
): NonNullable<ColumnMissing['open']> | null {
  const year = yearOf(asOf);
  const isToCome = (day: DateReading): boolean => day.kind === 'date' && day.date > asOf && yearOf(day.date) === year;
  const isInYear = (row: LedgerRow): boolean => marksOf(row).some(({ about }) => about === 'aeInYear');
  const committed = rows.filter((row) => isToCome(row.commitmentDate) && isInYear(row));
  const paid = paysBy === 'year' ? rows.filter(({ paymentDate }) => isToCome(paymentDate)) : [];
  const [ae, cp] = [sumOf(committed, 'ae'), sumOf(paid, 'cp')];
  return ae === 0 && cp === 0 ? null : { year, asOf, ae, cp };
}

/** The sum of an amount of some rows, in cents. */
export function sumOf(rows: readonly LedgerRow[], field: 'ae' | 'cp'): number {
  return rows.reduce((sum, { [field]: reading }) => sum + (reading.kind === 'amount' ? reading.cents : 0), 0);
}
