/** The payment date of the amounts of a column of one month: its last day. */
import type { AmountReading, DateReading } from '../../../domain/envelopes/ledger';
import type { LedgerBlock } from '../ledger-source';

/** A function that dates the CP of a row; null for a month without a payment, and in a block without months. */
export function monthOfPayments({ paidOn, columns }: LedgerBlock): (cp: AmountReading) => DateReading | null {
  if (paidOn === undefined) return () => null;
  const date: DateReading = { kind: 'date', date: paidOn, asText: false, raw: columns.get('cp')?.heading ?? '' };
  return (cp) => (cp.kind === 'amount' && cp.cents !== 0 ? date : null);
}
