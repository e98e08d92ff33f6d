/** Compares two snapshots: a workbook read again where nothing changed is not opened again. */
import type { Slices } from '../domain/slices';
import { isCellError, type CellValue } from './cells';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

/** Rows compared between two pauses: a few milliseconds of work. */
const ROWS_PER_SLICE = 10_000;

/** True when both hold the same; yields between rows. Stops at the first difference. */
export function* isSameWorkbook(one: WorkbookSnapshot, other: WorkbookSnapshot): Slices<boolean> {
  const [{ sheets, ...rest }, { sheets: otherSheets, ...otherRest }] = [one, other];
  if (sheets.length !== otherSheets.length || !isSameData(rest, otherRest)) return false;
  for (const [index, sheet] of sheets.entries()) {
    const otherSheet = otherSheets[index];
    if (!otherSheet || !(yield* isSameSheet(sheet, otherSheet))) return false;
  }
  return true;
}

function* isSameSheet(one: SheetSnapshot, other: SheetSnapshot): Slices<boolean> {
  const [{ values, ...rest }, { values: otherValues, ...otherRest }] = [one, other];
  if (values.length !== otherValues.length || !isSameData(rest, otherRest)) return false;
  for (const [row, line] of values.entries()) {
    if (row % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
    if (!isSameLine(line, otherValues[row])) return false;
  }
  return true;
}

/** True when both rows hold the same cells. */
export function isSameLine(one: readonly CellValue[] | undefined, other: readonly CellValue[] | undefined): boolean {
  if (one === other) return true;
  if (!one || one.length !== other?.length) return false;
  for (let column = 0; column < one.length; column++)
    if (!isSameCell(one[column] ?? null, other[column] ?? null)) return false;
  return true;
}

function isSameCell(one: CellValue, other: CellValue): boolean {
  return one === other || (isCellError(one) && isCellError(other) && one.error === other.error);
}

/** For plain data other than cells: objects, lists, maps and sets. */
function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isKeyed(one) || isKeyed(other)) return isKeyed(one) && isKeyed(other) && isSameKeyed(one, other);
  const [names, otherNames] = [Object.keys(one), Object.keys(other)];
  const [parts, otherParts] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return names.length === otherNames.length && names.every((name) => isSameData(parts[name], otherParts[name]));
}

/** A map or a set. */
interface Keyed {
  readonly size: number;
  has(key: unknown): boolean;
  entries(): Iterable<[unknown, unknown]>;
  get?(key: unknown): unknown;
}

const isKeyed = (data: object): data is Keyed => 'size' in data && 'has' in data && 'entries' in data;

function isSameKeyed(one: Keyed, other: Keyed): boolean {
  if (one.size !== other.size) return false;
  for (const [key, value] of one.entries())
    if (!other.has(key) || (other.get && !isSameData(value, other.get(key)))) return false;
  return true;
}
