/** Finds areas by the rows that they cover: a plan has thousands, which cannot all be compared with each other. */

/** Rows of a sheet that are looked up together. */
const BAND = 64;

interface Rows {
  readonly sheet: string;
  readonly top: number;
  /** How many. */
  readonly rows: number;
}

/** Values by the rows of a sheet, whatever the case of its name. */
export class ByRows<T> {
  private readonly values: { readonly value: T; readonly rows: Rows }[] = [];
  /** The indexes of the values, by sheet and band. */
  private readonly sheets = new Map<string, Map<number, number[]>>();

  constructor(values: Iterable<T>, rowsOf: (value: T) => Rows) {
    for (const value of values) {
      const rows = rowsOf(value);
      const index = this.values.push({ value, rows }) - 1;
      const sheet = this.sheets.get(rows.sheet.toLowerCase()) ?? new Map<number, number[]>();
      this.sheets.set(rows.sheet.toLowerCase(), sheet);
      for (const band of bandsOf(rows)) {
        const found = sheet.get(band);
        if (found) found.push(index);
        else sheet.set(band, [index]);
      }
    }
  }

  /** Those that have a row in common with these, in their order. */
  over(rows: Rows): readonly T[] {
    const sheet = this.sheets.get(rows.sheet.toLowerCase());
    const found = new Set(sheet && [...bandsOf(rows)].flatMap((band) => sheet.get(band) ?? []));
    return [...found]
      .sort((one, other) => one - other)
      .flatMap((index) => {
        const one = this.values[index];
        return one && meet(one.rows, rows) ? [one.value] : [];
      });
  }
}

/** Areas without rows have none in common with any. */
function meet(one: Rows, other: Rows): boolean {
  return Math.max(one.top, other.top) < Math.min(one.top + one.rows, other.top + other.rows);
}

function* bandsOf({ top, rows }: Rows): Generator<number> {
  for (let band = Math.floor(top / BAND); band * BAND < top + rows; band++) yield band;
}
