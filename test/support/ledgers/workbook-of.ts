/**
 * Workbooks for tests, written as a reader would see them: sheets as rows of cells, tables by the cell of their first
 * heading.
 */
import { parseArea, type Area, type CellValue } from '../../../src/workbook/cells';
import { numberFormat, shownBy } from '../../../src/workbook/number-formats';
import { addRow } from '../../../src/workbook/row-runs';
import {
  formulaKey,
  numbersInEuros,
  type SheetSnapshot,
  type TableSnapshot,
  type Veil,
  type WorkbookSnapshot,
} from '../../../src/workbook/snapshot';

export interface SheetGiven {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly hidden?: true;
  readonly isProtected?: true;
  /** Rows as people count them, from 1. */
  readonly hiddenRows?: readonly number[];
  /** Columns from 0. */
  readonly hiddenColumns?: readonly number[];
  /** Cells that are white, or under a conditional format, by address. */
  readonly veiled?: Readonly<Record<string, Veil>>;
  /** Addresses of merged cells. */
  readonly merges?: readonly string[];
  /** Addresses of the numbers that are shown as dates. */
  readonly dated?: readonly string[];
  /** Number formats by address. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Table name → address of headings and data. */
  readonly tables?: Readonly<Record<string, string>>;
}

/** A workbook of these sheets. */
export function workbookOf(...given: readonly SheetGiven[]): WorkbookSnapshot {
  return {
    sheets: given.map(sheetOf),
    tables: given.flatMap((sheet) =>
      Object.entries(sheet.tables ?? {}).map(([name, address]) => tableOf(sheet, name, address)),
    ),
    names: [],
    uses1904Dates: false,
    structureProtected: false,
  };
}

/** The same workbook, each sheet with that many empty rows above and empty columns at its left. */
export function movedBy(workbook: WorkbookSnapshot, top: number, left: number): WorkbookSnapshot {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      used: sheet.used && { ...sheet.used, top: sheet.used.top + top, left: sheet.used.left + left },
      hiddenRows: new Set([...sheet.hiddenRows].map((row) => row + top)),
    })),
    tables: workbook.tables.map((table) => ({
      ...table,
      area: { ...table.area, top: table.area.top + top, left: table.area.left + left },
    })),
  };
}

function sheetOf(given: SheetGiven): SheetSnapshot {
  const columns = Math.max(0, ...given.rows.map((row) => row.length));
  return {
    id: given.name,
    name: given.name,
    visibility: given.hidden ? 'hidden' : 'visible',
    isProtected: given.isProtected ?? false,
    used: columns === 0 ? null : { top: 0, left: 0, rows: given.rows.length, columns },
    values: given.rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? null)),
    formulas: new Map(),
    hiddenRows: new Set((given.hiddenRows ?? []).map((row) => row - 1)),
    ...(given.hiddenColumns && { hiddenColumns: new Set(given.hiddenColumns) }),
    ...(given.merges && { merges: given.merges.flatMap((address) => parseArea(address) ?? []) }),
    ...(given.veiled && {
      veiled: new Map(Object.entries(given.veiled).map(([address, veil]) => [keyOf(address), veil])),
    }),
    ...shownIn(given),
    ...inEurosIn(given),
  };
}

function inEurosIn({ rows, formats = {} }: SheetGiven): Pick<SheetSnapshot, 'inEuros'> {
  const found = new Map<number, number[]>();
  const cells = Object.keys(formats).map((address) => ({ ...cellAt(address), format: formats[address] ?? '' }));
  for (const { top, left, format } of cells.sort((one, other) => one.top - other.top)) {
    if (!numberFormat(format)?.isInEuros) continue;
    const column = found.get(left) ?? [];
    addRow(column, top);
    found.set(left, column);
  }
  return numbersInEuros(found, { top: 0, left: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }, rows);
}

function shownIn({ rows, dated = [], formats = {} }: SheetGiven): Pick<SheetSnapshot, 'shown'> {
  const found = [...dated.map((address) => [address, 'dd/mm/yyyy'] as const), ...Object.entries(formats)];
  const shown = found.flatMap(([address, format]) => {
    const { top, left } = cellAt(address);
    const value = rows[top]?.[left];
    const one = typeof value === 'number' ? shownBy(numberFormat(format), value) : null;
    return one ? [[formulaKey(top, left), one] as const] : [];
  });
  return shown.length > 0 ? { shown: new Map(shown) } : {};
}

function keyOf(address: string): number {
  const { top, left } = cellAt(address);
  return formulaKey(top, left);
}

function cellAt(address: string): Area {
  const cell = parseArea(address);
  if (!cell) throw new Error(`${address} is no cell`);
  return cell;
}

function tableOf(sheet: SheetGiven, name: string, address: string): TableSnapshot {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is no area`);
  const headings = sheet.rows[area.top] ?? [];
  const columns = Array.from({ length: area.columns }, (_, offset) =>
    String(headings[area.left + offset] ?? `Colonne${offset + 1}`),
  );
  return { name, sheet: sheet.name, area, columns, hasTotalsRow: false };
}
