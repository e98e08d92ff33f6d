/** Converts a workbook file for the grid: values and formulas from one reader, looks from the other, joined by cell. */
import { openXlsx } from '../../src/adapters/xlsx/open';
import { PORTABLE_CODEC } from '../../src/adapters/xlsx/package/codec';
import { readExtras, type Extras, type FileChart } from '../../src/adapters/xlsx/read/read-extras';
import { lookAt, readLook, type SheetLook, type WorkbookLook } from '../../src/adapters/xlsx/read/read-look';
import { success, type Result } from '../../src/domain/result';
import { isTooLarge } from '../host/univer/large-formulas';
import { DEFAULT_PAGE, type GridCell, type GridSheetContents, type GridValue, type GridWorkbook } from '../host/grid';
import { columnNumber, type Area } from '../../src/workbook/cells';
import type { Failure } from '../../src/workbook/failure';
import {
  formulaKey,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
  type TextBeside,
  type WorkbookSnapshot,
} from '../../src/workbook/snapshot';
import { rememberingCodec } from './remembering-codec';
import { rowHeights, type MeasureText } from './row-heights';

type PlacedCell = GridCell & { readonly row: number; readonly column: number };

/** Names of print settings and filters, which the sheet holds itself, and which no list of names shows. */
const BUILT_IN = '_xlnm.';
const USUAL_TABLE_STYLE = 'TableStyleMedium2';
const LAST_COLUMN = columnNumber('XFD');
/** Rows kept after the last value, merge or table of a sheet, for looks prepared for future entries. */
const ROWS_AFTER_CONTENTS = 10_000;

/** A workbook file, ready for the page. */
export interface ImportedWorkbook {
  readonly contents: GridWorkbook;
  /** The host keeps them; the grid draws none. */
  readonly charts: readonly FileChart[];
  /** By name of sheet: notes, text boxes, page headers. The host keeps them; the grid draws none. */
  readonly texts: ReadonlyMap<string, readonly TextBeside[]>;
  /** Counts of what the page cannot show. */
  readonly leftOut: Extras['leftOut'];
  /** How many formulas have too many cells in their ranges to be calculated: they keep the result of the file. */
  readonly largeFormulas: number;
}

/** Reads a workbook file, or returns why it cannot be opened. */
export function importWorkbook(
  bytes: Uint8Array,
  name: string,
  measure: MeasureText,
): Result<ImportedWorkbook, Failure> {
  const codec = rememberingCodec(PORTABLE_CODEC);
  const opened = openXlsx(bytes, codec);
  if (!opened.ok) return opened;
  const look = readLook(bytes, codec);
  if (!look.ok) return look;
  const extras = readExtras(bytes, codec);
  if (!extras.ok) return extras;
  const { charts, prints, leftOut } = extras.value;
  const read = opened.value.read();
  return success({
    contents: withPrints(joined(read, look.value, name, measure), prints),
    charts,
    texts: new Map(read.sheets.map(({ name: sheet, textsBeside = [] }) => [sheet, textsBeside])),
    leftOut,
    largeFormulas: read.sheets.reduce((count, { formulas }) => count + largeFormulas(formulas), 0),
  });
}

function largeFormulas(formulas: SheetSnapshot['formulas']): number {
  let count = 0;
  for (const [, formula] of formulas) if (isTooLarge(formula)) count += 1;
  return count;
}

function withPrints(workbook: GridWorkbook, prints: Extras['prints']): GridWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({ ...sheet, page: { ...DEFAULT_PAGE, ...prints.get(sheet.name) } })),
  };
}

function joined(workbook: WorkbookSnapshot, look: WorkbookLook, name: string, measure: MeasureText): GridWorkbook {
  return {
    name,
    sheets: workbook.sheets.map((sheet, index) => sheetContents(sheet, look, look.sheets[index], measure)),
    tables: workbook.tables.map((table) => ({
      ...table,
      area: wholeArea(table),
      style: look.tableStyles.get(table.name) ?? USUAL_TABLE_STYLE,
    })),
    names: workbook.names
      .filter(({ name }) => !name.startsWith(BUILT_IN))
      .map((entry) => ({ ...entry, visible: true, comment: '' })),
    activeSheet: look.activeSheet,
    uses1904Dates: workbook.uses1904Dates,
    structureProtected: workbook.structureProtected,
  };
}

