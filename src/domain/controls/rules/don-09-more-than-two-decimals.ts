/**
 * An amount with fractions of a cent, most often a division that nobody rounded: nothing is paid so. The product counts
 * it rounded to the cent, while Excel's sums keep the fractions, so that the two totals part. No repair: where the rest
 * of a division goes is a choice, and only the invoice knows the amount (convention, art. 2.2: the follow-up owed to
 * the délégant). Switch it off for estimates.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { AMOUNT_FIELDS } from './kit/reading-fields';

/** DON-09. */
export const moreThanTwoDecimals: RowControl<'DON-09'> = {
  rule: 'DON-09',
  scope: 'row',
  needs: [],
  check(row, _inspection, report) {
    for (const field of AMOUNT_FIELDS) {
      const reading = row[field];
      if (reading.kind !== 'amount' || !reading.rounded) continue;
      report(findingAt('DON-09', 'warning', cellOf(row, field), { field, raw: reading.raw, cents: reading.cents }));
    }
  },
};
