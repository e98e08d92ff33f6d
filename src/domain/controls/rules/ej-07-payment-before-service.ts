/**
 * A payment before its service fait: the State pays what is done (GBCP, décret 2012-1246, art. 31 to 33). A service
 * dated after the payment is an error. A payment without any date of service is a doubt only: the service fait may be
 * presumed (art. 31), and the table may not record it. Advances, subscriptions, purchasing cards and régies are paid
 * otherwise by law, and are left out when the words of the row name them. Switch it off for a team whose flows are all
 * of the presumed kind.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { breaksPeriod } from './kit/period-control';
import { UNSERVED } from '../facts/row-traits';

/** Words of an expense that may be paid before the service, or without any dated one. */
const PAID_OTHERWISE =
  /\bavances?\b|\babonnements?\b|\bcartes?\s+d.?achats?\b|\br[ée]gies?\s+d.?avances?\b|pr[ée]sum[ée]|\bloyers?\b/iu;

/** EJ-07. */
export const paymentBeforeService: RowControl<'EJ-07'> = {
  rule: 'EJ-07',
  scope: 'row',
  needs: ['serviceDate', 'paymentDate', 'cp'],
  concerns: UNSERVED,
  check(row, inspection, report) {
    if (row.paymentDate.kind !== 'date' || row.cp.kind !== 'amount' || row.cp.cents <= 0 || isPaidOtherwise(row))
      return;
    if (breaksPeriod(row, 'serviceDate', inspection) || breaksPeriod(row, 'paymentDate', inspection)) return;
    const paid = row.paymentDate.date;
    if (row.serviceDate.kind === 'absent') {
      report(findingAt('EJ-07', 'warning', cellOf(row, 'serviceDate'), { paid, served: null }));
    } else if (row.serviceDate.kind === 'date' && row.serviceDate.date > paid) {
      report(findingAt('EJ-07', 'error', cellOf(row, 'serviceDate'), { paid, served: row.serviceDate.date }));
    }
  },
};

function isPaidOtherwise({ operation, label }: LedgerRow): boolean {
  return PAID_OTHERWISE.test(operation) || PAID_OTHERWISE.test(label);
}
