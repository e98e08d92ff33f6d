/** Rows of a ledger found by their keys, which ascend. */
import type { Ledger } from '../../envelopes/ledger';

/** Index of the first row at or after a key; the number of rows when there is none. */
export function firstRowFrom(ledger: Pick<Ledger, 'rows'>, key: number): number {
  let low = 0;
  let high = ledger.rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ledger.rows[middle]?.key ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
