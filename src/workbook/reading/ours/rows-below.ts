/**
 * Rows typed below a table of the convention that did not grow: nothing reads them, and what they state (a movement, a
 * code, a request, a ceiling) is in no figure and no control. They are reported as rows outside a table (LEC-02). So is
 * an amount alone in a column of credits, which is neither a formula nor the total of the column.
 */
import type { Area } from '../../cells';
import type { KnownNames } from '../../ledger/known-names';
import { CellReader } from '../../ledger/read-cells';
import type { TotalWords } from '../../ledger/rows/total-words';
import { cellsBetween, isFilled, looksLikeHeadings, type Row } from '../../ledger/sheet-rows';
import { OurTable } from '../../registers/our-tables';
import { formulaKey, type SheetSnapshot, type TableSnapshot, type WorkbookSnapshot } from '../../snapshot';
import { registerNamed, type TableId } from '../../workbook-names';
import { centsAt } from '../amount-cells';
import { naturesInOurTable } from '../our-natures';
import { isRowOf } from './row-signs';

/** In rows: what is farther below a table is apart from it. */
const FARTHEST_BELOW = 20;
/** A row of headings has at least this many texts. */
const FEWEST_HEADINGS = 3;

/** The workbook, and the words that its rows are judged by. */
export interface RowsBelowGiven {
  readonly workbook: WorkbookSnapshot;
  readonly names: KnownNames | null;
  readonly words: TotalWords;
}

/**
 * The rows below one of our tables that are rows of it, in runs, each as wide as the table; none in a taken area. The
 * amounts alone are runs of their own.
 */
export function rowsBelowOurs(
  { workbook, names, words }: RowsBelowGiven,
  sheet: SheetSnapshot,
  table: TableSnapshot,
  taken: readonly Area[],
): readonly Area[] {
  const id = registerNamed(table.name);
  if (!sheet.used || id === null) return [];
  const { top, left, rows, columns } = table.area;
  const first = top + rows;
  const last = sheet.used.top + sheet.used.rows;
  const below = taken.filter(
    (area) => area.top >= first && area.left < left + columns && left < area.left + area.columns,
  );
  const end = Math.min(last, ...below.map((area) => area.top));
  const register = widened(workbook, table, id, end);
  const cells = new CellReader(workbook.uses1904Dates);
  const isWhole = (row: number): boolean =>
    register !== null && isRowOf(id, { row: { table: register, index: row - top - 1 }, cells, names, words });
  const runs: { top: number; rows: number; isBare: boolean }[] = [];
  for (let row = first, seen = first - 1; row < end && row - seen <= FARTHEST_BELOW; row++) {
    const values = cellsBetween(sheet, row, left, columns);
    if (!values.some(isFilled)) continue;
    const isBare = isBareAmount(sheet, table, row);
    if (isBare || isWhole(row)) {
      const run = runs.at(-1);
      if (run && run.top + run.rows === row && run.isBare === isBare) run.rows++;
      else runs.push({ top: row, rows: 1, isBare });
      seen = row;
    } else if (isOtherHeadings(values)) break;
  }
  return runs.map((run) => ({ top: run.top, rows: run.rows, left, columns }));
}

/**
 * True for a row whose only cells are typed amounts, each under a heading of credits, one of which at least is not the
 * sum of the column above it.
 */
export function isBareAmount(sheet: SheetSnapshot, table: TableSnapshot, row: number): boolean {
  const { top, left, columns } = table.area;
  const natures = naturesInOurTable(table);
  const filled = cellsBetween(sheet, row, left, columns).flatMap((value, offset) => (isFilled(value) ? [offset] : []));
  const isTyped = (offset: number): boolean => {
    const nature = natures[offset] ?? null;
    const isOfCredits = nature !== null && nature !== 'byLabel';
    return isOfCredits && !sheet.formulas.has(formulaKey(row, left + offset)) && (centsOf(row, offset) ?? 0) !== 0;
  };
  const centsOf = (at: number, offset: number): number | null => {
    const cents = centsAt(sheet, at, { column: left + offset, isMoney: true, unit: '€' });
    return typeof cents === 'number' ? cents : null;
  };
  const above = Array.from({ length: row - top - 1 }, (_, index) => top + 1 + index);
  const isTotal = (offset: number): boolean =>
    above.reduce((sum, at) => sum + (centsOf(at, offset) ?? 0), 0) === centsOf(row, offset);
  return filled.length > 0 && filled.every(isTyped) && !filled.every(isTotal);
}

/** The register as if it held the rows to the end, which reads them by its headings. */
function widened<T extends TableId>(workbook: WorkbookSnapshot, table: TableSnapshot, id: T, end: number) {
  const wide = { ...table, area: { ...table.area, rows: end - table.area.top } };
  const tables = workbook.tables.map((one) => (one === table ? wide : one));
  return OurTable.find({ ...workbook, tables }, id);
}

function isOtherHeadings(row: Row): boolean {
  return looksLikeHeadings(row) && row.filter(isFilled).length >= FEWEST_HEADINGS;
}
