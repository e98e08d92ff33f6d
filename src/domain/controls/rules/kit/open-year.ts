/** Amounts in columns of years that have not ended: no day shows what is made of them, or they are only planned. */
import { yearOf, type CivilDate } from '../../../calendar/civil-date';
import type { BlockHeadings, DateReading, LedgerRow } from '../../../envelopes/ledger';
import { marksOf } from '../../../envelopes/reading-facts';
import type { ColumnMissing } from '../../findings/details/don';

/** The amounts of a table in columns of years that end after this date, from the first one; null without any. */
export function openYearOf(
  rows: readonly LedgerRow[],
  { paysBy }: BlockHeadings,
  asOf: CivilDate,
): NonNullable<ColumnMissing['open']> | null {
  const isToCome = (day: DateReading): boolean => day.kind === 'date' && day.date > asOf;
  const isInYear = (row: LedgerRow): boolean => marksOf(row).some(({ about }) => about === 'aeInYear');
  const committed = rows.filter((row) => isToCome(row.commitmentDate) && isInYear(row));
  const paid = paysBy === 'year' ? rows.filter(({ paymentDate }) => isToCome(paymentDate)) : [];
  const [ae, cp] = [sumOf(committed, 'ae'), sumOf(paid, 'cp')];
  if (ae === 0 && cp === 0) return null;
  const days = [
    ...committed.map(({ commitmentDate }) => commitmentDate),
    ...paid.map(({ paymentDate }) => paymentDate),
  ];
  const year = Math.min(...days.map((day) => (day.kind === 'date' ? yearOf(day.date) : Number.POSITIVE_INFINITY)));
  return { year, asOf, ae, cp };
}

/** The sum of an amount of some rows, in cents. */
export function sumOf(rows: readonly LedgerRow[], field: 'ae' | 'cp'): number {
  return rows.reduce((sum, { [field]: reading }) => sum + (reading.kind === 'amount' ? reading.cents : 0), 0);
}
