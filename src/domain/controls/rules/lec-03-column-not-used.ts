/**
 * Amounts in a column of the ledger that no figure uses, such as a second payment. An error until the column is mapped,
 * or set aside with a reason (ENV_Lecture).
 */
import type { LedgerControl } from '../control-contract';
import { reportUnread } from './kit/unread-amounts';

/** LEC-03. */
export const columnNotUsed: LedgerControl<'LEC-03'> = {
  rule: 'LEC-03',
  scope: 'ledger',
  needs: [],
  check: reportUnread('LEC-03', 'column'),
};
