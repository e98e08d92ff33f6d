/**
 * A status, or the nature of an amount (AE or CP), in words that nothing understands. A status counts as firm, out of
 * prudence: a warning. An amount without a nature is in no figure: an error. One finding for each distinct word, at its
 * first row. A crossed-out amount is a status without a word: the row counts, and each one is a warning. Switch it off
 * for a team whose words are its own.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import { comparable } from '../../text';
import { cellOf, findingAt, type LedgerControl } from '../control-contract';
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
  check({ ledger }, report) {
    const found = new Map<string, Unknown>();
    for (const row of ledger.rows) {
      const details = unknownIn(row);
      if (details === null) continue;
      const key = `${details.field} ${comparable(details.raw)}`;
      const known = found.get(key);
      if (known) known.rows += 1;
      else found.set(key, { row, details, rows: 1 });
    }
    for (const { row, details, rows } of found.values()) {
      const isStatus = details.field === 'status';
      const place = cellOf(row, isStatus ? 'status' : 'ae');
      report(findingAt('LEC-05', isStatus ? 'warning' : 'error', place, { ...details, rows }));
    }
    for (const { row, field } of ledger.struck ?? []) {
      const countedAs = row.status === 'project' ? 'project' : 'firm';
      report(findingAt('LEC-05', 'warning', cellOf(row, field), { field: 'look', raw: '', countedAs, rows: 1 }));
    }
  },
};

function unknownIn(row: LedgerRow): Unknown['details'] | null {
  if (row.status === 'cancelled') return null;
  if (row.ae.kind === 'unreadable' && row.ae.nature !== undefined)
    return { field: 'nature', raw: row.ae.nature, countedAs: 'nothing' };
  if (row.unknownStatus === undefined || row.inherited?.has('status')) return null;
  return { field: 'status', raw: row.unknownStatus, countedAs: 'firm' };
}
