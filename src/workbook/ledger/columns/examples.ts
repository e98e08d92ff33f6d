/** The values of a column, and a few of them to show. */
import { textOf, type CellValue } from '../../cells';
import type { ColumnHeading } from '../heading-rows';
import type { KnownNames } from '../known-names';
import { isBlankText } from '../read-cells';
import { isFilled } from '../sheet-rows';

type Rows = readonly (readonly CellValue[])[];

const EXAMPLES = 3;

/** The filled cells under a heading. */
export function valuesUnder({ position }: ColumnHeading, rows: Rows): readonly CellValue[] {
  return rows.map((row) => row[position] ?? null).filter((value) => value !== null && !isBlankText(textOf(value)));
}

/** The rows without those that hold the name of an envelope and nothing else: titles of the rows that follow. */
export function withoutTitles(rows: Rows, names: KnownNames | null): Rows {
  if (!names) return rows;
  return rows.filter((row) => {
    const first = row.findIndex(isFilled);
    const value = row[first] ?? null;
    if (typeof value !== 'string' || row.findIndex((cell, at) => at > first && isFilled(cell)) >= 0) return true;
    const { codes, rest } = names.envelopesIn(value); // « Signaux Faibles (SF) »
    return !names.isEnvelope(value) && !(codes.length === 1 && rest === '');
  });
}

/** A few distinct values of a column, to show. */
export function examplesUnder(heading: ColumnHeading, rows: Rows): readonly string[] {
  return examplesOf(valuesUnder(heading, rows));
}

export function examplesOf(values: readonly CellValue[]): readonly string[] {
  return [...new Set(values.map(textOf))].slice(0, EXAMPLES);
}
