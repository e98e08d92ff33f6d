/**
 * Reads the sheets that a plan deletes, in the last round trip before the request: their size has to be known
 * before their contents can be asked for, and somebody may type below it in between. Only an undo deletes sheets.
 */
import { sameArea, areaOfRange, contentsOrDataTypes, loadContents, rangeOf } from '../excel-ranges';
import type { Area } from '../../../workbook/cells';
import type { WritePlan } from '../../../workbook/plan';
import type { Before } from './before';
import { askAll, question, rowsQuestion, type Question } from './questions';

/** Somebody may go on typing further and further below: the last reading then counts. */
const MOST_READINGS = 4;

/** The used areas of the sheets to delete, whose contents are read next. */
export function usedAreas(context: Excel.RequestContext, plan: WritePlan, before: Before): Question[] {
  return plan.steps.flatMap((step) => {
    const id = step.kind === 'deleteSheet' ? before.sheets.get(step.sheet.toLowerCase()) : undefined;
    if (step.kind !== 'deleteSheet' || id === undefined) return [];
    const take = (area: Area): unknown => before.sheetsToDelete.set(step.sheet.toLowerCase(), { area, contents: [] });
    return [usedArea(context.workbook.worksheets.getItem(id), take)];
  });
}

const NO_AREA: Area = { top: 0, left: 0, rows: 0, columns: 0 };

/** The used area of a sheet; without cells when it is blank. */
export function usedArea(sheet: Excel.Worksheet, take: (area: Area) => unknown): Question {
  return question(1, () => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    return () => take(areaOfUsed(used));
  });
}

function areaOfUsed(used: Excel.Range): Area {
  return used.isNullObject ? NO_AREA : areaOfRange(used);
}

/** The contents of a used area, and that area at the same time. */
export function contentsOfSheet(sheet: Excel.Worksheet, name: string, before: Before): Question[] {
  const used = before.sheetsToDelete.get(name.toLowerCase());
  if (!used) return [];
  const { area, contents } = used;
  const ask = (first: number, rows: number): (() => void) => {
    const range = rangeOf(sheet, { ...area, top: area.top + first, rows });
    loadContents(range);
    return () => void contentsOrDataTypes(range).forEach((row, r) => (contents[first + r] = row));
  };
  const now = usedArea(sheet, (found) => {
    if (!sameArea(found, area)) before.grown.set(name.toLowerCase(), { sheet, area: found });
  });
  return [...(area.rows > 0 ? [rowsQuestion(0, area.rows, area.columns, ask)] : []), now];
}

/** Reads again the sheets that gained or lost cells while their contents were read. */
export async function readAgainWhereGrown(context: Excel.RequestContext, before: Before): Promise<void> {
  for (let readings = 1; before.grown.size > 0 && readings < MOST_READINGS; readings++) {
    const grown = [...before.grown];
    before.grown.clear();
    for (const [name, { area }] of grown) before.sheetsToDelete.set(name, { area, contents: [] });
    await askAll(
      context,
      grown.flatMap(([name, { sheet }]) => contentsOfSheet(sheet, name, before)),
    );
  }
}
