/** Headings over numbers that their cells show as dates, or as euros. */
import { hasRow } from '../../row-runs';
import { shownAt } from '../../snapshot';
import type { ColumnHeading } from '../heading-rows';
import type { BlockSearch } from '../make-block';

/** The headings, with those over numbers that are all shown as dates, or all in euros, down to the row `last`. */
export function withFormats(
  headings: readonly ColumnHeading[],
  { sheet, rows }: Pick<BlockSearch, 'sheet' | 'rows'>,
  headingRow: number,
  last: number,
): readonly ColumnHeading[] {
  const areAll = (position: number, isShown: (row: number, column: number) => boolean): boolean => {
    let hasNumber = false;
    for (let row = headingRow + 1; row <= last; row++) {
      if (typeof rows.at(row)[position] !== 'number') continue;
      if (!isShown(row, rows.left + position)) return false;
      hasNumber = true;
    }
    return hasNumber;
  };
  const isDate = (row: number, column: number): boolean => shownAt(sheet, row, column)?.kind === 'date';
  return headings.map((heading) => {
    if (heading.kind !== 'shown') return heading;
    const euros = sheet.inEuros?.get(rows.left + heading.position)?.rows;
    if (areAll(heading.position, isDate)) return { ...heading, isOfDates: true };
    return euros && areAll(heading.position, (row) => hasRow(euros, row)) ? { ...heading, isInEuros: true } : heading;
  });
}
