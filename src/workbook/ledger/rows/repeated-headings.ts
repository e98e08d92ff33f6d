/** Rows that repeat the headings of their table, from one page or one part to the next. */
import { comparable } from '../../../domain/text';
import type { CellValue } from '../../cells';
import { textOf } from '../read-cells';

type Row = readonly CellValue[];

/** True when at least two of the cells at these positions, and half of the headings, are the headings again. */
export function repeatsHeadings(values: Row, headings: Row, positions: readonly number[]): boolean {
  const named = positions.filter((position) => typeof headings[position] === 'string');
  const isSame = (position: number): boolean =>
    comparable(textOf(values[position] ?? null)) === comparable(textOf(headings[position] ?? null));
  const same = named.filter((position) => typeof values[position] === 'string' && isSame(position));
  return same.length >= 2 && same.length * 2 >= named.length;
}
