/**
 * A transfer between envelopes without any sign of an authorisation: the envelopes are not fungible without the express
 * authorisation of the délégant (convention, art. 1.2), so that the transfer counts for nothing. A convention may allow
 * transfers without prior consent, within a share or an amount; one above that is found, with what was left. Switch it
 * off by a row of `ENV_Fongibilite` without limits.
 */
import { fungibleTransfer } from '../../envelopes/allowances/free-transfers';
import { findingAt, type LedgerControl } from '../control-contract';
import { isUnauthorised, movementCell, transferOf } from './kit/movement-cells';

/** FON-01. */
export const transferWithoutAuthorisation: LedgerControl<'FON-01'> = {
  rule: 'FON-01',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    for (const movement of convention.movements) {
      if (!isUnauthorised(convention, movement)) continue;
      const { rule, left = null } = fungibleTransfer(convention, movement) ?? {};
      const details = { ...transferOf(movement), ...(rule && left !== null && { left, article: rule.article }) };
      report(findingAt('FON-01', 'error', movementCell(movement, 'authorisedBy'), details));
    }
  },
};
