/**
 * What stands out among the dates, the amounts and the EJ of a row, as bits worked out once: nothing in nearly every row of a kept ledger,
 * which six controls then let through at a glance.
 */
import type { AmountReading, DateReading, LedgerRow } from '../envelopes/ledger';

/** Some cell cannot be read. */
export const UNREADABLE = 1;
/** Some cell keeps its value as text. */
export const AS_TEXT = 2;
/** Some cell holds an Excel error. */
export const CELL_ERROR = 4;
/** Some date of a commitment, a service or a payment is not one of the calm days. */
export const NOT_CALM = 8;

/** Days, first and last included, on which no bound of the convention is broken. */
export interface CalmDays {
  readonly first: number;
  readonly last: number;
}

const EVERY_DAY: CalmDays = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/** The bits of a row. */
export function odditiesOf(row: LedgerRow, calm: CalmDays): number {
  return (
    oddityOfDate(row.commitmentDate, calm) |
    oddityOfDate(row.serviceDate, calm) |
    oddityOfDate(row.receiptDate, EVERY_DAY) |
    oddityOfDate(row.paymentDate, calm) |
    oddityOfAmount(row.ae) |
    oddityOfAmount(row.cp) |
    (row.ej.kind === 'cellError' ? CELL_ERROR : 0)
  );
}

function oddityOfDate(reading: DateReading, { first, last }: CalmDays): number {
  if (reading.kind === 'absent') return 0;
  if (reading.kind === 'date') return (reading.asText ? AS_TEXT : 0) | (reading.date >= first && reading.date <= last ? 0 : NOT_CALM);
  return reading.kind === 'cellError' ? CELL_ERROR : UNREADABLE;
}

function oddityOfAmount(reading: AmountReading): number {
  if (reading.kind === 'absent') return 0;
  if (reading.kind === 'amount') return reading.asText ? AS_TEXT : 0;
  return reading.kind === 'cellError' ? CELL_ERROR : UNREADABLE;
}
