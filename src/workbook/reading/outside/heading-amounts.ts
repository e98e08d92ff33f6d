/**
 * Amounts on the rows of the headings of a table of the ledger, under its own columns: the row of an operation whose
 * words read as headings is counted nowhere.
 */
import type { CellReader } from '../../ledger/read-cells';
import { isFilled, looksLikeHeadings, yearsIn } from '../../ledger/sheet-rows';
import { withMonthsAsTexts } from '../../ledger/tables/month-dates';
import { isNoteOfColumns } from '../../ledger/under-headings';
import { valueAt } from '../../snapshot';
import { isComputed } from '../derived-cells';
import { amountColumns, type LedgerTable } from '../ledger-tables';
import { PlaceSums } from '../place-sums';

/** A title with a credit beside it has fewer cells. */
const FEWEST_CELLS = 4;

/** The typed amounts among the headings, on rows as full as those of operations. */
export function amountsAmongHeadings({ blocks, sheet, area }: LedgerTable, cells: CellReader): PlaceSums {
  const found = new PlaceSums();
  const [first] = blocks;
  if (!first) return found;
  const { headingRow } = first.block;
  const columns = new Map(blocks.flatMap(({ block }) => amountColumns(block).map((one) => [one.column, one] as const)));
  for (let row = area.top; row <= headingRow; row++) {
    const across = Array.from({ length: area.columns }, (_, offset) => valueAt(sheet, row, area.left + offset));
    if (across.filter(isFilled).length < FEWEST_CELLS || isNoteOfColumns(across)) continue;
    if (looksLikeHeadings(withMonthsAsTexts(across, cells))) continue;
    for (const amounts of columns.values()) {
      const { column, nature } = amounts;
      const value = valueAt(sheet, row, column);
      if (!isFilled(value) || yearsIn([value]) > 0 || isComputed(sheet, row, column)) continue;
      const reading = cells.amountAt(sheet, row, amounts);
      if (reading.kind === 'amount') found.add(row, column, nature, reading.cents);
    }
  }
  return found;
}
