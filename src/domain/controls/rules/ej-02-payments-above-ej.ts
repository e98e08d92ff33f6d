/**
 * The payments of an EJ, added up in the order of time and over the years, go above what is committed on it; those
 * of an earlier EJ, above the restes à payer listed for it (LOLF art. 8: CP cover the commitments). The row that
 * crosses is named, and each later one that adds to it, as long as they are above it at the date of the controls: an
 * avoir that brings them back ends it, on the same day or later. A payment that already breaks the opening RAP of
 * its envelope (PLA-05) is not blamed twice. Switch it off when the ledger holds part of the commitments.
 */
import { fixedCeiling, inOrderOfTime, RunningTotal } from '../facts/ceiling-walk';
import type { Payable } from '../facts/commitments';
import type { Inspection } from '../facts/inspection';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import type { LedgerRow } from '../../envelopes/ledger';

/** EJ-02. */
export const paymentsAboveEj: LedgerControl<'EJ-02'> = {
  rule: 'EJ-02',
  scope: 'ledger',
  needs: ['ejNumber', 'ae', 'cp'],
  check(inspection, report) {
    const suspects = inspection.commitments.asksTooMuch();
    if (suspects.size === 0) return;
    const alreadyFound = new Set(inspection.rapOverrunsOf().map(({ row }) => row));
    for (const [ej, payable] of suspects) {
      const committed = payable.cents;
      for (const { row, paid } of stillAbove(committed, paymentsOf(ej, payable, inspection))) {
        if (alreadyFound.has(row)) continue;
        report(findingAt('EJ-02', 'error', cellOf(row, 'cp'), { ej, committed, paid, over: paid - committed }));
      }
    }
  },
};

/** The payments above what is committed since it was last crossed; none when they no longer are. */
function stillAbove(
  committed: number,
  payments: readonly Payment[],
): readonly { readonly row: LedgerRow; readonly paid: number }[] {
  const running = new RunningTotal(null, fixedCeiling(committed));
  let above: { readonly row: LedgerRow; readonly paid: number }[] = [];
  for (const { row, cents, day } of payments) {
    const excess = running.count(cents, day);
    if (excess?.crosses === true) above = [];
    if (excess) above.push({ row, paid: running.total });
  }
  return running.total > committed ? above : [];
}

interface Payment {
  readonly row: LedgerRow;
  readonly cents: number;
  readonly day: number;
}

/** The payments of an EJ by the day of the controls, whatever the year, in the order of time. */
function paymentsOf(ej: string, { from }: Payable, { commitments, assign, asOf }: Inspection): readonly Payment[] {
  return commitments
    .rowsOf(ej)
    .flatMap((row): readonly Payment[] => {
      const { ae, cp, paymentDate } = row;
      if (cp.kind !== 'amount' || paymentDate.kind !== 'date' || assign(row).kind !== 'assigned') return [];
      const isChecked = ae.kind === 'amount' || ae.kind === 'absent';
      if (!isChecked || paymentDate.date < from || paymentDate.date > asOf) return [];
      return [{ row, cents: cp.cents, day: paymentDate.date }];
    })
    .sort(inOrderOfTime);
}
