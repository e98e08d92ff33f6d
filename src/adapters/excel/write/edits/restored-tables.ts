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
  writing: Pick<Writing, 'plan' | 'before'>,
  now: Before,
  typed: readonly CoveredEdit[],
): readonly WriteStep[] {
  const { plan, before } = writing;
  const resized = new Set(
    allSteps(plan).flatMap((step) => (step.kind === 'resizeTable' ? [step.name.toLowerCase()] : [])),
  );
  return [...before.tables].flatMap(([name, { sheet, area }]): readonly WriteStep[] => {
    const present = now.tables.get(name)?.area;
    if (!present || resized.has(name) || !isExtendedByUs(writing, { sheet, area }, present, typed)) return [];
    return [{ kind: 'resizeTable', sheet, name, area, from: present }];
  });
}

/** The undo of a writing that is rolled back, from the areas to which Excel extended the tables that it resizes. */
export function fromExtended(
  writing: Pick<Writing, 'plan' | 'before'>,
  undo: WritePlan,
  now: Before,
  typed: readonly CoveredEdit[],
): WritePlan {
  const steps = undo.steps.map((step) => {
    const present = step.kind === 'resizeTable' && now.tables.get(step.name.toLowerCase())?.area;
    if (step.kind !== 'resizeTable' || !present) return step;
    const known = { sheet: step.sheet, area: step.from };
    return isExtendedByUs(writing, known, present, typed) ? { ...step, from: present } : step;
  });
  return { ...undo, steps };
}

/** True where the writing has a cell in each row, or in each column, that a table gained, and nobody typed in them. */
function isExtendedByUs(
  { plan }: Pick<Writing, 'plan'>,
  { sheet, area }: { readonly sheet: string; readonly area: Area },
  present: Area,
  typed: readonly CoveredEdit[],
): boolean {
  const extra = extension(area, present);
  if (!extra) return false;
  const isOn = (other: string): boolean => other.toLowerCase() === sheet.toLowerCase();
  const isOurs = allSteps(plan).some(
    (step) => step.kind === 'setCells' && isOn(step.sheet) && covers(areaOf(step), extra),
  );
  return (
    isOurs && !typed.some((edit) => isEntry(edit) && isOn(edit.sheet) && intersection(extra, cellOf(edit)) !== null)
  );
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
