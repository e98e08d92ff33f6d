/**
 * The AE of an envelope are exceeded: « la somme des crédits engagés ne pourra dépasser la limite du montant alloué »
 * (convention, art. 3; LOLF art. 8: AE are the upper limit of what may be committed). The row that crosses is named,
 * with its date and the excess, then each later row that adds to it. The mode of the ceiling makes it an error, a
 * warning or an information; so is an excess that the convention tolerates.
 */
import { amountCell, ceilingControl, overrunDetails, severityOfOverrun } from './kit/ceiling-control';
import { MovingCeiling } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-01. */
export const aeCeiling = ceilingControl({
  rule: 'PLA-01',
  needs: ['ae'],
  natures: ['AE'],
  groupOf: ({ envelope }) => envelope,
  /** An envelope without a printed ceiling of that nature is never exceeded. */
  ceilingOf: ({ code, ceilings }, nature, { convention, asOf }) =>
    ceilings[nature] && new MovingCeiling(convention, code, nature, asOf),
  findingOf(overrun) {
    const { code, ceilings, tolerance } = overrun.group;
    const { severity, isTolerated } = severityOfOverrun(overrun, ceilings.AE?.mode ?? 'blocking', tolerance);
    const details = { ...overrunDetails(code, overrun), nature: 'AE' as const, ...(isTolerated && { isTolerated }) };
    return findingAt('PLA-01', severity, amountCell('AE', overrun), details);
  },
});
