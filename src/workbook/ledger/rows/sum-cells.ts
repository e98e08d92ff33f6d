/** Cells of amounts whose formula sums others of their column: a total, with or without a label. */
import { parseArea } from '../../cells';
import { columnOfKey, rowOfKey, type SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';

/** The amounts of one row that are sums. */
export interface SumCells {
  readonly ae: boolean;
  readonly cp: boolean;
}

const LONGEST_FORMULA = 1000;
const SUM = /^=\+?(?:ROUND\()?(SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\(/;
const CELLS = /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?/g;
/** `=J10+J20`: subtotals added one by one. */
const ADDED_CELLS = /^=\+?\$?[A-Z]{1,3}\$?\d{1,7}(?:\+\$?[A-Z]{1,3}\$?\d{1,7})+$/;

/** The rows of a block with such a formula, by their number on the sheet. */
export function sumCellsOf(sheet: SheetSnapshot, block: LedgerBlock): ReadonlyMap<number, SumCells> {
  const found = new Map<number, SumCells>();
  if (sheet.formulas.size === 0) return found;
  const [ae, cp] = [block.columns.get('ae')?.column, block.columns.get('cp')?.column];
  for (const [key, formula] of sheet.formulas) {
    const column = columnOfKey(key);
    if (column !== ae && column !== cp) continue;
    const row = rowOfKey(key);
    if (row < block.firstRow || row > block.lastRow || !sumsItsColumn(formula, row, column, block)) continue;
    const known = found.get(row);
    found.set(row, { ae: column === ae || known?.ae === true, cp: column === cp || known?.cp === true });
  }
  return found;
}

/** True for a sum of other rows of the block, in the same column. */
function sumsItsColumn(formula: string, row: number, column: number, block: LedgerBlock): boolean {
  if (formula.length > LONGEST_FORMULA || formula.includes('!')) return false;
  const text = formula.toUpperCase().replaceAll(' ', '');
  const name = SUM.exec(text)?.[1];
  if (name === undefined && !ADDED_CELLS.test(text)) return false;
  if (/[*/^"-]/.test(text) && !name?.startsWith('SUMIF')) return false;
  const areas = (text.match(CELLS) ?? []).map(parseArea).filter((area) => area !== null);
  const own = areas.filter((area) => area.left === column && area.columns === 1);
  const isOfOthers = own.every(({ top, rows }) => row < top || row >= top + rows);
  const isInside = own.some(({ top, rows }) => top <= block.lastRow && top + rows > block.firstRow);
  const isAllOwn = own.length === areas.length || name?.startsWith('SUMIF') === true;
  return own.length > 0 && isOfOthers && isInside && isAllOwn;
}
