/**
 * Rows beside a table of the ledger but outside it: below the Table, or after blank rows. An error until the table is
 * extended, or the rows set aside with a reason (ENV_Lecture).
 */
import type { LedgerControl } from '../control-contract';
import { reportUnread } from './kit/unread-amounts';

/** LEC-02. */
export const rowsOutsideTable: LedgerControl<'LEC-02'> = {
  rule: 'LEC-02',
  scope: 'ledger',
  needs: [],
  check: reportUnread('LEC-02', 'beside'),
};
