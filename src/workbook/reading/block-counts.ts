/** The rows and the amounts that each block of a ledger counts. */
import type { AmountReading, Ledger } from '../../domain/envelopes/ledger';
import { blockOfRow, sheetRow, type IgnoredRow, type LedgerBlock } from '../ledger/ledger-source';
import { coversSameRows } from './ledger-tables';

/** The ledger as it was read. */
export interface LedgerRead {
  readonly blocks: readonly LedgerBlock[];
  readonly ledger: Pick<Ledger, 'rows' | 'totals'>;
  readonly ignored: readonly IgnoredRow[];
}

/** The rows of one block that count. */
export interface Counted {
  ae: number;
  cp: number;
  rows: number;
  unreadable: number;
  /** Rows of the sheet; kept only for a block that shares its rows with others. */
  readonly rowsWithAmount: number[];
  /** Rows of the sheet without AE nor CP; kept only for a block whose natures are in a column. */
  readonly rowsWithout: number[];
}

export function countRows({ blocks, ledger }: LedgerRead): readonly Counted[] {
  const counted = blocks.map((): Counted => ({
    ae: 0,
    cp: 0,
    rows: 0,
    unreadable: 0,
    rowsWithAmount: [],
    rowsWithout: [],
  }));
  const shares = blocks.map((block) =>
    blocks.some((other) => other !== block && (coversSameRows(block, other) || coversSameRows(other, block))),
  );
  for (const { key, ae, cp } of ledger.rows) {
    const index = blockOfRow(key);
    const of = counted[index];
    if (!of) continue;
    if (ae.kind === 'amount') of.ae += ae.cents;
    if (cp.kind === 'amount') of.cp += cp.cents;
    if (isUnreadable(ae)) of.unreadable++;
    if (isUnreadable(cp)) of.unreadable++;
    const hasAmount = ae.kind === 'amount' || cp.kind === 'amount';
    if (hasAmount) of.rows++;
    if (hasAmount && shares[index]) of.rowsWithAmount.push(sheetRow(key));
    if (!hasAmount && blocks[index]?.natureColumn !== undefined) of.rowsWithout.push(sheetRow(key));
  }
  return counted;
}

export function isUnreadable({ kind }: AmountReading): boolean {
  return kind === 'unreadable' || kind === 'cellError';
}
