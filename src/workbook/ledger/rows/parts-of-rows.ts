/**
 * Rows that detail the row above them: « dont part fixe », « dont part variable ». Their amounts are already in it, as
 * long as all of them together are no more than it has; otherwise they are operations. Blank rows and the headings of
 * a new page may be between them, on one EJ.
 */
import type { CellValue } from '../../cells';
import type { SheetSnapshot } from '../../snapshot';
import type { LedgerBlock, LedgerColumn } from '../ledger-source';
import type { CellReader } from '../read-cells';

const PART = /^\s*(?:[-–•]\s*)?dont\s/i;
const AMOUNTS = ['ae', 'cp'] as const;
/** Rows that may detail one row. */
const MOST_PARTS = 50;
/** Rows between a row and its parts: blank ones, and headings of as many cells. */
const MOST_BETWEEN = 6;
const FEWEST_HEADINGS = 3;

type Row = readonly CellValue[];

/** Recognises the parts of rows in one block. */
export class PartsOfRows {
  private readonly left: number;
  private readonly label: number;
  private readonly ej: number;
  private readonly firstRow: number;
  private readonly amounts: readonly LedgerColumn[];

  constructor(
    private readonly sheet: SheetSnapshot,
    block: LedgerBlock,
    private readonly cells: CellReader,
  ) {
    this.left = sheet.used?.left ?? 0;
    this.label = (block.columns.get('label')?.column ?? -1) - this.left;
    this.ej = (block.columns.get('ejNumber')?.column ?? -1) - this.left;
    this.firstRow = block.firstRow;
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
    let [above, between] = [sheetRow - 1, 0];
    while (above > sheetRow - MOST_PARTS && between <= MOST_BETWEEN) {
      if (this.isBetween(above)) between++;
      else if (!this.isNamedPart(above)) break;
      above--;
    }
    if (between > 0 && this.ejAt(above) !== this.ejAt(sheetRow) && this.ejAt(sheetRow) !== '') return false;
    return this.amounts.every((column) => {
      const whole = this.centsAt(above, column);
      let parts = 0;
      for (let row = above + 1; row <= sheetRow; row++) parts += this.centsAt(row, column);
      return this.centsAt(sheetRow, column) === 0 || (whole > 0 && parts <= whole);
    });
  }

  /** True for a blank row of the table, and for one of texts alone, as its headings are; a title has fewer. */
  private isBetween(sheetRow: number): boolean {
    if (sheetRow < this.firstRow) return false;
    const filled = this.valuesAt(sheetRow).filter((value) => value !== null && value !== '');
    return filled.length === 0 || (filled.length >= FEWEST_HEADINGS && filled.every(isHeading));
  }

  private ejAt(sheetRow: number): string {
    return String(this.valuesAt(sheetRow)[this.ej] ?? '').trim();
  }

  private centsAt(sheetRow: number, column: LedgerColumn): number {
    const reading = this.cells.amountAt(this.sheet, sheetRow, column);
    return reading.kind === 'amount' ? reading.cents : 0;
  }

  private valuesAt(sheetRow: number): Row {
    return this.sheet.values[sheetRow - (this.sheet.used?.top ?? 0)] ?? [];
  }
}

function isHeading(value: CellValue): boolean {
  return typeof value === 'string' && !/\d{4}/.test(value);
}
