/**
 * The few rows that some controls look at, set apart as the rows of a ledger come and go, so that nobody looks for them
 * among all.
 */
import type { DateReading, LedgerRow, RowKey } from '../../envelopes/ledger';

/** Rows set apart; cancelled ones are not to be given. */
export class OddRows {
  private readonly disordered = new Map<RowKey, LedgerRow>();
  private readonly withdrawn = new Map<RowKey, LedgerRow>();

  /** Follows a row that comes (1) or goes (-1); true when its own dates are not in order. */
  follow(row: LedgerRow, sign: 1 | -1): boolean {
    const isDisordered = isOutOfOrder(row);
    if (isDisordered) keep(this.disordered, row, sign);
    if (isRetrait(row)) keep(this.withdrawn, row, sign);
    return isDisordered;
  }

  /** The rows whose own dates are not in order. */
  outOfOrder(): Iterable<LedgerRow> {
    return this.disordered.values();
  }

  /** The signed rows that withdraw AE from an EJ. */
  retraits(): Iterable<LedgerRow> {
    return this.withdrawn.values();
  }
}

/** A signed row that withdraws AE from an EJ. */
export function isRetrait({ ae, ej, status }: LedgerRow): boolean {
  return ae.kind === 'amount' && ae.cents < 0 && ej.kind === 'ej' && status === 'firm';
}

/** A day after every other, and small enough for a whole number to stay one in memory. */
export const NEVER = 1_000_000_000;

/** The civil date of a cell; `NEVER` when it has none. */
export function dayOrNever(reading: DateReading): number {
  return reading.kind === 'date' ? reading.date : NEVER;
}

function keep(rows: Map<RowKey, LedgerRow>, row: LedgerRow, sign: 1 | -1): void {
  if (sign > 0) rows.set(row.key, row);
  else rows.delete(row.key);
}

/** Used before its own commitment, or paid before it was received. */
function isOutOfOrder({ commitmentDate, serviceDate, receiptDate, paymentDate }: LedgerRow): boolean {
  const paid = paymentDate.kind === 'date' ? paymentDate.date : NEVER;
  if (receiptDate.kind === 'date' && paid < receiptDate.date) return true;
  return (
    commitmentDate.kind === 'date' && (paid < commitmentDate.date || dayOrNever(serviceDate) < commitmentDate.date)
  );
}
