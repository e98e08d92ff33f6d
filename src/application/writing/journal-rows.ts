/**
 * The rows of the journal that a plan added: they show that it was written, when Excel did not answer. The row is in
 * the last request of its plan.
 */
import type { PlannedCell, WritePlan } from '../../workbook/plan';
import { textOf } from '../../workbook/cells';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../workbook/snapshot';
import { journalTable } from './journal';

/**
 * How many rows of the journal hold the row of a plan: one more than before once it was written to its end. Null
 * without a journal.
 */
export function rowsOfPlan(workbook: WorkbookSnapshot, plan: WritePlan): number | null {
  const planned = plannedRow(plan);
  const table = journalTable(workbook);
  const sheet = table && findSheet(workbook, table.sheet);
  if (!planned || !table || !sheet) return null;
  const { top, left, rows } = table.area;
  return Array.from({ length: rows - 1 }, (_, index) => top + 1 + index).filter((row) =>
    planned.every(({ value }, column) => textOf(value) === textOf(valueAt(sheet, row, left + column))),
  ).length;
}

/** Under the headings of a new journal, or below the rows of the one there is. */
function plannedRow({ journal = [] }: WritePlan): readonly PlannedCell[] | null {
  for (const step of [...journal].reverse()) {
    if (step.kind === 'appendRow') return step.cells;
    if (step.kind === 'setCells') return step.cells.at(-1)?.flatMap((cell) => cell ?? []) ?? null;
  }
  return null;
}
