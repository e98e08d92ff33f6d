/** Records which cells make which calls. The calls of a cell are those of its last computation. */
import { contains } from '../address';
import type { GridArea, GridChangeKind, GridPlace } from '../grid';

export class CallingCells {
  private readonly byCell = new Map<string, { readonly place: GridPlace; keys: Set<string> }>();
  /** Calls made since the end of the last calculation. */
  private readonly current = new Map<string, { readonly place: GridPlace; readonly keys: Set<string> }>();
  private readonly uses = new Map<string, number>();

  note(place: GridPlace, key: string): void {
    const cell = cellKey(place);
    const made = this.current.get(cell) ?? { place, keys: new Set() };
    this.current.set(cell, made);
    made.keys.add(key);
    if (!this.uses.has(key)) this.uses.set(key, 0);
  }

  of(key: string): GridPlace[] {
    return [...this.byCell.values(), ...this.current.values()]
      .filter(({ keys }) => keys.has(key))
      .map(({ place }) => place);
  }

  /** True when no cell makes the call, now or in the current calculation. */
  isUnused(key: string): boolean {
    if ((this.uses.get(key) ?? 0) > 0) return false;
    for (const { keys } of this.current.values()) if (keys.has(key)) return false;
    this.uses.delete(key);
    return true;
  }

  endOfCalculation(): void {
    for (const [cell, made] of this.current) {
      this.forget(cell);
      this.byCell.set(cell, made);
      for (const key of made.keys) this.uses.set(key, (this.uses.get(key) ?? 0) + 1);
    }
    this.current.clear();
  }

  forgetSheet(sheetId: string): void {
    for (const [cell, { place }] of [...this.byCell]) if (place.sheetId === sheetId) this.forget(cell);
  }

  forgetUnless(sheetId: string, area: GridArea, keeps: (place: GridPlace) => boolean): void {
    for (const [cell, { place }] of [...this.byCell]) {
      if (place.sheetId === sheetId && contains(area, areaOf(place)) && !keeps(place)) this.forget(cell);
    }
  }

  /** Follows inserted and deleted rows or columns. */
  shift(sheetId: string, area: GridArea, change: GridChangeKind): void {
    const isRows = change === 'RowInserted' || change === 'RowDeleted';
    const [first, count] = isRows ? [area.top, area.rows] : [area.left, area.columns];
    const isInserted = change === 'RowInserted' || change === 'ColumnInserted';
    const touched = [...this.byCell].filter(
      ([, { place }]) => place.sheetId === sheetId && (isRows ? place.row : place.column) >= first,
    );
    for (const [cell] of touched) this.byCell.delete(cell);
    for (const [, { place, keys }] of touched) {
      const position = isRows ? place.row : place.column;
      if (!isInserted && position < first + count) {
        this.unuse(keys);
        continue;
      }
      const moved = position + (isInserted ? count : -count);
      const at = isRows ? { ...place, row: moved } : { ...place, column: moved };
      this.byCell.set(cellKey(at), { place: at, keys });
    }
  }

  private forget(cell: string): void {
    const known = this.byCell.get(cell);
    if (!known) return;
    this.byCell.delete(cell);
    this.unuse(known.keys);
  }

  private unuse(keys: ReadonlySet<string>): void {
    for (const key of keys) this.uses.set(key, (this.uses.get(key) ?? 0) - 1);
  }
}

const cellKey = ({ sheetId, row, column }: GridPlace): string => `${sheetId} ${row} ${column}`;
const areaOf = ({ row, column }: GridPlace): GridArea => ({ top: row, left: column, rows: 1, columns: 1 });
