/**
 * The opening restes à payer that the convention states for an envelope (art. 1.2: « dont RAP ») are not those that the
 * earlier years of the ledger leave: the figures follow the ledger. Judged only where the ledger plainly keeps earlier
 * years, with an EJ of the envelope in them; EJ that only the RAP list names count as listed. Switch it off by leaving
 * « dont RAP » empty.
 */
import { findingAt, type LedgerControl } from '../control-contract';
import { openingRapCell } from './kit/convention-place';

/** RAP-01. */
export const openingAgainstLedger: LedgerControl<'RAP-01'> = {
  rule: 'RAP-01',
  scope: 'ledger',
  needs: ['ejNumber', 'ae', 'cp', 'paymentDate'],
  check({ convention, balances, keepsEarlierYears }, report) {
    if (!keepsEarlierYears || balances.missing.outstanding !== null) return;
    for (const envelope of convention.envelopes) {
      const { code, openingRap } = envelope;
      if (openingRap.isZero || !balances.byEj.holdsEarlierYears(code)) continue;
      const details = { envelope: code, stated: openingRap.cents, rolled: balances.byEj.of(code).opening };
      if (details.stated === details.rolled) continue;
      report(findingAt('RAP-01', 'error', openingRapCell(convention, envelope), details));
    }
  },
};
