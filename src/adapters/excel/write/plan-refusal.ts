/** Decides whether a plan can be carried out on the workbook as it is, before anything is written. */
import type { Failure } from '../../../workbook/failure';
import { cellAddress, type Area, type CellValue } from '../../../workbook/cells';
import { sameContent } from '../../../workbook/contents';
import { allSteps, type WritePlan, type WriteStep } from '../../../workbook/plan';
import type { AddChart, AppendRow, Before, SetCells } from './before';
import { placeOfReference } from '../../../workbook/references';
import { thingsOfPeople } from './edits/things-on-sheet';
import { refusalOfResize } from './rows/resized-tables';
import { movedSince } from './rows/witnesses';
import { DATA_TYPE } from '../excel-ranges';
import { refusalOfFilled } from '../filled-cells';
import { refusalOfMerges } from '../merged-cells';
import { leavesSheet, refusalOfMove } from './moved-tables';

/** The reason not to start, or null. */
export function refusalOf(plan: WritePlan, before: Before): Failure | null {
  return (
    refusalOfGuards(plan, before) ??
    refusalOfRecord(plan, before) ??
    refusalOfMoves(plan, before) ??
    refusalOfSteps(plan, before) ??
    refusalOfDeletions(plan, before)
  );
}

function refusalOfGuards(plan: WritePlan, before: Before): Failure | null {
  for (const guard of plan.expected) {
    if (guard.contents.every((row) => row.length === 0)) continue; // cells that the plan left alone
    const present = before.guards.get(guard)?.();
    if (!present) return { code: 'sheetMissing', sheet: guard.sheet };
    for (const [r, row] of guard.contents.entries()) {
      const c = row.findIndex((expected, column) => !sameContent(expected, present[r]?.[column] ?? null));
      if (c >= 0)
        return { code: 'changedMeanwhile', sheet: guard.sheet, cell: cellAddress(guard.top + r, guard.left + c) };
    }
  }
  return null;
}

/** A plan that ends the record of another writing expects it on a sheet, which must not be protected. */
function refusalOfRecord({ endsRecord, expected }: WritePlan, { protectedSheets }: Before): Failure | null {
  const record = endsRecord && expected.find(({ sheet }) => protectedSheets.has(sheet.toLowerCase()));
  return record ? { code: 'sheetProtected', sheet: record.sheet } : null;
}

/** An undo is refused when a row that it restores is no longer in its place: no cell of another row is written over. */
function refusalOfMoves(plan: WritePlan, before: Before): Failure | null {
  const [moved] = [...movedSince(plan, before), ...before.unsure];
  return moved ? { code: 'changedMeanwhile', sheet: moved.sheet, cell: cellAddress(moved.row, moved.column) } : null;
}

function refusalOfSteps(plan: WritePlan, before: Before): Failure | null {
  const created = new Set<string>();
  const named = new Set(before.tables.keys());
  for (const step of allSteps(plan)) {
    const refusal =
      step.kind === 'addSheet'
        ? refusalOfNewSheet(step.sheet, created, before)
        : refusalOfStep(step, plan, created, named, before);
    if (refusal) return refusal;
    if (step.kind === 'addSheet') created.add(step.sheet.toLowerCase());
    if (step.kind === 'addTable') named.add(step.name.toLowerCase());
  }
  return null;
}

function refusalOfNewSheet(sheet: string, created: ReadonlySet<string>, before: Before): Failure | null {
  if (before.structureProtected) return { code: 'structureProtected' };
  const name = sheet.toLowerCase();
  return before.sheets.has(name) || created.has(name) ? { code: 'nameTaken', name: sheet } : null;
}

function refusalOfStep(
  step: WriteStep,
  plan: WritePlan,
  created: ReadonlySet<string>,
  tables: ReadonlySet<string>,
  before: Before,
): Failure | null {
  const sheet = 'sheet' in step ? step.sheet : null;
  if (sheet !== null && !created.has(sheet.toLowerCase())) {
    if (!before.sheets.has(sheet.toLowerCase())) return { code: 'sheetMissing', sheet };
    if (before.protectedSheets.has(sheet.toLowerCase())) return { code: 'sheetProtected', sheet };
  }
  switch (step.kind) {
    case 'deleteSheet':
      return before.structureProtected ? { code: 'structureProtected' } : null;
    case 'addTable': {
      const isTaken = tables.has(step.name.toLowerCase()) || before.names.has(step.name.toLowerCase());
      return isTaken ? { code: 'nameTaken', name: step.name } : null;
    }
    case 'resizeTable':
      return refusalOfResize(step, before);
    case 'moveTable':
      return refusalOfMove(step, before);
    case 'setName': {
      const present = before.names.get(step.name.toLowerCase());
      const isKept = present === undefined || placeOfReference(present) !== null || present.includes('#REF!');
      return isKept && !tables.has(step.name.toLowerCase()) ? null : { code: 'nameTaken', name: step.name };
    }
    case 'defineName':
      return tables.has(step.name.toLowerCase()) ? { code: 'nameTaken', name: step.name } : null;
    case 'addChart':
      return refusalOfSource(step.chart.source, created, before) ?? refusalOfChart(step, plan, before);
    case 'redrawChart':
      return refusalOfSource(step.chart.source, created, before);
    case 'setCells':
      return (
        refusalOfMerges(step, before.cells.get(step)?.merged ?? []) ??
        refusalOfFilled(step, before) ??
        refusalOfRich(step, before)
      );
    case 'appendRow':
      return refusalOfGrowth(step, before);
    default:
      return null;
  }
}

