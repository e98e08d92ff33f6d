/** Data of the workbook that the cells of a sheet refer to, read once for all its sheets. */
import type { NumberFormat } from '../../../workbook/number-formats';

export interface ScanContext {
  readonly strings: readonly string[];
  readonly uses1904Dates: boolean;
  /** Styles of cells that are crossed out; null when the workbook has none. */
  readonly struckStyles: ReadonlySet<number> | null;
  /** Styles of cells that are white on white; null when the workbook has none. */
  readonly whiteStyles: ReadonlySet<number> | null;
  /** The format of each style that may show something else than an amount; null when the workbook has none. */
  readonly numberStyles: readonly (NumberFormat | null)[] | null;
}
