/** The rows of one table of the ledger, as amounts typed beside them are compared with them. */
import { blockOfRow, sheetRow } from '../../ledger/ledger-source';
import type { UnitOfColumns } from '../../ledger/units';
import { textOf, type Area } from '../../cells';
import { formulaAt, valueAt } from '../../snapshot';
import type { AreaColumn } from '../amount-columns';
import type { LedgerRead } from '../block-counts';
import { areasReadBy } from '../derived-formulas';
import type { LedgerTable } from '../ledger-tables';
import { overlap } from '../our-areas';
import type { RepeatedSums } from '../purchases/repeated-sums';
import type { CountedAmounts } from '../row-amounts';

/** In rows: a subtotal beside the rows that it sums. */
const LONGEST_SUM = 200;

/** The ledger, to compare with. */
export interface LedgerBeside {
  readonly read: LedgerRead;
  readonly counted: CountedAmounts;
  readonly sums: RepeatedSums;
}

/** Amounts in cents, by row of the sheet. */
export type CentsByRow = ReadonlyMap<number, number>;

/** Answers for one table. */
export class LedgerRows {
  private known: ReadonlySet<number> | null = null;
  private readonly blocks: readonly number[];

  constructor(
    readonly table: LedgerTable,
    private readonly ledger: LedgerBeside,
  ) {
    this.blocks = table.blocks.map(({ index }) => index);
  }

  /** True for a place on the right of the table, on its rows. */
  isBeside({ top, left, rows }: Area): boolean {
    const { area } = this.table;
    return left >= area.left + area.columns && top >= area.top && top + rows <= area.top + area.rows;
  }

  /** The texts of a column on the rows of the headings of the table, from the top. */
  headingsOver(column: number): readonly string[] {
    const { sheet, blocks } = this.table;
    const [first] = blocks;
    if (!first) return [];
    const { topRow, headingRow } = first.block;
    const texts = [...new Set([topRow, headingRow])].map((row) => textOf(valueAt(sheet, row, column)).trim());
    return texts.filter((text) => text !== '');
  }

  get units(): readonly UnitOfColumns[] {
    return this.table.blocks[0]?.block.units ?? [];
  }

  /** True for a row that counts. */
  counts(row: number): boolean {
    this.known ??= this.rowsThatCount();
    return this.known.has(row);
  }

  private rowsThatCount(): ReadonlySet<number> {
    const { ledger, ignored } = this.ledger.read;
    const own = new Set(this.blocks);
    const out = new Set([...ignored.map(({ row }) => row), ...ledger.totals.map(({ key }) => key)]);
    const rows = ledger.rows.filter(
      ({ key, status }) => own.has(blockOfRow(key)) && status !== 'cancelled' && !out.has(key),
    );
    return new Set(rows.map(({ key }) => sheetRow(key)));
  }

  /** True for a column that repeats what its rows count, or what the ledger has for their EJ. */
  areRepeatedBy(column: AreaColumn, cents: CentsByRow): boolean {
    const { counted } = this.ledger;
    if (counted.areRepeatedBy(cents, this.blocks, column)) return true;
    return counted.recallsIn(column, cents, this.blocks)?.others.isEmpty === true;
  }

  /** True for amounts that are on each row its AE, its CP, or what it has left. */
  areAddedBy(cents: CentsByRow): boolean {
    const amountsOf = this.ledger.counted.amountsOn(this.blocks);
    return [...cents].every(([row, one]) => {
      const { ae, cp } = amountsOf(row);
      return one === ae || one === cp || one === ae - cp;
    });
  }

  /** True for amounts without a heading that are all paid or left on their row, or sums of rows. */
  areSums(cents: CentsByRow): boolean {
    const all = [...cents.values()].reduce((sum, one) => sum + one, 0);
    return this.ledger.sums.isSumOfLedger(all) || [...cents].every(([row, one]) => this.isSumAt(row, one));
  }

  private isSumAt(row: number, cents: number): boolean {
    const amountsOf = this.ledger.counted.amountsOn(this.blocks);
    const own = amountsOf(row);
    if (own.cp !== 0 && (own.cp === cents || own.ae - own.cp === cents)) return true;
    return [-1, 1].some((step) => {
      let { ae, cp } = own;
      for (let count = 1; count < LONGEST_SUM; count++) {
        const next = amountsOf(row + step * count);
        [ae, cp] = [ae + next.ae, cp + next.cp];
        const isSum = ae === cents || cp === cents || ae - cp === cents;
        if (isSum && (next.ae !== 0 || next.cp !== 0)) return true;
      }
      return false;
    });
  }

  /** True for a cell that the amounts of its row are computed from. */
  isTaken(row: number, column: number): boolean {
    const { sheet, blocks } = this.table;
    const cell: Area = { top: row, left: column, rows: 1, columns: 1 };
    return blocks.some(({ block }) =>
      (['ae', 'cp'] as const).some((field) => {
        const at = block.columns.get(field)?.column;
        const formula = at === undefined ? undefined : formulaAt(sheet, row, at);
        return formula !== undefined && areasReadBy(formula).some((area) => overlap(area, cell));
      }),
    );
  }
}
