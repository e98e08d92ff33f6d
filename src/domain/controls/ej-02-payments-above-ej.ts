/**
 * The payments of an EJ, added up in the order of time, go above what is committed on it; those of an earlier EJ, above the restes à payer
 * listed for it (LOLF art. 8: CP cover the commitments). The row that crosses is named, and each later one that adds to it. A payment that
 * already breaks the opening RAP of its envelope (PLA-05) is not blamed twice. Switch it off when the ledger holds part of the commitments.
 */
import { overrunsOf } from './ceiling-walk';
import type { LedgerControl } from './control';
import { cellOf, findingAt } from './control';

/** EJ-02. */
export const paymentsAboveEj: LedgerControl<'EJ-02'> = {
  rule: 'EJ-02',
  scope: 'ledger',
  needs: ['ejNumber', 'ae', 'cp'],
  check(inspection, report) {
    const alreadyFound = new Set(inspection.rapOverrunsOf().map(({ step }) => step.row));
    const overruns = overrunsOf(
      inspection.timelineOf('CP'),
      ({ row }) => (row.ej.kind === 'ej' ? row.ej.number : null),
      (ej) => {
        const payable = inspection.commitments.payableCents(ej);
        return () => payable;
      },
    );
    for (const { group: ej, step, ceiling, total, over } of overruns) {
      if (alreadyFound.has(step.row)) continue;
      report(findingAt('EJ-02', 'error', cellOf(step.row, 'cp'), { ej, committed: ceiling, paid: total, over }));
    }
  },
};
