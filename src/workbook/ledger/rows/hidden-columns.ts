/** Amounts of the ledger in a column that nobody sees: they count like the others (DON-07). */
import type { AmountReading, HiddenColumn, LedgerRow, RowKey } from '../../../domain/envelopes/ledger';
import { findSheet, type WorkbookSnapshot } from '../../snapshot';
import { blockOfRow, type LedgerBlock } from '../ledger-source';

const AMOUNTS = ['ae', 'cp'] as const;

/** The sums of one column of a sheet. */
interface Sums {
  readonly first: RowKey;
  readonly field: 'ae' | 'cp';
  readonly rows: Set<RowKey>;
  ae: number;
  cp: number;
}

/** One for each hidden column of amounts, in reading order; none for a column whose amounts are all zero. */
export function hiddenColumnsOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): readonly HiddenColumn[] {
  const places = blocks.map((block) => hiddenAmountsOf(workbook, block));
  if (places.every(({ length }) => length === 0)) return [];
  const columns = new Map<string, Sums>();
  for (const row of rows) {
    for (const { place, field } of places[blockOfRow(row.key)] ?? []) {
      const cents = centsOf(row[field]);
      if (cents === 0) continue;
      const sums = columns.get(place) ?? { first: row.key, field, rows: new Set<RowKey>(), ae: 0, cp: 0 };
      sums.rows.add(row.key);
      sums[field] += cents;
      columns.set(place, sums);
    }
  }
  const found = [...columns.values()].sort((one, other) => one.first - other.first);
  return found.map(({ rows: filled, ...sums }) => ({ ...sums, count: filled.size }));
}

/** The amounts of a block in hidden columns; those of a hidden sheet are reported with it. */
function hiddenAmountsOf(
  workbook: WorkbookSnapshot,
  { sheet: name, columns, sharedFields }: LedgerBlock,
): readonly { readonly place: string; readonly field: 'ae' | 'cp' }[] {
  const sheet = findSheet(workbook, name);
  if (!sheet?.hiddenColumns || sheet.visibility !== 'visible') return [];
  return AMOUNTS.flatMap((field) => {
    const column = columns.get(field)?.column;
    const isHidden = column !== undefined && sheet.hiddenColumns?.has(column) === true && !sharedFields?.has(field);
    return isHidden ? [{ place: `${sheet.id} ${column}`, field }] : [];
  });
}

function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
