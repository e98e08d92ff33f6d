/** Fits the height of the rows that the add-in writes, as Excel does; a height set by somebody is kept. */
import type { Grid, GridArea, GridCell, GridEvent } from '../host/grid';
import { rowHeights, type MeasureText } from './row-heights';

/** Most rows fitted at once; a larger write keeps the default height. */
const MOST_ROWS = 2000;
/** A row after any used one: it has the default height of the sheet. */
const FAR_ROW = 1_000_000;

export class RowFitting {
  private readonly waiting = new Map<string, Set<number>>();
  private readonly fitted = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly grid: Grid,
    private readonly measure: MeasureText,
  ) {
    this.unsubscribe = grid.subscribe((event) => this.note(event));
  }

  /** Fits the waiting rows now. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const [sheetId, rows] of waiting) {
      if (this.grid.sheet(sheetId) !== undefined) this.fit(sheetId, rows);
    }
  }

  dispose(): void {
    this.unsubscribe();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Univer itself fits what the user types. */
  private note(event: GridEvent): void {
    if ((event.kind !== 'cellsChanged' && event.kind !== 'formatsChanged') || event.origin === 'user') return;
    const rows = this.waiting.get(event.sheetId) ?? new Set<number>();
    const { top, rows: count } = event.area;
    for (let row = top; row < top + count && rows.size < MOST_ROWS; row++) rows.add(row);
    this.waiting.set(event.sheetId, rows);
    this.timer ??= setTimeout(() => this.flush(), 0);
  }

  private fit(sheetId: string, rows: ReadonlySet<number>): void {
    const used = this.grid.usedArea(sheetId, 'values');
    const usual = this.grid.rowHeight(sheetId, FAR_ROW);
    const heights = used === null ? new Map<number, number>() : this.heightsOf(sheetId, rows, used);
    for (const row of rows) {
      const key = `${sheetId} ${row}`;
      const now = this.grid.rowHeight(sheetId, row);
      const wanted = heights.get(row) ?? usual;
      if (now === wanted || (now !== usual && now !== this.fitted.get(key))) continue;
      this.grid.setRowHeight(sheetId, row, 1, wanted);
      this.fitted.set(key, wanted);
    }
  }

  private heightsOf(sheetId: string, rows: ReadonlySet<number>, used: GridArea): ReadonlyMap<number, number> {
    const columns = Array.from({ length: used.columns }, (_, offset) => used.left + offset);
    const cells: (GridCell & { row: number; column: number })[] = [];
    for (const row of rows) {
      const values = this.grid.readValues(sheetId, { ...used, top: row, rows: 1 })[0] ?? [];
      for (const [offset, value] of values.entries()) {
        const column = used.left + offset;
        if (value !== null) cells.push({ row, column, value, style: this.grid.readStyle(sheetId, row, column) });
      }
    }
    const columnWidths = new Map(columns.map((column) => [column, this.grid.columnWidth(sheetId, column)]));
    return rowHeights({ cells, columnWidths, rowHeights: new Map(), merges: this.grid.merges(sheetId) }, this.measure);
  }
}
