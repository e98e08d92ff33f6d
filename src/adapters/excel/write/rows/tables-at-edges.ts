/** Tables beside the cells that a request writes. */
import type { Area } from '../../../../workbook/cells';
import type { WritePlan } from '../../../../workbook/plan';
import type { Before, ResizeTable } from '../before';
import { isBlock, type Part } from '../parts';
import type { SheetFinder } from '../sheet-finder';
import { isShorter, rangeTaken } from './resized-tables';

/**
 * The tables that the part writes against, each with the area that it is to have: Excel extends a table when something
 * is written next to it, and ours must stay as people made them, or get the rows that the plan gives and no others.
 */
export function tablesAtEdges(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  plan: WritePlan,
  before: Before,
  part: Part,
): { table: Excel.Table; area: Excel.Range }[] {
  const blocks = part.operations.filter(isBlock);
  return [...before.tables].flatMap(([name, { sheet, area }]) => {
    const isOf = (step: { readonly name: string }): boolean => step.name.toLowerCase() === name;
    const resized = plan.steps.filter((step): step is ResizeTable => step.kind === 'resizeTable' && isOf(step));
    const isLeft =
      resized.some(isShorter) || // Excel puts back into the table what is given back in its rows
      plan.steps.some((step) => (step.kind === 'deleteTable' || step.kind === 'moveTable') && isOf(step));
    const here = resized.filter((step) => part.operations.includes(step)).at(-1);
    const areas = here ? [here.area] : [area, ...resized.map((step) => step.area)];
    const isTouched = blocks.some(
      ({ step, area: written }) =>
        step.sheet.toLowerCase() === sheet.toLowerCase() && areas.some((one) => touchesEdge(written, one)),
    );
    if (isLeft || !isTouched) return [];
    const table = context.workbook.tables.getItem(name);
    const present = table.getRange();
    return [{ table, area: here ? rangeTaken(present, sheets.get(sheet), here) : present }];
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
