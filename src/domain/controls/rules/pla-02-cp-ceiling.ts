/**
 * The CP of an envelope are exceeded: CP are the upper limit of what may be paid in the year (LOLF art. 8), and those
 * put at the délégataire's disposal are printed by envelope, opening RAP included (convention, art. 1.2). What is only
 * certified or issued is reserved, and crosses nothing yet. The mode of the ceiling makes it an error, a warning or an
 * information.
 */
import { ceilingOf } from '../../envelopes/ceilings';
import { amountCell, ceilingControl, overrunDetails, severityOfOverrun } from './kit/ceiling-control';
import { MovingCeiling } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-02. */
export const cpCeiling = ceilingControl({
  rule: 'PLA-02',
  needs: ['cp'],
  natures: ['CP'],
  groupOf: ({ envelope }) => envelope,
  /** An envelope that nothing bounds in that nature is never exceeded. */
  ceilingOf: (envelope, nature, { convention, asOf }) =>
    ceilingOf(convention, envelope, nature) && new MovingCeiling(convention, envelope.code, nature, asOf),
  findingOf(overrun, nature, { convention }) {
    const { code, tolerance } = overrun.group;
    const mode = ceilingOf(convention, overrun.group, nature)?.mode ?? 'blocking';
    const { severity, isTolerated } = severityOfOverrun(overrun, mode, tolerance);
    const details = { ...overrunDetails(code, overrun), nature: 'CP' as const, ...(isTolerated && { isTolerated }) };
    return findingAt('PLA-02', severity, amountCell('CP', overrun), details);
  },
});
