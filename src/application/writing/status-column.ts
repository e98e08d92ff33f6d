/**
 * A column beside the ledger in which Excel computes the state of each row by `=ENVELOPE.CHECK(…)`: added on demand,
 * completed for the rows typed since, and removed in one step. It never takes a cell that holds something else.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, columnNumber, type Area } from '../../workbook/cells';
import { contentAt, isFree, occupied } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import { codeOf } from '../../workbook/formula-text';
import { continuesTable, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { areaOn, overlap } from '../../workbook/reading/our-areas';
import {
  columnOfKey,
  findSheet,
  findTable,
  formulaKey,
  rowOfKey,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../workbook/snapshot';
import type { Dossier } from '../dossier';
import { contentsOf } from './register-rows';

/** The names of the columns, `ENV_Controle_1`: one keeps its name wherever its table comes in the ledger. */
const PREFIX = 'ENV_Controle_';
const NAME = /^ENV_Controle_\d{1,3}$/i;
const HEADING = 'Contrôle';
/** A call without its marks, also as Excel keeps it where the add-in is absent. */
const CALL = /^=\s{0,9}(?:\[\d{1,5}\]!)?(?:ENVELOPE\.|_xldudf_ENVELOPE_)CHECK\(/i;
/** The cells of a row, then those of the headings, as the column is written. */
const WRITTEN = /\([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?,\$[A-Z]{1,3}\$(\d{1,7})(?::\$[A-Z]{1,3}\$\1)?\)$/i;

/** The first column of the cells of a row. */
const CHECKED = /CHECK\(\$?([A-Z]{1,3})\$?\d/i;

/** A column of checks that a sheet has. */
interface StatusColumn {
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** Null when the workbook has no name for it: earlier versions gave its name to another column. */
  readonly name: string | null;
}

/** A table of the ledger with everything that Excel shows of it. */
interface Spread {
  readonly sheet: SheetSnapshot;
  readonly headingRow: number;
  readonly lastRow: number;
  readonly left: number;
  /** After the last column of the table. */
  readonly right: number;
}

/** True when the workbook has such a column. */
export function hasStatusColumn(workbook: WorkbookSnapshot): boolean {
  return columnsIn(workbook).length > 0;
}

/**
 * The plan that adds the column beside each table of the ledger, or completes it. Empty when every row has its formula.
 * Refuses a protected sheet, and a column that holds something else.
 */
export function planStatusColumn({ workbook, blocks }: Dossier): Result<WritePlan, Failure> {
  const steps: WriteStep[] = [];
  const expected: WritePlan['expected'][number][] = [];
  const spreads = spreadsOf(workbook, blocks);
  const present = columnsOfSpreads(spreads, columnsIn(workbook));
  const newNames = freeNames(workbook);
  for (const spread of spreads) {
    const { sheet, headingRow, lastRow, right } = spread;
    if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
    const known = present.get(spread);
    const column = known?.area.left ?? right;
    const rows: Area = { top: headingRow, left: column, rows: lastRow - headingRow + 1, columns: 1 };
    const cells = cellsOf(spread, column);
    const taken = cells.findIndex((cell, row) => cell !== null && !isFree(sheet, headingRow + row, column));
    if (taken >= 0) return failure(occupied(sheet, headingRow + taken, column));
    const isComplete = cells.every((cell) => cell === null);
    if (isComplete && known?.name) continue;
    expected.push(contentsOf(sheet, rows));
    if (!isComplete)
      steps.push({
        kind: 'setCells',
        sheet: sheet.name,
        top: headingRow,
        left: column,
        cells: cells.map((cell) => [cell]),
      });
    const name = known?.name ?? newNames.next().value;
    steps.push({ kind: 'setName', name, sheet: sheet.name, area: known ? rowsOfBoth(known.area, rows) : rows });
  }
  return success({ purpose: 'statusColumn', expected, steps });
}

/** The plan that empties the cells that still hold our formulas, and forgets the columns; what somebody typed stays. */
export function planNoStatusColumn(workbook: WorkbookSnapshot): Result<WritePlan, Failure> {
  const columns = columnsIn(workbook);
  const closed = columns.find(({ sheet }) => sheet.isProtected);
  if (closed) return failure({ code: 'sheetProtected', sheet: closed.sheet.name });
  const steps: WriteStep[] = columns.map(({ sheet, area: { top, left, rows } }) => ({
    kind: 'setCells',
    sheet: sheet.name,
    top,
    left,
    cells: Array.from({ length: rows }, (_, row): [PlannedCell | null] => [
      isOurs(sheet, top + row, left, top) ? { value: null } : null,
    ]),
  }));
  const used = new Set(columns.map(({ name }) => name));
  const names = workbook.names.filter(({ name, scope, refersTo }) => {
    if (scope !== null || !NAME.test(name)) return false;
    return used.has(name) || refersTo.includes('#REF!'); // its column was deleted by hand
  });
  return success({
    purpose: 'statusColumn',
    expected: columns.map(({ sheet, area }) => contentsOf(sheet, area)),
    steps: [...steps, ...names.map(({ name }): WriteStep => ({ kind: 'deleteName', name }))],
  });
}

/** The columns that the workbook has: by their names, then by their cells. */
function columnsIn(workbook: WorkbookSnapshot): readonly StatusColumn[] {
  return workbook.sheets.flatMap((sheet) => {
    const written = writtenColumns(sheet);
    const named = namedColumns(workbook, sheet).map((column) => {
      const own = written.filter((area) => overlap(area, column.area));
      return { ...column, area: own.reduce(rowsOfBoth, column.area) };
    });
    const others = written.filter((area) => !named.some((column) => overlap(area, column.area)));
    return [...named, ...others.map((area) => ({ sheet, area, name: null }))];
  });
}

/** Names of a column of ours; any other name that looks like ours is the team's. */
function namedColumns({ names }: WorkbookSnapshot, sheet: SheetSnapshot): readonly StatusColumn[] {
  const found: StatusColumn[] = [];
  for (const one of names.filter(({ name }) => NAME.test(name))) {
    const area = areaOn(sheet, one);
    if (area?.columns !== 1 || !isOurColumn(sheet, area)) continue;
    // Excel gives a copy of the sheet a name of its own, which is not that of the workbook.
    found.push({ sheet, area, name: one.scope === null ? one.name : null });
  }
  return found;
}

/** A formula of ours, or nothing but blank cells under a heading of ours or none: somebody cleared them. */
function isOurColumn(sheet: SheetSnapshot, { top, left, rows }: Area): boolean {
  let isBlank = rows > 1;
  for (let row = top; row < top + rows; row++) {
    if (isCheck(sheet, row, left)) return true;
    const isHeading = row === top && contentAt(sheet, row, left) === HEADING;
    if (!isFree(sheet, row, left) && !isHeading) isBlank = false;
  }
  return isBlank;
}

/** The columns of formulas as they are written, under « Contrôle » in the row of the headings that they take. */
function writtenColumns(sheet: SheetSnapshot): readonly Area[] {
  const found = new Map<number, Area>();
  for (const [key, formula] of sheet.formulas) {
    const headingRow = CALL.test(codeOf(formula)) ? Number(WRITTEN.exec(formula)?.[1] ?? 0) - 1 : -1;
    const [row, left] = [rowOfKey(key), columnOfKey(key)];
    if (headingRow < 0 || row <= headingRow || contentAt(sheet, headingRow, left) !== HEADING) continue;
    const heading = formulaKey(headingRow, left);
    const rows = Math.max(row - headingRow + 1, found.get(heading)?.rows ?? 0);
    found.set(heading, { top: headingRow, left, rows, columns: 1 });
  }
  return [...found.values()];
}

/** The column of each table: one on its rows that checks its cells. */
function columnsOfSpreads(
  spreads: readonly Spread[],
  columns: readonly StatusColumn[],
): ReadonlyMap<Spread, StatusColumn> {
  const found = new Map<Spread, StatusColumn>();
  for (const column of columns) {
    const { top, rows } = column.area;
    const checked = firstChecked(column);
    const owner = spreads.find(
      ({ sheet, headingRow, lastRow, left, right }) =>
        sheet === column.sheet && top <= lastRow && headingRow < top + rows && left <= checked && checked <= right,
    );
    if (owner && !found.has(owner)) found.set(owner, column);
  }
  return found;
}

/** The first column that the formulas check; the column itself without any. */
function firstChecked({ sheet, area: { top, left, rows } }: StatusColumn): number {
  for (let row = top; row < top + rows; row++) {
    const [, first] = CHECKED.exec(sheet.formulas.get(formulaKey(row, left)) ?? '') ?? [];
    if (first !== undefined) return columnNumber(first);
  }
  return left;
}

/** Names that nothing in the workbook has. */
function* freeNames({ names }: WorkbookSnapshot): Generator<string, never> {
  const taken = new Set(names.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) if (!taken.has(`${PREFIX}${number}`.toLowerCase())) yield `${PREFIX}${number}`;
}

/** From the first row of either to the last. */
function rowsOfBoth(one: Area, other: Area): Area {
  const top = Math.min(one.top, other.top);
  return { ...one, top, rows: Math.max(one.top + one.rows, other.top + other.rows) - top };
}

/** Each table once: further payments of a row and rows below a Table are parts of it. */
function spreadsOf(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): readonly Spread[] {
  const spreads: Spread[] = [];
  for (const [index, block] of blocks.entries()) {
    const sheet = findSheet(workbook, block.sheet);
    const last = spreads[spreads.length - 1];
    if (last && continuesTable(block, blocks[index - 1])) {
      spreads[spreads.length - 1] = { ...last, lastRow: Math.max(last.lastRow, block.lastRow) };
    } else if (sheet) {
      spreads.push({ sheet, headingRow: block.headingRow, lastRow: block.lastRow, ...spanOf(workbook, sheet, block) });
    }
  }
  return spreads;
}

/** From the first column of the table to the last that is part of it, mapped or not. */
function spanOf(
  workbook: WorkbookSnapshot,
  sheet: SheetSnapshot,
  { table: name, left, columns, headingRow }: LedgerBlock,
): Pick<Spread, 'left' | 'right'> {
  const table = name === null ? null : findTable(workbook, name);
  if (table) return { left: table.area.left, right: table.area.left + table.area.columns };
  let right = Math.max(...[...columns.values()].map(({ column }) => column)) + 1;
  while (contentAt(sheet, headingRow, right) !== null && contentAt(sheet, headingRow, right) !== HEADING) right++;
  return { left, right };
}

/** The heading and a formula for each row that lacks it; null for a cell that already holds ours. */
function cellsOf({ sheet, headingRow, lastRow, left, right }: Spread, column: number): readonly (PlannedCell | null)[] {
  // A column before the table checks all of it; one inside, the columns before it.
  const from = column === left ? left + 1 : left;
  const to = column <= left ? right - 1 : Math.min(right, column) - 1;
  const headings = `${absolute(headingRow, from)}:${absolute(headingRow, to)}`;
  return Array.from({ length: lastRow - headingRow + 1 }, (_, offset): PlannedCell | null => {
    const row = headingRow + offset;
    if (isOurs(sheet, row, column, headingRow)) return null;
    if (offset === 0) return { value: HEADING };
    const formula = `=ENVELOPE.CHECK(${cellAddress(row, from)}:${cellAddress(row, to)},${headings})`;
    return { value: null, formula };
  });
}

function absolute(row: number, column: number): string {
  return cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

function isOurs(sheet: SheetSnapshot, row: number, column: number, headingRow: number): boolean {
  return isCheck(sheet, row, column) || (row === headingRow && contentAt(sheet, row, column) === HEADING);
}

function isCheck(sheet: SheetSnapshot, row: number, column: number): boolean {
  return CALL.test(codeOf(sheet.formulas.get(formulaKey(row, column)) ?? ''));
}
