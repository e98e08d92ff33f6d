/** Adds rows to one of our registers, which is created when the workbook has none. Never covers a filled cell. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import type { Area, CellValue } from '../../workbook/cells';
import { contentAt, isFree, occupied, type Occupied } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { ExpectedCells, PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { homeOfRegister } from '../../workbook/registers/register-sheets';
import { faultOfLost, lostTables } from '../../workbook/registers/lost-tables';
import { headingOf, OurTable, type ColumnOf } from '../../workbook/registers/our-tables';
import { filledBelow } from '../../workbook/reading/extended-table';
import { serialOfDate } from '../../workbook/serials';
import {
  findSheet,
  findTable,
  formulaKey,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import { COLUMNS, TABLES, type TableId } from '../../workbook/workbook-names';

/** The cells of a row to add, one for each column. */
export type RegisterRow<T extends TableId> = Readonly<Record<ColumnOf<T>, PlannedCell>>;

/** The look of a register that is created. */
export interface NewRegister {
  /** Above the table. */
  readonly title: string;
  /** The column of sentences. */
  readonly widest: string;
}

/** Characters. A cell of Excel holds 32,767; a reason is a sentence. */
const LONGEST_TEXT = 1000;
/** Columns between a register and the other tables of the sheet, which grow downwards. */
const GAP = 1;
const HEADING_ROW = 3;
const WIDTHS = { usual: 16, widest: 40 };

/** A sentence of the user, as text. */
export function sentenceCell(value: string): PlannedCell {
  return { value: value.trim().slice(0, LONGEST_TEXT), style: 'text' };
}

/** A text that Excel must not read as a number. */
export function codeCell(value: string): PlannedCell {
  return { value, style: 'code' };
}

/** A date. */
export function dateCell(date: CivilDate, uses1904: boolean): PlannedCell {
  return { value: serialOfDate(date, uses1904), style: 'date' };
}

/**
 * The plan that adds these rows; empty without rows. Refuses a protected sheet, a register that lost a column, and one
 * whose cells are a table no more: a second one would leave its rows out.
 */
export function planRows<T extends TableId>(
  workbook: WorkbookSnapshot,
  id: T,
  rows: readonly RegisterRow<T>[],
  { purpose, ...created }: { readonly purpose: WritePlan['purpose'] } & NewRegister,
): Result<WritePlan, Failure> {
  if (rows.length === 0) return success({ purpose, expected: [], steps: [] });
  const table = findTable(workbook, TABLES[id]);
  const sheet = table && findSheet(workbook, table.sheet);
  const lost = faultOfLost(lostTables(workbook, [id]));
  if (lost) return failure(lost);
  const planned = table && sheet ? append(workbook, id, { table, sheet }, rows) : create(workbook, id, rows, created);
  return planned.ok ? success({ purpose, ...planned.value }) : planned;
}

type Writing = Pick<WritePlan, 'expected' | 'steps'>;

function columnsOf<T extends TableId>(id: T): readonly ColumnOf<T>[] {
  return Object.keys(COLUMNS[id]) as ColumnOf<T>[];
}

/** Columns that registers of an earlier version do not have, and do without. */
const LATER_COLUMNS: Readonly<Partial<Record<TableId, readonly string[]>>> = { reading: ['marker', 'seen'] };

/** Fills the blank rows of the register, then lengthens it. Refuses to cover a cell below it that is not empty. */
function append<T extends TableId>(
  workbook: WorkbookSnapshot,
  id: T,
  { table, sheet }: { readonly table: TableSnapshot; readonly sheet: SheetSnapshot },
  rows: readonly RegisterRow<T>[],
): Result<Writing, Failure> {
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const ours = OurTable.find(workbook, id);
  const lacking = columnsOf(id).find((column) => !ours?.has(column) && LATER_COLUMNS[id]?.includes(column) !== true);
  const { top, left, columns } = table.area;
  if (lacking !== undefined || !ours) return failure(missingColumn(id, lacking));
  const filled = new Set(ours.rows().map(({ index }) => index));
  const present = table.area.rows - 1;
  const indexes: number[] = [];
  for (let index = 0; indexes.length < rows.length; index++) if (!filled.has(index)) indexes.push(index);
  const longest = Math.max(present, ...indexes.map((index) => index + 1));
  const held = columnsOf(id).filter((column) => ours.has(column));
  const positions = held.map((column) => [column, ours.place(null, column).column - left] as const);
  const steps = rows.map((cells, order): WriteStep => {
    const line = Array.from({ length: columns }, (): PlannedCell | null => null);
    for (const [column, position] of positions) line[position] = cells[column];
    return { kind: 'setCells', sheet: sheet.name, top: top + 1 + (indexes[order] ?? 0), left, cells: [line] };
  });
  const expected = indexes.map((index) => contentsOf(sheet, { top: top + 1 + index, left, rows: 1, columns }));
  const taken = takenCell(sheet, table, indexes, new Set(positions.map(([, position]) => position)));
  if (taken) return failure(taken);
  if (longest === present) return success({ expected, steps });
  const area: Area = { top, left, rows: longest + 1, columns };
  return success({
    expected,
    steps: [...steps, { kind: 'resizeTable', sheet: sheet.name, name: table.name, area, from: table.area }],
  });
}

