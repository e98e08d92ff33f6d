/**
 * A transfer between envelopes without any sign of an authorisation: the envelopes are not fungible without the express
 * authorisation of the délégant (convention, art. 1.2), so that the transfer counts for nothing. Switch it off for a
 * convention whose envelopes are fungible.
 */
import { findingAt, type LedgerControl } from '../control-contract';
import { isUnauthorised, movementCell, transferOf } from './kit/movement-cells';

/** FON-01. */
export const transferWithoutAuthorisation: LedgerControl<'FON-01'> = {
  rule: 'FON-01',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    for (const movement of convention.movements) {
      if (isUnauthorised(movement))
        report(findingAt('FON-01', 'error', movementCell(movement, 'authorisedBy'), transferOf(movement)));
    }
  },
};