/** Neither « Annuler » nor a rollback could give back a data type or an image. */
function refusalOfRich(step: SetCells, { rich }: Before): Failure | null {
  const [cell] = rich.get(step) ?? [];
  return cell ? { code: 'richValue', sheet: step.sheet, cell: cellAddress(cell.row, cell.column) } : null;
}

/**
 * A table that somebody deleted or gave other columns since it was read, in which a new row would be hidden, or with
 * cells under it.
 */
function refusalOfGrowth({ sheet, table, cells }: AppendRow, before: Before): Failure | null {
  const growing = [...before.growingTables].find(([step]) => step.table === table)?.[1];
  if (!growing) return { code: 'changedMeanwhile', sheet, cell: cellAddress(0, 0) };
  const { area, isPlain, below, isBelowFilled } = growing;
  if (area.columns !== cells.length) return { code: 'changedMeanwhile', sheet, cell: cellAddress(area.top, area.left) };
  if (!isPlain) return { code: 'tableNotPlain', table, sheet };
  const taken = below.findIndex((content) => !sameContent(content, null));
  if (taken < 0 && !isBelowFilled) return null;
  const cell = cellAddress(area.top + area.rows, area.left + Math.max(taken, 0));
  return { code: 'occupied', sheet, cell, ...(taken < 0 && { isOfFormula: true }) };
}

/** The sheet of the cells that a chart draws must exist. */
function refusalOfSource(source: string, created: ReadonlySet<string>, before: Before): Failure | null {
  const name = source.toLowerCase();
  return created.has(name) || before.sheets.has(name) ? null : { code: 'sheetMissing', sheet: source };
}

/** No other chart may have the name, unless the plan deletes it. */
function refusalOfChart({ sheet, chart }: AddChart, plan: WritePlan, before: Before): Failure | null {
  const isThere = before.charts.get(sheet.toLowerCase())?.includes(chart.name) ?? false;
  const isReplaced = plan.steps.some(
    (step) => step.kind === 'deleteChart' && step.sheet === sheet && step.name === chart.name,
  );
  return isThere && !isReplaced ? { code: 'nameTaken', name: chart.name } : null;
}

function changedAt(sheet: string, { top, left }: Area, r: number, c: number): Failure {
  return { code: 'changedMeanwhile', sheet, cell: cellAddress(top + r, left + c) };
}

/** A sheet is deleted only when the plan knows every one of its cells, and all else that is on it. */
function refusalOfDeletions(plan: WritePlan, before: Before): Failure | null {
  for (const step of plan.steps) {
    const deleted = step.kind === 'deleteSheet' ? before.sheetsToDelete.get(step.sheet.toLowerCase()) : undefined;
    if (step.kind !== 'deleteSheet' || !deleted) continue;
    const known = plan.expected.filter((guard) => guard.sheet.toLowerCase() === step.sheet.toLowerCase());
    const isKnown = (row: number, column: number): boolean =>
      known.some(
        (guard) =>
          row >= guard.top &&
          column >= guard.left &&
          guard.contents[row - guard.top]?.[column - guard.left] !== undefined,
      );
    for (const [r, row] of deleted.contents.entries()) {
      const rich = row.findIndex((content) => sameContent(content, DATA_TYPE));
      if (rich >= 0) return changedAt(step.sheet, deleted.area, r, rich); // its text may be the one that was written
      const c = row.findIndex(
        (content: CellValue, column) =>
          content !== null &&
          !isKnown(deleted.area.top + r, deleted.area.left + column) &&
          !leavesSheet(plan, before, step.sheet, deleted.area.top + r, deleted.area.left + column),
      );
      if (c >= 0)
        return { code: 'occupied', sheet: step.sheet, cell: cellAddress(deleted.area.top + r, deleted.area.left + c) };
    }
    const things = thingsOfPeople(step, before.things.get(step.sheet.toLowerCase()));
    if (things.length > 0) return { code: 'sheetHolds', sheet: step.sheet, things };
  }
  return null;
}
