/**
 * A total row inside the data. It is never counted, so that nothing is counted twice, and it is compared with the rows
 * that it covers: an information when it agrees with them, an error when it does not, a warning when nothing can read
 * it, since somebody reads that total (convention, art. 2.2: the follow-up owed to the délégant). Switch it off for
 * ledgers built by subtotals.
 */
import type { Ledger, LedgerRow, TotalRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import { AMOUNT_FIELDS } from './kit/reading-fields';
import { firstRowFrom } from '../facts/rows-by-key';

/** The sums of the rows that a total covers, in cents. */
type Sums = Record<'ae' | 'cp', number>;

/** DON-05. */
export const totalRow: LedgerControl<'DON-05'> = {
  rule: 'DON-05',
  scope: 'ledger',
  needs: [],
  check({ ledger }, report) {
    for (const { total, sums } of sumsOfTotals(ledger)) compare(total, sums).forEach(report);
  },
};

function compare(total: TotalRow, sums: Sums): readonly FindingOf<'DON-05'>[] {
  const compared = AMOUNT_FIELDS.flatMap((field): FindingOf<'DON-05'>['details'][] => {
    const reading = total[field];
    if (reading.kind === 'absent') return [];
    if (reading.kind !== 'amount') return [{ field, shown: null, raw: reading.raw, sum: sums[field] }];
    return [{ field, shown: reading.cents, sum: sums[field] }];
  });
  const wrong = compared.filter(({ shown, sum }) => shown !== sum);
  const [right] = compared;
  if (right && wrong.length === 0) return [findingAt('DON-05', 'info', cellOf(total, right.field), right)];
  return wrong.map((details) =>
    findingAt('DON-05', details.shown === null ? 'warning' : 'error', cellOf(total, details.field), details),
  );
}

function sumsOfTotals(ledger: Ledger): readonly { readonly total: TotalRow; readonly sums: Sums }[] {
  if (ledger.totals.length === 0) return [];
  const running = { ae: runningSums(ledger, 'ae'), cp: runningSums(ledger, 'cp') };
  return ledger.totals.map((total) => {
    const first = firstRowFrom(ledger, total.firstCovered);
    const last = Math.max(first, firstRowFrom(ledger, total.key));
    const sumOf = (field: 'ae' | 'cp'): number => (running[field][last] ?? 0) - (running[field][first] ?? 0);
    return { total, sums: { ae: sumOf('ae'), cp: sumOf('cp') } };
  });
}

/** `sums[n]` is what the first n rows add up to; whole cents are exact in a double. */
function runningSums(ledger: Ledger, field: 'ae' | 'cp'): Float64Array {
  const sums = new Float64Array(ledger.rows.length + 1);
  ledger.rows.forEach((row, index) => (sums[index + 1] = (sums[index] ?? 0) + centsOf(row, field)));
  return sums;
}

function centsOf(row: LedgerRow | null, field: 'ae' | 'cp'): number {
  const reading = row?.[field];
  return reading?.kind === 'amount' ? reading.cents : 0;
}
