/**
 * Doubts on commitments that the words of the whole ledger leave: given again as a new total, on each row or at a later
 * stage, replaced, requested, framework, optional (LEC-05).
 */
import type { Convention } from '../../../../../domain/envelopes/convention';
import type { WorkbookSnapshot } from '../../../../snapshot';
import type { LedgerBlock } from '../../../ledger-source';
import type { ReadLedger } from '../../../read-ledger';
import { withFrameworkAgreements } from './framework-agreements';
import { withLaterStages } from './stage-rows';
import { withNewTotals } from './new-totals';
import { withOptionalParts } from './optional-parts';
import { withOrderedRequests } from './ordered-requests';
import { withRepeatedTotals } from './repeated-totals';
import { withReplacedOrders } from './replaced-orders';
import { wordsOfRows } from '../words-of-rows';

/** The same ledger with those rows in doubt; with their other marks. */
export function withOrderDoubts(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  convention: Convention,
): ReadLedger {
  const wordsOf = wordsOfRows(workbook, blocks);
  const totalled = withNewTotals(workbook, blocks, withLaterStages(blocks, withRepeatedTotals(blocks, read)), wordsOf);
  const replaced = withOrderedRequests(withReplacedOrders(totalled, wordsOf));
  return withOptionalParts(withFrameworkAgreements(replaced, wordsOf), wordsOf, convention);
}
