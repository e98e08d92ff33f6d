/** Headings over numbers that their cells show as dates. */
import { shownAt } from '../../snapshot';
import type { ColumnHeading } from '../heading-rows';
import type { BlockSearch } from '../make-block';

/** The headings, with those over numbers that are all shown as dates, down to the row `last`. */
export function withDates(
  headings: readonly ColumnHeading[],
  { sheet, rows }: Pick<BlockSearch, 'sheet' | 'rows'>,
  headingRow: number,
  last: number,
): readonly ColumnHeading[] {
  const isOfDates = ({ position, kind }: ColumnHeading): boolean => {
    if (kind !== 'shown') return false;
    let hasDate = false;
    for (let row = headingRow + 1; row <= last; row++) {
      if (typeof rows.at(row)[position] !== 'number') continue;
      if (shownAt(sheet, row, rows.left + position)?.kind !== 'date') return false;
      hasDate = true;
    }
    return hasDate;
  };
  return headings.map((heading) => (isOfDates(heading) ? { ...heading, isOfDates: true } : heading));
}
