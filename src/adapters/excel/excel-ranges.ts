/** Areas of our model and Excel's ranges and addresses, one from the other. */
import { areaAddress, type Area, type CellValue } from '../../workbook/cells';
import { contentIn, isRichEntry } from './excel-values';

/** The range of an area of a sheet. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRange(areaAddress(area));
}

/**
 * The area of a range whose four indices were loaded. Its address cannot give it: Excel writes whole rows and columns
 * without the other coordinate.
 */
export function areaOfRange({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { top: rowIndex, left: columnIndex, rows: rowCount, columns: columnCount };
}

/** The sheet of `'Suivi 2023'!A4:P160`. */
export function sheetOfAddress(address: string): string {
  const name = address.slice(0, address.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** True when both are the same rectangle, or both null. */
export function sameArea(one: Area | null, other: Area | null): boolean {
  return (
    one?.top === other?.top && one?.left === other?.left && one?.rows === other?.rows && one?.columns === other?.columns
  );
}

/** The cells that two areas share; null when there are none. */
export function intersection(one: Area, other: Area): Area | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const rows = Math.min(one.top + one.rows, other.top + other.rows) - top;
  const columns = Math.min(one.left + one.columns, other.left + other.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : null;
}

/** Loads the contents of a range for `contentsOf`, and other properties. */
export function loadContents(range: Excel.Range, ...others: readonly string[]): Excel.Range {
  range.load(['formulas', 'values', 'valueTypes', ...others]);
  return range;
}

/** The contents of a range that were loaded. */
export function contentsOf({ formulas, values, valueTypes }: Excel.Range): CellValue[][] {
  return (formulas as unknown[][]).map((row, r) =>
    row.map((formula, c) => contentIn(formula, values[r]?.[c], valueTypes[r]?.[c])),
  );
}

/** The content of a data type or an image, whatever its text: it is never what we wrote. */
export const DATA_TYPE: CellValue = { error: 'data type' };

/** The same contents, with `DATA_TYPE` where Excel states that a cell holds one. */
export function contentsOrDataTypes(range: Excel.Range): CellValue[][] {
  return contentsOf(range).map((row, r) =>
    row.map((content, c) => (range.valueTypes[r]?.[c] === 'RichValue' && isRich(range, r, c) ? DATA_TYPE : content)),
  );
}

/** `isRichEntry` of a cell of a range whose contents were loaded. */
export function isRich({ formulas, values, valueTypes }: Excel.Range, r: number, c: number): boolean {
  return isRichEntry(formulas[r]?.[c], values[r]?.[c], valueTypes[r]?.[c]);
}

/** False for a range of a request that failed before Excel read it: Office.js throws at each of its properties. */
export function isAnswered(range: Excel.Range, property: 'formulas' | 'rowIndex' = 'formulas'): boolean {
  try {
    return range[property] !== undefined;
  } catch {
    return false;
  }
}
