/** Rows typed below an Excel Table: counted with it, and reported, since a filter or a formula of the Table omits them. */
import type { LedgerRow } from '../../domain/envelopes/ledger';
import type { UnreadAmounts } from '../../domain/envelopes/reading-facts';
import { areaAddress } from '../cells';
import { blockOfRow, sheetRow, type LedgerBlock } from '../ledger/ledger-source';
import { findSheet, type WorkbookSnapshot } from '../snapshot';

/** One entry for each block below a Table that has rows. */
export function rowsBelowTables(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): readonly UnreadAmounts[] {
  if (blocks.every(({ belowTable }) => belowTable === undefined)) return [];
  return blocks.flatMap((block, index) => {
    if (block.belowTable === undefined) return [];
    const own = rows.filter(({ key }) => blockOfRow(key) === index);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const columns = [...block.columns.values()].map(({ column }) => column);
    const [top, left] = [sheetRow(first.key), Math.min(block.left, ...columns)];
    const area = { top, left, rows: sheetRow(last.key) - top + 1, columns: Math.max(...columns) - left + 1 };
    return [
      {
        what: 'beside',
        sheet: block.sheet,
        area: areaAddress(area),
        heading: '',
        rows: own.length,
        ae: sumOf(own, 'ae'),
        cp: sumOf(own, 'cp'),
        other: 0,
        isHidden: findSheet(workbook, block.sheet)?.visibility !== 'visible',
        isCounted: true,
      },
    ];
  });
}

function sumOf(rows: readonly LedgerRow[], field: 'ae' | 'cp'): number {
  return rows.reduce((sum, { [field]: amount }) => sum + (amount.kind === 'amount' ? amount.cents : 0), 0);
}
