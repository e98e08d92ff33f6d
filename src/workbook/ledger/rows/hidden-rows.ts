/** Rows of the ledger that nobody sees, hidden, filtered out or on a hidden sheet: they count like the others (DON-07). */
import type { HiddenRows, LedgerRow, RowKey } from '../../../domain/envelopes/ledger';
import { placeOfRow, type LedgerBlock } from '../ledger-source';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';

/** The runs of hidden rows, in reading order; a visible row ends a run, and so does the end of a block. */
export function hiddenRowsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): readonly HiddenRows[] {
  const sheets = new Map(blocks.map((block) => [block, findSheet(workbook, block.sheet)] as const));
  if ([...sheets.values()].every((sheet) => !sheet || isWhollyVisible(sheet))) return [];
  const runs: HiddenRows[] = [];
  let open: {
    readonly block: LedgerBlock;
    readonly what: HiddenRows['what'];
    readonly first: RowKey;
    count: number;
  } | null = null;
  const close = (): void => {
    if (open) runs.push({ first: open.first, count: open.count, what: open.what });
    open = null;
  };
  for (const { key, partOf } of rows) {
    if (partOf !== undefined) continue; // the first part of these rows is reported
    const place = placeOfRow(blocks, key);
    const sheet = place && sheets.get(place.block);
    const what = place && sheet ? howHidden(sheet, place.row) : null;
    if (open && (!place || what === null || open.block !== place.block)) close();
    if (!place || what === null) continue;
    if (open) open.count += 1;
    else open = { block: place.block, what, first: key, count: 1 };
  }
  close();
  return runs;
}

function howHidden(sheet: SheetSnapshot, row: number): HiddenRows['what'] | null {
  if (sheet.visibility !== 'visible') return 'sheet';
  return sheet.hiddenRows.has(row) ? 'rows' : null;
}

function isWhollyVisible(sheet: SheetSnapshot): boolean {
  return sheet.visibility === 'visible' && sheet.hiddenRows.size === 0;
}
