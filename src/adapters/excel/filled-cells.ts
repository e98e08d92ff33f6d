/**
 * Cells to write that the formula of another cell fills, maybe since the last reading and maybe with an empty text:
 * nothing is written in them, nor restored. Excel is asked about them only where a range to write has some.
 */
import { cellAddress } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import { allSteps, type WritePlan } from '../../workbook/plan';
import { cellsInSpills, type CellOfSheet } from './spills';
import type { Before, CellsBefore, SetCells } from './write/before';

interface CellToWrite extends CellOfSheet {
  readonly step: SetCells;
}

/** Notes the first of these cells of each step. A cell with a formula of its own is none of them: it may fill others. */
export async function readFilled(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<void> {
  const cells = allSteps(plan).flatMap((step) => {
    const present = step.kind === 'setCells' ? before.cells.get(step) : undefined;
    return step.kind === 'setCells' && present ? cellsToWrite(step, present, before) : [];
  });
  for (const { step, ...cell } of await cellsInSpills(context, cells)) {
    const known = before.filled.get(step);
    if (!known || isBefore(cell, known)) before.filled.set(step, cell);
  }
}

function cellsToWrite(step: SetCells, { contents, spilling }: CellsBefore, before: Before): readonly CellToWrite[] {
  const sheetId = before.sheets.get(step.sheet.toLowerCase()) ?? '';
  return spilling.flatMap(({ top, rows }) =>
    Array.from({ length: rows }, (_, row) => top - step.top + row).flatMap((r) =>
      (step.cells[r] ?? []).flatMap((cell, c): readonly CellToWrite[] => {
        const content = contents[r]?.[c] ?? null;
        const isFormula = typeof content === 'string' && content.startsWith('=');
        return cell === null || isFormula ? [] : [{ step, sheetId, row: step.top + r, column: step.left + c }];
      }),
    ),
  );
}

function isBefore(one: CellOfSheet, other: CellOfSheet): boolean {
  return one.row < other.row || (one.row === other.row && one.column < other.column);
}

/** The refusal of a step that would write in such a cell. */
export function refusalOfFilled(step: SetCells, { filled }: Before): Failure | null {
  const cell = filled.get(step);
  return cell
    ? { code: 'occupied', sheet: step.sheet, cell: cellAddress(cell.row, cell.column), isOfFormula: true }
    : null;
}
