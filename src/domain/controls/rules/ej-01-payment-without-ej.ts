/**
 * A payment that no commitment covers: CP pay what was committed before (LOLF art. 8). Either the row names no EJ, or
 * its EJ is neither committed by a signed row of the ledger nor listed among the restes à payer. Spending without prior
 * commitment exists and consumes AE and CP at once: on such a row the missing number is only a doubt. Switch it off
 * when the commitments are kept elsewhere.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { PAYS } from '../facts/row-traits';

/** EJ-01. */
export const paymentWithoutEj: RowControl<'EJ-01'> = {
  rule: 'EJ-01',
  scope: 'row',
  needs: ['ejNumber', 'cp'],
  concerns: PAYS,
  check(row, inspection, report) {
    if (row.cp.kind !== 'amount' || row.cp.cents <= 0) return;
    const cp = row.cp.cents;
    if (row.ej.kind === 'absent') {
      const severity = commitsAndPays(row, cp) ? 'warning' : 'error';
      report(findingAt('EJ-01', severity, cellOf(row, 'ejNumber'), { raw: '', known: false, cp }));
    } else if (row.ej.kind === 'ej' && inspection.has('ae') && !isCovered(row.ej.number, inspection.commitments)) {
      report(findingAt('EJ-01', 'error', cellOf(row, 'ejNumber'), { raw: row.ej.raw, known: true, cp }));
    }
  },
};

function commitsAndPays(row: LedgerRow, cp: number): boolean {
  return row.ae.kind === 'amount' && row.ae.cents === cp;
}

function isCovered(
  ej: string,
  commitments: { isCommitted(ej: string): boolean; isEarlier(ej: string): boolean },
): boolean {
  return commitments.isCommitted(ej) || commitments.isEarlier(ej);
}
