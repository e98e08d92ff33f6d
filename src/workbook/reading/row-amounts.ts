/**
 * The amounts that the ledger counts on each row of a sheet, over the blocks of that row, to recognise a typed column
 * that repeats them: « Total payé » beside the payments of each month.
 */
import type { LedgerRow } from '../../domain/envelopes/ledger';
import { blockOfRow, sheetRow } from '../ledger/ledger-source';

/** Cents. */
interface RowAmounts {
  ae: number;
  cp: number;
}

const NOTHING: RowAmounts = { ae: 0, cp: 0 };
/** One row may agree by chance. */
const FEWEST_ROWS = 2;

/** The ways in which a column may repeat what its rows count: paid, committed, not paid yet. */
const REPEATS: readonly ((row: RowAmounts) => number)[] = [({ cp }) => cp, ({ ae }) => ae, ({ ae, cp }) => ae - cp];

/** The amounts of the rows of a ledger. */
export class CountedAmounts {
  private blocks: readonly ReadonlyMap<number, RowAmounts>[] | null = null;

  constructor(
    private readonly rows: readonly LedgerRow[],
    private readonly numberOfBlocks: number,
  ) {}

  /** True for a column whose every amount is the same function of what these blocks count on its row. */
  areRepeatedBy(column: ReadonlyMap<number, number>, blocks: readonly number[]): boolean {
    if ([...column.values()].filter((cents) => cents !== 0).length < FEWEST_ROWS) return false;
    this.blocks ??= this.byBlock();
    const counted = blocks.flatMap((index) => this.blocks?.[index] ?? []);
    const amountsOf = (row: number): RowAmounts =>
      counted.reduce((sum, rows) => {
        const { ae, cp } = rows.get(row) ?? NOTHING;
        return { ae: sum.ae + ae, cp: sum.cp + cp };
      }, NOTHING);
    return REPEATS.some((repeat) => [...column].every(([row, cents]) => repeat(amountsOf(row)) === cents));
  }

  private byBlock(): readonly ReadonlyMap<number, RowAmounts>[] {
    const blocks = Array.from({ length: this.numberOfBlocks }, () => new Map<number, RowAmounts>());
    for (const { key, ae, cp } of this.rows) {
      const sums = { ae: ae.kind === 'amount' ? ae.cents : 0, cp: cp.kind === 'amount' ? cp.cents : 0 };
      blocks[blockOfRow(key)]?.set(sheetRow(key), sums);
    }
    return blocks;
  }
}
