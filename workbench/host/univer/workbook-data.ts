/** Converts a workbook as plain data to Univer's form, and back. */
import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import {
  DEFAULT_PAGE,
  type Grid,
  type GridCell,
  type GridSheet,
  type GridSheetContents,
  type GridStyle,
  type GridWorkbook,
} from '../grid';
import { toRange } from './univer-context';
import { toFreeze, USUAL_HEIGHT, USUAL_WIDTH } from './sheets';
import { toUniverStyle } from './univer-styles';
import { cellOfValue, plainFormula } from './univer-values';

/** Univer's form of the sheets and cells; tables, names and rules are added to the loaded workbook afterwards. */
export function toUniverWorkbook(contents: GridWorkbook, unitId: string): IWorkbookData {
  const styles = new StyleBook();
  const sheets = contents.sheets.map((sheet, index) =>
    toUniverSheet(sheet, sheet.id ?? `{${unitId}-${index + 1}}`, styles),
  );
  return {
    id: unitId,
    name: contents.name,
    appVersion: '0.25.1',
    locale: LocaleType.FR_FR,
    styles: styles.byId,
    sheetOrder: sheets.map(({ id }) => id ?? ''),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id ?? '', sheet])),
    custom: { host: { uses1904Dates: contents.uses1904Dates, structureProtected: contents.structureProtected } },
  };
}

const NO_STYLE: GridStyle = {};

/** Gives equal looks one entry. */
class StyleBook {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();
  /** By the look itself, then by number format: most cells share the looks of their file. */
  private readonly seen = new WeakMap<GridStyle, Map<string, string>>();

  id({ style = NO_STYLE, numberFormat }: GridCell): string | undefined {
    if (style === NO_STYLE && numberFormat === undefined) return undefined;
    const seen = this.seen.get(style) ?? new Map<string, string>();
    this.seen.set(style, seen);
    const known = seen.get(numberFormat ?? '');
    if (known) return known;
    const id = this.idOf(toUniverStyle(style, numberFormat));
    seen.set(numberFormat ?? '', id);
    return id;
  }

  private idOf(style: IStyleData): string {
    const key = JSON.stringify(style);
    const known = this.ids.get(key);
    if (known) return known;
    const id = `s${this.ids.size + 1}`;
    this.ids.set(key, id);
    this.byId[id] = style;
    return id;
  }
}

function toUniverSheet(sheet: GridSheetContents, id: string, styles: StyleBook): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let lastRow = greatest([
    ...sheet.rowHeights.keys(),
    ...sheet.hiddenRows,
    ...sheet.merges.map(({ top, rows }) => top + rows),
  ]);
  let lastColumn = greatest([
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...sheet.merges.map(({ left, columns }) => left + columns),
  ]);
  for (const cell of sheet.cells) {
    (cellData[cell.row] ??= {})[cell.column] = toUniverCell(cell, styles);
    lastRow = Math.max(lastRow, cell.row);
    lastColumn = Math.max(lastColumn, cell.column);
  }
  return {
    id,
    name: sheet.name,
    cellData,
    rowCount: Math.max(200, lastRow + 100),
    columnCount: Math.max(40, lastColumn + 10),
    defaultColumnWidth: USUAL_WIDTH,
    defaultRowHeight: USUAL_HEIGHT,
    columnData: columnsOf(sheet),
    rowData: rowsOf(sheet),
    mergeData: sheet.merges.map(toRange),
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: toFreeze(sheet.freeze),
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: sheet.tabColor ? `#${sheet.tabColor}` : '',
    custom: {
      host: {
        isProtected: sheet.isProtected,
        isVeryHidden: sheet.visibility === 'veryHidden',
        page: sheet.page ?? DEFAULT_PAGE,
      },
    },
  };
}

const greatest = (positions: readonly number[]): number =>
  positions.reduce((last, position) => Math.max(last, position), 0);

