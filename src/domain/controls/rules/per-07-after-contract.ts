/**
 * An order placed, or a service done, after the end of the contract that it depends on (convention, art. 5: the
 * execution of orders follows the rules of the contract used; CCP, art. R2162-5: orders are placed while the framework
 * agreement is valid). A decommitment may come later. A service after the end is a doubt only: an order placed in time
 * may be executed a little later. Switch it off by leaving the column « Fin du marché » out.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { breaksPeriod, isDecommitment } from './kit/period-control';

/** PER-07. */
export const afterContract: RowControl<'PER-07'> = {
  rule: 'PER-07',
  scope: 'row',
  needs: ['contractEnd'],
  check(row, inspection, report) {
    const { contractEnd } = row;
    if (contractEnd.kind !== 'date') return;
    for (const field of ['commitmentDate', 'serviceDate'] as const) {
      const reading = row[field];
      if (reading.kind !== 'date' || reading.date <= contractEnd.date) continue;
      if (field === 'commitmentDate' && isDecommitment(row)) continue;
      if (breaksPeriod(row, field, inspection)) return;
      const severity = field === 'commitmentDate' ? 'error' : 'warning';
      return report(
        findingAt('PER-07', severity, cellOf(row, field), { field, date: reading.date, contractEnd: contractEnd.date }),
      );
    }
  },
};
