/** Reads and writes cells. The cost of a large area depends on its contents, not its size. */
import { CellValueType, type ICellData, type IStyleData, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetStyleCommand, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { GridArea, GridCellChange, GridStyle, GridValue } from '../grid';
import { entriesOf, toArea, type UniverContext } from './univer-context';
import { fromUniverStyle, styleOfChange } from './univer-styles';
import { cellOfValue, plainFormula, valueOfCell } from './univer-values';

type CellMatrix = NonNullable<ISetRangeValuesMutationParams['cellValue']>;
type Read<T> = (cell: Nullable<ICellData>, row: number, column: number) => T;

export class Cells {
  private readonly formulas: FormulaDataModel;

  constructor(private readonly context: UniverContext) {
    this.formulas = context.injector.get(FormulaDataModel);
  }

  values(sheetId: string, area: GridArea): GridValue[][] {
    const spilled = this.formulas.getArrayFormulaCellData()[this.context.unitId]?.[sheetId];
    return this.read(sheetId, area, (cell, row, column) => {
      const value = valueOfCell(cell);
      return value === null && spilled ? valueOfCell(spilled[row]?.[column]) : value;
    });
  }

  formulasOf(sheetId: string, area: GridArea): (string | null)[][] {
    return this.read(sheetId, area, (cell, row, column) => {
      if (cell?.f) return cell.f;
      return cell?.si
        ? (this.formulas.getFormulaStringByCell(row, column, sheetId, this.context.unitId) ?? null)
        : null;
    });
  }

  spills(sheetId: string): GridArea[] {
    const spilled = this.formulas.getArrayFormulaRange()[this.context.unitId]?.[sheetId];
    return entriesOf(spilled)
      .flatMap(([, columns]) => entriesOf(columns).map(([, range]) => range))
      .filter((range) => range.endRow > range.startRow || range.endColumn > range.startColumn)
      .map(toArea);
  }

  numberFormats(sheetId: string, area: GridArea): string[][] {
    return this.read(sheetId, area, (cell) => this.styleData(cell)?.n?.pattern ?? 'General');
  }

  style(sheetId: string, row: number, column: number): GridStyle {
    const cell = this.context.worksheet(sheetId).getCellMatrix().getValue(row, column);
    return fromUniverStyle(this.styleData(cell));
  }

  styleData(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return cell ? this.context.workbook.getStyles().getStyleByCell(cell) : null;
  }

  private read<T>(sheetId: string, area: GridArea, read: Read<T>): T[][] {
    const matrix = this.context.worksheet(sheetId).getCellMatrix().getMatrix();
    const rows: T[][] = [];
    for (let row = area.top; row < area.top + area.rows; row += 1) {
      const line: T[] = [];
      for (let column = area.left; column < area.left + area.columns; column += 1)
        line.push(read(matrix[row]?.[column], row, column));
      rows.push(line);
    }
    return rows;
  }

  usedArea(sheetId: string, what: 'values' | 'valuesAndFormats'): GridArea | null {
    const bounds = new Bounds();
    const worksheet = this.context.worksheet(sheetId);
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      if (isUsed(cell, what)) bounds.add(row, column);
    });
    const spilled = this.formulas.getArrayFormulaCellData()[this.context.unitId]?.[sheetId];
    for (const [row, columns] of entriesOf(spilled)) {
      for (const [column, cell] of entriesOf(columns)) if (cell) bounds.add(Number(row), Number(column));
    }
    if (what === 'valuesAndFormats')
      (worksheet.getConfig().mergeData ?? []).forEach((merge) => bounds.add(merge.endRow, merge.endColumn));
    return bounds.area();
  }

  write(sheetId: string, top: number, left: number, cells: readonly (readonly (GridCellChange | null)[])[]): void {
    const contents: CellMatrix = {};
    const looks: CellMatrix = {};
    let width = 0;
    cells.forEach((line, rowOffset) => {
      width = Math.max(width, line.length);
      line.forEach((change, columnOffset) => {
        if (!change) return;
        const matrix = change.formula === undefined && change.value === undefined ? looks : contents;
        (matrix[top + rowOffset] ??= {})[left + columnOffset] = cellOfChange(change);
      });
    });
    this.context.makeRoom(sheetId, top + cells.length, left + width);
    this.setCells(sheetId, contents);
    this.setLooks(sheetId, looks);
  }

  private setCells(sheetId: string, cellValue: CellMatrix): void {
    if (Object.keys(cellValue).length > 0)
      this.context.run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue });
  }

  /**
   * Uses the style command: with any other change, Univer drops a formula that is not computed yet. A number stays a
   * number in a cell that gets the text format, as in Excel: Univer would make it text.
   */
  private setLooks(sheetId: string, looks: CellMatrix): void {
    if (Object.keys(looks).length === 0) return;
    const present = this.context.worksheet(sheetId).getCellMatrix().getMatrix();
    const cellValue: CellMatrix = {};
    for (const [row, line] of entriesOf<CellMatrix[number]>(looks))
      for (const [column, look] of entriesOf(line)) {
        const type = present[Number(row)]?.[Number(column)]?.t;
        (cellValue[Number(row)] ??= {})[Number(column)] = look && type ? { ...look, t: type } : look;
      }
    this.context.run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue, trigger: SetStyleCommand.id });
  }

  /** Formats a whole column or row up to the present end of the sheet; nothing is kept for the empty cells after it. */
  format(sheetId: string, area: GridArea, change: Pick<GridCellChange, 'numberFormat' | 'style'>): void {
    const clipped = this.clip(sheetId, area);
    const cell = { s: styleOfChange(change) } as ICellData;
    this.setLooks(
      sheetId,
      this.cellsOf(clipped, () => ({ ...cell, s: structuredClone(cell.s) }) as ICellData),
    );
  }

  clear(sheetId: string, area: GridArea, what: 'all' | 'contents' | 'formats'): void {
    const matrix = this.context.worksheet(sheetId).getCellMatrix().getMatrix();
    const emptied: ICellData = { v: null, f: null, si: null, p: null, custom: null };
    const cleared = this.cellsOf(this.clip(sheetId, area), (row, column) => {
      if (!matrix[row]?.[column]) return undefined;
      if (what === 'all') return null;
      return what === 'contents' ? { ...emptied } : { s: null };
    });
    if (what === 'formats') this.setLooks(sheetId, cleared);
    else this.setCells(sheetId, cleared);
  }

  private cellsOf(area: GridArea, make: (row: number, column: number) => ICellData | null | undefined): CellMatrix {
    const matrix: CellMatrix = {};
    for (let row = area.top; row < area.top + area.rows; row += 1) {
      for (let column = area.left; column < area.left + area.columns; column += 1) {
        const cell = make(row, column);
        if (cell !== undefined) (matrix[row] ??= {})[column] = cell;
      }
    }
    return matrix;
  }

  private clip(sheetId: string, area: GridArea): GridArea {
    const worksheet = this.context.worksheet(sheetId);
    if (area.rows < 100_000 && area.columns < 1000)
      this.context.makeRoom(sheetId, area.top + area.rows, area.left + area.columns);
    const rows = Math.min(area.rows, worksheet.getRowCount() - area.top);
    const columns = Math.min(area.columns, worksheet.getColumnCount() - area.left);
    return { ...area, rows, columns };
  }
}

