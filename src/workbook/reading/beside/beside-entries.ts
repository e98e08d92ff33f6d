/** The entries of amounts on the rows of the ledger, outside its table, and of the rest of their rectangle. */
import type { Area } from '../../cells';
import type { ReadingChoice } from '../../registers/reading-choices';
import type { SheetSnapshot } from '../../snapshot';
import type { ReadingEntry } from '../account';
import type { AreaColumn } from '../amount-columns';
import { PlaceSums } from '../place-sums';
import type { SetAsidePlaces } from '../set-aside-places';
import { amountsBeside, type AmountBeside } from './amounts-beside';
import type { LedgerRows } from './ledger-rows';

/** How a rectangle makes its entries. */
export interface EntryMakers {
  readonly entry: (
    area: Area,
    table: null,
    role: 'unread',
    reason: 'besideRows' | 'columnNotUsed',
    heading: string,
    sums: PlaceSums,
  ) => ReadingEntry;
  readonly derived: (area: Area, sums: PlaceSums) => ReadingEntry;
}

/** Collects the amounts of one rectangle; `rows` are those of the table on its left. */
export class BesideEntries {
  private readonly amounts: AmountBeside[] = [];
  private readonly choices = new Map<AreaColumn, (row: number) => ReadingChoice | null>();

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly rows: LedgerRows | undefined,
    private readonly aside: SetAsidePlaces,
    private readonly entry: EntryMakers['entry'],
  ) {}

  add(amount: AmountBeside): void {
    if (this.rows) this.amounts.push(amount);
  }

  /** The choice on the column of a cell, which its later rows follow. */
  choiceAt(row: number, column: AreaColumn): ReadingChoice | null {
    if (!this.rows) return null;
    const { area, table } = this.rows.table;
    const found = this.choices.get(column) ?? this.aside.ofColumn(column, { area, isExcelTable: table !== null });
    this.choices.set(column, found);
    return found(row);
  }

  /** None where no amount is one of the rows. */
  entries(columns: readonly AreaColumn[], derived: EntryMakers['derived']): readonly ReadingEntry[] {
    if (!this.rows) return [];
    const found = amountsBeside(this.sheet, this.rows, columns, this.amounts);
    const taken = new Set(found.flatMap(({ amounts }) => amounts));
    const rest = sumsOf(this.amounts.filter((one) => !taken.has(one)));
    const entries = found.map(({ heading, amounts }): ReadingEntry => {
      const sums = sumsOf(amounts);
      if (heading === null) return this.entry(sums.area, null, 'unread', 'besideRows', '', sums);
      const isInOtherUnit = amounts[0]?.column.unit === null;
      const entry = this.entry(sums.area, null, 'unread', 'columnNotUsed', heading, sums);
      return { ...entry, isApart: true, ...(isInOtherUnit && { isInOtherUnit }) };
    });
    return entries.length === 0 || rest.isEmpty ? entries : [derived(rest.area, rest), ...entries];
  }
}

/** Adds an amount; null is one that cannot be read. */
export function addTo(sums: PlaceSums, { row, column: { column, nature }, cents }: Omit<AmountBeside, 'isMain'>): void {
  if (cents === null) sums.addUnreadable(row, column);
  else sums.add(row, column, nature, cents);
}

function sumsOf(amounts: readonly AmountBeside[]): PlaceSums {
  const sums = new PlaceSums();
  for (const one of amounts) addTo(sums, one);
  return sums;
}
