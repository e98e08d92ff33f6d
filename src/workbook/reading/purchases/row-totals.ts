/** Columns that add up the others of their rows: « Brut | Charges | Coût total ». Their amounts are counted once. */
import type { Area } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import { centsAt } from '../amount-cells';
import type { AreaColumn, AreaColumns } from '../amount-columns';

/** Longer tables are not summed row by row. */
const MOST_ROWS = 5_000;
const FEWEST_PARTS = 2;

/** The columns « Total » whose amount is, on each row, the sum of all the other amounts. */
export function rowTotals(sheet: SheetSnapshot, area: Area, found: AreaColumns): ReadonlySet<number> {
  const amounts = found.columns.filter(({ kind, isOther }) => kind === 'amounts' && !isOther);
  const totals = amounts.filter(({ concepts }) => concepts.has('total'));
  const parts = amounts.filter(({ concepts }) => !concepts.has('total'));
  const [total, ...others] = totals;
  if (!total || others.length > 0 || parts.length < FEWEST_PARTS || area.rows > MOST_ROWS) return new Set();
  let rows = 0;
  for (let row = found.firstRow; row < area.top + area.rows; row++) {
    const sum = centsIn(sheet, row, total);
    if (sum === 0) continue;
    if (sum !== parts.reduce((added, part) => added + centsIn(sheet, row, part), 0)) return new Set();
    rows++;
  }
  return new Set(rows > 0 ? [total.column] : []);
}

function centsIn(sheet: SheetSnapshot, row: number, column: AreaColumn): number {
  const cents = centsAt(sheet, row, column);
  return typeof cents === 'number' ? cents : 0;
}
