/** Short forms for tests that open workbook files. */
import { openXlsx, type XlsxFile } from '../../../src/adapters/xlsx/open';
import { cellAddress, type CellValue, parseArea } from '../../../src/workbook/cells';
import type { WritePlan, WriteStep } from '../../../src/workbook/plan';
import {
  findSheet,
  formulaKey,
  valueAt,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/snapshot';
import type { Failure } from '../../../src/workbook/failure';
import { makeXlsx, type MadeWorkbook } from './xlsx-package';

/** Opens bytes that must open. */
export function opened(bytes: Uint8Array): XlsxFile {
  const file = openXlsx(bytes);
  if (!file.ok) throw new Error(`refused: ${JSON.stringify(file.failure)}`);
  return file.value;
}

/** Why bytes are refused. */
export function refusalOf(bytes: Uint8Array): Failure | null {
  const file = openXlsx(bytes);
  return file.ok ? null : file.failure;
}

/** A made workbook as read. */
export function readMade(made: MadeWorkbook): WorkbookSnapshot {
  return opened(makeXlsx(made)).read();
}

/** A workbook of one sheet with these rows of XML, and these shared strings. */
export function readRows(rows: string, strings: readonly string[] = []): SheetSnapshot {
  return readMade({ sheets: [{ name: 'Feuil1', rows }], strings }).sheets[0]!;
}

export function sheetNamed(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = findSheet(workbook, name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The value of `B12`. */
export function valueOf(sheet: SheetSnapshot, address: string): CellValue {
  const { top, left } = parseArea(address)!;
  return valueAt(sheet, top, left);
}

/** The formula of `B12`. */
export function formulaOf(sheet: SheetSnapshot, address: string): string | undefined {
  const { top, left } = parseArea(address)!;
  return sheet.formulas.get(formulaKey(top, left));
}

/** Every value of a sheet by its address. */
export function valuesByAddress(sheet: SheetSnapshot): Record<string, CellValue> {
  const { used } = sheet;
  const entries = sheet.values.flatMap((row, r) =>
    row.map((value, c) => [cellAddress(used!.top + r, used!.left + c), value] as const),
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

export function planOf(...steps: readonly WriteStep[]): WritePlan {
  return { purpose: 'documents', expected: [], steps };
}

/** The bytes of a plan that must be carried out. */
export function written(bytes: Uint8Array, ...steps: readonly WriteStep[]): Uint8Array {
  const result = opened(bytes).apply(planOf(...steps));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Why a plan is refused. */
export function writeRefusal(bytes: Uint8Array, plan: WritePlan): Failure | null {
  const result = opened(bytes).apply(plan);
  return result.ok ? null : result.failure;
}

/** One planned cell at an address. */
export function setCell(
  sheet: string,
  address: string,
  value: CellValue,
  more: { formula?: string; style?: 'amount' | 'title' | 'heading' } = {},
): WriteStep {
  const { top, left } = parseArea(address)!;
  return { kind: 'setCells', sheet, top, left, cells: [[{ value, ...more }]] };
}
