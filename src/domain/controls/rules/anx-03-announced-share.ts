/**
 * A poste does not have the announced share of its total (convention, annexe 1: « Montant DGEFP » is half of « Montant
 * TOTAL » on each row). Only the announcement is compared: no clause shares each invoice so. A warning, since the total
 * is outside the credits delegated. An annex in whole euros is compared to the euro. Switch it off by leaving the share
 * of the envelope empty.
 */
import { shareOf } from '../../money/rate';
import { findingAt, type LedgerControl } from '../control-contract';

/** ANX-03. */
export const announcedShare: LedgerControl<'ANX-03'> = {
  rule: 'ANX-03',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    for (const { code, share, lines } of convention.envelopes) {
      if (share === null) continue;
      for (const { index, label, delegated, total } of lines) {
        if (total === null || isShare(delegated.cents, total.cents, share)) continue;
        const details = {
          envelope: code,
          line: label,
          share,
          total: total.cents,
          delegated: delegated.cents,
          expected: shareOf(total.cents, share),
        };
        report(
          findingAt(
            'ANX-03',
            'warning',
            { kind: 'convention', table: 'ENV_Postes', row: index, column: 'Montant délégué' },
            details,
          ),
        );
      }
    }
  },
};

/** Equal to the cent, or less than a euro away when the amount is printed in whole euros. */
function isShare(delegated: number, total: number, share: number): boolean {
  const gap = Math.abs(delegated - shareOf(total, share));
  return gap === 0 || (delegated % 100 === 0 && gap < 100);
}
