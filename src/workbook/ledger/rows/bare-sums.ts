/**
 * Rows with amounts and nothing else, which are exactly the sums of the rows above them, of all or since the last
 * total: totals that somebody typed without a word. Any other such row is an operation, without date nor envelope.
 */
import type { CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock, LedgerColumn } from '../ledger-source';
import type { CellReader } from '../read-cells';
import { isFilled } from '../sheet-rows';

const AMOUNTS = ['ae', 'cp'] as const;
/** The sum of one amount is as well that amount, typed twice. */
const FEWEST_ROWS = 2;

type Row = readonly CellValue[];

/** Ranks of totals: of the rows since the last one, and of all. */
const [TOTAL, GRAND_TOTAL] = [1, 2];

/** Recognises the bare sums of one block. */
export class BareSums {
  private readonly left: number;
  private readonly top: number;
  private readonly amounts: readonly LedgerColumn[];
  private found: ReadonlyMap<number, number> | null = null;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly block: LedgerBlock,
    private readonly cells: CellReader,
    /** True for a row of a total or of a balance by its label or its formula. */
    private readonly isFoot: (values: Row, sheetRow: number) => boolean,
  ) {
    this.left = sheet.used?.left ?? 0;
    this.top = sheet.used?.top ?? 0;
    const columns = AMOUNTS.flatMap((field) => block.columns.get(field) ?? []);
    this.amounts = columns.filter((one, at) => columns.findIndex(({ column }) => column === one.column) === at);
  }

  /** True for a row that holds amounts alone, whether or not they are sums. */
  isBare(sheetRow: number): boolean {
    const values = this.valuesAt(sheetRow);
    const from = this.block.left - this.left;
    const isAmount = (position: number): boolean => this.amounts.some(({ column }) => column - this.left === position);
    let hasAmount = false;
    for (let position = from; position <= this.lastPosition(); position++) {
      if (!isFilled(values[position] ?? null)) continue;
      if (!isAmount(position)) return false;
      hasAmount = true;
    }
    return hasAmount;
  }

  /** The rank of such a row whose amounts are all sums of the rows above, as that of `TotalRow`; null for any other. */
  rankOf(sheetRow: number): number | null {
    if (!this.isBare(sheetRow)) return null;
    this.found ??= this.find();
    return this.found.get(sheetRow) ?? null;
  }

  private lastPosition(): number {
    return Math.max(...[...this.block.columns.values()].map(({ column }) => column - this.left));
  }

  private find(): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const [sinceTotal, all] = [new Sums(), new Sums()];
    for (let row = this.block.firstRow; row <= this.block.lastRow; row++) {
      const amounts = this.amounts.map((column) => this.centsAt(row, column));
      if (amounts.every((cents) => cents === 0)) continue;
      const rank = sinceTotal.are(amounts) ? TOTAL : all.are(amounts) ? GRAND_TOTAL : null;
      const isBareSum = rank !== null && this.isBare(row);
      if (isBareSum) found.set(row, rank);
      if (isBareSum || this.isFoot(this.valuesAt(row), row)) sinceTotal.clear();
      else for (const sums of [sinceTotal, all]) sums.add(amounts);
    }
    return found;
  }

  private centsAt(sheetRow: number, column: LedgerColumn): number {
    const reading = this.cells.amountAt(this.sheet, sheetRow, column);
    return reading.kind === 'amount' ? reading.cents : 0;
  }

  private valuesAt(sheetRow: number): Row {
    return this.sheet.values[sheetRow - this.top] ?? [];
  }
}

/** The sums of some rows, by column. */
class Sums {
  private cents: readonly number[] = [];
  private rows = 0;

  add(amounts: readonly number[]): void {
    this.cents = amounts.map((amount, at) => amount + (this.cents[at] ?? 0));
    this.rows += 1;
  }

  /** True for amounts that are all these sums, but those of zero. */
  are(amounts: readonly number[]): boolean {
    return this.rows >= FEWEST_ROWS && amounts.every((amount, at) => amount === 0 || amount === this.cents[at]);
  }

  clear(): void {
    this.cents = [];
    this.rows = 0;
  }
}
