/**
 * The whole convention is exceeded, in AE or in CP: the credits put at disposal are fixed for all the envelopes together too (convention,
 * art. 1.2 and 3). It is another ceiling than those of the envelopes and is judged apart from them. A convention that prints no total
 * switches it off.
 */
import { WHOLE_CONVENTION } from '../envelopes/ceilings';
import { NATURES } from '../money/nature';
import { amountCell, overrunDetails } from './ceiling-control';
import { MovingCeiling, overrunsOf, severityOf } from './ceiling-walk';
import { findingAt, type LedgerControl } from './control';

/** PLA-03. */
export const conventionCeiling: LedgerControl<'PLA-03'> = {
  rule: 'PLA-03',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { convention, asOf } = inspection;
    for (const nature of NATURES) {
      const ceiling = convention.ceilings[nature];
      if (ceiling === null) continue;
      const overruns = overrunsOf(
        inspection.timelineOf(nature),
        inspection.ledger.rows,
        () => WHOLE_CONVENTION,
        (envelope) => new MovingCeiling(convention, envelope, nature, asOf),
      );
      for (const overrun of overruns) {
        const details = { ...overrunDetails(WHOLE_CONVENTION, overrun), nature };
        report(findingAt('PLA-03', severityOf(ceiling.mode), amountCell(nature, overrun), details));
      }
    }
  },
};
