/**
 * Words above, among or below the lines of an extract that give its amounts in another unit than euros. Chorus gives
 * euros: thousands are somebody's own table, and read as euros they would be wrong a thousand times.
 */
import { lacksAmounts, unitsInRow, unitsInTitle } from '../workbook/ledger/tables/unit-rows';
import { isOtherUnit, namesOtherUnit } from '../workbook/ledger/tables/file-units';
import { unitInHeading, unitInText } from '../workbook/ledger/tables/unit-exceptions';
import { unitOfSheet } from '../workbook/ledger/units';
import type { GridRow } from './extract-rows';

/** A text that gives another unit, and its line; null for the name of the sheet or of the file. */
export interface WordsOfUnit {
  readonly line: number | null;
  readonly text: string;
}

/** The names that may give a unit: of the file and of the sheet. */
export interface NamesOfExtract {
  readonly file?: string;
  readonly sheet?: string;
}

/** True for a heading whose amounts are in thousands, or in another currency. */
export function isNotInEuros(heading: string): boolean {
  return isOtherUnit(unitInHeading(heading));
}

/** The words around these lines that give another unit; null when their amounts are in euros. */
export function otherUnitAround(
  rows: readonly GridRow[],
  header: number,
  amounts: readonly number[],
  { file, sheet }: NamesOfExtract,
): WordsOfUnit | null {
  if (file !== undefined && namesOtherUnit(file)) return { line: null, text: file };
  if (sheet !== undefined && isOtherUnit(unitInText(sheet, unitOfSheet))) return { line: null, text: sheet };
  for (const [index, { line, cells }] of rows.entries()) {
    if (index === header || (index > header && !lacksAmounts(cells, amounts))) continue;
    const units = index < header ? unitsInTitle(cells) : unitsInRow(cells);
    const other = units.find(({ given }) => isOtherUnit(given));
    if (other) return { line, text: other.text };
  }
  return null;
}
