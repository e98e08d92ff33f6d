/** The contents of a plan in a few counts: shown before it is written, and again after. */
import type { WritePlan } from '../../workbook/plan';

export interface PlanSummary {
  readonly sheetsAdded: readonly string[];
  /** Existing sheets that get cells. */
  readonly sheetsChanged: readonly string[];
  readonly cells: number;
  readonly formulas: number;
  readonly tables: readonly string[];
  /** Of what the user chose, the cells or the findings left out because they changed since; absent for none. */
  readonly leftAlone?: number;
}

export function summarisePlan(plan: WritePlan): PlanSummary {
  const sheetsAdded: string[] = [];
  const written = new Set<string>();
  const tables: string[] = [];
  let cells = 0;
  let formulas = 0;
  for (const step of plan.steps) {
    if (step.kind === 'addSheet') sheetsAdded.push(step.sheet);
    if (step.kind === 'addTable') tables.push(step.name);
    if (step.kind === 'moveTable') {
      tables.push(step.name);
      written.add(step.from.sheet);
    }
    if (step.kind !== 'setCells') continue;
    written.add(step.sheet);
    for (const cell of step.cells.flat()) {
      if (cell !== null) cells++;
      if (cell?.formula !== undefined) formulas++;
    }
  }
  return {
    sheetsAdded,
    sheetsChanged: [...written].filter((sheet) => !sheetsAdded.includes(sheet)),
    cells,
    formulas,
    tables,
    ...(plan.leftAlone !== undefined && { leftAlone: plan.leftAlone }),
  };
}
