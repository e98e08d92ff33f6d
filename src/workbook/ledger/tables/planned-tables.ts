/** Tables of what a team plans to commit or pay, by their title: « Engagements prévisionnels » under those that are done. */
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';
import { namesAPlan } from '../rows/marks/effect-headings';
import { isFilled, type Row } from '../sheet-rows';

const TITLE_ROWS = 3;
const MOST_TEXTS_OF_A_TITLE = 3;

/** True when the nearest title above a row announces a plan. */
export function isUnderPlan(rowAt: (row: number) => Row, row: number, first: number): boolean {
  for (let above = row - 1; above >= Math.max(first, row - TITLE_ROWS); above--) {
    const filled = rowAt(above).filter(isFilled);
    if (filled.length > MOST_TEXTS_OF_A_TITLE || filled.some((value) => typeof value !== 'string')) return false;
    if (filled.length > 0) return filled.some((value) => typeof value === 'string' && namesAPlan(value));
  }
  return false;
}

/** True for a table whose own title announces a plan; a status would distinguish what is done. */
export function isPlanned({ used, values }: SheetSnapshot, { topRow, left, columns }: LedgerBlock): boolean {
  if (!used || columns.has('status')) return false;
  const right = Math.max(...[...columns.values()].map(({ column }) => column));
  const rowAt = (row: number): Row => (values[row - used.top] ?? []).slice(left - used.left, right - used.left + 1);
  return isUnderPlan(rowAt, topRow, used.top);
}
