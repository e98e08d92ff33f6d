/** Doubts on commitments that the words of the whole ledger leave: replaced, requested, framework, optional (LEC-05). */
import type { Convention } from '../../../../domain/envelopes/convention';
import type { WorkbookSnapshot } from '../../../snapshot';
import type { LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { withFrameworkAgreements } from './framework-agreements';
import { withOptionalParts } from './optional-parts';
import { withOrderedRequests } from './ordered-requests';
import { withReplacedOrders } from './replaced-orders';

/** The same ledger with those rows in doubt; with their other marks. */
export function withOrderDoubts(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  convention: Convention,
): ReadLedger {
  const replaced = withOrderedRequests(withReplacedOrders(workbook, blocks, read));
  const framed = withFrameworkAgreements(workbook, blocks, replaced);
  return withOptionalParts(workbook, blocks, framed, convention);
}
