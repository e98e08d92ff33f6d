/**
 * The CP of an envelope are exceeded: CP are the upper limit of what may be paid in the year (LOLF art. 8), and those put at the
 * délégataire's disposal are printed by envelope, opening RAP included (convention, art. 1.2). What is only certified or issued is
 * reserved, and crosses nothing yet. The mode of the ceiling makes it an error, a warning or an information.
 */
import { amountCell, envelopeOverruns, overrunDetails } from './ceiling-control';
import { severityOf } from './ceiling-walk';
import { findingAt, type LedgerControl } from './control';

/** PLA-02. */
export const cpCeiling: LedgerControl<'PLA-02'> = {
  rule: 'PLA-02',
  scope: 'ledger',
  needs: ['cp'],
  check(inspection, report) {
    for (const overrun of envelopeOverruns(inspection, 'CP')) {
      const { code, ceilings } = overrun.group;
      const details = { ...overrunDetails(code, overrun), nature: 'CP' as const };
      report(findingAt('PLA-02', severityOf(ceilings.CP?.mode ?? 'blocking'), amountCell('CP', overrun), details));
    }
  },
};
