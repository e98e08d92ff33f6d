/**
 * EJ of earlier years that the ledger enters again: their words announce them (`RowMark.about` `earlier`), and their AE
 * counts all the same, in the year of its date, or a second time.
 */
import { yearOf } from '../../calendar/civil-date';
import type { LedgerRow } from '../../envelopes/ledger';
import { marksOf, type RowMark } from '../../envelopes/reading-facts';
import type { Inspection } from './inspection';

const YEAR = /^20\d\d$/;
const HAS_YEAR = /\d/;

/**
 * A function that is true for an AE that counts as a new commitment under such words: it has no day, or one of the year
 * of the credits or later; or, dated earlier, another row without these words commits the same EJ, and in no later
 * year. Under « Année EJ », the year alone decides. A title over the whole ledger, « Restes à payer », sets nothing
 * apart.
 */
export function carriedOverIn({ convention, commitments, ledger }: Inspection): (row: LedgerRow) => boolean {
  let hasOthers: boolean | null = null;
  const setsApart = ({ heading, raw }: { readonly heading: string; readonly raw: string }): boolean =>
    heading !== '' || HAS_YEAR.test(raw) || (hasOthers ??= ledger.rows.some(commitsByItself));
  return (row) => {
    const { ae, ej, status, commitmentDate } = row;
    const mark = earlierIn(row);
    if (mark === undefined || status === 'cancelled' || ae.kind !== 'amount' || ae.cents <= 0) return false;
    const year = commitmentDate.kind === 'date' ? yearOf(commitmentDate.date) : null;
    if (YEAR.test(mark.raw)) return Number(mark.raw) < (year ?? convention.creditYear);
    if (year === null || year >= convention.creditYear) return setsApart(mark);
    const isLater = (other: LedgerRow): boolean =>
      other.commitmentDate.kind === 'date' && yearOf(other.commitmentDate.date) > year;
    return ej.kind === 'ej' && commitments.rowsOf(ej.number).some((other) => commitsByItself(other) && !isLater(other));
  };
}

/** A commitment that no such words announce. */
function commitsByItself(row: LedgerRow): boolean {
  const { ae, status } = row;
  return earlierIn(row) === undefined && status === 'firm' && ae.kind === 'amount' && ae.cents > 0;
}

function earlierIn(row: LedgerRow): RowMark | undefined {
  return marksOf(row).find(({ about }) => about === 'earlier');
}
