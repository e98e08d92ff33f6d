/**
 * The rows that make a figure, each with the cents that it adds: the same charges, effects and sums as `LedgerIndex`, so
 * that they add up to the figure.
 */
import type { Nature } from '../money/nature';
import { WHOLE_CONVENTION } from './ceilings';
import type { ChargedLedger } from './charged-ledger';
import { FigureSums } from './figure-sums';
import type { FigureKey } from './figures';
import type { LedgerRow } from './ledger';

/** A figure that rows add up to. */
export type RowFigure = 'consumed' | 'reserved';

/** A row of the ledger and the cents that it adds to a figure, never 0. */
export interface FigureRow {
  readonly row: LedgerRow;
  readonly cents: number;
}

const SUMS = {
  AE: { consumed: 'aeConsumed', reserved: 'aeReserved' },
  CP: { consumed: 'cpConsumed', reserved: 'cpReserved' },
} as const satisfies Record<Nature, Record<RowFigure, keyof FigureSums>>;

/** The rows that add to a figure, in the order of the ledger. Rows that no figure counts are in `Balances.unchecked`. */
export function rowsOfFigure(
  charged: ChargedLedger,
  { envelope, line }: FigureKey,
  nature: Nature,
  figure: RowFigure,
): readonly FigureRow[] {
  const rows: FigureRow[] = [];
  for (const row of charged.ledger.rows) {
    if (row.status === 'cancelled') continue;
    const assignment = charged.assign(row);
    if (assignment.kind === 'unchecked') continue;
    if (envelope !== WHOLE_CONVENTION && assignment.envelope.code !== envelope) continue;
    if (line !== null && assignment.line?.index !== line) continue;
    const effect = charged.effectOf(row);
    const sums = new FigureSums();
    if (line === null) sums.add(effect);
    else sums.addToLine(effect);
    const cents = sums[SUMS[nature][figure]];
    if (cents !== 0) rows.push({ row, cents });
  }
  return rows;
}
