/**
 * The arguments of a function without Excel's rich values: a formatted number or a data type counts as its basic value,
 * an error stays an error, which no function takes for an argument left out.
 */
import type { CellValue } from '../workbook/cells';

type Plain = CellValue | readonly (readonly CellValue[])[];

/** The members of the rich values of Excel (`Double`, `String`, `Entity`, `Error`…) that matter here. */
interface RichValue {
  readonly type?: unknown;
  readonly basicType?: unknown;
  readonly basicValue?: unknown;
  /** An error of the functions runtime has this member instead of a basic value. */
  readonly code?: unknown;
}

const NOT_A_VALUE = '#VALUE!';

/** Rows of a range that are looked at: no function takes more than two, and `A:A` has a million. */
const MOST_ROWS = 3;

/** The arguments as plain values, rows for a range: its first ones, of which the third is too many already. */
export function plainArguments(given: readonly unknown[]): readonly Plain[] {
  return given.map((argument) =>
    Array.isArray(argument) ? argument.slice(0, MOST_ROWS).map(plainRow) : plainValue(argument),
  );
}

function plainRow(row: unknown): readonly CellValue[] {
  return Array.isArray(row) ? row.map(plainValue) : [plainValue(row)];
}

function plainValue(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  const { type, basicType, basicValue, code } = value as RichValue;
  if (type === 'Empty' || basicType === 'Empty') return null;
  const isError = type === 'Error' || basicType === 'Error' || code !== undefined;
  if (isError) return { error: [code, basicValue].find((text) => typeof text === 'string') ?? NOT_A_VALUE };
  if (basicValue === undefined) return type === undefined ? null : { error: NOT_A_VALUE };
  return typeof basicValue === 'object' ? { error: NOT_A_VALUE } : plainValue(basicValue);
}
