/**
 * The sheets of our registers, by purpose: at most three tables side by side, so that each is found without scrolling
 * and can grow downwards. A register that exists stays where it is, wherever a person moved it.
 */
import { findSheet, findTable, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { SHEETS, TABLES, type TableId } from '../workbook-names';

/** The registers of one sheet, from left to right. */
export interface RegisterSheet {
  readonly sheet: string;
  readonly tables: readonly TableId[];
  readonly landscape: boolean;
}

export const REGISTER_SHEETS: readonly RegisterSheet[] = [
  { sheet: SHEETS.convention, tables: ['convention', 'fungibility', 'partCeilings'], landscape: true },
  { sheet: SHEETS.envelopes, tables: ['envelopes', 'lines'], landscape: true },
  { sheet: SHEETS.movements, tables: ['imputations', 'movements', 'rap'], landscape: true },
  { sheet: SHEETS.duties, tables: ['requests', 'duties'], landscape: true },
  { sheet: SHEETS.indicators, tables: ['indicators', 'milestones'], landscape: true },
  { sheet: SHEETS.settings, tables: ['acceptances', 'columns', 'reading'], landscape: true },
];

/**
 * The sheet that already holds another register of the same purpose; otherwise the name of a sheet to add. A sheet of
 * that name without a register of ours is the team's, and another name is taken.
 */
export function homeOfRegister(
  workbook: WorkbookSnapshot,
  id: TableId,
): { readonly sheet: SheetSnapshot | null; readonly name: string } {
  const home = REGISTER_SHEETS.find(({ tables }) => tables.includes(id));
  for (const other of home?.tables ?? []) {
    const table = findTable(workbook, TABLES[other]);
    const sheet = table && findSheet(workbook, table.sheet);
    if (sheet) return { sheet, name: sheet.name };
  }
  return { sheet: null, name: freeSheetName(workbook, home?.sheet ?? SHEETS.settings) };
}

/** The name, or the first of « name (2) », « name (3) »… that no sheet has. */
export function freeSheetName(workbook: WorkbookSnapshot, wanted: string): string {
  let name = wanted;
  for (let number = 2; findSheet(workbook, name); number++) name = `${wanted} (${number})`;
  return name;
}