/**
 * The refusal to write in the first cell that is not free in these rows of a register, or below it; `ours`: the positions
 * that are written. A column of the team may be computed, in a blank row too.
 */
function takenCell(
  sheet: SheetSnapshot,
  table: TableSnapshot,
  indexes: readonly number[],
  ours: ReadonlySet<number>,
): Occupied | null {
  const { top, left, rows, columns } = table.area;
  for (const row of indexes.map((index) => top + 1 + index)) {
    const isTheirs = (position: number): boolean =>
      !ours.has(position) && sheet.formulas.has(formulaKey(row, left + position));
    const isHeld = (position: number): boolean => !isFree(sheet, row, left + position) && !isTheirs(position);
    const inTable = Array.from({ length: columns }, (_, position) => position).find(isHeld);
    const taken = inTable === undefined ? null : occupied(sheet, row, left + inTable);
    const refusal = row >= top + rows ? filledBelow(sheet, table, row) : taken;
    if (refusal) return refusal;
  }
  return null;
}

/** The contents of an area, which must not change before the plan is applied. */
export function contentsOf(sheet: SheetSnapshot, { top, left, rows, columns }: Area): ExpectedCells {
  const contents = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_column, column): CellValue => contentAt(sheet, top + row, left + column)),
  );
  return { sheet: sheet.name, top, left, contents };
}

function missingColumn<T extends TableId>(id: T, column: ColumnOf<T> | undefined): Failure {
  const [first] = columnsOf(id);
  const expected = column ?? first;
  return {
    code: 'badConvention',
    table: TABLES[id],
    cell: null,
    problem: 'columnMissing',
    found: '',
    expected: expected === undefined ? '' : headingOf(id, expected),
  };
}

/** Adds a sheet for registers, as « Initialiser » does. */
export function newSheetSteps(sheet: string): readonly WriteStep[] {
  return [
    { kind: 'addSheet', sheet },
    { kind: 'setCells', sheet, top: 0, left: 0, cells: [[{ value: sheet, style: 'title' }]] },
    { kind: 'freezeRows', sheet, rows: HEADING_ROW + 1 },
    { kind: 'setPage', sheet, landscape: true, titleRows: HEADING_ROW + 1 },
  ];
}

/** Creates the register beside those of the same purpose; adds a sheet when the workbook has none of them. */
function create<T extends TableId>(
  workbook: WorkbookSnapshot,
  id: T,
  rows: readonly RegisterRow<T>[],
  { title, widest }: NewRegister,
): Result<Writing, Failure> {
  const { sheet, name } = homeOfRegister(workbook, id);
  if (!sheet && workbook.structureProtected) return failure({ code: 'structureProtected' });
  if (sheet?.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const left = sheet?.used ? sheet.used.left + sheet.used.columns + GAP : 0;
  const columns = columnsOf(id);
  const headings = columns.map((column): PlannedCell => ({ value: headingOf(id, column), style: 'heading' }));
  const cells = [headings, ...rows.map((row) => columns.map((column) => row[column]))];
  const area: Area = { top: HEADING_ROW, left, rows: cells.length, columns: headings.length };
  const subtitle: PlannedCell = { value: title, style: 'subtitle' };
  const blank = Array.from({ length: area.rows + GAP }, () => headings.map((): CellValue => null));
  const widths = columns.map((column) => (column === widest ? WIDTHS.widest : WIDTHS.usual));
  return success({
    expected: sheet ? [{ sheet: name, top: HEADING_ROW - GAP, left, contents: blank }] : [],
    steps: [
      ...(sheet ? [] : newSheetSteps(name)),
      { kind: 'setCells', sheet: name, top: HEADING_ROW - GAP, left, cells: [[subtitle]] },
      { kind: 'setCells', sheet: name, top: HEADING_ROW, left, cells },
      { kind: 'addTable', sheet: name, name: TABLES[id], area },
      { kind: 'setColumnWidths', sheet: name, left, widths },
    ],
  });
}
