/** Rows of the ledger by key, whether they are on several sheets, and the cell that keeps a row from being counted. */
import type { Dossier } from '../../application/dossier';
import { fieldOfUnchecked } from '../../application/unchecked-field';
import type { UncheckedRow } from '../../domain/envelopes/figures';
import type { LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import { placeOfCell, type CellPlace } from '../../workbook/ledger/ledger-source';

/** Binary search: keys ascend. */
export function rowOf(rows: readonly LedgerRow[], key: RowKey): LedgerRow | null {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (!row || row.key === key) return row ?? null;
    if (row.key < key) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** True when the number of a row is not enough to find it: the ledger has several sheets. */
export function hasSeveralSheets({ blocks }: Pick<Dossier, 'blocks'>): boolean {
  return new Set(blocks.map(({ sheet }) => sheet)).size > 1;
}

/** The cell that keeps a row from being counted. */
export function placeOfUnchecked(dossier: Dossier, unchecked: UncheckedRow): CellPlace | null {
  return placeOfCell(dossier.blocks, unchecked.row, fieldOfUnchecked(dossier, unchecked));
}
