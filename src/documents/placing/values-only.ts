/**
 * A plan of documents without its formulas: what is archived or published must say the same for ever, far from the
 * team's table.
 */
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';

/** The same cells with the values that were computed; no named range, since such a copy is never written again. */
export function valuesOnly(plan: WritePlan): WritePlan {
  return {
    ...plan,
    steps: plan.steps.flatMap((step): readonly WriteStep[] => (step.kind === 'setName' ? [] : [withoutFormulas(step)])),
  };
}

function withoutFormulas(step: WriteStep): WriteStep {
  if (step.kind !== 'setCells') return step;
  return { ...step, cells: step.cells.map((row) => row.map((cell) => cell && valueOf(cell))) };
}

function valueOf({ formula: _, ...cell }: PlannedCell): PlannedCell {
  return cell;
}
