/**
 * The row of an EJ whose CP is, to the cent, that of the other rows of this EJ together, two or more: the team wrote
 * there what is paid in all, and the payments below it. It counts, and is reported (LEC-05); where the payments pass
 * the EJ, EJ-02 is too.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { blockOfRow, type LedgerBlock } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';

/** One payment of the same amount is a repetition (DON-03), or nothing. */
const FEWEST_PAYMENTS = 2;

interface PaymentsOfEj {
  /** The row that has AE and CP; null where several have. */
  whole: LedgerRow | null;
  cents: number;
  count: number;
}

/** The ledger with such rows in doubt; the same object without any. */
export function withDetailedTotals(blocks: readonly LedgerBlock[], read: ReadLedger): ReadLedger {
  const byEj = new Map<string, PaymentsOfEj>();
  for (const row of read.ledger.rows) {
    if (row.ej.kind !== 'ej' || centsOf(row.ae) === 0 || centsOf(row.cp) <= 0) continue;
    const known = byEj.get(row.ej.number);
    byEj.set(row.ej.number, { whole: known ? null : row, cents: 0, count: 0 });
  }
  if (byEj.size === 0) return read;
  for (const row of read.ledger.rows) {
    const of = row.ej.kind === 'ej' ? byEj.get(row.ej.number) : undefined;
    if (!of || of.whole === row || centsOf(row.cp) === 0) continue;
    of.cents += centsOf(row.cp);
    of.count += 1;
  }
  const doubted = new Set(
    [...byEj.values()].flatMap(({ whole, cents, count }) =>
      whole && whole.mark === undefined && count >= FEWEST_PAYMENTS && centsOf(whole.cp) === cents ? [whole] : [],
    ),
  );
  if (doubted.size === 0) return read;
  const inDoubt = (row: LedgerRow): LedgerRow => {
    if (!doubted.has(row) || row.cp.kind !== 'amount') return row;
    const heading = blocks[blockOfRow(row.key)]?.columns.get('cp')?.heading ?? '';
    return { ...row, mark: { heading, raw: row.cp.raw, about: 'amount' } };
  };
  return { ...read, ledger: { ...read.ledger, rows: read.ledger.rows.map(inDoubt) } };
}

function centsOf(reading: LedgerRow['cp']): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}
