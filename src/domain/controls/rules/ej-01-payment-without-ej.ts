/**
 * A payment that no commitment covers: CP pay what was committed before (LOLF art. 8). Either the row names no EJ, or
 * its EJ is neither committed by a signed row of the ledger nor listed among the restes à payer. Spending without prior
 * commitment exists and consumes AE and CP at once: on such a row the missing number is only a doubt. An envelope with
 * CP and no AE pays what was committed on other credits: its EJ is not expected in the ledger, and is an information.
 * Switch it off when the commitments are kept elsewhere.
 */
import { ceilingOf } from '../../envelopes/ceilings';
import type { LedgerRow } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { PAYS } from '../facts/row-traits';
import { lacksItsCredits } from './anx-01-lines-and-envelope';

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
      const withoutAe = envelopeWithoutAe(row, inspection);
      const details = { raw: row.ej.raw, known: true, cp, ...(withoutAe !== null && { withoutAe }) };
      report(findingAt('EJ-01', withoutAe === null ? 'error' : 'info', cellOf(row, 'ejNumber'), details));
    }
  },
};

/** The code of an envelope that the convention only lets pay; null for the others, and for a row of none. */
function envelopeWithoutAe(row: LedgerRow, inspection: Inspection): string | null {
  const { convention } = inspection;
  const assignment = inspection.assignmentOf(row);
  if (assignment.kind !== 'assigned') return null;
  const { envelope } = assignment;
  const isGiven = (nature: Nature): boolean => ceilingOf(convention, envelope, nature) !== null;
  return isGiven('CP') && !isGiven('AE') && !lacksItsCredits(convention, envelope, 'AE') ? envelope.code : null;
}

function commitsAndPays(row: LedgerRow, cp: number): boolean {
  return row.ae.kind === 'amount' && row.ae.cents === cp;
}

function isCovered(
  ej: string,
  commitments: { isCommitted(ej: string): boolean; isEarlier(ej: string): boolean },
): boolean {
  return commitments.isCommitted(ej) || commitments.isEarlier(ej);
}
