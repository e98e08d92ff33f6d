/** Columns of amounts that are looked up or summed from other rows: a synthesis, which counts nothing of its own. */
import { formulaAt, type SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';

const ROWS_SAMPLED = 200;
const FROM_OTHER_ROWS =
  /\b(?:SUMIFS?|SUMPRODUCT|SUBTOTAL|COUNTIFS?|[VHX]LOOKUP|INDEX|GETPIVOTDATA|FILTER)\(|\bENVELOPE\./i;
const AMOUNTS = ['ae', 'cp'] as const;

/** The natures of a table of which at least half of the amounts are computed from other rows. */
export function derivedNatures(sheet: SheetSnapshot, block: LedgerBlock): readonly ('ae' | 'cp')[] {
  return sheet.formulas.size === 0 ? [] : AMOUNTS.filter((field) => isDerived(sheet, block, field));
}

/** True when all the amounts of a table are computed from other rows. */
export function isSynthesis(sheet: SheetSnapshot, block: LedgerBlock): boolean {
  const derived = derivedNatures(sheet, block);
  return derived.length > 0 && AMOUNTS.every((field) => !block.columns.has(field) || derived.includes(field));
}

function isDerived(sheet: SheetSnapshot, { columns, firstRow, lastRow }: LedgerBlock, field: 'ae' | 'cp'): boolean {
  const column = columns.get(field)?.column;
  if (column === undefined || !sheet.used) return false;
  let filled = 0;
  let derived = 0;
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + ROWS_SAMPLED - 1); row++) {
    const value = sheet.values[row - sheet.used.top]?.[column - sheet.used.left] ?? null;
    if (value === null || value === '') continue;
    filled++;
    if (FROM_OTHER_ROWS.test(formulaAt(sheet, row, column) ?? '')) derived++;
  }
  return derived > 0 && derived * 2 >= filled;
}
