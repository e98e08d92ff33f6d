/** The plan that writes the columns confirmed by the user in `ENV_Colonnes`. */
import { failure, success, type Result } from '../../domain/result';
import { comparable } from '../../domain/text';
import { textOf, type Area, type CellValue } from '../../workbook/cells';
import { readColumnChoices, type ColumnChoice } from '../../workbook/registers/column-choices';
import { contentOf } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import { COLUMN_FIELD_NAMES } from '../../workbook/field-names';
import { COLUMNS, TABLES } from '../../workbook/workbook-names';
import { homeOfRegister } from '../../workbook/registers/register-sheets';
import { filledBelow } from '../../workbook/reading/extended-table';
import { contentsOf, newSheetSteps } from './register-rows';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import {
  findSheet,
  findTable,
  valueAt,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';

const TABLE = TABLES.columns;
const HEADINGS: readonly string[] = Object.values(COLUMNS.columns);
const HEADING_ROW = 3;

/**
 * Writes these choices; a null field means that the column is not used. Rows of the same sources are replaced, others
 * stay. The table is created when missing, on the sheet of the convention or on a new one. Refuses a protected sheet
 * and an unreadable `ENV_Colonnes`.
 */
export function planMapping(workbook: WorkbookSnapshot, choices: readonly ColumnChoice[]): Result<WritePlan, Failure> {
  const rows = rowsOf(choices);
  if (rows.length === 0) return success({ purpose: 'mapping', expected: [], steps: [] });
  const table = findTable(workbook, TABLE);
  const sheet = table && findSheet(workbook, table.sheet);
  return table && sheet ? planInTable(workbook, table, sheet, rows) : planNewTable(workbook, rows);
}

type ChoiceRow = Readonly<Record<keyof typeof COLUMNS.columns, string>>;

/** One row for each heading of each source; the last choice wins. */
function rowsOf(choices: readonly ColumnChoice[]): readonly ChoiceRow[] {
  const rows = new Map<string, ChoiceRow>();
  for (const { source, heading, field } of choices) {
    if (heading.trim() === '') continue;
    rows.set(`${comparable(source)}\n${comparable(heading)}`, {
      source,
      heading,
      field: field === null ? '' : COLUMN_FIELD_NAMES[field],
    });
  }
  return [...rows.values()];
}

/** Reuses the rows of the same sources and the blank ones first, then lengthens the table. */
function planInTable(
  workbook: WorkbookSnapshot,
  table: TableSnapshot,
  sheet: SheetSnapshot,
  rows: readonly ChoiceRow[],
): Result<WritePlan, Failure> {
  const readable = readColumnChoices(workbook);
  if (!readable.ok) return readable;
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const { area } = table;
  const columns = columnsOf(table);
  if (!columns)
    return failure({
      code: 'badConvention',
      table: TABLE,
      cell: null,
      problem: 'columnMissing',
      found: '',
      expected: COLUMNS.columns.source,
    });
  const sources = new Set(rows.map(({ source }) => comparable(source)));
  const present = Array.from({ length: area.rows - 1 }, (_, index) => area.top + 1 + index);
  const textAt = (row: number, column: number): string => textOf(valueAt(sheet, row, column)).trim();
  const isBlank = (row: number): boolean => columns.every((column) => textAt(row, column) === '');
  const free = present.filter((row) => isBlank(row) || sources.has(comparable(textAt(row, columns[0]))));
  const grown = Array.from(
    { length: Math.max(0, rows.length - free.length) },
    (_, index) => area.top + area.rows + index,
  );
  const places = [...free, ...grown];
  const expected: ExpectedCells[] = [];
  const steps: WriteStep[] = [];
  places.forEach((row, index) => {
    const cells = cellsOf(rows[index]);
    columns.forEach((column, position) => {
      const before = valueAt(sheet, row, column);
      const cell = cells[position] ?? { value: null };
      if (before === cell.value) return;
      expected.push({ sheet: sheet.name, top: row, left: column, contents: [[contentOf(before)]] });
      steps.push({ kind: 'setCells', sheet: sheet.name, top: row, left: column, cells: [[cell]] });
    });
  });
  if (grown.length > 0) {
    const taken = grown.map((row) => filledBelow(sheet, table, row)).find((refusal) => refusal !== null);
    if (taken) return failure(taken);
    const longer: Area = { ...area, rows: area.rows + grown.length };
    steps.push({ kind: 'resizeTable', sheet: sheet.name, name: table.name, area: longer, from: area });
    expected.push(contentsOf(sheet, { ...area, top: area.top + area.rows, rows: grown.length }));
  }
  return success({ purpose: 'mapping', expected, steps });
}

/** The cells that a new table covers must be empty. */
function emptyBelow(sheet: string, area: Area, rows: number): ExpectedCells {
  const blank = Array.from({ length: area.columns }, (): CellValue => null);
  return { sheet, top: area.top + area.rows, left: area.left, contents: Array.from({ length: rows }, () => blank) };
}

/** The positions of source, heading and field on the sheet; null when one is missing. */
function columnsOf({ area, columns }: TableSnapshot): readonly [number, number, number] | null {
  const [source, heading, field] = HEADINGS.map((wanted) =>
    columns.findIndex((known) => comparable(known) === comparable(wanted)),
  );
  if (source === undefined || heading === undefined || field === undefined || Math.min(source, heading, field) < 0)
    return null;
  return [area.left + source, area.left + heading, area.left + field];
}

function planNewTable(workbook: WorkbookSnapshot, rows: readonly ChoiceRow[]): Result<WritePlan, Failure> {
  const { sheet, name } = homeOfRegister(workbook, 'columns');
  if (sheet?.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  if (!sheet && workbook.structureProtected) return failure({ code: 'structureProtected' });
  const left = sheet?.used ? sheet.used.left + sheet.used.columns + 1 : 0;
  const headings = HEADINGS.map((heading): PlannedCell => ({ value: heading, style: 'heading' }));
  const area: Area = { top: HEADING_ROW, left, rows: rows.length + 1, columns: HEADINGS.length };
  const steps: WriteStep[] = [
    ...(sheet ? [] : newSheetSteps(name)),
    {
      kind: 'setCells',
      sheet: name,
      top: HEADING_ROW - 1,
      left,
      cells: [[{ value: 'Colonnes du suivi', style: 'subtitle' }]],
    },
    { kind: 'setCells', sheet: name, top: HEADING_ROW, left, cells: [headings, ...rows.map(cellsOf)] },
    { kind: 'addTable', sheet: name, name: TABLE, area },
    { kind: 'setColumnWidths', sheet: name, left, widths: [20, 28, 22] },
  ];
  const place: Area = { top: HEADING_ROW - 1, left, rows: 0, columns: area.columns };
  return success({ purpose: 'mapping', expected: sheet ? [emptyBelow(name, place, area.rows + 1)] : [], steps });
}

function cellsOf(row: ChoiceRow | undefined): readonly PlannedCell[] {
  if (!row) return [];
  return [row.source, row.heading, row.field].map((text): PlannedCell => ({
    value: text === '' ? null : text,
    style: 'text',
  }));
}
