/**
 * The auditor's own model of the workbook: each cell's content and who gave it, kept up to date from the events of the
 * grid and from nothing of the add-in. Rows and columns move with insertions and deletions.
 */
import { GRID_COLUMNS, type Grid, type GridArea, type GridEdit, type GridOrigin } from '../../../workbench/host/grid';

/** A cell's content as comparable text: `=…` for a formula, the JSON of a value, empty for an empty cell. */
export type Content = string;

export interface KnownCell {
  readonly content: Content;
  readonly by: 'people' | 'addin';
  /** The number of the change that gave it. */
  readonly at: number;
  /** The number of the change by which people gave this content, also when it was the add-in's first; 0 for the add-in. */
  readonly typed: number;
  /** The cell of people that the add-in wrote over, or that of the add-in that people typed over. */
  readonly over: KnownCell | null;
}

/** A change of one cell. */
export interface CellChange {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly before: KnownCell;
  readonly after: KnownCell;
}

const NEVER: KnownCell = { content: '', by: 'addin', at: 0, typed: 0, over: null };

export class Shadow {
  private readonly sheets = new Map<string, Map<number, KnownCell>>();
  private lastChange = 0;

  constructor(private readonly grid: Grid) {
    for (const { id } of grid.sheets()) {
      this.sheets.set(id, new Map());
      this.reread(id, 'user');
    }
  }

  /** The number of the last change. */
  get now(): number {
    return this.lastChange;
  }

  at(sheetId: string, row: number, column: number): KnownCell {
    return this.sheets.get(sheetId)?.get(row * GRID_COLUMNS + column) ?? NEVER;
  }

  /** The cells of a sheet that hold something of people's. */
  ofPeople(sheetId: string): { readonly row: number; readonly column: number; readonly content: Content }[] {
    return [...(this.sheets.get(sheetId) ?? [])].flatMap(([key, { content, by }]) =>
      by === 'people' && content !== ''
        ? [{ row: Math.floor(key / GRID_COLUMNS), column: key % GRID_COLUMNS, content }]
        : [],
    );
  }

  /** Whether a cell of the workbook has a content, as it is at the first question. */
  lookUp(): (content: Content) => boolean {
    let all: Set<Content> | null = null;
    return (content) => (all ??= this.contents()).has(content);
  }

  private contents(): Set<Content> {
    const all = new Set<Content>();
    for (const cells of this.sheets.values()) for (const { content } of cells.values()) all.add(content);
    return all;
  }

  /** The cells of a sheet that hold something that the add-in wrote since a change. */
  ofAddin(
    sheetId: string,
    since: number,
  ): { readonly row: number; readonly column: number; readonly content: Content }[] {
    return [...(this.sheets.get(sheetId) ?? [])].flatMap(([key, { content, by, at }]) =>
      by === 'addin' && at > since && content !== ''
        ? [{ row: Math.floor(key / GRID_COLUMNS), column: key % GRID_COLUMNS, content }]
        : [],
    );
  }

  /** The cell is people's again when it holds this content of theirs; false when it does not. */
  giveToPeople(sheetId: string, row: number, column: number, content: Content): boolean {
    const known = this.at(sheetId, row, column);
    if (known.content !== content) return false;
    this.sheets.get(sheetId)?.set(row * GRID_COLUMNS + column, { ...known, by: 'people' });
    return true;
  }

  /** Follows an edit of the grid, a sort perhaps; returns the cells that it changed. */
  follow(edit: GridEdit, origin: GridOrigin, isSort = false): CellChange[] {
    switch (edit.kind) {
      case 'cellsChanged':
        if (edit.change === 'RangeEdited') {
          if (origin !== 'addin' && !isSort) this.pastedOver(edit.sheetId, edit.area);
          return this.readArea(edit.sheetId, edit.area, origin);
        }
        this.move(edit.sheetId, edit.area, edit.change);
        this.followReferences();
        void Promise.resolve().then(() => this.followReferences()); // before the next request is carried out
        return this.reread(edit.sheetId, origin);
      case 'sheetRenamed':
        this.followReferences();
        return [];
      case 'sheetAdded':
        this.sheets.set(edit.sheetId, new Map());
        return this.reread(edit.sheetId, origin);
      case 'sheetDeleted':
        this.sheets.delete(edit.sheetId);
        this.followReferences();
        return [];
      default:
        return [];
    }
  }

  /**
   * Formulas that Excel rewrote because their references moved keep their author. The grid with the engine of Univer
   * rewrites them after it has announced what moved.
   */
  followReferences(): void {
    for (const [id, cells] of this.sheets) {
      const used = this.grid.sheet(id) && this.grid.usedArea(id, 'values');
      if (!used) continue;
      this.grid.readFormulas(id, used).forEach((line, r) =>
        line.forEach((formula, c) => {
          if (formula === null) return;
          const key = (used.top + r) * GRID_COLUMNS + used.left + c;
          const known = cells.get(key);
          if (known?.content.startsWith('=') && known.content !== formula)
            cells.set(key, { ...known, content: formula });
        }),
      );
    }
  }

