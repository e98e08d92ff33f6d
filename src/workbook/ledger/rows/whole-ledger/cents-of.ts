/** The cents of an amount that may be absent or unreadable. */
import type { AmountReading } from '../../../../domain/envelopes/ledger';

/** 0 for an amount that is absent or cannot be read, which is reported for itself. */
export function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
