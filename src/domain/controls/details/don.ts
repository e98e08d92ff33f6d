/** What the DON findings say. Amounts are in cents. */
import type { LedgerField, RowKey } from '../../envelopes/ledger';

/** Details of each DON rule. */
export interface DonDetails {
  /** `raw` is empty for a commitment without any date: a warning, since it counts all the same. */
  'DON-01': { readonly field: LedgerField; readonly raw: string; readonly what: 'amount' | 'date' };
  'DON-02': { readonly field: LedgerField; readonly raw: string; readonly what: 'amount' | 'date' };
  'DON-03': { readonly firstRow: RowKey };
  'DON-04': { readonly field: 'ae' | 'cp'; readonly cents: number };
  'DON-05': { readonly field: 'ae' | 'cp'; readonly shown: number; readonly sum: number };
  'DON-06': { readonly field: LedgerField; readonly raw: string };
}
