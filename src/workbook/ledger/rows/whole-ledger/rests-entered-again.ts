/**
 * Rests to pay that a new year, or a new month, enters again as commitments: their EJ are committed in full before, so
 * that they count once. They are left out of the ledger, each row that pays nothing with them, and reported by table
 * with their sum (DON-03).
 */
import type { LedgerRow, RowKey } from '../../../../domain/envelopes/ledger';
import type { RestAe } from '../../../../domain/envelopes/reading-facts';
import { groupedBy } from '../../../../domain/grouped';
import { listedRow, type ListedRow } from '../../choice/candidate-operations';
import { carriedRests, type RestOpening } from '../../choice/carried-rests';
import { blockOfRow, continuesTable, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { centsOf } from './cents-of';

/** The ledger without those amounts; the same object when it has none. */
export function withoutRests(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const { ledger, ignored } = read;
  if (!commitAgain(ledger.rows)) return read;
  const rests = restsAmong(ledger.rows, tablesOf(blocks));
  if (rests.size === 0) return read;
  const carried = new Map<RowKey, RestAe>();
  const rows: LedgerRow[] = [];
  const leftOut: LedgerRow[] = [];
  for (const row of ledger.rows) {
    const opening = rests.get(row);
    const isWhole = row.cp.kind === 'absent';
    if (opening !== undefined) carried.set(row.key, { ...opening, cents: centsOf(row.ae), isWhole });
    if (opening === undefined) rows.push(row);
    else if (isWhole) leftOut.push(row);
    else rows.push({ ...row, ae: { kind: 'absent' } });
  }
  const left = leftOut.map(({ key }) => ({ row: key, reason: 'carried' as const }));
  return {
    ledger: { ...ledger, rows, carried, leftOut: [...(ledger.leftOut ?? []), ...leftOut] },
    ignored: [...ignored, ...left].sort((one, other) => one.row - other.row),
  };
}

/** True when two rows commit one EJ. */
function commitAgain(rows: readonly LedgerRow[]): boolean {
  const known = new Set<string>();
  for (const { ej, ae } of rows) {
    if (ej.kind !== 'ej' || ae.kind !== 'amount' || ae.cents <= 0) continue;
    if (known.has(ej.number)) return true;
    known.add(ej.number);
  }
  return false;
}

/** The table of each block, by the index of its first block: further payments of a row are in the same one. */
function tablesOf(blocks: readonly LedgerBlock[]): readonly number[] {
  const tables: number[] = [];
  blocks.forEach((block, index) =>
    tables.push(continuesTable(block, blocks[index - 1]) ? (tables[index - 1] ?? index) : index),
  );
  return tables;
}

/** With the opening of each. */
function restsAmong(rows: readonly LedgerRow[], tables: readonly number[]): ReadonlyMap<LedgerRow, RestOpening> {
  const tableOf = ({ key }: LedgerRow): number => tables[blockOfRow(key)] ?? 0;
  const listed = new Map<ListedRow, LedgerRow>();
  const entries = [...groupedBy(rows, tableOf).values()].map((ofTable) =>
    ofTable.map((row) => {
      const one = listedRow(row, centsOf(row.ae), centsOf(row.cp));
      listed.set(one, row);
      return one;
    }),
  );
  const rests = new Map<LedgerRow, RestOpening>();
  for (const [one, opening] of carriedRests(entries)) {
    const row = listed.get(one);
    if (row) rests.set(row, opening);
  }
  return rests;
}
