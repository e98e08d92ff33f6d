/** Cells that a merged area covers: Excel keeps only the value of its first one, so that nothing is written in the others. */
import { cellAddress, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import { allSteps, type WritePlan } from '../../workbook/plan';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { SetCells } from './write/before';

/**
 * The refusal of a plan by the merges of the last reading. Those that are asked for when it is written are the ones
 * that begin in its cells (office-js #3611).
 */
export function refusalByKnownMerges(plan: WritePlan, known: WorkbookSnapshot | null): Failure | null {
  for (const step of known ? allSteps(plan) : []) {
    const merges = step.kind === 'setCells' && known ? findSheet(known, step.sheet)?.merges : undefined;
    const refusal = step.kind === 'setCells' && merges ? refusalOfMerges(step, merges) : null;
    if (refusal) return refusal;
  }
  return null;
}

/** The first cell of a step that one of these merges covers, as a refusal. */
export function refusalOfMerges(step: SetCells, merges: readonly Area[]): Failure | null {
  for (const merged of merges) {
    const first = Math.max(0, merged.top - step.top);
    for (let r = first; r < Math.min(step.cells.length, merged.top + merged.rows - step.top); r++) {
      const row = step.cells[r] ?? [];
      const c = row.findIndex((cell, column) => cell !== null && isCovered(merged, step.top + r, step.left + column));
      if (c >= 0) return { code: 'mergedCells', sheet: step.sheet, cell: cellAddress(step.top + r, step.left + c) };
    }
  }
  return null;
}

function isCovered({ top, left, rows, columns }: Area, row: number, column: number): boolean {
  const isFirst = row === top && column === left;
  return !isFirst && row >= top && row < top + rows && column >= left && column < left + columns;
}
