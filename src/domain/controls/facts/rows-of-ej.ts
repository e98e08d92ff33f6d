/**
 * The rows of each EJ in reading order, as one array grouped by EJ: a list for each of thousands of EJ would cost more
 * than the rest of the controls.
 */
import type { LedgerRow } from '../../envelopes/ledger';

/** Rows grouped by the place of their EJ; rows without EJ are left out. */
export class RowsOfEj {
  private readonly rows: LedgerRow[] = [];
  /** Where the rows of each EJ begin; one more entry marks the end of the last ones. */
  private readonly starts: Int32Array;

  /** `placeOf` is the place of the EJ of each row, by the index of the row; −1 for none. */
  constructor(rows: readonly LedgerRow[], placeOf: Int32Array, ejs: number) {
    this.starts = new Int32Array(ejs + 1);
    for (const place of placeOf) if (place >= 0) this.starts[place] = (this.starts[place] ?? 0) + 1;
    let end = 0;
    for (let place = 0; place <= ejs; place++) this.starts[place] = end += this.starts[place] ?? 0;
    this.rows.length = end;
    // From the last to the first: each moves the beginning of its EJ one row up.
    for (let index = rows.length - 1; index >= 0; index--) {
      const [row, place] = [rows[index], placeOf[index] ?? -1];
      if (row && place >= 0) this.rows[(this.starts[place] = (this.starts[place] ?? 0) - 1)] = row;
    }
  }

  /** The rows of an EJ. */
  of(place: number): readonly LedgerRow[] {
    return this.rows.slice(this.starts[place] ?? 0, this.starts[place + 1] ?? 0);
  }
}
