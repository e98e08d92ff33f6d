/**
 * Dates in the wrong order: a service certified or a payment made before the commitment was signed (an expense is
 * committed, then certified, then paid: GBCP, décret 2012-1246, art. 30 to 32), or a payment before its invoice was
 * received. The commitment is that of the EJ wherever the ledger has it: its first signed row; an earlier EJ without a
 * date, or of which the ledger has a complement alone, and one of which a commitment cannot be dated, are not judged.
 * Nor is spending without prior commitment: a row without an EJ that commits what it pays on the day of its payment.
 * The date blamed is the one that came too early, or the receipt that came too late; a date that already breaks the
 * period has its finding there, and a payment before its own service is EJ-07. Switch it off for a ledger whose dates
 * are those of data entry.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { DateReading, LedgerRow } from '../../envelopes/ledger';
import { cellOf, findingAt, type LedgerControl, type Report } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import { breaksPeriod, isDecommitment } from './kit/period-control';

/** PER-05. */
export const datesOutOfOrder: LedgerControl<'PER-05'> = {
  rule: 'PER-05',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { commitments } = inspection;
    for (const ej of commitments.ejsOutOfOrder()) checkEj(ej, inspection, report);
    for (const row of commitments.outOfOrder) {
      if (row.ej.kind !== 'ej') checkUse(row, ownCommitment(row), inspection, report);
      checkReceipt(row, inspection, report);
    }
  },
};

/** Judges the rows of an EJ; right EJ may be given too, since some suspects are right. */
function checkEj(ej: string, inspection: Inspection, report: Report<'PER-05'>): void {
  const rows = inspection.commitments.rowsOf(ej);
  const first = inspection.commitments.startsBeforeLedger(ej) ? null : firstCommitment(rows, inspection);
  for (const row of rows) checkUse(row, first === undefined ? ownCommitment(row) : first, inspection, report);
}

/**
 * The day of the first commitment of an EJ; null when one of them has no date that can be relied on; undefined when
 * there is none.
 */
function firstCommitment(rows: readonly LedgerRow[], inspection: Inspection): CivilDate | null | undefined {
  let first: CivilDate | undefined;
  for (const row of rows) {
    const { commitmentDate } = row;
    if (!commits(row)) continue;
    if (commitmentDate.kind !== 'date' || breaksPeriod(row, 'commitmentDate', inspection)) return null;
    if (first === undefined || commitmentDate.date < first) first = commitmentDate.date;
  }
  return first;
}

function commits({ status, ae }: LedgerRow): boolean {
  return status === 'firm' && (ae.kind === 'amount' ? ae.cents > 0 : ae.kind !== 'absent');
}

/** The date of the commitment on the row itself, which a retrait does not have. */
function ownCommitment(row: LedgerRow): CivilDate | null {
  return row.commitmentDate.kind === 'date' && !isDecommitment(row) ? row.commitmentDate.date : null;
}

/** One finding: that of the service, which comes first; a payment before a right service is EJ-07. */
function checkUse(row: LedgerRow, committed: CivilDate | null, inspection: Inspection, report: Report<'PER-05'>): void {
  const field = row.serviceDate.kind === 'date' ? 'serviceDate' : 'paymentDate';
  const reading: DateReading = row[field];
  if (committed === null || reading.kind !== 'date' || reading.date >= committed) return;
  if (breaksPeriod(row, field, inspection) || breaksPeriod(row, 'commitmentDate', inspection)) return;
  if (commitsWhatItPays(row)) return;
  const details = { field, date: reading.date, other: 'commitmentDate', otherDate: committed } as const;
  report(findingAt('PER-05', 'error', cellOf(row, field), details));
}

/** Spending without prior commitment (mission expenses): AE and CP at once, on the day of the payment. */
function commitsWhatItPays({ ej, ae, cp, commitmentDate, paymentDate }: LedgerRow): boolean {
  if (ej.kind !== 'absent' || ae.kind !== 'amount' || cp.kind !== 'amount' || ae.cents !== cp.cents) return false;
  return commitmentDate.kind === 'date' && paymentDate.kind === 'date' && commitmentDate.date === paymentDate.date;
}

function checkReceipt(row: LedgerRow, inspection: Inspection, report: Report<'PER-05'>): void {
  const { receiptDate, paymentDate } = row;
  if (receiptDate.kind !== 'date' || paymentDate.kind !== 'date' || receiptDate.date <= paymentDate.date) return;
  if (breaksPeriod(row, 'paymentDate', inspection)) return;
  const details = {
    field: 'receiptDate',
    date: receiptDate.date,
    other: 'paymentDate',
    otherDate: paymentDate.date,
  } as const;
  report(findingAt('PER-05', 'error', cellOf(row, 'receiptDate'), details));
}
