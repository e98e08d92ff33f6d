/** The changes of a plan to one sheet, before any is written. */
import type { Area, CellValue } from '../../../workbook/cells';
import type { RowMarks } from '../../../workbook/row-marks';
import type { FollowedRows } from '../../../workbook/followed-rows';
import type { BreakMove, PlannedCell, PlannedChart } from '../../../workbook/plan';
import type { SheetFacts } from '../read/opened-workbook';
import type { ChoiceLook, HighlightLook } from '../read/read-look';
import type { TableEntry } from '../read/table-part';
import { valueAt, type SheetSnapshot } from '../../../workbook/snapshot';
import type {
  FileStep,
  LookChange,
  PlacedResult,
  PrintChange,
  RowLookChange,
  TableChange,
  WrittenChoice,
} from './file-steps';

export interface TableDraft {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly style?: string;
  readonly hasTotalsRow?: boolean;
}

/** A chart to add, with the sheet of the cells that it draws. */
export interface ChartDraft {
  readonly chart: PlannedChart;
  readonly source: SheetDraft;
}

/** A cell to write; `keeps` is what stays of the present one. */
export interface DraftCell extends PlannedCell {
  readonly exact?: LookChange;
  readonly keeps?: 'content' | 'formula';
  /** The formula is an array formula over this area. */
  readonly array?: Area;
  /** Of a row that has another place: the marks of people to keep over the style. */
  readonly marks?: RowMarks;
  /** The same for a cell whose format is kept whole: the cellXfs index that it had. */
  readonly base?: number;
  /** The `<c>` that held the same text on its former row, with its runs. */
  readonly source?: string;
}

/** Attributes of a row by name; null for one that it does not have. */
export type RowAttributes = Readonly<Record<string, string | null>>;

export class SheetDraft {
  readonly cells = new Map<number, Map<number, DraftCell>>();
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
  /** Rows whose notes, links and rules follow them. */
  followed: FollowedRows | null = null;
  readonly rows = new Map<number, RowLookChange>();
  /** Of the rows of a document that have another place. */
  readonly rowAttributes = new Map<number, RowAttributes>();
  readonly hiddenColumns = new Map<number, boolean>();
  merges: readonly Area[] | null = null;
  readonly removedHighlights: HighlightLook[] = [];
  readonly newHighlights: HighlightLook[] = [];
  readonly removedChoices: ChoiceLook[] = [];
  readonly newChoices: WrittenChoice[] = [];
  readonly changedTables: { readonly table: TableEntry; readonly change: TableChange }[] = [];
  dress: Omit<Extract<FileStep, { kind: 'dressSheet' }>, 'kind' | 'sheet'> = {};
  print: PrintChange | null = null;
  /** The placeholder of an empty workbook, which becomes the first sheet of the plan. */
  isPlaceholder = false;
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
    const kept = { ...(style !== undefined && { style }), ...(before?.exact && { exact: before.exact }) };
    line.set(column, { ...cell, ...kept });
  }

  /** A look alone; the content stays, planned or present. */
  putLook(row: number, column: number, exact: LookChange): void {
    const before = this.plannedAt(row, column);
    this.putDraft(row, column, { ...(before ?? { value: null, keeps: 'content' }), exact });
  }

  /** The format of a planned cell, beside its style. */
  putFormat(row: number, column: number, format: Pick<DraftCell, 'marks' | 'base' | 'source'>): void {
    const before = this.plannedAt(row, column);
    if (before) this.putDraft(row, column, { ...before, ...format });
  }

  /** The result of a formula that stays. */
  putResult({ row, column, value }: PlacedResult): void {
    const before = this.plannedAt(row, column);
    if (before && before.keeps !== 'content') return;
    this.putDraft(row, column, { ...before, value, keeps: 'formula' });
  }

  /** The planned formula of the first cell is an array formula over the area. */
  spill(area: Area): void {
    const anchor = this.plannedAt(area.top, area.left);
    if (anchor?.formula !== undefined) this.putDraft(area.top, area.left, { ...anchor, array: area });
  }

  private putDraft(row: number, column: number, cell: DraftCell): void {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map<number, DraftCell>()));
    line.set(column, cell);
  }

  plannedAt(row: number, column: number): DraftCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** The value that a cell will have: planned, else present. */
  valueAt(row: number, column: number): CellValue {
    const planned = this.plannedAt(row, column);
    if (planned && planned.keeps !== 'content') return planned.value;
    return this.present ? valueAt(this.present.snapshot, row, column) : null;
  }

  /** True when its part must be written. */
  get isTouched(): boolean {
    const charts = this.newCharts.length + this.removedCharts.length + this.redrawnCharts.length;
    const breaks = this.breakMoves.length;
    const dressed = Object.keys(this.dress).filter((member) => member !== 'visibility').length;
    const counts = [
      breaks,
      dressed,
      this.rows.size,
      this.hiddenColumns.size,
      this.merges === null ? 0 : 1,
      this.removedHighlights.length + this.newHighlights.length,
      this.removedChoices.length + this.newChoices.length,
      this.print === null ? 0 : 1,
      this.cells.size,
      this.widths.size,
      this.highlights.length,
      this.newTables.length,
      this.removedTables.length,
      charts,
    ];
    return (
      this.present === null ||
      counts.some((count) => count > 0) ||
      [this.frozen, this.page, this.followed].some((change) => change !== null)
    );
  }
}

/** True when contents change, so that Excel must calculate again. */
export function replacesContents(draft: SheetDraft): boolean {
  for (const cells of draft.cells.values()) for (const cell of cells.values()) if (!cell.keeps) return true;
  return false;
}

/** A plan once every step is accepted. */
export interface GatheredPlan {
  /** The sheets of the new file, in order. */
  readonly sheets: readonly SheetDraft[];
  readonly deletedSheets: ReadonlySet<number>;
  readonly names: WorkbookNames;
  readonly scopedNames: readonly NameDraft[];
  /** Sheets with a new name, and that of the file. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** A name to write, or to delete when its text is null; `scope` is a sheet of the new file. */
export interface NameDraft {
  readonly scope: SheetDraft | null;
  readonly name: string;
  /** Without `=`. */
  readonly text: string | null;
  /** Absent: as in the file. */
  readonly visible?: boolean;
  readonly comment?: string;
}

/** Workbook-wide names in lower case → name and reference to set, or null to delete. */
export type WorkbookNames = ReadonlyMap<string, { readonly name: string; readonly text: string } | null>;
