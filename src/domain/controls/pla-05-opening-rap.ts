/**
 * The payments on earlier EJ go beyond the part of the CP given for them (convention, art. 1.2: « dont RAP 73 032 € » on Place des
 * entreprises). They then eat the CP of the year, even when the whole CP ceiling still holds. The earlier EJ are those of the table of
 * restes à payer; leaving it empty switches the control off.
 */
import { amountCell } from './ceiling-control';
import { findingAt, type LedgerControl } from './control';

/** PLA-05. */
export const openingRap: LedgerControl<'PLA-05'> = {
  rule: 'PLA-05',
  scope: 'ledger',
  needs: ['ejNumber', 'cp'],
  check(inspection, report) {
    for (const overrun of inspection.rapOverrunsOf()) {
      const { row, date, group, ceiling, total, over } = overrun;
      const ej = row.ej.kind === 'ej' ? row.ej.number : '';
      const details = { envelope: group.code, rap: ceiling, paid: total, over, date, ej };
      report(findingAt('PLA-05', 'error', amountCell('CP', overrun), details));
    }
  },
};
