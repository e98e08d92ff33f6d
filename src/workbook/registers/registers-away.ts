/**
 * The registers that are on a sheet with those of another purpose, as in workbooks of an earlier version. One that a
 * person moved to a sheet of its purpose alone is where it should be, and so are those beside `ENV_Convention`.
 */
import type { Area } from '../cells';
import { findSheet, findTable, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { SHEETS, TABLES, type TableId } from '../workbook-names';
import { REGISTER_SHEETS, type RegisterSheet } from './register-sheets';

/** A register and where it is. */
export interface PlacedRegister {
  readonly id: TableId;
  readonly sheet: SheetSnapshot;
  readonly area: Area;
}

/** A purpose, with its registers that are on a sheet of another. */
export interface RegistersAway {
  readonly home: RegisterSheet;
  readonly tables: readonly PlacedRegister[];
}

/** By purpose, in the order of their sheets; empty when every register is with those of its purpose. */
export function registersAway(workbook: WorkbookSnapshot): readonly RegistersAway[] {
  const placed = new Map<TableId, PlacedRegister>();
  for (const [id, name] of Object.entries(TABLES) as [TableId, string][]) {
    const table = findTable(workbook, name);
    const sheet = table && findSheet(workbook, table.sheet);
    if (table && sheet) placed.set(id, { id, sheet, area: table.area });
  }
  const purposesOn = (sheet: SheetSnapshot): number =>
    REGISTER_SHEETS.filter(({ tables }) => tables.some((id) => placed.get(id)?.sheet === sheet)).length;
  return REGISTER_SHEETS.flatMap((home): readonly RegistersAway[] => {
    if (home.sheet === SHEETS.convention) return [];
    const present = home.tables.flatMap((id) => placed.get(id) ?? []);
    const tables = present.filter(({ sheet }) => purposesOn(sheet) > 1);
    return tables.length > 0 ? [{ home, tables }] : [];
  });
}
