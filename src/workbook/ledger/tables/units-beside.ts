/**
 * Units near a table that may be those of other amounts.
 * « En k€ » alone in the row of its headings, over a column that holds nothing, or « Total (k€) » on a row that sums
 * it: it is not clear whose amounts they give, and none is read, where nothing else gives their unit.
 * « AE engagées (k€) » above figures of their own, or « Situation (k€) » on a recap above the table: the unit is that
 * of these figures. It is not clear where they equal the sums of the table as they are, or no sum of it at all.
 */
import { comparable } from '../../../domain/text';
import { shownAt, type SheetSnapshot } from '../../snapshot';
import { textOf } from '../read-cells';
import { isFilled, type Row } from '../sheet-rows';
import { EVERYWHERE, namesScale, unclear, unitOfCell, type GivenUnit, type UnitOfColumns } from '../units';
import { isOtherUnit } from './file-units';
import { unitInHeading, unitInText } from './unit-exceptions';

/** The rows and the columns of a table, of which `topRow` is that of its first headings. */
interface Frame {
  readonly topRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
}

const NO_CELLS: Row = [];
const LABEL_OF_TOTAL = /^(?:total|totaux|ensemble|somme)(?![a-z])/;
const LONGEST_LABEL = 60;
/** The rows of totals at the end of a table, and just below it. */
const ROWS = { within: 2, below: 3 };
/** A sum of amounts that are not whole. */
const NEAR = 0.005;
/** A figure rounded to its unit is within this part of the sum. */
const CLOSE = 20;
const FACTORS = { 'k€': 1000, 'M€': 1_000_000 };
/** Of the used area. */
const FIRST_COLUMN = 0;
const [FIRST_YEAR, LAST_YEAR] = [1990, 2099];
const NO_AMOUNTS: ReadonlySet<string> = new Set(['date', 'time', 'percentage', 'quantity']);

/** The units beside a table; empty without one. */
export function unitsBeside(sheet: SheetSnapshot, frame: Frame): readonly UnitOfColumns[] {
  const text = unitAmongHeadings(sheet, frame) ?? unitOfTotal(sheet, frame);
  return text === null ? [] : [{ ...EVERYWHERE, given: unclear(text) }];
}

/**
 * The unit that a text above a table gives to its amounts; null where it is that of other figures. `at` is the cell of
 * the text.
 */
export function unitFromAbove(
  sheet: SheetSnapshot,
  frame: Frame,
  at: { readonly row: number; readonly column: number },
  given: GivenUnit | null,
): GivenUnit | null {
  const cells = rowAt(sheet, at.row);
  const text = textOf(cells[at.column - (sheet.used?.left ?? 0)] ?? null).trim();
  if (given === null || !isOtherUnit(given) || namesScale(text)) return given;
  const isTitle = cells.filter(isFilled).length === 1 && cells.findIndex(isFilled) === FIRST_COLUMN;
  const figures = isTitle ? figuresUnder(sheet, at.row, frame.topRow) : figuresOf(sheet, at, frame.topRow);
  if (figures.length === 0) return given;
  const scale = scaleOfFigures(sheet, frame, figures, given);
  if (!isTitle) return scale === 'same' ? unclear(text) : null;
  if (scale === null) return isTitleOfTable(sheet, at.row, frame.topRow) ? unclear(text) : given;
  return scale === 'same' ? given : null;
}

/** Figures above a table: the numbers of each column, from the first row down. */
type Figures = readonly (readonly number[])[];

/** The figures of a heading, below it, or of a label, beside it. */
function figuresOf(
  sheet: SheetSnapshot,
  { row, column }: { readonly row: number; readonly column: number },
  topRow: number,
): Figures {
  const position = column - (sheet.used?.left ?? 0);
  const next = rowAt(sheet, row).findIndex((value, other) => other > position && isFilled(value));
  const beside = next < 0 ? null : amountAt(sheet, row, next);
  if (beside !== null) return [[beside]];
  const end = blankRowFrom(sheet, row + 1, topRow);
  const below = amountsBetween(sheet, row + 1, end, position);
  return below.length > 0 ? [below] : [];
}