function cellOfChange(change: GridCellChange): ICellData {
  const style = styleOfChange(change);
  const look = style ? { s: style } : {};
  if (change.formula !== undefined) return { f: plainFormula(change.formula), v: null, si: null, p: null, ...look };
  if (change.value === undefined) return look;
  return { f: null, si: null, p: null, ...cellOfValue(change.value), ...look };
}

function isUsed(cell: Nullable<ICellData>, what: 'values' | 'valuesAndFormats'): boolean {
  if (!cell) return false;
  const hasContents =
    (cell.v !== undefined && cell.v !== null && cell.v !== '') ||
    Boolean(cell.f) ||
    Boolean(cell.si) ||
    Boolean(cell.p);
  return (
    hasContents ||
    cell.t === CellValueType.FORCE_STRING ||
    (what === 'valuesAndFormats' && cell.s !== undefined && cell.s !== null)
  );
}

/** The smallest area of all the cells added. */
class Bounds {
  private top = Infinity;
  private left = Infinity;
  private bottom = -1;
  private right = -1;

  add(row: number, column: number): void {
    this.top = Math.min(this.top, row);
    this.left = Math.min(this.left, column);
    this.bottom = Math.max(this.bottom, row);
    this.right = Math.max(this.right, column);
  }

  area(): GridArea | null {
    if (this.bottom < 0) return null;
    return { top: this.top, left: this.left, rows: this.bottom - this.top + 1, columns: this.right - this.left + 1 };
  }
}

/** The area of the cells of a mutation, and whether it changes contents (not only looks). */
export function extentOf(
  matrix: CellMatrix | undefined,
): { readonly area: GridArea; readonly isContents: boolean; readonly count: number } | null {
  const bounds = new Bounds();
  let isContents = false;
  let count = 0;
  for (const [row, columns] of entriesOf(matrix)) {
    for (const [column, cell] of entriesOf(columns)) {
      bounds.add(Number(row), Number(column));
      count += 1;
      isContents ||= !cell || 'v' in cell || 'p' in cell; // a formula without a value is one whose references moved
    }
  }
  const area = bounds.area();
  return area && { area, isContents, count };
}
