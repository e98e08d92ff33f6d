/**
 * One amount in a cell merged over rows of several envelopes: the share of each is not known, and envelopes are not
 * fungible. It is counted on none of these rows (DON-01).
 */
import type { Convention } from '../../../../domain/envelopes/convention';
import type { AmountReading, LedgerRow } from '../../../../domain/envelopes/ledger';
import { createNamer } from '../../../../domain/envelopes/naming/envelope-namer';
import { findSheet, type WorkbookSnapshot } from '../../../snapshot';
import { inheritImputation } from '../../inherit-imputation';
import type { KnownNames } from '../../known-names';
import { rowKey, sheetRow, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';

type AmountField = 'ae' | 'cp';
type Unreadable = Extract<AmountReading, { kind: 'unreadable' }>;

/** A merged cell of amounts: the first row of the sheet that it covers, and the last. */
interface Merged {
  readonly block: number;
  readonly field: AmountField;
  readonly first: number;
  readonly last: number;
}

/** The ledger without these amounts; the same object without any. */
export function withSharedAmounts(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  names: KnownNames,
  convention: Convention,
): ReadLedger {
  const merged = blocks.flatMap((block, index) => mergedAmounts(workbook, block, index));
  if (merged.length === 0) return read;
  const { rows } = inheritImputation(read.ledger, blocks, names);
  const { nameOf } = createNamer(convention);
  const envelopeOf = (row: LedgerRow | undefined): string | null => {
    const named = row && nameOf(row.imputation);
    return typeof named === 'object' ? named.envelope.code : null;
  };
  const byKey = new Map(read.ledger.rows.map((row, at) => [row.key, { row, envelope: envelopeOf(rows[at]) }] as const));
  const unread = new Map<LedgerRow, Partial<Record<AmountField, Unreadable>>>();
  for (const { block, field, first, last } of merged) {
    const covered = Array.from({ length: last - first + 1 }, (_, at) => byKey.get(rowKey(block, first + at)) ?? []);
    const own = covered.flat();
    const [holder] = own;
    const amount = holder?.row[field];
    if (!holder || sheetRow(holder.row.key) !== first || amount?.kind !== 'amount' || amount.cents === 0) continue;
    const envelopes = new Set(own.flatMap(({ envelope }) => envelope ?? []));
    if (envelopes.size < 2) continue;
    for (const { row } of own) {
      if (row !== holder.row && row[field].kind !== 'absent') continue;
      const doubt = row === holder.row ? 'shared' : 'covered';
      unread.set(row, { ...unread.get(row), [field]: { kind: 'unreadable', raw: amount.raw, doubt } });
    }
  }
  if (unread.size === 0) return read;
  const without = (row: LedgerRow): LedgerRow => (unread.has(row) ? { ...row, ...unread.get(row) } : row);
  return { ...read, ledger: { ...read.ledger, rows: read.ledger.rows.map(without) } };
}

/** The vertical merges of the columns of amounts of a block. */
function mergedAmounts(workbook: WorkbookSnapshot, block: LedgerBlock, index: number): readonly Merged[] {
  const merges = findSheet(workbook, block.sheet)?.merges ?? [];
  return merges.flatMap(({ top, left, rows, columns }) => {
    const last = Math.min(top + rows - 1, block.lastRow);
    if (top < block.firstRow || last <= top) return [];
    const fields = (['ae', 'cp'] as const).filter((field) => {
      const column = block.columns.get(field)?.column ?? -1;
      return column >= left && column < left + columns;
    });
    return fields.map((field) => ({ block: index, field, first: top, last }));
  });
}
