/** The payment date of the amounts of a column of one period: its last day. */
import type { AmountReading, DateReading } from '../../../../domain/envelopes/ledger';
import type { LedgerBlock } from '../../ledger-source';

/** A function that dates the CP of a row; null for a period without a payment, and in a block without periods. */
export function periodOfPayments({ paidIn, columns }: LedgerBlock): (cp: AmountReading) => DateReading | null {
  if (paidIn === undefined) return () => null;
  const date: DateReading = {
    kind: 'date',
    date: paidIn.lastDay,
    asText: false,
    raw: columns.get('cp')?.heading ?? '',
  };
  return (cp) => (cp.kind === 'amount' && cp.cents !== 0 ? date : null);
}
