/**
 * Columns of amounts that name their year, « CP 2022 | Date de paiement | CP 2023 | Date de paiement »: each amount
 * counts in the year of its day. One whose day is of another year, or that has none although the year of its column is
 * past, is reported (LEC-05).
 */
import { yearOf } from '../../../domain/calendar/civil-date';
import type { DateReading, LedgerField, LedgerRow } from '../../../domain/envelopes/ledger';
import type { RowMark } from '../../../domain/envelopes/reading-facts';
import { wordsOfHeading } from '../heading-words';

/** The year of the AE or of the CP of a table, by the heading of their column; `isPast`: before that of the credits. */
export interface YearOfAmounts {
  readonly nature: 'ae' | 'cp';
  readonly heading: string;
  readonly year: number;
  readonly isPast: boolean;
}

/** The amounts of a row and their days. */
export type DatedRow = Pick<LedgerRow, 'ae' | 'cp' | 'commitmentDate' | 'paymentDate'>;

const YEARS = /(?<!\d)20\d\d(?!\d)/g;

/** Those of a table. `lastYear`: the last one of the credits. */
export function yearsOfAmounts(
  columns: ReadonlyMap<LedgerField, { readonly heading: string }>,
  lastYear: number | undefined,
): readonly YearOfAmounts[] {
  return (['ae', 'cp'] as const).flatMap((nature) => {
    const heading = columns.get(nature)?.heading ?? '';
    const { year } = wordsOfHeading(heading);
    const isOne = year !== null && new Set(heading.match(YEARS)).size === 1;
    return isOne ? [{ nature, heading, year, isPast: lastYear !== undefined && year < lastYear }] : [];
  });
}

/** The doubts of a row by these columns. */
export function doubtsOfYears(row: DatedRow, years: readonly YearOfAmounts[]): readonly RowMark[] {
  return years.flatMap(({ nature, heading, year, isPast }): readonly RowMark[] => {
    const amount = row[nature];
    if (amount.kind !== 'amount' || amount.cents === 0) return [];
    const day: DateReading = nature === 'ae' ? row.commitmentDate : row.paymentDate;
    if (day.kind === 'date')
      return yearOf(day.date) === year ? [] : [{ heading, raw: '', about: nature === 'ae' ? 'aeYear' : 'cpYear' }];
    return nature === 'cp' && isPast && day.kind === 'absent' ? [{ heading, raw: '', about: 'cpPast' }] : [];
  });
}
