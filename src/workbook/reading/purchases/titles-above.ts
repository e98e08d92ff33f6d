/** The titles of a table outside the ledger. */
import type { Area } from '../../cells';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import type { AreaColumns } from '../amount-columns';

/** The texts above the headings of a rectangle. */
export function titlesAbove(
  sheet: SheetSnapshot,
  { top, left, columns }: Area,
  { firstRow }: AreaColumns,
): readonly string[] {
  const titles: string[] = [];
  for (let row = top; row < firstRow - 1; row++) {
    for (let column = left; column < left + columns; column++) {
      const value = valueAt(sheet, row, column);
      if (typeof value === 'string') titles.push(value);
    }
  }
  return titles;
}
