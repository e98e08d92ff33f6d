/**
 * The AE of an envelope are exceeded: « la somme des crédits engagés ne pourra dépasser la limite du montant alloué » (convention, art. 3;
 * LOLF art. 8: AE are the upper limit of what may be committed). The row that crosses is named, with its date and the excess, then each
 * later row that adds to it. The mode of the ceiling makes it an error, a warning or an information.
 */
import { amountCell, envelopeOverruns, overrunDetails } from './ceiling-control';
import { severityOf } from './ceiling-walk';
import { findingAt, type LedgerControl } from './control';

/** PLA-01. */
export const aeCeiling: LedgerControl<'PLA-01'> = {
  rule: 'PLA-01',
  scope: 'ledger',
  needs: ['ae'],
  check(inspection, report) {
    for (const overrun of envelopeOverruns(inspection, 'AE')) {
      const { code, ceilings } = overrun.group;
      const details = { ...overrunDetails(code, overrun), nature: 'AE' as const };
      report(findingAt('PLA-01', severityOf(ceilings.AE?.mode ?? 'blocking'), amountCell('AE', overrun), details));
    }
  },
};
