/**
 * The CP of an envelope are exceeded: CP are the upper limit of what may be paid in the year (LOLF art. 8), and those
 * put at the délégataire's disposal are printed by envelope, opening RAP included (convention, art. 1.2). What is only
 * certified or issued is reserved, and crosses nothing yet. The mode of the ceiling makes it an error, a warning or an
 * information.
 */
import { amountCell, ceilingControl, overrunDetails, severityOfOverrun } from './kit/ceiling-control';
import { MovingCeiling } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-02. */
export const cpCeiling = ceilingControl({
  rule: 'PLA-02',
  needs: ['cp'],
  natures: ['CP'],
  groupOf: ({ envelope }) => envelope,
  /** An envelope without a printed ceiling of that nature is never exceeded. */
  ceilingOf: ({ code, ceilings }, nature, { convention, asOf }) =>
    ceilings[nature] && new MovingCeiling(convention, code, nature, asOf),
  findingOf(overrun) {
    const { code, ceilings, tolerance } = overrun.group;
    const { severity, isTolerated } = severityOfOverrun(overrun, ceilings.CP?.mode ?? 'blocking', tolerance);
    const details = { ...overrunDetails(code, overrun), nature: 'CP' as const, ...(isTolerated && { isTolerated }) };
    return findingAt('PLA-02', severity, amountCell('CP', overrun), details);
  },
});
