/** Rows between the headings of a table and its data: blank, numbers of columns (`(1)`, `Col 2`) or units (`en k€`). */
import { isBlankRow, isFilled, textsOf, type Row } from './sheet-rows';
import { textOf } from '../cells';
import { unitInText } from './tables/unit-exceptions';
import { isUnitCell, unitOfCell, type GivenUnit } from './units';

const MOST_ROWS = 4;
const NUMBERING = /^[([]?(?:col(?:onne)?\.?\s*)?(\d{1,3}|[a-z]{1,2})[)\]]?(?:\s*=.*)?$/i;

/** The first row of data, and the units found above it. */
export interface UnderHeadings {
  readonly firstRow: number;
  /** The unit of a column in the row of units. */
  unitAt(position: number): GivenUnit | null;
}

/** Reads the rows under a row of headings. */
export function lookUnder(rowAt: (row: number) => Row, headingRow: number, lastRow: number): UnderHeadings {
  const units = new Map<number, GivenUnit>();
  let forAll: GivenUnit | null = null;
  let firstRow = headingRow + 1;
  for (let row = firstRow; row <= Math.min(lastRow, headingRow + MOST_ROWS); row++) {
    const values = rowAt(row);
    if (isBlankRow(values)) continue;
    if (isUnitRow(values)) {
      const found = values.flatMap((value, position) =>
        isFilled(value) ? [[position, givenIn(textOf(value))] as const] : [],
      );
      for (const [position, unit] of found) if (unit !== null) units.set(position, unit);
      const [only] = found;
      if (only && found.length === 1) forAll = only[1];
    } else if (!isNumbering(values)) break;
    firstRow = row + 1;
  }
  return { firstRow, unitAt: (position) => units.get(position) ?? forAll };
}

/** True for units or numbers of columns, which are under headings and are none. */
export function isNoteOfColumns(row: Row): boolean {
  return isUnitRow(row) || isNumbering(row);
}

/** True for a row that holds nothing but the units of columns. */
export function isUnitRow(row: Row): boolean {
  const texts = textsOf(row);
  const isOfUnits = (text: string): boolean => isUnitCell(text) || givenIn(text) !== null;
  return texts.length > 0 && texts.every(isOfUnits) && texts.some((text) => givenIn(text) !== null);
}

/** The unit in a cell of a row of units; null when it gives none. */
export function givenIn(text: string): GivenUnit | null {
  return unitInText(text, unitOfCell);
}

/** `1 2 3`, `(1) (2) (3)`, `Col 1 Col 2`, `a b c`: consecutive marks. */
function isNumbering(row: Row): boolean {
  const marks = textsOf(row).map((text) => NUMBERING.exec(text)?.[1]);
  if (marks.length < 3 || marks.some((mark) => mark === undefined)) return false;
  const ranks = marks.map((mark = '') =>
    /\d/.test(mark) ? Number(mark) : mark.length === 1 ? mark.toLowerCase().charCodeAt(0) : NaN,
  );
  return ranks.every((rank, index) => index === 0 || rank === (ranks[index - 1] ?? NaN) + 1);
}
