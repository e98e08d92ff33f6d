/** The account of reading in a few figures, for the reader of a document. */
import type { ReadingEntry } from './account';

export interface AccountSummary {
  /** Rows of the ledger with an amount. */
  readonly rows: number;
  /** Places that hold amounts in no figure, and their sum in cents. */
  readonly places: number;
  readonly cents: number;
  /** Amounts of these places that cannot be read: in no sum. */
  readonly unreadable: number;
}

/** Adds up the entries of an account. */
export function summaryOfAccount(account: readonly ReadingEntry[]): AccountSummary {
  const unread = account.filter(({ role }) => role === 'unread');
  return {
    rows: account.reduce((sum, { role, rows }) => (role === 'ledger' ? sum + rows : sum), 0),
    places: unread.length,
    cents: unread.reduce((sum, { sums }) => sum + sums.ae + sums.cp + sums.other, 0),
    unreadable: unread.reduce((count, entry) => count + entry.unreadable, 0),
  };
}
