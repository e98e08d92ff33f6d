/** A sheet while a plan is carried out: what is to be written on it, nothing of it written yet. */
import type { Area } from '../../../workbook/cells';
import type { PlannedCell } from '../../../workbook/plan';
import type { SheetFacts } from '../open';
import type { TableEntry } from '../table-part';
import type { SheetSnapshot } from '../../../workbook/snapshot';

export interface TableDraft {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
}

export class SheetDraft {
  readonly cells = new Map<number, Map<number, PlannedCell>>();
  /** Widths in characters by column. */
  readonly widths = new Map<number, number>();
  readonly highlights: { readonly area: Area; readonly formula: string }[] = [];
  readonly newTables: TableDraft[] = [];
  readonly removedTables: TableEntry[] = [];
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  page: { readonly landscape: boolean } | null = null;
  name: string;

  constructor(
    name: string,
    /** The sheet of the file that it is; null for a new one. */
    readonly present: { readonly facts: SheetFacts; readonly snapshot: SheetSnapshot; readonly position: number } | null,
  ) {
    this.name = name;
  }

  put(row: number, column: number, cell: PlannedCell): void {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map<number, PlannedCell>()));
    const before = line.get(column);
    const style = cell.style ?? before?.style;
    line.set(column, style === undefined ? cell : { ...cell, style });
  }

  plannedAt(row: number, column: number): PlannedCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** True when its part must be written. */
  get isTouched(): boolean {
    const counts = [this.cells.size, this.widths.size, this.highlights.length, this.newTables.length, this.removedTables.length];
    return this.present === null || counts.some((count) => count > 0) || this.frozen !== null || this.page !== null;
  }
}
