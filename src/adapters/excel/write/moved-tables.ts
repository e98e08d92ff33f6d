/** Tables that a plan moves: their cells, what may stop it, and how it is undone. */
import { cellAddress, type Area } from '../../../workbook/cells';
import type { Failure } from '../../../workbook/failure';
import type { ExpectedCells, WritePlan, WriteStep } from '../../../workbook/plan';
import type { Before } from './before';
import type { SheetFinder } from './sheet-finder';

export type MoveTable = Extract<WriteStep, { kind: 'moveTable' }>;

/** Cuts the table and pastes it at its new place: what refers to it follows. */
export function moveTable(context: Excel.RequestContext, sheets: SheetFinder, step: MoveTable): void {
  const table = context.workbook.tables.getItem(step.name);
  const range = table.getRange();
  const moved = step.hasTitle ? range.getBoundingRect(range.getRowsAbove(1)) : range;
  moved.moveTo(sheets.get(step.sheet).getCell(step.top, step.left));
}

/** A table that grew over its room, or that is no longer where the plan takes it. */
export function refusalOfMove(step: MoveTable, before: Before): Failure | null {
  const present = before.tables.get(step.name.toLowerCase());
  const { sheet } = step.from;
  if (before.protectedSheets.has(sheet.toLowerCase())) return { code: 'sheetProtected', sheet };
  const area = present && areaWithTitle(step, present.area);
  const isThere =
    area &&
    present.sheet.toLowerCase() === sheet.toLowerCase() &&
    area.top === step.from.top &&
    area.left === step.from.left;
  if (isThere && area.rows <= step.room) return null;
  const cell = cellAddress(present?.area.top ?? step.from.top, present?.area.left ?? step.from.left);
  return { code: 'changedMeanwhile', sheet: present?.sheet ?? sheet, cell };
}

/** Moves the table back. */
export function undoOfMove({ sheet, top, left, room, from, ...step }: MoveTable): MoveTable {
  return { ...step, ...from, from: { sheet, top, left, room } };
}

/** Its place before must be blank when it is moved back. */
export function guardOfMove(step: MoveTable, before: Before): readonly ExpectedCells[] {
  const area = before.tables.get(step.name.toLowerCase())?.area;
  if (!area) return [];
  const { sheet, top, left, room } = step.from;
  const blank = Array.from({ length: area.columns }, () => null);
  return [{ sheet, top, left, contents: Array.from({ length: room }, () => blank) }];
}

/** True for a cell of a table that the plan moves off the sheet. */
export function leavesSheet(plan: WritePlan, before: Before, sheet: string, row: number, column: number): boolean {
  return plan.steps.some((step) => {
    if (step.kind !== 'moveTable' || step.from.sheet.toLowerCase() !== sheet.toLowerCase()) return false;
    const present = before.tables.get(step.name.toLowerCase());
    if (present?.sheet.toLowerCase() !== sheet.toLowerCase()) return false;
    const { top, left, rows, columns } = areaWithTitle(step, present.area);
    return row >= top && row < top + rows && column >= left && column < left + columns;
  });
}

function areaWithTitle({ hasTitle }: MoveTable, area: Area): Area {
  return hasTitle ? { ...area, top: area.top - 1, rows: area.rows + 1 } : area;
}
