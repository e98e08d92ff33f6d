/**
 * Formulas that the grid does not calculate: over so many cells, one of them would block the page for seconds, since
 * the engine holds an object for each cell, empty ones included. Such a formula keeps the result that its file has.
 */
import { columnNumber } from '../address';

/** Cells in the ranges of one formula. */
const MOST_CELLS = 500_000;
const RANGE = /\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/gi;

/** True when the ranges of the formula have more cells than the grid calculates. Whole columns end with the sheet. */
export function isTooLarge(formula: string): boolean {
  let cells = 0;
  for (const [, left, top, right, bottom] of formula.matchAll(RANGE)) {
    const columns = Math.abs(columnNumber(right ?? '') - columnNumber(left ?? '')) + 1;
    cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return cells > MOST_CELLS;
}
