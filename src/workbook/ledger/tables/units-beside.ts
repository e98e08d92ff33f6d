/**
 * A unit that is about a table, and is no title: « en k€ » alone in the row of its headings, over a column that holds
 * nothing, or « Total (k€) » on a row that sums it. It is not clear whose amounts it gives: none is read, where nothing
 * else gives their unit.
 */
import { comparable } from '../../../domain/text';
import type { SheetSnapshot } from '../../snapshot';
import { textOf } from '../../cells';
import { isFilled, type Row } from '../sheet-rows';
import { EVERYWHERE, unclear, unitOfCell, type UnitOfColumns } from '../units';
import { isOtherUnit } from './file-units';
import { unitInHeading, unitInText } from './unit-exceptions';
import type { TableFrame } from './units-above';

const NO_CELLS: Row = [];
const LABEL_OF_TOTAL = /^(?:total|totaux|ensemble|somme)(?![a-z])/;
const LONGEST_LABEL = 60;
/** The rows of totals at the end of a table, and just below it. */
const ROWS = { within: 2, below: 3 };
/** A sum of amounts that are not whole. */
const NEAR = 0.005;

/** The units beside a table; empty without one. */
export function unitsBeside(sheet: SheetSnapshot, frame: TableFrame): readonly UnitOfColumns[] {
  const text = unitAmongHeadings(sheet, frame) ?? unitOfTotal(sheet, frame);
  return text === null ? [] : [{ ...EVERYWHERE, given: unclear(text) }];
}

function rowAt(sheet: SheetSnapshot, row: number): Row {
  return sheet.values[row - (sheet.used?.top ?? 0)] ?? NO_CELLS;
}

/** A unit alone in a cell of the row of headings, with no other heading between the table and it. */
function unitAmongHeadings(sheet: SheetSnapshot, { topRow, lastRow, left, right }: TableFrame): string | null {
  const start = sheet.used?.left ?? 0;
  const headings = rowAt(sheet, topRow);
  const isNear = (column: number): boolean => {
    const [from, to] = column > right ? [right + 1, column] : column < left ? [column + 1, left] : [column, column];
    return !headings.slice(from - start, to - start).some(isFilled);
  };
  for (const [position, value] of headings.entries()) {
    if (typeof value !== 'string' || !isOtherUnit(unitInText(value, unitOfCell)) || !isNear(start + position)) continue;
    if (!isHeading(sheet, position, topRow + 1, lastRow)) return value;
  }
  return null;
}

/** True for a column with something in it. */
function isHeading(sheet: SheetSnapshot, position: number, firstRow: number, lastRow: number): boolean {
  for (let row = firstRow; row <= lastRow; row++) if (isFilled(rowAt(sheet, row)[position] ?? null)) return true;
  return false;
}

/** The label of a total that names a unit, where its amount is the sum of the cells above as they are. */
function unitOfTotal(sheet: SheetSnapshot, { topRow, lastRow }: TableFrame): string | null {
  for (let row = lastRow - ROWS.within; row <= lastRow + ROWS.below; row++) {
    const cells = rowAt(sheet, row);
    const label = textOf(cells.find(isFilled) ?? null).trim();
    if (label.length > LONGEST_LABEL || !LABEL_OF_TOTAL.test(comparable(label))) continue;
    if (isOtherUnit(unitInHeading(label)) && cells.some((_, position) => isSumOf(sheet, position, topRow + 1, row)))
      return label;
  }
  return null;
}

function isSumOf(sheet: SheetSnapshot, position: number, firstRow: number, totalRow: number): boolean {
  const total = rowAt(sheet, totalRow)[position];
  if (typeof total !== 'number' || total === 0) return false;
  let sum = 0;
  for (let row = firstRow; row < totalRow; row++) {
    const value = rowAt(sheet, row)[position];
    if (typeof value === 'number') sum += value;
  }
  return Math.abs(sum - total) < NEAR;
}
