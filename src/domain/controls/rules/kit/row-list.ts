/** Some rows of the ledger, by their positions, summed over any range in the time of two searches. */
import type { LedgerRow } from '../../../envelopes/ledger';

/** Ascending positions of rows, with the sums of one of their amounts. */
export class RowList {
  /** `sums[n]`: the first n rows of the list, in cents; whole cents are exact in a double. */
  private readonly sums: Float64Array;
  /** `filled[n]`: how many of them have an amount, not 0. */
  private readonly filled: Uint32Array;

  constructor(
    rows: readonly LedgerRow[],
    field: 'ae' | 'cp',
    private readonly positions: readonly number[],
  ) {
    this.sums = new Float64Array(positions.length + 1);
    this.filled = new Uint32Array(positions.length + 1);
    positions.forEach((at, index) => {
      const reading = rows[at]?.[field];
      const cents = reading?.kind === 'amount' ? reading.cents : 0;
      this.sums[index + 1] = (this.sums[index] ?? 0) + cents;
      this.filled[index + 1] = (this.filled[index] ?? 0) + (cents === 0 ? 0 : 1);
    });
  }

  get length(): number {
    return this.positions.length;
  }

  /** The rows of the list from one position to just before another: how many, how many with an amount, and their sum. */
  between(from: number, to: number): { readonly rows: number; readonly filled: number; readonly cents: number } {
    const [first, end] = [this.indexOf(from), this.indexOf(to)];
    if (end <= first) return { rows: 0, filled: 0, cents: 0 };
    const within = (sums: Float64Array | Uint32Array): number => (sums[end] ?? 0) - (sums[first] ?? 0);
    return { rows: end - first, filled: within(this.filled), cents: within(this.sums) };
  }

  /** The index of the first row at or after a position. */
  private indexOf(position: number): number {
    let [low, high] = [0, this.positions.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.positions[middle] ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The same rows for both natures, unless a period chooses them by their dates. */
export interface ListByNature {
  readonly ae: RowList;
  readonly cp: RowList;
}
