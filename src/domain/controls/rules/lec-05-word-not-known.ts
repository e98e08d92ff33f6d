/**
 * A status, or the nature of an amount (AE or CP), in words that nothing understands. A status counts as firm, out of
 * prudence: a warning. An amount without a nature is in no figure: an error. One finding for each distinct word, at
 * its first row. A crossed-out amount, EJ or label is a status without a word: the row counts, and each one is a
 * warning. So is a mark that may take its row out of the figures (« Hors convention » X): one for each distinct mark.
 * So is a status that the date of payment contradicts: « Payé » without one, « Projet » with one that has passed, and a
 * mark that denies a payment whose day has passed, « DP suspendue ». A payment made on a cancelled row, which no figure
 * counts, is one finding for each, with its sum.
 * So is an amount under « CP 2022 » whose day is of another year, or that has none.
 * So is an EJ that a title, « RAP 2022 », or a mark announces as one of an earlier year, while its AE counts as a new
 * one. So is a row of the convention that is crossed out, or that a column of the team takes out: it counts. Switch
 * it off for a team whose words are its own.
 */
import type { LedgerField, LedgerRow } from '../../envelopes/ledger';
import { marksOf, type RowMark } from '../../envelopes/reading-facts';
import { comparable } from '../../text';
import { carriedOverIn } from '../facts/carried-over';
import type { Inspection } from '../facts/inspection';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
import { isPaidStatus } from '../facts/pieces/status-claims';
import type { LecDetails } from '../findings/details/lec';

interface Unknown {
  readonly row: LedgerRow;
  readonly details: Omit<LecDetails['LEC-05'], 'rows'>;
  rows: number;
}

/** LEC-05. */
export const wordNotKnown: LedgerControl<'LEC-05'> = {
  rule: 'LEC-05',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { ledger } = inspection;
    const found = new Map<string, Unknown>();
    const isCarriedOver = carriedOverIn(inspection);
    for (const row of ledger.rows) {
      for (const details of [
        unknownIn(row),
        ...marksOf(row).map((mark) => doubtIn(row, mark, inspection, isCarriedOver)),
        contradictionIn(row, inspection),
      ]) {
        if (details === null) continue;
        const key = `${details.field} ${comparable(details.heading ?? '')} ${comparable(details.raw)} ${details.countedAs} ${details.about ?? ''}`;
        const known = found.get(key);
        if (known) known.rows += 1;
        else found.set(key, { row, details, rows: 1 });
      }
    }
    for (const { row, details, rows } of found.values()) {
      const severity = details.field === 'nature' ? 'error' : 'warning';
      report(findingAt('LEC-05', severity, cellOf(row, fieldOf(row, details)), { ...details, rows }));
    }
    for (const row of [...ledger.rows, ...(ledger.leftOut ?? [])]) {
      const { status, statusText: raw = '', cp } = row;
      if (status !== 'cancelled' || cp.kind !== 'amount' || cp.cents === 0 || !isPaid(row, inspection)) continue;
      const details = { field: 'status', raw, about: 'paidCancelled', countedAs: 'nothing', rows: 1 } as const;
      report(findingAt('LEC-05', 'warning', cellOf(row, 'cp'), { ...details, cents: cp.cents }));
    }
    for (const { row, field, heading } of ledger.struck ?? []) {
      const countedAs = row.status === 'project' ? 'project' : 'firm';
      const details = {
        field: 'look',
        raw: '',
        ...(heading !== undefined && { heading }),
        countedAs,
        rows: 1,
      } as const;
      report(findingAt('LEC-05', 'warning', cellOf(row, field), details));
    }
    for (const { table, index, name, mark } of inspection.convention.markedRows ?? []) {
      const { heading, raw } = mark;
      const place = { kind: 'convention', table, row: index, column: heading } as const;
      const isCrossed = raw === null;
      report(
        findingAt('LEC-05', 'warning', place, {
          ...{ field: isCrossed ? 'look' : 'mark', raw: raw ?? '', heading, countedAs: 'firm', rows: 1 },
          of: { table, name },
        }),
      );
    }
  },
};

const OF_CP: ReadonlySet<string> = new Set(['payment', 'unpaid', 'cpSum', 'cpYear', 'cpPast', 'cpGrows']);

function fieldOf(row: LedgerRow, { field, about }: Unknown['details']): LedgerField {
  if (field === 'status') return 'status';
  if (about && OF_CP.has(about)) return 'cp';
  return field === 'nature' || row.ae.kind === 'amount' ? 'ae' : 'cp';
}

/** A mark of a row that has an amount; null for any other. */
function doubtIn(
  row: LedgerRow,
  mark: RowMark,
  inspection: Inspection,
  isCarriedOver: (row: LedgerRow) => boolean,
): Unknown['details'] | null {
  const { status, ae, cp } = row;
  if (status === 'cancelled' || (ae.kind !== 'amount' && cp.kind !== 'amount')) return null;
  if (mark.about === 'unpaid' && !isPaid(row, inspection)) return null;
  if (mark.about === 'earlier' && !isCarriedOver(row)) return null;
  return { field: 'mark', ...mark, countedAs: status === 'project' ? 'project' : 'firm' };
}

function unknownIn(row: LedgerRow): Unknown['details'] | null {
  if (row.status === 'cancelled') return null;
  for (const reading of [row.ae, row.cp]) {
    if (reading.kind !== 'unreadable' || reading.nature === undefined) continue;
    const { nature, doubt } = reading;
    const about = doubt === 'issued' ? 'payment' : doubt === 'section' ? doubt : null;
    return { field: 'nature', raw: nature, ...(about && { about }), countedAs: 'nothing' };
  }
  if (row.unknownStatus === undefined || row.inherited?.has('status')) return null;
  return { field: 'status', raw: row.unknownStatus, countedAs: 'firm' };
}

function isPaid({ paymentDate }: LedgerRow, { asOf }: Inspection): boolean {
  return paymentDate.kind === 'date' && paymentDate.date <= asOf;
}

/** The status that the date of payment of its row contradicts. The figures follow the date. */
function contradictionIn(row: LedgerRow, inspection: Inspection): Unknown['details'] | null {
  const { status, statusText = '', paymentDate, ae, cp } = row;
  if (statusText === '' || row.inherited?.has('status')) return null;
  const details = { field: 'status', raw: statusText, countedAs: 'firm' } as const;
  if (status === 'project') {
    return isPaid(row, inspection) && (ae.kind === 'amount' || cp.kind === 'amount')
      ? { ...details, about: 'paidProject' }
      : null;
  }
  if (paymentDate.kind !== 'absent' || cp.kind !== 'amount' || cp.cents <= 0 || !isPaidStatus(statusText)) return null;
  return inspection.fieldsAt(row.key).has('paymentDate') ? { ...details, about: 'paidUndated' } : null;
}
