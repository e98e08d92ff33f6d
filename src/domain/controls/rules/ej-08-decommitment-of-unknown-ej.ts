/**
 * A retrait of an EJ that no row of the ledger commits, and that is not among the listed restes à payer: there is
 * nothing to withdraw, so it frees no AE (GBCP, décret 2012-1246, art. 160). An EJ that is only a project is known; one
 * whose rows have no AE is there, and commits nothing.
 * A retrait without any number frees no more than the ledger commits without number: an error above that, and a doubt
 * within it. A malformed number is reported by EJ-03, a cell in error by DON-06. Switch it off when the commitments are
 * kept elsewhere.
 */
import type { Decommitment } from '../../envelopes/decommitments';
import type { Ledger } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';

/** EJ-08. */
export const decommitmentOfUnknownEj: LedgerControl<'EJ-08'> = {
  rule: 'EJ-08',
  scope: 'ledger',
  needs: ['ejNumber', 'ae'],
  check({ decommitments, ledger }, report) {
    const uncounted = decommitments.uncountedAt(null);
    let present: ReadonlySet<string> | null = null;
    for (const one of decommitments.all()) {
      const place = cellOf(one.row, 'ejNumber');
      if (one.row.ej.kind === 'absent') {
        const excess = uncounted.get(one.row) ?? 0;
        report(findingAt('EJ-08', excess > 0 ? 'error' : 'warning', place, withoutNumber(one, excess)));
      } else if (one.row.ej.kind === 'ej' && decommitments.isUnknown(one.ej)) {
        present ??= ejsOnOtherRows(ledger);
        const isPresent = present.has(one.ej) && ({ isPresent: true } as const);
        report(findingAt('EJ-08', 'error', place, { ej: one.ej, cents: one.cents, ...isPresent }));
      }
    }
  },
};

/** The EJ that have a row which lowers nothing, cancelled or of another year too. */
function ejsOnOtherRows({ rows, leftOut = [] }: Ledger): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { ej, ae } of [...rows, ...leftOut])
    if (ej.kind === 'ej' && !(ae.kind === 'amount' && ae.cents < 0)) found.add(ej.number);
  return found;
}

/** A retrait that is only a project frees nothing yet. */
function withoutNumber({ row, cents }: Decommitment, excess: number): { ej: string; cents: number; counted: number } {
  return { ej: '', cents, counted: row.status === 'firm' ? cents - excess : 0 };
}
