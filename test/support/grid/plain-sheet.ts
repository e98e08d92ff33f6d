/** The cells of one sheet of the plain grid, row by row. */
import {
  DEFAULT_PAGE,
  type GridArea,
  type GridCellChange,
  type GridSheet,
  type GridSheetContents,
  type GridStyle,
  type GridStyleChange,
  type GridValue,
} from '../../../workbench/host/grid';

export interface PlainCell {
  value: GridValue;
  formula: string | null;
  numberFormat: string;
  style: GridStyle;
}

/** The look of each cell that was given none: one object, so that equal looks are known by identity. */
export const NO_STYLE: GridStyle = {};

type Lines<T> = Map<number, T>;

export class PlainSheet {
  facts: GridSheet;
  rows: Lines<Map<number, PlainCell>> = new Map();
  widths: Lines<number>;
  heights: Lines<number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  merges: GridArea[];
  /** Those found since the last change. */
  private readonly usedAreas = new Map<'values' | 'valuesAndFormats', GridArea | null>();

  constructor(id: string, contents: GridSheetContents) {
    const { name, visibility, isProtected, freeze, showGridlines, tabColor, page = DEFAULT_PAGE } = contents;
    this.facts = { id, name, visibility, isProtected, freeze, showGridlines, tabColor, page };
    this.widths = new Map(contents.columnWidths);
    this.heights = new Map(contents.rowHeights);
    this.hiddenRows = new Set(contents.hiddenRows);
    this.hiddenColumns = new Set(contents.hiddenColumns);
    this.merges = [...contents.merges];
    for (const { row, column, value, formula = null, numberFormat = 'General', style = NO_STYLE } of contents.cells)
      Object.assign(this.cell(row, column), { value, formula, numberFormat, style });
  }

  get(row: number, column: number): PlainCell | undefined {
    return this.rows.get(row)?.get(column);
  }

  cell(row: number, column: number): PlainCell {
    let line = this.rows.get(row);
    if (!line) this.rows.set(row, (line = new Map<number, PlainCell>()));
    let cell = line.get(column);
    if (!cell) line.set(column, (cell = { value: null, formula: null, numberFormat: 'General', style: NO_STYLE }));
    return cell;
  }

  read<T>({ top, left, rows, columns }: GridArea, of: (cell: PlainCell | undefined) => T): T[][] {
    const lines: T[][] = [];
    for (let row = top; row < top + rows; row++) {
      const line = this.rows.get(row);
      const read: T[] = [];
      for (let column = left; column < left + columns; column++) read.push(of(line?.get(column)));
      lines.push(read);
    }
    return lines;
  }

  change(row: number, column: number, { value, formula, numberFormat, style }: GridCellChange): void {
    const cell = this.cell(row, column);
    this.forgetUsed();
    if (formula !== undefined) Object.assign(cell, { formula, value: null });
    else if (value !== undefined) Object.assign(cell, { formula: null, value: value === '' ? null : value });
    if (numberFormat !== undefined) cell.numberFormat = numberFormat;
    if (style) cell.style = styled(cell.style, style);
  }

  /** The smallest area that holds every value, or every value and format; null when there is none. */
  used(what: 'values' | 'valuesAndFormats'): GridArea | null {
    const known = this.usedAreas.get(what);
    if (known !== undefined) return known;
    const used = this.areaOf(what === 'values' ? hasContents : hasContentsOrLook);
    this.usedAreas.set(what, used);
    return used;
  }

  /** To be called after a change of cells that `change` and `moveLines` do not make. */
  forgetUsed(): void {
    this.usedAreas.clear();
  }

  private areaOf(isUsed: (cell: PlainCell) => boolean): GridArea | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, line] of this.rows)
      for (const [column, cell] of line) {
        const isInside = row >= top && row <= bottom && column >= left && column <= right;
        if (isInside || !isUsed(cell)) continue;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    return bottom < 0 ? null : { top, left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** After it, no cell holds anything, and rows and columns have the default size. */
  extent(): { readonly rows: number; readonly columns: number } {
    const lastOf = (lines: Iterable<number>): number => Math.max(-1, ...lines);
    const lastColumns = [...this.rows.values()].map((line) => lastOf(line.keys()));
    return {
      rows: 1 + lastOf([...this.rows.keys(), ...this.heights.keys(), ...this.hiddenRows]),
      columns: 1 + lastOf([...lastColumns, ...this.widths.keys(), ...this.hiddenColumns]),
    };
  }

  /** Inserts lines, or deletes them when the count is negative. */
  moveLines(isRow: boolean, first: number, count: number): void {
    this.forgetUsed();
    const moved = <T>(lines: Lines<T>): Lines<T> =>
      new Map(
        [...lines].flatMap(([line, value]): [number, T][] => {
          if (line < first) return [[line, value]];
          return count < 0 && line < first - count ? [] : [[line + count, value]];
        }),
      );
    const movedSet = (lines: Set<number>): Set<number> =>
      new Set(moved(new Map([...lines].map((line) => [line, 0]))).keys());
    if (isRow) {
      this.rows = moved(this.rows);
      this.heights = moved(this.heights);
      this.hiddenRows = movedSet(this.hiddenRows);
      return;
    }
    this.rows = new Map([...this.rows].map(([row, line]) => [row, moved(line)]));
    this.widths = moved(this.widths);
    this.hiddenColumns = movedSet(this.hiddenColumns);
  }
}

const hasContents = ({ value, formula }: PlainCell): boolean => value !== null || formula !== null;
const hasContentsOrLook = (cell: PlainCell): boolean =>
  hasContents(cell) || cell.numberFormat !== 'General' || Object.keys(cell.style).length > 0;

function styled(style: GridStyle, change: GridStyleChange): GridStyle {
  return Object.fromEntries(
    Object.entries({ ...style, ...change }).filter(([, look]) => look !== null && look !== undefined),
  );
}
