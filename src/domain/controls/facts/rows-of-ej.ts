/**
 * The rows of each EJ in reading order, laid one after the other when first asked for: most ledgers need them of a few
 * EJ only, and keep no list for each. Those of an EJ that an edit touches get a list of their own, which follows it.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { firstRowFrom } from './rows-by-key';

/** Rows grouped by the place of their EJ; a row of none is left out. */
export class RowsOfEj {
  private readonly rows: LedgerRow[] = [];
  /** Where the rows of each EJ begin; one more entry says where the last ones end. */
  private readonly starts: Int32Array;
  private readonly edited = new Map<number, LedgerRow[]>();

  /** `placeOf` says the EJ of each row, by its index; −1 for none. */
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

  /** The rows of an EJ; not to be kept over an edit. */
  of(place: number): readonly LedgerRow[] {
    return this.edited.get(place) ?? this.rows.slice(this.starts[place] ?? 0, this.starts[place + 1] ?? 0);
  }

  /** Follows a row that comes (1) or goes (-1). */
  follow(place: number, row: LedgerRow, sign: 1 | -1): void {
    let own = this.edited.get(place);
    if (!own) this.edited.set(place, (own = [...this.of(place)]));
    const at = firstRowFrom({ rows: own }, row.key);
    if (sign > 0) own.splice(at, 0, row);
    else own.splice(at, 1);
  }
}
