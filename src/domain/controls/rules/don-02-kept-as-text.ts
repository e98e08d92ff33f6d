/**
 * An amount or a date kept as text: the product reads it, so its own figures are right, but Excel's formulas do not see
 * it (`SUMIFS` skips it, a comparison of dates is false), and the documents of the workbook would be silently wrong.
 * Repaired by writing the value that was read, except when the text has fractions of a cent. Switch it off where no
 * formula reads the column.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { AMOUNT_FIELDS, DATE_FIELDS } from './kit/reading-fields';
import { AS_TEXT } from '../facts/row-traits';

/** DON-02. */
export const keptAsText: RowControl<'DON-02'> = {
  rule: 'DON-02',
  scope: 'row',
  needs: [],
  concerns: AS_TEXT,
  check(row, _inspection, report) {
    for (const field of DATE_FIELDS) {
      const reading = row[field];
      if (reading.kind !== 'date' || !reading.asText) continue;
      const what = reading.asText === 'monthFirst' ? 'monthFirst' : 'date';
      const details = { field, raw: reading.raw, what } as const;
      report(findingAt('DON-02', 'warning', cellOf(row, field), details, { kind: 'date', date: reading.date }));
    }
    for (const field of AMOUNT_FIELDS) {
      const reading = row[field];
      if (reading.kind !== 'amount' || !reading.asText) continue;
      const details = { field, raw: reading.raw, what: 'amount' as const };
      report(
        findingAt(
          'DON-02',
          'warning',
          cellOf(row, field),
          details,
          reading.rounded ? null : { kind: 'amount', cents: reading.cents },
        ),
      );
    }
  },
};
