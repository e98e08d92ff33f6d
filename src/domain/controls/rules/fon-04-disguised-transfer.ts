/**
 * The poste of the row belongs to another envelope than its axe ministériel 2: one beneficiary's credits would pay the
 * other's expense, while the envelopes are not fungible without the délégant's express authorisation (convention, art.
 * 1.2; postes: annexes 1 and 2). A warning where the convention allows transfers between the two without prior consent.
 * Switch it off when the postes are shared by the envelopes.
 */
import { fungibilityBetween } from '../../envelopes/allowances/free-transfers';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { ODD_ENVELOPE } from '../facts/row-traits';

/** FON-04. */
export const disguisedTransfer: RowControl<'FON-04'> = {
  rule: 'FON-04',
  scope: 'row',
  needs: ['budgetLine'],
  concerns: ODD_ENVELOPE,
  check(row, inspection, report) {
    const assignment = inspection.assignmentOf(row);
    if (assignment.kind !== 'assigned' || assignment.lineOwner === null) return;
    const details = {
      envelope: assignment.envelope.code,
      line: row.budgetLine,
      lineEnvelope: assignment.lineOwner.code,
    };
    const isFungible = fungibilityBetween(inspection.convention, details.lineEnvelope, details.envelope) !== null;
    report(findingAt('FON-04', isFungible ? 'warning' : 'error', cellOf(row, 'budgetLine'), details));
  },
};
