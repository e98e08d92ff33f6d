/** A workbook as it would be read after a plan that writes cells and extends tables: nothing is written. */
import type { Area, CellValue } from './cells';
import type { WritePlan, WriteStep } from './plan';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

type SetCells = Extract<WriteStep, { readonly kind: 'setCells' }>;

/** The workbook after the steps that write cells or change a table; any other step is left out. */
export function snapshotAfter(workbook: WorkbookSnapshot, { steps }: WritePlan): WorkbookSnapshot {
  return steps.reduce((known, step) => {
    if (step.kind === 'setCells') return withCells(known, step);
    if (step.kind !== 'resizeTable') return known;
    const tables = known.tables.map((table) => (table.name === step.name ? { ...table, area: step.area } : table));
    return { ...known, tables };
  }, workbook);
}

function withCells(workbook: WorkbookSnapshot, step: SetCells): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => (sheet.name === step.sheet ? sheetWith(sheet, step) : sheet));
  return { ...workbook, sheets };
}

function sheetWith(sheet: SheetSnapshot, { top, left, cells }: SetCells): SheetSnapshot {
  const written: Area = { top, left, rows: cells.length, columns: cells[0]?.length ?? 0 };
  const used = sheet.used ? joined(sheet.used, written) : written;
  const isSameCorner = sheet.used?.top === used.top && sheet.used.left === used.left;
  const values: (readonly CellValue[])[] = [];
  for (let row = used.top; row < used.top + used.rows; row++) {
    const known = sheet.values[row - (sheet.used?.top ?? 0)];
    const planned = cells[row - top];
    // A row that is not written stays the same object: it is not read again.
    if (!planned && known && isSameCorner && known.length === used.columns) values.push(known);
    else values.push(rowWith(known ?? [], sheet.used, used, left, planned ?? []));
  }
  return { ...sheet, used, values };
}

function rowWith(
  known: readonly CellValue[],
  before: Area | null,
  used: Area,
  left: number,
  planned: readonly (SetCells['cells'][number][number] | undefined)[],
): readonly CellValue[] {
  return Array.from({ length: used.columns }, (_, offset) => {
    const column = used.left + offset;
    const cell = planned[column - left];
    return cell ? cell.value : (known[column - (before?.left ?? 0)] ?? null);
  });
}

function joined(one: Area, other: Area): Area {
  const [top, left] = [Math.min(one.top, other.top), Math.min(one.left, other.left)];
  const bottom = Math.max(one.top + one.rows, other.top + other.rows);
  const right = Math.max(one.left + one.columns, other.left + other.columns);
  return { top, left, rows: bottom - top, columns: right - left };
}
