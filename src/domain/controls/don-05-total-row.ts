/**
 * A total row stands inside the data. It is never counted, so that nothing is counted twice, and it is compared with the rows that it
 * covers: an information when it agrees with them, an error when it does not, since somebody reads that total (convention, art. 2.2: the
 * follow-up owed to the délégant). Switch it off for ledgers built by subtotals.
 */
import type { Ledger, TotalRow } from '../envelopes/ledger';
import type { LedgerControl } from './control';
import { cellOf, findingAt } from './control';
import { AMOUNT_FIELDS } from './reading-fields';
import { firstRowFrom } from './rows-by-key';

type AmountField = 'ae' | 'cp';

/** DON-05. */
export const totalRow: LedgerControl<'DON-05'> = {
  rule: 'DON-05',
  scope: 'ledger',
  needs: [],
  check({ ledger }, report) {
    if (ledger.totals.length === 0) return;
    const sums = { ae: runningSums(ledger, 'ae'), cp: runningSums(ledger, 'cp') };
    for (const total of ledger.totals) {
      const compared = AMOUNT_FIELDS.flatMap((field) => compare(ledger, total, field, sums[field]) ?? []);
      const wrong = compared.filter(({ shown, sum }) => shown !== sum);
      for (const details of wrong) report(findingAt('DON-05', 'error', cellOf(total, details.field), details));
      const [right] = compared;
      if (right && wrong.length === 0) report(findingAt('DON-05', 'info', cellOf(total, right.field), right));
    }
  },
};

function compare(ledger: Ledger, total: TotalRow, field: AmountField, sums: Float64Array) {
  const reading = total[field];
  if (reading.kind !== 'amount') return null;
  const first = firstRowFrom(ledger, total.firstCovered);
  const last = Math.max(first, firstRowFrom(ledger, total.key));
  return { field, shown: reading.cents, sum: (sums[last] ?? 0) - (sums[first] ?? 0) };
}

/** `sums[n]` is what the first n rows add up to; whole cents are exact in a double. */
function runningSums(ledger: Ledger, field: AmountField): Float64Array {
  const sums = new Float64Array(ledger.rows.length + 1);
  ledger.rows.forEach((row, index) => {
    const reading = row[field];
    sums[index + 1] = (sums[index] ?? 0) + (reading.kind === 'amount' ? reading.cents : 0);
  });
  return sums;
}
