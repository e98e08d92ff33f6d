/**
 * Rows of the ledger whose amount is crossed out: cancelled perhaps, which no cell confirms. They count all the same
 * (LEC-05).
 */
import type { LedgerRow, StruckRow } from '../../../domain/envelopes/ledger';
import { placeOfRow, type LedgerBlock } from '../ledger-source';
import { findSheet, formulaKey, type WorkbookSnapshot } from '../../snapshot';

/** The crossed-out rows that count, in reading order; `struck` is absent when there is none. */
export function struckRowsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): { readonly struck?: readonly StruckRow[] } {
  const cells = new Map(blocks.map((block) => [block, findSheet(workbook, block.sheet)?.struck] as const));
  if ([...cells.values()].every((struck) => struck === undefined)) return {};
  const found = rows.flatMap((row): readonly StruckRow[] => {
    const place = placeOfRow(blocks, row.key);
    const struck = place && cells.get(place.block);
    if (!place || !struck) return [];
    const field = AMOUNTS.find((name) => {
      const column = place.block.sharedFields?.has(name) ? undefined : place.block.columns.get(name)?.column;
      return row[name].kind === 'amount' && column !== undefined && struck.has(formulaKey(place.row, column));
    });
    return field ? [{ row, field }] : [];
  });
  return found.length > 0 ? { struck: found } : {};
}

const AMOUNTS = ['ae', 'cp'] as const;
