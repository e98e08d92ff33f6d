/** Styles, heights and visibility of rows and cells, collected while the rows are scanned, within bounds on memory. */

/** A row with a look of its own. */
export interface RowLook {
  /** Pixels; null for the default height. */
  readonly height: number | null;
  readonly hidden: boolean;
  /** cellXfs index for the absent cells of the row; null when it has none. */
  readonly style: number | null;
  /** First column of `styles`. */
  left: number;
  /** cellXfs indices from the column `left`; -1 where there is no cell. */
  readonly styles: number[];
}

const MAX_ROWS = 200_000;
const MAX_CELLS = 5_000_000;
const PIXELS_PER_POINT = 4 / 3;

export class RowLooks {
  readonly rows = new Map<number, RowLook>();
  private cells = 0;

  /** `attributes` is the text of the attributes of `<row>`. */
  openRow(row: number, attributes: string, hidden: boolean): void {
    const points = /\sht\s*=\s*["']([\d.]+)["']/.exec(attributes)?.[1];
    const isStyled = /\scustomFormat\s*=\s*["'](?:1|true)["']/.test(attributes);
    const index = isStyled ? /\ss\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] : undefined;
    if ((points === undefined && !hidden && index === undefined) || this.rows.size >= MAX_ROWS) return;
    const height = points === undefined ? null : Math.round(Number(points) * PIXELS_PER_POINT);
    this.rows.set(row, { height, hidden, style: index === undefined ? null : Number(index), left: 0, styles: [] });
  }

  put(row: number, column: number, style: number): void {
    let look = this.rows.get(row);
    if (!look) {
      if (style === 0 || this.rows.size >= MAX_ROWS) return;
      look = { height: null, hidden: false, style: null, left: column, styles: [] };
      this.rows.set(row, look);
    }
    if (look.styles.length === 0) look.left = column;
    const at = column - look.left;
    if (at < 0 || this.cells + at - look.styles.length > MAX_CELLS) return;
    while (look.styles.length < at) this.push(look, -1);
    if (at === look.styles.length) this.push(look, style);
    else look.styles[at] = style;
  }

  private push(look: RowLook, style: number): void {
    look.styles.push(style);
    this.cells += 1;
  }
}