function toUniverCell(cell: GridCell, styles: StyleBook): ICellData {
  const style = styles.id(cell);
  const look = style ? { s: style } : {};
  if (cell.formula === undefined) return { ...(cell.value === null ? {} : cellOfValue(cell.value)), ...look };
  return { f: plainFormula(cell.formula), ...(cell.value === null ? {} : cellOfValue(cell.value)), ...look };
}

function columnsOf(sheet: GridSheetContents): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, width] of sheet.columnWidths) columns[column] = { w: width };
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

function rowsOf(sheet: GridSheetContents): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, height] of sheet.rowHeights) rows[row] = { h: height };
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

/** Data of a sheet that the grid's interface does not have. */
export interface SheetExtras {
  choices(sheetId: string): GridSheetContents['choices'];
  /** The size of Univer's sheet: after it, rows and columns have the default size. */
  extent(sheetId: string): { readonly rows: number; readonly columns: number };
}

/** The reverse, through the grid's own interface. */
export function contentsOf(grid: Grid, extras: SheetExtras): GridWorkbook {
  const sheets = grid.sheets();
  const nameOf = (id: string): string => grid.sheet(id)?.name ?? '';
  return {
    name: grid.name,
    sheets: sheets.map((sheet) => sheetContents(grid, sheet, extras)),
    tables: grid.tables().map(({ name, sheetId, area, columns, hasTotalsRow, style }) => ({
      name,
      sheet: nameOf(sheetId),
      area,
      columns,
      hasTotalsRow,
      style,
    })),
    names: grid.names().map((name) => ({ ...name, scope: name.scope && nameOf(name.scope) })),
    activeSheet: nameOf(grid.activeSheetId()),
    uses1904Dates: grid.uses1904Dates,
    structureProtected: grid.structureProtected,
  };
}

function sheetContents(grid: Grid, sheet: GridSheet, extras: SheetExtras): GridSheetContents {
  const used = grid.usedArea(sheet.id, 'valuesAndFormats');
  const extent = extras.extent(sheet.id);
  const columns = Array.from({ length: extent.columns }, (_, column) => column);
  const rows = Array.from({ length: extent.rows }, (_, row) => row);
  return {
    ...sheet,
    cells: used ? cellsOf(grid, sheet.id, used) : [],
    columnWidths: new Map(
      columns
        .map((column): [number, number] => [column, grid.columnWidth(sheet.id, column)])
        .filter(([, width]) => width !== USUAL_WIDTH),
    ),
    rowHeights: new Map(
      rows
        .map((row): [number, number] => [row, grid.rowHeight(sheet.id, row)])
        .filter(([, height]) => height !== USUAL_HEIGHT),
    ),
    hiddenRows: rows.filter((row) => grid.isRowHidden(sheet.id, row)),
    hiddenColumns: columns.filter((column) => grid.isColumnHidden(sheet.id, column)),
    merges: grid.merges(sheet.id),
    highlights: grid.highlights(sheet.id).map(({ areas, formula, style }) => ({ areas, formula, style })),
    choices: extras.choices(sheet.id),
  };
}

function cellsOf(
  grid: Grid,
  sheetId: string,
  used: NonNullable<ReturnType<Grid['usedArea']>>,
): GridSheetContents['cells'] {
  const values = grid.readValues(sheetId, used);
  const formulas = grid.readFormulas(sheetId, used);
  const formats = grid.readNumberFormats(sheetId, used);
  const cells: (GridCell & { row: number; column: number })[] = [];
  values.forEach((line, rowOffset) => {
    line.forEach((value, columnOffset) => {
      const row = used.top + rowOffset;
      const column = used.left + columnOffset;
      const formula = formulas[rowOffset]?.[columnOffset];
      const numberFormat = formats[rowOffset]?.[columnOffset] ?? 'General';
      const style = grid.readStyle(sheetId, row, column);
      const hasLook = numberFormat !== 'General' || Object.keys(style).length > 0;
      if (value === null && !formula && !hasLook) return;
      cells.push({
        row,
        column,
        value,
        ...(formula && { formula }),
        ...(numberFormat !== 'General' && { numberFormat }),
        ...(Object.keys(style).length > 0 && { style }),
      });
    });
  });
  return cells;
}
