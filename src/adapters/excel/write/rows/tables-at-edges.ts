/** Tables beside the cells that a request writes. */
import type { Area } from '../../../../workbook/cells';
import type { WritePlan } from '../../../../workbook/plan';
import type { Before } from '../before';
import type { Block } from '../parts';

/**
 * The tables that the part writes against, each with its area at the time of the batch: Excel extends a table when
 * something is written next to it, and ours must stay as people made them.
 */
export function tablesAtEdges(
  context: Excel.RequestContext,
  plan: WritePlan,
  before: Before,
  blocks: readonly Block[],
): { table: Excel.Table; area: Excel.Range }[] {
  return [...before.tables].flatMap(([name, { sheet, area }]) => {
    const isKept = !plan.steps.some(
      (step) =>
        (step.kind === 'deleteTable' || step.kind === 'resizeTable' || step.kind === 'moveTable') &&
        step.name.toLowerCase() === name,
    );
    const isTouched = blocks.some(
      ({ step, area: written }) => step.sheet.toLowerCase() === sheet.toLowerCase() && touchesEdge(written, area),
    );
    if (!isKept || !isTouched) return [];
    const table = context.workbook.tables.getItem(name);
    return [{ table, area: table.getRange() }];
  });
}

/** True when the area has cells just below or just right of the table. */
function touchesEdge(written: Area, { top, left, rows, columns }: Area): boolean {
  const isWithin = (from: number, count: number, low: number, high: number): boolean =>
    from < high && from + count > low;
  const isBelow =
    isWithin(written.top, written.rows, top + rows, top + rows + 1) &&
    isWithin(written.left, written.columns, left, left + columns);
  const isRight =
    isWithin(written.left, written.columns, left + columns, left + columns + 1) &&
    isWithin(written.top, written.rows, top, top + rows);
  return isBelow || isRight;
}
