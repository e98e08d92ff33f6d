/** The columns of a ledger candidate as people name them. */
import { columnName } from '../../../src/workbook/cells';
import type { LedgerCandidate } from '../../../src/workbook/ledger/find-ledger';

/** Field → letter of its column. */
export function addressesOf(candidate: LedgerCandidate | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...(candidate?.blocks[0].block.columns ?? [])].map(([field, { column }]) => [field, columnName(column)]),
  );
}