/** The figures between a title and a table. */
function figuresUnder(sheet: SheetSnapshot, row: number, topRow: number): Figures {
  const columns = Array.from({ length: sheet.used?.columns ?? 0 }, (_, position) =>
    amountsBetween(sheet, row + 1, topRow, position),
  );
  return columns.filter((column) => column.length > 0);
}

/** True for a title just above headings with figures below them, all of it apart from the table. */
function isTitleOfTable(sheet: SheetSnapshot, row: number, topRow: number): boolean {
  const headings = rowAt(sheet, row + 1).filter(isFilled);
  const areTexts = headings.length > 1 && headings.every((value) => typeof value === 'string');
  return areTexts && blankRowFrom(sheet, row + 1, topRow) < topRow;
}

function blankRowFrom(sheet: SheetSnapshot, row: number, end: number): number {
  let at = row;
  while (at < end && rowAt(sheet, at).some(isFilled)) at++;
  return at;
}

function amountsBetween(sheet: SheetSnapshot, from: number, end: number, position: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, end - from) }, (_, offset) => from + offset);
  return rows.flatMap((row) => amountAt(sheet, row, position) ?? []);
}

/** A number that may be an amount: no year, nor a date. */
function amountAt(sheet: SheetSnapshot, row: number, position: number): number | null {
  const value = rowAt(sheet, row)[position] ?? null;
  if (typeof value !== 'number' || (Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR)) return null;
  return NO_AMOUNTS.has(shownAt(sheet, row, position + (sheet.used?.left ?? 0))?.kind ?? '') ? null : value;
}

/**
 * `same` where a column of figures is that of a sum of the table as it is; `scaled` where it is in the unit, to the
 * rounding, and the table in euros; null where neither is seen.
 */
function scaleOfFigures(
  sheet: SheetSnapshot,
  frame: Frame,
  figures: Figures,
  given: GivenUnit,
): 'same' | 'scaled' | null {
  const sums = sumsOfColumns(sheet, frame);
  const totals = figures.flatMap((column) => {
    const sum = column.reduce((all, one) => all + one, 0);
    const last = column.at(-1) ?? 0;
    const hasTotal = column.length > 2 && Math.abs(sum - 2 * last) < NEAR;
    return sum === 0 ? [] : [{ total: hasTotal ? last : sum, rounding: column.length / 2 }];
  });
  if (totals.some(({ total }) => sums.some((sum) => Math.abs(sum - total) < NEAR))) return 'same';
  const isScaled = ({ total, rounding }: (typeof totals)[number], factor: number): boolean =>
    sums.some((sum) => Math.abs(sum / factor - total) <= Math.min(rounding, Math.abs(total) / CLOSE));
  return factorsOf(given).some((factor) => totals.some((total) => isScaled(total, factor))) ? 'scaled' : null;
}

/** How many euros each unit of a text is. */
function factorsOf(given: GivenUnit): readonly number[] {
  const units = [given, ...Object.values(given.byNature ?? {})];
  return units.flatMap((one) => ('unit' in one && one.unit !== '€' ? [FACTORS[one.unit]] : []));
}

/** The sum of the amounts of each column of a table. */
function sumsOfColumns(sheet: SheetSnapshot, { topRow, lastRow, left, right }: Frame): readonly number[] {
  const start = sheet.used?.left ?? 0;
  const sums = Array.from({ length: Math.max(0, right - left + 1) }, (_, offset) => {
    let sum = 0;
    for (let row = topRow + 1; row <= lastRow; row++) sum += amountAt(sheet, row, left + offset - start) ?? 0;
    return sum;
  });
  return sums.filter((sum) => sum !== 0);
}

function rowAt(sheet: SheetSnapshot, row: number): Row {
  return sheet.values[row - (sheet.used?.top ?? 0)] ?? NO_CELLS;
}

/** A unit alone in a cell of the row of headings, with no other heading between the table and it. */
function unitAmongHeadings(sheet: SheetSnapshot, { topRow, lastRow, left, right }: Frame): string | null {
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
function unitOfTotal(sheet: SheetSnapshot, { topRow, lastRow }: Frame): string | null {
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
