/**
 * Words above, among or below the lines of an extract that give its amounts in another unit than euros. Chorus gives
 * euros: thousands are somebody's own table, and read as euros they would be wrong a thousand times.
 */
import type { CellValue } from '../workbook/cells';
import { isFilled } from '../workbook/ledger/sheet-rows';
import { unitInHeading, unitInText } from '../workbook/ledger/tables/unit-exceptions';
import { isUnitRow } from '../workbook/ledger/under-headings';
import { unitGivenByHeading, unitOfCell, unitOfSheet, unitOfTitle, type GivenUnit } from '../workbook/ledger/units';
import type { GridRow } from './extract-rows';

/** A text that gives another unit, and its line; null for the name of the sheet. */
export interface WordsOfUnit {
  readonly line: number | null;
  readonly text: string;
}

const MOST_TEXTS_OF_A_NOTE = 3;
const BEGINS_AS_AN_AMOUNT = /^\s{0,9}[-+(]?\d/;

/** True for a heading whose amounts are in thousands, or in another currency. */
export function isNotInEuros(heading: string): boolean {
  return isOther(unitInHeading(heading, unitGivenByHeading));
}

/** The words around these lines that give another unit; null when their amounts are in euros. */
export function otherUnitAround(
  rows: readonly GridRow[],
  header: number,
  amounts: readonly number[],
  sheet: string | null,
): WordsOfUnit | null {
  if (sheet !== null && isOther(unitInText(sheet, unitOfSheet))) return { line: null, text: sheet };
  for (const [index, { line, cells }] of rows.entries()) {
    if (index === header || (index > header && !lacksAmounts(cells, amounts))) continue;
    const read = index < header || isNote(cells) ? unitOfTitle : isUnitRow(cells) ? unitOfCell : null;
    const isOfUnit = (cell: CellValue): cell is string =>
      read !== null && typeof cell === 'string' && isOther(unitInText(cell, read));
    const text = cells.find(isOfUnit);
    if (text !== undefined) return { line, text: text.trim() };
  }
  return null;
}

/** False for almost every line, of which nothing else has to be looked at. */
function lacksAmounts(cells: readonly CellValue[], amounts: readonly number[]): boolean {
  return amounts.every((column) => {
    const cell = cells[column] ?? null;
    return !isFilled(cell) || (typeof cell === 'string' && !BEGINS_AS_AN_AMOUNT.test(cell));
  });
}

function isNote(cells: readonly CellValue[]): boolean {
  const filled = cells.filter(isFilled);
  return filled.length <= MOST_TEXTS_OF_A_NOTE && filled.every((cell) => typeof cell === 'string');
}

function isOther(given: GivenUnit | null): boolean {
  if (given === null) return false;
  const units = [given, ...Object.values(given.byNature ?? {})];
  return units.some((one) => !('unit' in one && one.unit === '€'));
}
