/**
 * A payment that no commitment covers: CP pay what was committed before (LOLF art. 8). Either the row names no EJ, or
 * its EJ is neither committed by a signed row of the ledger nor listed among the restes à payer. Spending without prior
 * commitment exists and consumes AE and CP at once: on such a row the missing number is only a doubt. An envelope with
 * CP and no AE pays what was committed on other credits: its EJ is not expected in the ledger, and is an information.
 * A commitment without a number, where nearly all the others have one, is a doubt too: it counts, and may be a need,
 * credits or a balance; so is a row without a number whose amounts are the sum of others, a total without its word.
 * Switch it off when the commitments are kept elsewhere.
 */
import { ceilingOf } from '../../envelopes/ceilings';
import type { AmountReading, DateReading, LedgerRow } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import { cellOf, findingAt, type RowControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { aeOf, cpOf } from '../facts/pieces/row-cents';
import { COMMITS_WITHOUT_EJ, PAYS } from '../facts/row-traits';
import { lacksItsCredits } from './anx-01-lines-and-envelope';
import { lacksItsDate } from './don-01-unreadable';
import { isUnexplained, rowsWithoutEj } from './kit/rows-without-ej';

/** EJ-01. */
export const paymentWithoutEj: RowControl<'EJ-01'> = {
  rule: 'EJ-01',
  scope: 'row',
  needs: ['ejNumber'],
  concerns: PAYS | COMMITS_WITHOUT_EJ,
  check(row, inspection, report) {
    const cp = Math.max(0, cpOf(row));
    const parts = rowsWithoutEj(inspection).sums.get(row);
    if (row.ej.kind === 'absent' || parts !== undefined) {
      const details = { raw: '', known: false, cp, ...(parts !== undefined && { parts }) };
      const ae = aeOf(row);
      if (cp > 0) report(findingAt('EJ-01', ae === cp ? 'warning' : 'error', cellOf(row, 'ejNumber'), details));
      else if (ae > 0 && (parts !== undefined || lacksItsNumber(row, inspection)))
        report(findingAt('EJ-01', 'warning', cellOf(row, 'ejNumber'), { ...details, ae }));
    } else if (cp > 0 && row.ej.kind === 'ej' && inspection.has('ae') && !isCovered(row.ej.number, inspection)) {
      const withoutAe = envelopeWithoutAe(row, inspection);
      const details = { raw: row.ej.raw, known: true, cp, ...(withoutAe !== null && { withoutAe }) };
      report(findingAt('EJ-01', withoutAe === null ? 'error' : 'info', cellOf(row, 'ejNumber'), details));
    }
  },
};

/** A commitment without an EJ among others that have one, where no other finding is about what the row is. */
function lacksItsNumber(row: LedgerRow, inspection: Inspection): boolean {
  if (lacksItsDate(row, inspection) || [row.commitmentDate, row.cp].some(isUnread) || cpOf(row) < 0) return false;
  const isOtherwise = row.ae.kind === 'amount' && row.ae.against !== undefined; // DON-10
  if (isOtherwise || !isUnexplained(row) || inspection.assignmentOf(row).kind !== 'assigned') return false;
  return rowsWithoutEj(inspection).areOthersNumbered;
}

function isUnread({ kind }: DateReading | AmountReading): boolean {
  return kind === 'unreadable' || kind === 'cellError';
}

/** The code of an envelope that the convention only lets pay; null for the others, and for a row of none. */
function envelopeWithoutAe(row: LedgerRow, inspection: Inspection): string | null {
  const { convention } = inspection;
  const assignment = inspection.assignmentOf(row);
  if (assignment.kind !== 'assigned') return null;
  const { envelope } = assignment;
  const isGiven = (nature: Nature): boolean => ceilingOf(convention, envelope, nature) !== null;
  return isGiven('CP') && !isGiven('AE') && !lacksItsCredits(convention, envelope, 'AE') ? envelope.code : null;
}

function isCovered(ej: string, { commitments }: Inspection): boolean {
  return commitments.isCommitted(ej) || commitments.isEarlier(ej);
}
