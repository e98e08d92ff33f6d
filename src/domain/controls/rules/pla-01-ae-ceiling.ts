/**
 * The AE of an envelope are exceeded: « la somme des crédits engagés ne pourra dépasser la limite du montant alloué »
 * (convention, art. 3; LOLF art. 8: AE are the upper limit of what may be committed). The row that crosses is named,
 * with its date and the excess, then each later row that adds to it. The mode of the ceiling makes it an error, a
 * warning or an information; so is an excess that the convention tolerates.
 */
import { ceilingOf } from '../../envelopes/ceilings';
import { amountCell, ceilingControl, overrunDetails, severityOfOverrun } from './kit/ceiling-control';
import { MovingCeiling } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-01. */
export const aeCeiling = ceilingControl({
  rule: 'PLA-01',
  needs: ['ae'],
  natures: ['AE'],
  groupOf: ({ envelope }) => envelope,
  /** An envelope that nothing bounds in that nature is never exceeded. */
  ceilingOf: (envelope, nature, { convention, asOf }) =>
    ceilingOf(convention, envelope, nature) && new MovingCeiling(convention, envelope.code, nature, asOf),
  findingOf(overrun, nature, { convention }) {
    const { code, tolerance } = overrun.group;
    const mode = ceilingOf(convention, overrun.group, nature)?.mode ?? 'blocking';
    const { severity, isTolerated } = severityOfOverrun(overrun, mode, tolerance);
    const details = { ...overrunDetails(code, overrun), nature: 'AE' as const, ...(isTolerated && { isTolerated }) };
    return findingAt('PLA-01', severity, amountCell('AE', overrun), details);
  },
});
