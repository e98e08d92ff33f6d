/**
 * Rows that detail the row above them: « dont part fixe », « dont part variable ». Their amounts are already in it, as
 * long as all of them together are no more than it has, and of no other envelope; otherwise they are operations. Blank
 * rows and the headings of a new page may be between them, where nothing of the part is of another operation.
 */
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock, LedgerColumn } from '../ledger-source';
import type { CellReader } from '../read-cells';

const PART = /^\s*(?:[-–•]\s*)?dont\s/i;
const AMOUNTS = ['ae', 'cp'] as const;
/** Rows that may detail one row. */
const MOST_PARTS = 50;
/** Rows between a row and its parts: blank ones, and headings. */
const MOST_BETWEEN = 6;
/** Another one in any of these makes another operation. */
const IDENTITY = ['ministerialAxis2', 'ejNumber', 'supplier', 'commitmentDate', 'paymentDate'] as const;

type Row = readonly CellValue[];

/** Recognises the parts of rows in one block. */
export class PartsOfRows {
  private readonly left: number;
  private readonly label: number;
  private readonly envelope: number;
  private readonly identity: readonly number[];
  private readonly firstRow: number;
  private readonly headingRow: number;
  private readonly amounts: readonly LedgerColumn[];

  constructor(
    private readonly sheet: SheetSnapshot,
    block: LedgerBlock,
    private readonly cells: CellReader,
  ) {
    this.left = sheet.used?.left ?? 0;
    this.label = (block.columns.get('label')?.column ?? -1) - this.left;
    this.identity = IDENTITY.map((field) => (block.columns.get(field)?.column ?? -1) - this.left);
    [this.envelope = -1] = this.identity;
    this.firstRow = block.firstRow;
    this.headingRow = block.headingRow;
    this.amounts = AMOUNTS.flatMap((field) => block.columns.get(field) ?? []);
  }

  /** True for a row with the name of a part, whether or not the row above holds its amounts. */
  isNamedPart(sheetRow: number): boolean {
    const text = this.valuesAt(sheetRow)[this.label];
    return typeof text === 'string' && PART.test(text);
  }

  /** True for a row whose amounts are in the row above it, with those of the parts between them. */
  isPart(sheetRow: number): boolean {
    if (!this.isNamedPart(sheetRow) || this.hasUnreadable(sheetRow)) return false;
    let [above, between] = [sheetRow - 1, 0];
    while (above > sheetRow - MOST_PARTS && between <= MOST_BETWEEN) {
      if (this.isBetween(above)) between++;
      else if (!this.isNamedPart(above)) break;
      above--;
    }
    if (!this.areLike(above, sheetRow, between > 0 ? this.identity : [this.envelope])) return false;
    return this.amounts.every((column) => {
      const whole = this.centsAt(above, column);
      let parts = 0;
      for (let row = above + 1; row <= sheetRow; row++) parts += this.centsAt(row, column);
      return this.centsAt(sheetRow, column) === 0 || (whole > 0 && parts <= whole);
    });
  }

  /** An amount that cannot be read is reported as that of an operation. */
  private hasUnreadable(sheetRow: number): boolean {
    return this.amounts.some((column) => this.cells.amountAt(this.sheet, sheetRow, column).kind === 'unreadable');
  }

  /** True for a blank row of the table, and for its headings again. */
  private isBetween(sheetRow: number): boolean {
    if (sheetRow < this.firstRow) return false;
    const isBlank = this.valuesAt(sheetRow).every((value) => value === null || value === '');
    const heading = this.textAt(this.headingRow, this.label);
    return isBlank || (heading !== '' && this.textAt(sheetRow, this.label) === heading);
  }

  /** True where a part has nothing in these columns, or the same as the row that it details. */
  private areLike(whole: number, part: number, positions: readonly number[]): boolean {
    return positions.every((position) => {
      const [own, above] = [this.textAt(part, position), this.textAt(whole, position)];
      return own === '' || own === above || (above === '' && position === this.envelope);
    });
  }

  private textAt(sheetRow: number, position: number): string {
    return comparable(textOf(this.valuesAt(sheetRow)[position] ?? null)).trim();
  }

  private centsAt(sheetRow: number, column: LedgerColumn): number {
    const reading = this.cells.amountAt(this.sheet, sheetRow, column);
    return reading.kind === 'amount' ? reading.cents : 0;
  }

  private valuesAt(sheetRow: number): Row {
    return this.sheet.values[sheetRow - (this.sheet.used?.top ?? 0)] ?? [];
  }
}
