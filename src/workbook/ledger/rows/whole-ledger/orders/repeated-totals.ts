/**
 * The amount of a whole EJ by its heading, « Montant EJ », on several of its rows, « Lot 1 | 10 000 » and « Lot 2 |
 * 10 000 »: what one row commits, the others only repeat, perhaps. All of them count, and those after the
 * first are reported (LEC-05). Where an EJ has several amounts, the column is of its rows.
 */
import type { LedgerRow } from '../../../../../domain/envelopes/ledger';
import { withMark } from '../../../../../domain/envelopes/reading-facts';
import { groupedBy } from '../../../../../domain/grouped';
import { comparable } from '../../../../../domain/text';
import { wordsOfHeading, type Concept } from '../../../heading-words';
import { blockOfRow, type LedgerBlock } from '../../../ledger-source';
import { centsOf } from '../../../read-cells';
import type { ReadLedger } from '../../../read-ledger';

/** Of a row, or of one of several amounts. */
const OF_A_PART: readonly Concept[] = ['item', 'share', 'month', 'amendment'];

/** The same ledger with those rows in doubt; with their other marks. */
export function withRepeatedTotals(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const repeated = new Map<LedgerRow, string>();
  blocks.forEach((block, index) => {
    const heading = block.natureColumn === undefined ? block.columns.get('ae')?.heading : undefined;
    if (heading === undefined || !isOfWholeEj(heading)) return;
    const rows = read.ledger.rows.filter(({ key }) => blockOfRow(key) === index);
    for (const row of repeatedIn(rows)) repeated.set(row, heading);
  });
  if (repeated.size === 0) return read;
  const rows = read.ledger.rows.map((row) => {
    const heading = repeated.get(row);
    return heading === undefined || row.ej.kind !== 'ej'
      ? row
      : withMark(row, { heading, raw: row.ej.number, about: 'aeAgain' });
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

function isOfWholeEj(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  return concepts.has('ej') && !OF_A_PART.some((concept) => concepts.has(concept));
}

/** The later rows of each EJ; none where the amounts of one EJ differ. */
function repeatedIn(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const committing = rows.filter(({ ej, ae }) => ej.kind === 'ej' && centsOf(ae) > 0);
  const ofEjs = groupedBy(committing, ({ ej }) => (ej.kind === 'ej' ? ej.number : ''));
  const found: LedgerRow[] = [];
  for (const [first, ...others] of ofEjs.values()) {
    if (!first || others.length === 0) continue;
    if (others.some(({ ae }) => centsOf(ae) !== centsOf(first.ae))) return [];
    found.push(...others.filter((row) => !isPaymentOf(row, first)));
  }
  return found;
}

/** Such a row is judged by DON-03. */
function isPaymentOf(row: LedgerRow, first: LedgerRow): boolean {
  const isSameDay =
    row.commitmentDate.kind === 'date' &&
    first.commitmentDate.kind === 'date' &&
    row.commitmentDate.date === first.commitmentDate.date;
  return centsOf(row.cp) !== 0 && (isSameDay || comparable(row.label) === comparable(first.label));
}
