/**
 * Rows kept from the last reading of the ledger. A row at the same place, with the same cells under the same headings,
 * is not read again; an inserted or deleted row moves those below it, which are.
 */
import type { LedgerRow, RowKey } from '../../../domain/envelopes/ledger';
import type { LedgerBlock } from '../ledger-source';
import type { ShownNumber } from '../../number-formats';
import { isSameLine } from '../../same-workbook';
import { findSheet, rowOfKey, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';

/** A reading of the ledger. */
export interface Reading {
  readonly workbook: WorkbookSnapshot;
  readonly blocks: readonly LedgerBlock[];
  /** Ascending keys. */
  readonly rows: readonly LedgerRow[];
}

/** The same block of two readings. */
interface Pair {
  readonly before: SheetSnapshot;
  readonly now: SheetSnapshot;
  /** Rows of the sheet where a number became an amount, or none, by its format alone. */
  readonly reformatted: ReadonlySet<number>;
}

/** The rows of the last reading; the next one asks for them in ascending order of their keys. */
export class KeptRows {
  private at = 0;

  private constructor(
    private readonly rows: readonly LedgerRow[],
    private readonly pairs: readonly Pair[],
  ) {}

  /** Null when columns, headings or the date system differ: everything must be read again. */
  static of(last: Reading, workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): KeptRows | null {
    if (last.blocks.length !== blocks.length || last.workbook.uses1904Dates !== workbook.uses1904Dates) return null;
    const pairs = blocks.map((block, index) => pairOf(last, index, workbook, block));
    return pairs.every((pair) => pair !== null) ? new KeptRows(last.rows, pairs) : null;
  }

  /** The kept row of a block; null when it must be read again. */
  rowAt(key: RowKey, blockIndex: number, sheetRow: number): LedgerRow | null {
    const { rows } = this;
    while ((rows[this.at]?.key ?? key) < key) this.at++;
    const row = rows[this.at];
    const pair = this.pairs[blockIndex];
    return row?.key === key && pair && isSameRow(pair, sheetRow) ? row : null;
  }
}

function pairOf(last: Reading, index: number, workbook: WorkbookSnapshot, block: LedgerBlock): Pair | null {
  const known = last.blocks[index];
  const [before, now] = [findSheet(last.workbook, block.sheet), findSheet(workbook, block.sheet)];
  if (!known || !before || !now || before.used?.left !== now.used?.left) return null;
  if (!isSameSet(before.dateColumns, now.dateColumns) || !isSameInEuros(before, now, block)) return null;
  const pair = { before, now, reformatted: rowsReformatted(before, now) };
  const mergesMatter = (known.filledDown?.size ?? 0) > 0 && before.merges !== now.merges;
  return !mergesMatter &&
    isSameFrame(known, block) &&
    isSameRow(pair, block.topRow) &&
    isSameRow(pair, block.headingRow)
    ? pair
    : null;
}

function rowsReformatted({ shown: before }: SheetSnapshot, { shown: now }: SheetSnapshot): ReadonlySet<number> {
  const rows = new Set<number>();
  if (before === now) return rows;
  for (const [key, shown] of before ?? []) if (!isSameShown(shown, now?.get(key))) rows.add(rowOfKey(key));
  for (const key of now?.keys() ?? []) if (before?.has(key) !== true) rows.add(rowOfKey(key));
  return rows;
}

/** True when the same cells of amounts in k€ are shown in euros; in a column in euros it does not matter. */
function isSameInEuros(before: SheetSnapshot, now: SheetSnapshot, { columns }: LedgerBlock): boolean {
  if (before === now) return true;
  return [...columns.values()].every(({ column, unit }) => {
    if (unit === undefined) return true;
    const [was, is] = [before.inEuros?.get(column), now.inEuros?.get(column)];
    return was === is || JSON.stringify(was) === JSON.stringify(is);
  });
}

function isSameSet(one: ReadonlySet<number> = new Set(), other: ReadonlySet<number> = new Set()): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function isSameShown(one: ShownNumber, other: ShownNumber | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** True when only the number of data rows differs. Columns are listed best first, which values alone may change. */
function isSameFrame(one: LedgerBlock, other: LedgerBlock): boolean {
  const framed = ({ columns, lastRow: _, ...frame }: LedgerBlock): string =>
    JSON.stringify([frame, [...columns.values()].sort((left, right) => left.column - right.column)], listed);
  return framed(one) === framed(other);
}

/** Sets and maps as lists. */
function listed(_: string, value: unknown): unknown {
  return value instanceof Set || value instanceof Map ? [...(value as ReadonlySet<unknown>)] : value;
}

function isSameRow({ before, now, reformatted }: Pair, sheetRow: number): boolean {
  if (reformatted.has(sheetRow)) return false;
  const [was, is] = [before.values[sheetRow - (before.used?.top ?? 0)], now.values[sheetRow - (now.used?.top ?? 0)]];
  return isSameLine(was, is);
}
