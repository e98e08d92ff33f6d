/**
 * The payments of an EJ, added up in the order of time, go above what is committed on it; those of an earlier EJ, above
 * the restes à payer listed for it (LOLF art. 8: CP cover the commitments). The row that crosses is named, and each
 * later one that adds to it. A payment that already breaks the opening RAP of its envelope (PLA-05) is not blamed
 * twice. Switch it off when the ledger holds part of the commitments.
 */
import { fixedCeiling, RunningTotal, walk } from '../facts/ceiling-walk';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';

/** EJ-02. */
export const paymentsAboveEj: LedgerControl<'EJ-02'> = {
  rule: 'EJ-02',
  scope: 'ledger',
  needs: ['ejNumber', 'ae', 'cp'],
  check(inspection, report) {
    const suspects = new Map(
      [...inspection.commitments.asksTooMuch()].map(([ej, payable]) => [
        ej,
        new RunningTotal(ej, fixedCeiling(payable)),
      ]),
    );
    if (suspects.size === 0) return;
    const alreadyFound = new Set(inspection.rapOverrunsOf().map(({ row }) => row));
    const { rows } = inspection.ledger;
    const timeline = inspection.timelineOf('CP');
    const totalAt = (at: number): RunningTotal<string> | null => {
      const ej = rows[timeline.rows[at] ?? -1]?.ej;
      return ej?.kind === 'ej' ? (suspects.get(ej.number) ?? null) : null;
    };
    for (const { group: ej, row, ceiling, total, over } of walk(timeline, rows, totalAt)) {
      if (alreadyFound.has(row)) continue;
      report(findingAt('EJ-02', 'error', cellOf(row, 'cp'), { ej, committed: ceiling, paid: total, over }));
    }
  },
};
