/**
 * A decommitment on an EJ of an earlier year: it lowers the restes à payer and frees no AE (GBCP, décret 2012-1246,
 * art. 160). The figures count it so; this finding warns a team that would spend the AE again. An information: nothing
 * is to be corrected. The earlier EJ are those of the RAP list, and those that the ledger dates before the credits; a
 * decommitment dated before them too is of its own year.
 * Switch it off by giving the legal basis on which the AE are freed (`recyclingBasis`).
 */
import { creditDaysOf } from '../../envelopes/commitment-year';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';

/** EJ-06. */
export const decommitmentFreesNothing: LedgerControl<'EJ-06'> = {
  rule: 'EJ-06',
  scope: 'ledger',
  needs: ['ejNumber', 'ae'],
  check({ convention, commitments, decommitments }, report) {
    if (convention.recyclingBasis.trim() !== '') return;
    const uncounted = decommitments.uncountedAt(null);
    const { from } = creditDaysOf(convention);
    for (const { row, ej, cents } of decommitments.all()) {
      const listed = commitments.isEarlier(ej);
      const lowered = cents - (uncounted.get(row) ?? 0);
      if (row.commitmentDate.kind === 'date' && row.commitmentDate.date < from) continue;
      if (row.status !== 'firm' || lowered === 0 || (!listed && !commitments.isDatedEarlier(ej))) continue;
      report(findingAt('EJ-06', 'info', cellOf(row, 'ae'), { ej, cents: lowered, listed }));
    }
  },
};
