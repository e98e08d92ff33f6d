/** The values of a column, and a few of them to show. */
import type { CellValue } from '../../cells';
import type { ColumnHeading } from '../heading-rows';
import { isBlankText, textOf } from '../read-cells';

type Rows = readonly (readonly CellValue[])[];

const EXAMPLES = 3;

/** The filled cells under a heading. */
export function valuesUnder({ position }: ColumnHeading, rows: Rows): readonly CellValue[] {
  return rows.map((row) => row[position] ?? null).filter((value) => value !== null && !isBlankText(textOf(value)));
}

/** A few distinct values of a column, to show. */
export function examplesUnder(heading: ColumnHeading, rows: Rows): readonly string[] {
  return examplesOf(valuesUnder(heading, rows));
}

export function examplesOf(values: readonly CellValue[]): readonly string[] {
  return [...new Set(values.map(textOf))].slice(0, EXAMPLES);
}
