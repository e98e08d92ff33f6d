/**
 * Rows that detail the row above them: « dont part fixe », « dont part variable ». Their amounts are already in it, as
 * long as all of them together are no more than it has; otherwise they are operations.
 */
import type { CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock, LedgerColumn } from '../ledger-source';
import type { CellReader } from '../read-cells';

const PART = /^\s*(?:[-–•]\s*)?dont\s/i;
const AMOUNTS = ['ae', 'cp'] as const;
/** Rows that may detail one row. */
const MOST_PARTS = 50;

type Row = readonly CellValue[];

/** Recognises the parts of rows in one block. */
export class PartsOfRows {
  private readonly left: number;
  private readonly label: number;
  private readonly amounts: readonly LedgerColumn[];

  constructor(
    private readonly sheet: SheetSnapshot,
    block: LedgerBlock,
    private readonly cells: CellReader,
  ) {
    this.left = sheet.used?.left ?? 0;
    this.label = (block.columns.get('label')?.column ?? -1) - this.left;
    this.amounts = AMOUNTS.flatMap((field) => block.columns.get(field) ?? []);
  }

  /** True for a row with the name of a part, whether or not the row above holds its amounts. */
  isNamedPart(sheetRow: number): boolean {
    const text = this.valuesAt(sheetRow)[this.label];
    return typeof text === 'string' && PART.test(text);
  }

  /** True for a row whose amounts are in the row above it, with those of the parts between them. */
  isPart(sheetRow: number): boolean {
    if (!this.isNamedPart(sheetRow)) return false;
    let above = sheetRow - 1;
    while (above > sheetRow - MOST_PARTS && this.isNamedPart(above)) above--;
    return this.amounts.every((column) => {
      const whole = this.centsAt(above, column);
      let parts = 0;
      for (let row = above + 1; row <= sheetRow; row++) parts += this.centsAt(row, column);
      return this.centsAt(sheetRow, column) === 0 || (whole > 0 && parts <= whole);
    });
  }

  private centsAt(sheetRow: number, column: LedgerColumn): number {
    const reading = this.cells.amountAt(this.sheet, sheetRow, column);
    return reading.kind === 'amount' ? reading.cents : 0;
  }

  private valuesAt(sheetRow: number): Row {
    return this.sheet.values[sheetRow - (this.sheet.used?.top ?? 0)] ?? [];
  }
}
