/** The tables that a writing which is rolled back made or extended: they are deleted, or get their former area. */
import type { Area } from '../../../../workbook/cells';
import { allSteps, type WritePlan, type WriteStep } from '../../../../workbook/plan';
import { intersection } from '../../excel-ranges';
import { areaOf, type Before } from '../before';
import type { Writing } from '../write-part';

/** The tables that the plan made on added sheets that are kept. */
export function tablesOn(sheets: ReadonlySet<string>, plan: WritePlan): readonly WriteStep[] {
  return allSteps(plan).flatMap((step): readonly WriteStep[] =>
    step.kind === 'addTable' && sheets.has(step.sheet.toLowerCase()) ? [{ kind: 'deleteTable', name: step.name }] : [],
  );
}

/** Steps that delete the tables of the plan that Excel made before it refused to name them. */
export function unnamedTables({ plan, before }: Pick<Writing, 'plan' | 'before'>, now: Before): readonly WriteStep[] {
  const isNew = (name: string): boolean => !before.tables.has(name);
  return allSteps(plan).flatMap((step) => {
    const id = step.kind === 'addTable' ? before.sheets.get(step.sheet.toLowerCase()) : undefined;
    if (step.kind !== 'addTable' || id === undefined) return [];
    return [...now.tables].flatMap(([name, { sheet, area }]): readonly WriteStep[] =>
      isNew(name) && now.sheets.get(sheet.toLowerCase()) === id && isSameArea(area, step.area)
        ? [{ kind: 'deleteTable', name }]
        : [],
    );
  });
}

function isSameArea(one: Area, other: Area): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows && one.columns === other.columns;
}

/** Steps that restore the tables that Excel extended over our cells before the request failed. */
export function shrunkTables({ plan, before }: Pick<Writing, 'plan' | 'before'>, now: Before): readonly WriteStep[] {
  const areas = allSteps(plan).flatMap((step) =>
    step.kind === 'setCells' ? [{ sheet: step.sheet, area: areaOf(step) }] : [],
  );
  return [...before.tables].flatMap(([name, { sheet, area }]): readonly WriteStep[] => {
    const present = now.tables.get(name)?.area;
    const extra = present && extension(area, present);
    const isOurs = areas.some(
      (one) => extra && one.sheet.toLowerCase() === sheet.toLowerCase() && covers(one.area, extra),
    );
    return isOurs ? [{ kind: 'resizeTable', sheet, name, area }] : [];
  });
}

/** The rows or the columns that a table gained; null when it did not grow in one direction. */
function extension(before: Area, now: Area): Area | null {
  if (now.top !== before.top || now.left !== before.left) return null;
  const rows = now.rows - before.rows;
  const columns = now.columns - before.columns;
  if (rows > 0 && columns === 0) return { ...now, top: before.top + before.rows, rows };
  return columns > 0 && rows === 0 ? { ...now, left: before.left + before.columns, columns } : null;
}

/** True when the area has a cell in every row and column of the other one, or holds it. */
function covers(area: Area, other: Area): boolean {
  const shared = intersection(area, other);
  return shared !== null && (shared.rows === other.rows || shared.columns === other.columns);
}
