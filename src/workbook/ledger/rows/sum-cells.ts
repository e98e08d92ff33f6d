/**
 * Cells of amounts whose formula sums others of their column: a total, with or without a label. Of the AE of an
 * EJ that the summed rows do not bear, it is the amount of this EJ: « as much as both of these ». A formula that takes
 * such a sum, or the cell of one, from something is what is left.
 */
import { readEj } from '../../../domain/imputation/ej-number';
import { parseArea, type Area } from '../../cells';
import { columnOfKey, rowOfKey, valueAt, type SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';

/** The amounts of one row that are sums. */
export interface SumCells {
  readonly ae: boolean;
  readonly cp: boolean;
}

const LONGEST_FORMULA = 1000;
/** A formula that sums more rows is a total, whatever is beside it. */
const MOST_SUMMED = 100;
const SUM = /^=\+?(?:ROUND\()?(SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\(/;
const INNER_SUM = /(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?)\(/;
const CELLS = /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?/g;
/** `=J10+J20`: subtotals added one by one. */
const ADDED_CELLS = /^=\+?\$?[A-Z]{1,3}\$?\d{1,7}(?:\+\$?[A-Z]{1,3}\$?\d{1,7})+$/;
/** `=500000-J10-J20`, `=B1-(J10+J20)`: cells taken one by one from something. */
const TAKEN_CELLS =
  /^=\+?(?:\d{1,12}(?:[.,]\d{1,4})?|\$?[A-Z]{1,3}\$?\d{1,7})(?:(?:-\$?[A-Z]{1,3}\$?\d{1,7})+|-\(\$?[A-Z]{1,3}\$?\d{1,7}(?:\+\$?[A-Z]{1,3}\$?\d{1,7})+\))$/;

/** The rows of a block with such a formula, by their number on the sheet. */
export function sumCellsOf(sheet: SheetSnapshot, block: LedgerBlock): ReadonlyMap<number, SumCells> {
  return amountsWhere(sheet, block, (formula, row, column) => {
    const summed = summedAreas(formula, row, column, block);
    return summed !== null && !(column === block.columns.get('ae')?.column && isOfAnotherEj(sheet, row, summed, block));
  });
}

/**
 * The rows of a block with a formula that takes a sum of their column, or several of its cells, from something:
 * `=500000-SUM(E2:E9)`, `=500000-E2-E3`.
 */
export function restCellsOf(
  sheet: SheetSnapshot,
  block: LedgerBlock,
  sums: ReadonlyMap<number, SumCells>,
): ReadonlyMap<number, SumCells> {
  return amountsWhere(sheet, block, (formula, row, column) => takesASum(formula, row, column, block, sums));
}

/** The rows of a block whose AE or CP have such a formula. */
function amountsWhere(
  sheet: SheetSnapshot,
  block: LedgerBlock,
  isSuch: (formula: string, row: number, column: number) => boolean,
): ReadonlyMap<number, SumCells> {
  const found = new Map<number, SumCells>();
  const [ae, cp] = [block.columns.get('ae')?.column, block.columns.get('cp')?.column];
  for (const [key, formula] of sheet.formulas) {
    const [row, column] = [rowOfKey(key), columnOfKey(key)];
    if ((column !== ae && column !== cp) || row < block.firstRow || row > block.lastRow) continue;
    if (!isSuch(formula, row, column)) continue;
    const known = found.get(row);
    found.set(row, { ae: column === ae || known?.ae === true, cp: column === cp || known?.cp === true });
  }
  return found;
}

function takesASum(
  formula: string,
  row: number,
  column: number,
  block: LedgerBlock,
  sums: ReadonlyMap<number, SumCells>,
): boolean {
  if (formula.length > LONGEST_FORMULA || !formula.includes('-')) return false;
  const text = formula.toUpperCase().replaceAll(' ', '');
  const taken = text.slice(text.indexOf('-') + 1);
  const areas = (taken.match(CELLS) ?? []).map(parseArea).filter((area) => area !== null);
  const own = areas.filter(
    ({ top, left, rows, columns }) =>
      left === column &&
      columns === 1 &&
      (row < top || row >= top + rows) &&
      top <= block.lastRow &&
      top + rows > block.firstRow,
  );
  const areSeveral = new Set(own.map(({ top }) => top)).size > 1 && own.length === areas.length;
  return (areSeveral && TAKEN_CELLS.test(text)) || own.some((area) => isSum(area, taken, sums));
}

function isSum({ top, rows }: Area, taken: string, sums: ReadonlyMap<number, SumCells>): boolean {
  return rows > 1 ? INNER_SUM.test(taken) : sums.has(top);
}

/** The areas of a sum of other rows of the block, in the same column; null for any other formula. */
function summedAreas(formula: string, row: number, column: number, block: LedgerBlock): readonly Area[] | null {
  if (formula.length > LONGEST_FORMULA || formula.includes('!')) return null;
  const text = formula.toUpperCase().replaceAll(' ', '');
  const name = SUM.exec(text)?.[1];
  if (name === undefined && !ADDED_CELLS.test(text)) return null;
  if (/[*/^"-]/.test(text) && !name?.startsWith('SUMIF')) return null;
  const areas = (text.match(CELLS) ?? []).map(parseArea).filter((area) => area !== null);
  const own = areas.filter((area) => area.left === column && area.columns === 1);
  const isOfOthers = own.every(({ top, rows }) => row < top || row >= top + rows);
  const isInside = own.some(({ top, rows }) => top <= block.lastRow && top + rows > block.firstRow);
  const isAllOwn = own.length === areas.length || name?.startsWith('SUMIF') === true;
  return own.length > 0 && isOfOthers && isInside && isAllOwn ? own : null;
}

/** True for the row of an EJ that none of the summed rows bears, where some bear one. */
function isOfAnotherEj(sheet: SheetSnapshot, row: number, summed: readonly Area[], block: LedgerBlock): boolean {
  const column = block.columns.get('ejNumber')?.column;
  const own = column === undefined ? null : ejAt(sheet, row, column);
  if (own === null || column === undefined) return false;
  if (summed.reduce((sum, { rows }) => sum + rows, 0) > MOST_SUMMED) return false;
  let areNamed = false;
  for (const { top, rows } of summed) {
    const last = Math.min(top + rows - 1, block.lastRow);
    for (let at = Math.max(top, block.firstRow); at <= last; at++) {
      const other = ejAt(sheet, at, column);
      if (other === own) return false;
      areNamed ||= other !== null;
    }
  }
  return areNamed;
}

function ejAt(sheet: SheetSnapshot, row: number, column: number): string | null {
  const value = valueAt(sheet, row, column);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const ej = readEj(String(value), typeof value === 'number');
  return ej.kind === 'ej' ? ej.number : null;
}
