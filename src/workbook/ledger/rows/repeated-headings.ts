/** Rows that repeat the headings of their table, from one page or one part to the next. */
import { comparable, isComparableTo } from '../../../domain/text';
import type { CellValue } from '../../cells';

type Row = readonly CellValue[];

const FEWEST = 2;

/** One row of headings, at the positions of the columns that are read. */
export class RepeatedHeadings {
  private readonly texts: readonly (readonly [position: number, text: string])[];
  /** At least two of the cells, and half of the headings. */
  private readonly fewest: number;

  constructor(headings: Row, positions: readonly number[]) {
    this.texts = positions.flatMap((position) => {
      const heading = headings[position];
      return typeof heading === 'string' ? [[position, comparable(heading)] as const] : [];
    });
    this.fewest = Math.max(FEWEST, this.texts.length / 2);
  }

  /** True when a row is the headings again. Most rows are settled by two or three of their cells. */
  areIn(values: Row): boolean {
    let possible = 0;
    for (const [position] of this.texts) if (typeof values[position] === 'string') possible++;
    for (const [position, text] of this.texts) {
      if (possible < this.fewest) return false;
      const value = values[position];
      if (typeof value === 'string' && !isComparableTo(value, text)) possible--;
    }
    return possible >= this.fewest;
  }
}

/** The headings of a table that may be repeated: its last row of headings, and the first when there are several. */
export function repeatedHeadings(rows: readonly Row[], positions: readonly number[]): readonly RepeatedHeadings[] {
  return [...new Set(rows)].map((headings) => new RepeatedHeadings(headings, positions));
}