  private reread(sheetId: string, origin: GridOrigin): CellChange[] {
    const used = this.grid.usedArea(sheetId, 'values');
    const known = this.sheets.get(sheetId) ?? new Map<number, KnownCell>();
    const places = [...known.keys()].map((key) => ({
      row: Math.floor(key / GRID_COLUMNS),
      column: key % GRID_COLUMNS,
    }));
    const bottom = Math.max(0, used ? used.top + used.rows : 0, ...places.map(({ row }) => row + 1));
    const right = Math.max(0, used ? used.left + used.columns : 0, ...places.map(({ column }) => column + 1));
    if (bottom === 0 || right === 0) return [];
    return this.readArea(sheetId, { top: 0, left: 0, rows: bottom, columns: right }, origin);
  }

  private readArea(sheetId: string, area: GridArea, origin: GridOrigin): CellChange[] {
    const sheet = this.sheets.get(sheetId);
    if (!sheet || !this.grid.sheet(sheetId)) return [];
    const values = this.grid.readValues(sheetId, area);
    const formulas = this.grid.readFormulas(sheetId, area);
    const changes: CellChange[] = [];
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const key = (area.top + r) * GRID_COLUMNS + area.left + c;
        const content = contentOf(value, formulas[r]?.[c] ?? null);
        const before = sheet.get(key) ?? NEVER;
        if (before.content === content && !isEmptiedAgain(before, area, origin)) return;
        const after = this.changed(before, content, origin);
        sheet.set(key, after);
        changes.push({ sheetId, row: area.top + r, column: area.left + c, before, after });
      }),
    );
    return changes;
  }

  /** A cell that the add-in restores has its earlier author again, and so has one of the add-in that people restore. */
  private changed(before: KnownCell, content: Content, origin: GridOrigin): KnownCell {
    this.lastChange += 1;
    if (origin !== 'addin') {
      const ours = before.by === 'addin' ? before : before.over?.by === 'addin' ? before.over : null;
      const isTypedAgain = before.by === 'addin' && before.content === content;
      if (isTypedAgain) return { content, by: 'people', at: this.lastChange, typed: this.lastChange, over: before };
      return ours?.content === content
        ? { ...ours, typed: this.lastChange }
        : { content, by: 'people', at: this.lastChange, typed: this.lastChange, over: ours };
    }
    const over = before.by === 'people' ? before : before.over;
    if (over?.content === content) return over;
    const emptied = over?.content === '' ? entryUnder(over) : null; // emptied while the entry was given back
    if (emptied?.content === content) return emptied;
    return { content, by: 'addin', at: this.lastChange, typed: 0, over };
  }

  /** A content of the add-in is people's too where they paste the same over it, among other cells. */
  private pastedOver(sheetId: string, { top, left, rows, columns }: GridArea): void {
    const sheet = this.sheets.get(sheetId);
    if (!sheet || rows * columns === 1) return;
    this.lastChange += 1;
    for (let row = top; row < top + rows; row++)
      for (let column = left; column < left + columns; column++) {
        const key = row * GRID_COLUMNS + column;
        const known = sheet.get(key);
        if (known?.by === 'addin' && known.content !== '') sheet.set(key, { ...known, typed: this.lastChange });
      }
  }

  private move(sheetId: string, area: GridArea, change: string): void {
    const sheet = this.sheets.get(sheetId);
    if (!sheet) return;
    const isRow = change.startsWith('Row');
    const [first, count] = isRow ? [area.top, area.rows] : [area.left, area.columns];
    const isInserted = change.endsWith('Inserted');
    const entries = [...sheet];
    sheet.clear();
    for (const [key, cell] of entries) {
      const place = { row: Math.floor(key / GRID_COLUMNS), column: key % GRID_COLUMNS };
      const at = isRow ? place.row : place.column;
      if (!isInserted && at >= first && at < first + count) continue;
      const moved = at < first ? at : at + (isInserted ? count : -count);
      sheet.set(isRow ? moved * GRID_COLUMNS + place.column : place.row * GRID_COLUMNS + moved, cell);
    }
  }
}

/** The content of a cell of the grid. A `=` alone starts no formula. */
export function contentOf(value: unknown, formula: string | null): Content {
  if (formula !== null) return formula;
  if (value === null || value === undefined || value === '') return '';
  return typeof value === 'object'
    ? JSON.stringify({ error: (value as { error: string }).error })
    : JSON.stringify(value);
}

/** A content that its formula keeps when its row moves: the rows that it names are counted from its own. */
export function inItsRow(content: Content, row: number): Content {
  if (!content.startsWith('=')) return content;
  return content.replace(/(?<=\b[A-Z]{1,3})\d{1,7}\b/g, (named) => `[${Number(named) - row}]`);
}

/** True for somebody who empties a cell that the add-in just emptied: an entry of a third person is not to come back. */
function isEmptiedAgain(before: KnownCell, { rows, columns }: GridArea, origin: GridOrigin): boolean {
  return origin !== 'addin' && before.by === 'addin' && before.content === '' && rows * columns === 1;
}

/** The entry of people before this one in its cell; null without one. */
function entryUnder({ over }: KnownCell): KnownCell | null {
  for (let one = over; one !== null; one = one.over) if (one.by === 'people') return one;
  return null;
}
