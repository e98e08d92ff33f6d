/**
 * Amounts of a sheet, a table or a block that the reading left out, hidden sheets included: they are in no figure. An
 * error until the user adds the place to the ledger, or sets it aside with a reason (ENV_Lecture); a warning where the
 * place may be no spending: words and typed amounts, without a number, a date or an envelope. So is a copy of a table
 * of the convention without amounts, its codes or its requests, which differs from the one that is read.
 */
import type { LedgerControl } from '../control-contract';
import { reportUnread } from './kit/unread-amounts';

/** LEC-01. */
export const notRead: LedgerControl<'LEC-01'> = {
  rule: 'LEC-01',
  scope: 'ledger',
  needs: [],
  check: reportUnread('LEC-01', 'area'),
};
