/**
 * The payments of an EJ, added up in the order of time and over the years, go above what is committed on it; those of
 * an earlier EJ, above the restes à payer listed for it (LOLF art. 8: CP cover the commitments). The row that crosses
 * is named, and each later one that adds to it. A payment that already breaks the opening RAP of its envelope (PLA-05)
 * is not blamed twice. Switch it off when the ledger holds part of the commitments.
 */
import { fixedCeiling, RunningTotal } from '../facts/ceiling-walk';
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
      const running = new RunningTotal(ej, fixedCeiling(payable.cents));
      for (const { row, cents, day } of paymentsOf(ej, payable, inspection)) {
        const excess = running.count(cents, day);
        if (!excess || alreadyFound.has(row)) continue;
        const { ceiling: committed } = excess;
        const paid = running.total;
        report(findingAt('EJ-02', 'error', cellOf(row, 'cp'), { ej, committed, paid, over: paid - committed }));
      }
    }
  },
};

interface Payment {
  readonly row: LedgerRow;
  readonly cents: number;
  readonly day: number;
}

/** The payments of an EJ by the day of the controls, whatever the year, in the order of time, then of the rows. */
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
    .sort((one, other) => one.day - other.day);
}
