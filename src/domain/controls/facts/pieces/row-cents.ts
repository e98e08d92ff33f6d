/** The amounts of a row in cents; 0 for one that is absent or cannot be read, which is reported for itself. */
import type { LedgerRow } from '../../../envelopes/ledger';

/** The AE of a row. */
export function aeOf({ ae }: Pick<LedgerRow, 'ae'>): number {
  return ae.kind === 'amount' ? ae.cents : 0;
}

/** The CP of a row. */
export function cpOf({ cp }: Pick<LedgerRow, 'cp'>): number {
  return cp.kind === 'amount' ? cp.cents : 0;
}
