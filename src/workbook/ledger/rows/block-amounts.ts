/** The amounts of the rows of one block, in the unit of their column. */
import type { AmountReading } from '../../../domain/envelopes/ledger';
import type { AmountUnit } from '../../../domain/money/amount-text';
import type { CellValue } from '../../cells';
import { shownAt, type SheetSnapshot } from '../../snapshot';
import type { LedgerBlock } from '../ledger-source';
import { isBlankText, textOf, type CellReader } from '../read-cells';

type AmountField = 'ae' | 'cp';

interface AmountColumn {
  readonly column: number;
  readonly position: number;
  readonly unit: AmountUnit;
}

export class BlockAmounts {
  private readonly columns: Readonly<Record<AmountField, AmountColumn | null>>;

  constructor(
    private readonly sheet: SheetSnapshot,
    { columns }: LedgerBlock,
    private readonly cells: CellReader,
  ) {
    const of = (field: AmountField): AmountColumn | null => {
      const known = columns.get(field);
      if (!known) return null;
      return { column: known.column, position: known.column - (sheet.used?.left ?? 0), unit: known.unit ?? '€' };
    };
    this.columns = { ae: of('ae'), cp: of('cp') };
  }

  /** The amount of a row of the sheet, whose values are given. A number that its cell shows as something else is none. */
  read(field: AmountField, values: readonly CellValue[], sheetRow: number): AmountReading {
    const found = this.columns[field];
    const value = found ? (values[found.position] ?? null) : null;
    if (!found) return this.cells.amount(value);
    return this.cells.amountShown(value, shownAt(this.sheet, sheetRow, found.column), found.unit);
  }

  /** True for a row with anything in a cell of amounts. */
  areIn(values: readonly CellValue[]): boolean {
    return [this.columns.ae, this.columns.cp].some(
      (found) => found !== null && !isBlankText(textOf(values[found.position] ?? null)),
    );
  }
}
