/** A generated document as a person reads it: by the label of the row and the heading of the column. */
import { cellAddress, parseArea, type CellValue } from '../../../src/workbook/cells';
import {
  findSheet,
  formulaKey,
  valueAt,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/snapshot';

export interface ReadCell {
  readonly address: string;
  readonly value: CellValue;
  readonly formula: string | undefined;
  /** The formula with the columns and the lists in the place of our names. */
  readonly inFull: string | undefined;
}

export class DocumentReader {
  readonly sheet: SheetSnapshot;

  private readonly names: ReadonlyMap<string, string>;

  constructor(workbook: WorkbookSnapshot, sheetName: string) {
    this.names = new Map(workbook.names.map(({ name, refersTo }) => [name, refersTo.slice(1)]));
    const sheet = findSheet(workbook, sheetName);
    if (!sheet)
      throw new Error(`No sheet ${sheetName}; there are ${workbook.sheets.map(({ name }) => name).join(', ')}`);
    this.sheet = sheet;
  }

  at(address: string): ReadCell {
    const area = parseArea(address);
    if (!area) throw new Error(`Not an address: ${address}`);
    return this.cell(area.top, area.left);
  }

  /** Every row, without the empty cells on its right. */
  rows(): CellValue[][] {
    return Array.from({ length: this.lastRow + 1 }, (_, row) => {
      const cells = Array.from({ length: this.lastColumn + 1 }, (_unused, column) => valueAt(this.sheet, row, column));
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      return cells;
    });
  }

  /** The rows from the one that begins with this text to the blank one after it. */
  block(firstText: string): CellValue[][] {
    const rows = this.rows();
    const first = rows.findIndex(([text]) => same(text ?? null, firstText));
    if (first < 0) throw new Error(`No row « ${firstText} » in ${this.sheet.name}`);
    const length = rows.slice(first).findIndex((row) => row.length === 0);
    return rows.slice(first, length < 0 ? undefined : first + length);
  }

  /**
   * The cell of a row, under a heading of its own table; `after` is a text of the first column above, when several
   * tables have both.
   */
  find(label: string, heading: string, after?: string): ReadCell {
    const start = after === undefined ? 0 : this.rowOf(after, 0);
    for (let row = this.rowOf(label, start); row <= this.lastRow; row++) {
      if (!same(valueAt(this.sheet, row, 0), label)) continue;
      for (let above = row - 1; above >= 0 && valueAt(this.sheet, above, 0) !== null; above--) {
        for (let column = 0; column <= this.lastColumn; column++)
          if (same(valueAt(this.sheet, above, column), heading)) return this.cell(row, column);
      }
    }
    throw new Error(`No heading « ${heading} » above « ${label} »`);
  }

  /** Every formula cell. */
  formulas(): ReadCell[] {
    return this.cells().filter(({ formula }) => formula !== undefined);
  }

  cells(): ReadCell[] {
    const rows = Array.from({ length: this.lastRow + 1 }, (_, row) => row);
    return rows.flatMap((row) => Array.from({ length: this.lastColumn + 1 }, (_, column) => this.cell(row, column)));
  }

  private rowOf(label: string, start: number): number {
    for (let row = start; row <= this.lastRow; row++) if (same(valueAt(this.sheet, row, 0), label)) return row;
    throw new Error(`No row « ${label} » in ${this.sheet.name}`);
  }

  private cell(row: number, column: number): ReadCell {
    const formula = this.sheet.formulas.get(formulaKey(row, column));
    return {
      address: cellAddress(row, column),
      value: valueAt(this.sheet, row, column),
      formula,
      inFull: formula?.replace(/ENV_[\p{L}\p{N}_]+/gu, (name) => this.names.get(name) ?? name),
    };
  }

  private get lastRow(): number {
    const { used } = this.sheet;
    return used ? used.top + used.rows - 1 : -1;
  }

  private get lastColumn(): number {
    const { used } = this.sheet;
    return used ? used.left + used.columns - 1 : -1;
  }
}

/** The same text, whatever the spaces and the apostrophes are. */
function same(value: CellValue, text: string): boolean {
  return typeof value === 'string' && plainText(value) === plainText(text);
}

/** Words as they are compared: one kind of space and of apostrophe. */
export function plainText(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll('’', "'");
}
