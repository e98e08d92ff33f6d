/** Data of the workbook that the cells of a sheet refer to. */
export interface ScanContext {
  readonly strings: readonly string[];
  readonly uses1904Dates: boolean;
  /** Styles of cells that are crossed out; null when the workbook has none. */
  readonly struckStyles: ReadonlySet<number> | null;
  /** 1 for each style that shows a date; null when the workbook has none. */
  readonly dateStyles: Uint8Array | null;
}
