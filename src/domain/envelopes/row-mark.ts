/** A doubt on a row of the ledger, as the reading found it. The row counts, and is reported (LEC-05). */

/**
 * The heading and the words that leave it; `raw` is empty for a day, `heading` for a title. `about`: its amount, the whole
 * row, its payment, or the name of its sheet; absent where the row may be out.
 */
export interface RowMark {
  readonly heading: string;
  readonly raw: string;
  readonly about?: 'amount' | 'row' | 'payment' | 'sheet';
}
