/**
 * A column beside the ledger in which Excel computes the state of each row by `=ENVELOPE.CHECK(…)`: added on demand,
 * completed for the rows typed since, and removed in one step. It never takes a cell that holds something else.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, type Area } from '../../workbook/cells';
import { contentAt } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import { continuesTable, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { areaOn } from '../../workbook/reading/our-areas';
import { findSheet, findTable, formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { Dossier } from '../dossier';
import { contentsOf } from './register-rows';

/** The name of the column of each table: `ENV_Controle_1`. */
const PREFIX = 'ENV_Controle_';
const NAME = /^ENV_Controle_\d{1,3}$/i;
const HEADING = 'Contrôle';
const CALL = /^=ENVELOPE\.CHECK\(/i;

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
export function hasStatusColumn({ names }: WorkbookSnapshot): boolean {
  return names.some(({ name }) => NAME.test(name));
}

/**
 * The plan that adds the column beside each table of the ledger, or completes it. Empty when every row has its formula.
 * Refuses a protected sheet, and a column that holds something else.
 */
export function planStatusColumn({ workbook, blocks }: Dossier): Result<WritePlan, Failure> {
  const steps: WriteStep[] = [];
  const expected: WritePlan['expected'][number][] = [];
  for (const [index, spread] of spreadsOf(workbook, blocks).entries()) {
    const { sheet, headingRow, lastRow, left, right } = spread;
    if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
    const name = `${PREFIX}${index + 1}`;
    const known = columnNamed(workbook, name);
    const column = known?.sheet === sheet.name ? known.area.left : right;
    const area: Area = { top: headingRow, left: column, rows: lastRow - headingRow + 1, columns: 1 };
    const cells = cellsOf(spread, left, column);
    const taken = cells.findIndex((cell, row) => cell !== null && isTaken(sheet, headingRow + row, column));
    if (taken >= 0)
      return failure({ code: 'occupied', sheet: sheet.name, cell: cellAddress(headingRow + taken, column) });
    if (cells.every((cell) => cell === null)) continue;
    expected.push(contentsOf(sheet, area));
    steps.push(
      { kind: 'setCells', sheet: sheet.name, top: headingRow, left: column, cells: cells.map((cell) => [cell]) },
      { kind: 'setName', name, sheet: sheet.name, area },
    );
  }
  return success({ purpose: 'statusColumn', expected, steps });
}

/** The plan that empties the cells that still hold our formulas, and forgets the column; what somebody typed stays. */
export function planNoStatusColumn(workbook: WorkbookSnapshot): Result<WritePlan, Failure> {
  const steps: WriteStep[] = [];
  const expected: WritePlan['expected'][number][] = [];
  for (const { name } of workbook.names.filter((one) => NAME.test(one.name))) {
    const place = columnNamed(workbook, name);
    const sheet = place && findSheet(workbook, place.sheet);
    steps.push({ kind: 'deleteName', name });
    if (!place || !sheet) continue;
    if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
    const { top, left, rows } = place.area;
    const cells = Array.from({ length: rows }, (_, row): [PlannedCell | null] => [
      isOurs(sheet, top + row, left) ? { value: null } : null,
    ]);
    expected.push(contentsOf(sheet, { ...place.area, columns: 1 }));
    steps.push({ kind: 'setCells', sheet: sheet.name, top, left, cells });
  }
  return success({ purpose: 'statusColumn', expected, steps });
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
function cellsOf(
  { sheet, headingRow, lastRow, right }: Spread,
  left: number,
  column: number,
): readonly (PlannedCell | null)[] {
  const from = Math.min(right, column) - 1;
  const headings = `${absolute(headingRow, left)}:${absolute(headingRow, from)}`;
  return Array.from({ length: lastRow - headingRow + 1 }, (_, offset): PlannedCell | null => {
    const row = headingRow + offset;
    if (isOurs(sheet, row, column)) return null;
    if (offset === 0) return { value: HEADING };
    const formula = `=ENVELOPE.CHECK(${cellAddress(row, left)}:${cellAddress(row, from)},${headings})`;
    return { value: null, formula };
  });
}

function absolute(row: number, column: number): string {
  return cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

function isOurs(sheet: SheetSnapshot, row: number, column: number): boolean {
  return CALL.test(sheet.formulas.get(formulaKey(row, column)) ?? '') || contentAt(sheet, row, column) === HEADING;
}

function isTaken(sheet: SheetSnapshot, row: number, column: number): boolean {
  return contentAt(sheet, row, column) !== null;
}

function columnNamed(workbook: WorkbookSnapshot, name: string): { readonly sheet: string; readonly area: Area } | null {
  const found = workbook.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  for (const sheet of found ? workbook.sheets : []) {
    const area = found && areaOn(sheet, found);
    if (area) return { sheet: sheet.name, area };
  }
  return null;
}
