/**
 * A poste de dépense is exceeded, in AE or in CP. The annexes give an amount by poste; the convention forbids to exceed the envelopes, not
 * the postes, so that the amount is indicative: a warning, unless the poste's own mode says otherwise. Payments on earlier EJ have no
 * poste (art. 1.2: the RAP is given to the envelope). A poste without a ceiling of that nature is never exceeded. Switch it off with the mode
 * « information ».
 */
import { lineCents } from '../envelopes/ceilings';
import { NATURES } from '../money/nature';
import { amountCell, overrunDetails } from './ceiling-control';
import { fixedCeiling, overrunsOf, severityOf } from './ceiling-walk';
import { findingAt, type LedgerControl } from './control';

/** PLA-04. */
export const lineCeiling: LedgerControl<'PLA-04'> = {
  rule: 'PLA-04',
  scope: 'ledger',
  needs: ['budgetLine'],
  check(inspection, report) {
    for (const nature of NATURES) {
      const overruns = overrunsOf(
        inspection.timelineOf(nature),
        inspection.ledger.rows,
        ({ line }) => (line && lineCents(line, nature) !== null ? line : null),
        (line) => fixedCeiling(lineCents(line, nature) ?? 0),
      );
      for (const overrun of overruns) {
        const line = overrun.group;
        const details = { ...overrunDetails(line.envelope, overrun), nature, line: line.label };
        report(findingAt('PLA-04', severityOf(line.ceilings?.[nature]?.mode ?? line.mode), amountCell(nature, overrun), details));
      }
    }
  },
};
