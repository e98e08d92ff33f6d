/** The tables that a writing which is rolled back made or extended: they are deleted, or get their former area. */
import type { Area } from '../../../../workbook/cells';
import { allSteps, type WritePlan, type WriteStep } from '../../../../workbook/plan';
import { intersection } from '../../excel-ranges';
import { areaOf, type Before } from '../before';
import type { Writing } from '../write-part';
import { isEntry, type CoveredEdit } from './covered-edits';

type DeleteTable = Extract<WriteStep, { kind: 'deleteTable' }>;

/** The tables that the plan made on added sheets that are kept. */
export function tablesOn(sheets: ReadonlySet<string>, plan: WritePlan): readonly WriteStep[] {
  return allSteps(plan).flatMap((step): readonly WriteStep[] =>
    step.kind === 'addTable' && sheets.has(step.sheet.toLowerCase()) ? [{ kind: 'deleteTable', name: step.name }] : [],
  );
}

/** Steps that delete the tables of the plan that Excel made before it refused to name them. */
export function unnamedTables({ plan, before }: Pick<Writing, 'plan' | 'before'>, now: Before): readonly DeleteTable[] {
  const isNew = (name: string): boolean => !before.tables.has(name);
  return allSteps(plan).flatMap((step) => {
    const id = step.kind === 'addTable' ? before.sheets.get(step.sheet.toLowerCase()) : undefined;
    if (step.kind !== 'addTable' || id === undefined) return [];
    return [...now.tables].flatMap(([name, { sheet, area }]): readonly DeleteTable[] =>
      isNew(name) && now.sheets.get(sheet.toLowerCase()) === id && isSameArea(area, step.area)
        ? [{ kind: 'deleteTable', name }]
        : [],
    );
  });
}

function isSameArea(one: Area, other: Area): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows && one.columns === other.columns;
}

/**
 * Steps that restore the tables that Excel extended over our cells before the request failed. One stays as it is where
 * people put rows or columns in besides, or typed in those of ours; `typed`: what they typed meanwhile.
 */
export function shrunkTables(
  { plan, before }: Pick<Writing, 'plan' | 'before'>,
  now: Before,
  typed: readonly CoveredEdit[],
): readonly WriteStep[] {
  const areas = allSteps(plan).flatMap((step) =>
    step.kind === 'setCells' ? [{ sheet: step.sheet, area: areaOf(step) }] : [],
  );
  const resized = new Set(
    allSteps(plan).flatMap((step) => (step.kind === 'resizeTable' ? [step.name.toLowerCase()] : [])),
  );
  return [...before.tables].flatMap(([name, { sheet, area }]): readonly WriteStep[] => {
    const present = now.tables.get(name)?.area;
    const extra = present && !resized.has(name) ? extension(area, present) : null;
    if (!present || !extra) return [];
    const isOn = (other: string): boolean => other.toLowerCase() === sheet.toLowerCase();
    const isOurs = areas.some((one) => isOn(one.sheet) && covers(one.area, extra));
    const isTheirs = typed.some(
      (edit) => isEntry(edit) && isOn(edit.sheet) && intersection(extra, { ...extra, ...cellOf(edit) }) !== null,
    );
    return isOurs && !isTheirs ? [{ kind: 'resizeTable', sheet, name, area, from: present }] : [];
  });
}

function cellOf({ row, column }: CoveredEdit): Area {
  return { top: row, left: column, rows: 1, columns: 1 };
}

/** The rows or the columns that a table gained, and not both; null when it did not grow so. */
function extension(before: Area, now: Area): (Area & { readonly isRows: boolean }) | null {
  if (now.top !== before.top || now.left !== before.left) return null;
  const rows = now.rows - before.rows;
  const columns = now.columns - before.columns;
  if (rows > 0 && columns === 0) return { ...now, top: before.top + before.rows, rows, isRows: true };
  return columns > 0 && rows === 0 ? { ...now, left: before.left + before.columns, columns, isRows: false } : null;
}

/** True when the area has a cell in each of the rows that were gained, or in each of the columns. */
function covers(area: Area, { isRows, ...gained }: Area & { readonly isRows: boolean }): boolean {
  const shared = intersection(area, gained);
  return shared !== null && (isRows ? shared.rows === gained.rows : shared.columns === gained.columns);
}
