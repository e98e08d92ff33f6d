/**
 * The whole convention is exceeded, in AE or in CP: the credits put at disposal are fixed for all the envelopes
 * together too (convention, art. 1.2 and 3). It is another ceiling than those of the envelopes and is judged apart from
 * them. A convention that prints no total switches it off.
 */
import { WHOLE_CONVENTION } from '../../envelopes/ceilings';
import { NATURES } from '../../money/nature';
import { amountCell, ceilingControl, overrunDetails } from './kit/ceiling-control';
import { MovingCeiling, severityOf } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-03. */
export const conventionCeiling = ceilingControl({
  rule: 'PLA-03',
  needs: [],
  natures: NATURES,
  groupOf: () => WHOLE_CONVENTION,
  ceilingOf: (whole, nature, { convention, asOf }) =>
    convention.ceilings[nature] && new MovingCeiling(convention, whole, nature, asOf),
  findingOf(overrun, nature, { convention }) {
    const details = { ...overrunDetails(overrun.group, overrun), nature };
    return findingAt(
      'PLA-03',
      severityOf(convention.ceilings[nature]?.mode ?? 'blocking'),
      amountCell(nature, overrun),
      details,
    );
  },
});
