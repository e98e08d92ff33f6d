/**
 * A retrait of an EJ that no row of the ledger commits, and that is not among the listed restes à payer: there is
 * nothing to withdraw, so it frees no AE (GBCP, décret 2012-1246, art. 160). An EJ that is only a project is known.
 * Switch it off when the commitments are kept elsewhere.
 */
import { cellOf, findingAt, type LedgerControl } from '../control-contract';

/** EJ-08. */
export const decommitmentOfUnknownEj: LedgerControl<'EJ-08'> = {
  rule: 'EJ-08',
  scope: 'ledger',
  needs: ['ejNumber', 'ae'],
  check({ decommitments }, report) {
    for (const { row, ej, cents } of decommitments.all()) {
      if (decommitments.isUnknown(ej)) report(findingAt('EJ-08', 'error', cellOf(row, 'ejNumber'), { ej, cents }));
    }
  },
};
