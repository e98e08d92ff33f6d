/**
 * The retraits of an EJ, added up in the order of time, go above what the ledger commits on it, listed restes à payer
 * included (GBCP, décret 2012-1246, art. 160): they are counted for no more than the EJ. The row that crosses is named,
 * and each later one. Switch it off when the ledger holds part of the commitments.
 */
import { NO_EJ, type Decommitment } from '../../envelopes/decommitments';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';

/** EJ-09. */
export const decommitmentAboveEj: LedgerControl<'EJ-09'> = {
  rule: 'EJ-09',
  scope: 'ledger',
  needs: ['ejNumber', 'ae'],
  check({ decommitments }, report) {
    const uncounted = decommitments.uncountedAt(null);
    const totals = new Map<string, number>();
    for (const one of decommitments.all()) {
      const withdrawn = addTo(totals, one);
      const excess = uncounted.get(one.row);
      if (excess === undefined || one.ej === NO_EJ || decommitments.isUnknown(one.ej)) continue;
      const committed = decommitments.committedOn(one.ej, one.row.status !== 'firm');
      const counted = one.row.status === 'firm' ? one.cents - excess : 0;
      const details = { ej: one.ej, withdrawn, committed, counted };
      report(findingAt('EJ-09', 'error', cellOf(one.row, 'ae'), details));
    }
  },
};

function addTo(totals: Map<string, number>, { ej, cents }: Decommitment): number {
  const total = (totals.get(ej) ?? 0) + cents;
  totals.set(ej, total);
  return total;
}