/** The area with the totals row, as in the grid. */
function wholeArea(table: TableSnapshot): Area {
  return { ...table.area, rows: table.area.rows + (table.hasTotalsRow ? 1 : 0) };
}

function sheetContents(
  sheet: SheetSnapshot,
  book: WorkbookLook,
  look: SheetLook | undefined,
  measure: MeasureText,
): GridSheetContents {
  const end = (look?.merges ?? []).reduce((last, { top, rows }) => Math.max(last, top + rows), endOfValues(sheet));
  const lastRow = end + ROWS_AFTER_CONTENTS;
  const cells = look ? cellsOf(sheet, book, look, lastRow) : [];
  const columnWidths = look?.columnWidths ?? new Map<number, number>();
  const stated = new Map(
    [...(look?.rows ?? [])].flatMap(([row, { height }]) =>
      height === null || row > lastRow ? [] : [[row, height] as const],
    ),
  );
  const merges = look?.merges ?? [];
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    freeze: look?.freeze ?? { rows: 0, columns: 0 },
    showGridlines: look?.showGridlines ?? true,
    tabColor: look?.tabColor ?? null,
    cells,
    columnWidths,
    rowHeights: rowHeights({ cells, columnWidths, rowHeights: stated, merges }, measure),
    hiddenRows: hiddenRows(sheet, look).filter((row) => row <= lastRow),
    hiddenColumns: look?.hiddenColumns ?? [],
    merges,
    highlights: look?.highlights ?? [],
    choices: look?.choices ?? [],
  };
}

/** The row after the last one of the used area. */
function endOfValues({ used }: SheetSnapshot): number {
  return used === null ? 0 : used.top + used.rows;
}

/** Rows without values may be hidden too. */
function hiddenRows(sheet: SheetSnapshot, look: SheetLook | undefined): number[] {
  const looked = [...(look?.rows ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : []));
  return [...new Set([...sheet.hiddenRows, ...looked])].sort((a, b) => a - b);
}

/** The cells with a content or a look. */
function cellsOf(sheet: SheetSnapshot, book: WorkbookLook, look: SheetLook, lastRow: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  const { rows, columns } = extentOf(sheet, look);
  for (const row of rows) {
    if (row > lastRow) break;
    for (let column = columns.first; column <= columns.last; column++) {
      const cell = cellAt(sheet, book, look, row, column);
      if (cell !== null) cells.push(cell);
    }
  }
  return cells;
}

function cellAt(
  sheet: SheetSnapshot,
  book: WorkbookLook,
  look: SheetLook,
  row: number,
  column: number,
): PlacedCell | null {
  const value = valueAt(sheet, row, column);
  const formula = sheet.formulas.get(formulaKey(row, column));
  const { numberFormat, style } = lookAt(book, look, row, column);
  const hasStyle = Object.keys(style).length > 0;
  if (value === null && formula === undefined && !hasStyle && numberFormat === 'General') return null;
  return {
    row,
    column,
    value: computedLater(value, formula),
    ...(formula !== undefined && { formula }),
    ...(numberFormat !== 'General' && { numberFormat }),
    ...(hasStyle && { style }),
  };
}

/** Formulas are recalculated: an error result, which may mean a missing one, is left to the grid when it computes. */
function computedLater(value: GridValue, formula: string | undefined): GridValue {
  return formula !== undefined && typeof value === 'object' && !isTooLarge(formula) ? null : value;
}

/** The rows to read, and the columns from the first to the last that has a value or a look of its own. */
function extentOf(sheet: SheetSnapshot, look: SheetLook): { rows: number[]; columns: { first: number; last: number } } {
  const rows = new Set<number>();
  let first = LAST_COLUMN;
  let last = -1;
  const widen = (left: number, count: number): void => {
    if (count === 0) return;
    first = Math.min(first, left);
    last = Math.max(last, left + count - 1);
  };
  if (sheet.used !== null) {
    for (let offset = 0; offset < sheet.used.rows; offset++) rows.add(sheet.used.top + offset);
    widen(sheet.used.left, sheet.used.columns);
  }
  for (const [row, { left, styles }] of look.rows) {
    if (styles.length > 0) rows.add(row);
    widen(left, styles.length);
  }
  return { rows: [...rows].sort((a, b) => a - b), columns: { first, last } };
}
