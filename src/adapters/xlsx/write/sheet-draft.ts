/** The changes of a plan to one sheet, before any is written. */
import type { Area, CellValue } from '../../../workbook/cells';
import type { BreakMove, PlannedCell, PlannedChart } from '../../../workbook/plan';
import type { SheetFacts } from '../read/opened-workbook';
import type { TableEntry } from '../read/table-part';
import { valueAt, type SheetSnapshot } from '../../../workbook/snapshot';

export interface TableDraft {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
}

/** A chart to add, with the sheet of the cells that it draws. */
export interface ChartDraft {
  readonly chart: PlannedChart;
  readonly source: SheetDraft;
}

export class SheetDraft {
  readonly cells = new Map<number, Map<number, PlannedCell>>();
  /** Widths in characters by column. */
  readonly widths = new Map<number, number>();
  readonly highlights: { readonly area: Area; readonly formula: string }[] = [];
  readonly newTables: TableDraft[] = [];
  readonly removedTables: TableEntry[] = [];
  readonly newCharts: ChartDraft[] = [];
  /** Names of charts. */
  readonly removedCharts: string[] = [];
  /** Existing charts that draw other cells; `before` is what they drew. */
  readonly redrawnCharts: (ChartDraft & { readonly before: PlannedChart })[] = [];
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  page: { readonly landscape: boolean; readonly breaks: readonly number[] } | null = null;
  readonly breakMoves: BreakMove[] = [];
  /** Rows repeated at the top of each page, from the first. */
  titleRows = 0;
  name: string;

  constructor(
    name: string,
    /** The sheet of the file; null for a new one. */
    readonly present: {
      readonly facts: SheetFacts;
      readonly snapshot: SheetSnapshot;
      readonly position: number;
    } | null,
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

  /** The value that a cell will have: planned, else present. */
  valueAt(row: number, column: number): CellValue {
    const planned = this.plannedAt(row, column);
    if (planned) return planned.value;
    return this.present ? valueAt(this.present.snapshot, row, column) : null;
  }

  /** True when its part must be written. */
  get isTouched(): boolean {
    const charts = this.newCharts.length + this.removedCharts.length + this.redrawnCharts.length;
    const breaks = this.breakMoves.length;
    const counts = [
      breaks,
      this.cells.size,
      this.widths.size,
      this.highlights.length,
      this.newTables.length,
      this.removedTables.length,
      charts,
    ];
    return this.present === null || counts.some((count) => count > 0) || this.frozen !== null || this.page !== null;
  }
}

/** A plan once every step is accepted. */
export interface GatheredPlan {
  /** The sheets of the new file, in order. */
  readonly sheets: readonly SheetDraft[];
  readonly deletedSheets: ReadonlySet<number>;
  readonly names: WorkbookNames;
}

/** Workbook-wide names in lower case → name and reference to set, or null to delete. */
export type WorkbookNames = ReadonlyMap<string, { readonly name: string; readonly text: string } | null>;
