/** Numbered rows of cells, from a file, a sheet or the clipboard, and the repairs made to obtain them. */
import type { ExtractRepair } from '../domain/reconciliation/extract-reading';
import type { CellValue } from '../workbook/cells';
import type { ShownNumber } from '../workbook/number-formats';
import { columnOfKey, rowOfKey, shownInDates, type SheetSnapshot } from '../workbook/snapshot';

/** One row: `line` is its number in the file or in the sheet, from 1. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly CellValue[];
  /** By column, the numbers of a sheet that are not shown as amounts in euros. */
  readonly shown?: ReadonlyMap<number, ShownNumber>;
  /** The columns of a sheet in which every number that may be a date is shown as one. */
  readonly dateColumns?: ReadonlySet<number>;
  /** The columns whose cell is crossed out. */
  readonly struck?: ReadonlySet<number>;
  /** The columns whose cell is merged with the one above. */
  readonly merged?: ReadonlySet<number>;
  /** Its number and codes are those of the first row of its group, which alone writes them. */
  readonly isOfGroup?: true;
  /** The file ends inside the row. */
  readonly isCut?: true;
}

/** Ten times the widest extract of Chorus; a sheet of Excel has 16,384. */
export const MOST_COLUMNS = 1_000;
/** As many as a sheet of Excel. */
export const MOST_ROWS = 1_048_576;

/** Repairs counted by kind, each with the first line that it concerns. */
export class RepairLog {
  private readonly found = new Map<ExtractRepair['kind'], { line: number; count: number }>();

  add(kind: ExtractRepair['kind'], line: number, count = 1): void {
    const known = this.found.get(kind);
    if (!known) this.found.set(kind, { line, count });
    else this.found.set(kind, { line: Math.min(known.line, line), count: known.count + count });
  }

  /** In the order of the lines. */
  list(): ExtractRepair[] {
    return [...this.found]
      .map(([kind, { line, count }]) => ({ kind, line, count }))
      .sort((one, other) => one.line - other.line);
  }
}

/** The rows of a sheet, numbered as people see them. */
export function gridOfSheet(sheet: SheetSnapshot): readonly GridRow[] {
  const top = sheet.used?.top ?? 0;
  const shownIn = shownByRow(sheet);
  const struckIn = struckByRow(sheet);
  const mergedIn = mergedByRow(sheet);
  const dateColumns =
    sheet.dateColumns && new Set([...sheet.dateColumns].map((column) => column - (sheet.used?.left ?? 0)));
  return sheet.values.map((cells, row) => {
    const [shown, struck] = [shownIn.get(top + row), struckIn.get(top + row)];
    const merged = mergedIn.get(top + row);
    const looks = {
      ...{ ...(shown && { shown }), ...(struck && { struck }) },
      ...{ ...(dateColumns && { dateColumns }), ...(merged && { merged }) },
    };
    return { line: top + row + 1, cells, ...looks };
  });
}

/** How the sheet shows the number of a cell; undefined for an amount in euros, and in a file of text. */
export function shownInRow({ cells, shown, dateColumns }: GridRow, column: number): ShownNumber | undefined {
  const isOfDates = dateColumns?.has(column) === true;
  return shown?.get(column) ?? (isOfDates ? shownInDates(cells[column] ?? null) : undefined);
}

function shownByRow({ shown, used }: SheetSnapshot): ReadonlyMap<number, ReadonlyMap<number, ShownNumber>> {
  const rows = new Map<number, Map<number, ShownNumber>>();
  for (const [key, one] of shown ?? []) {
    const row = rowOfKey(key);
    const known = rows.get(row) ?? new Map<number, ShownNumber>();
    rows.set(row, known.set(columnOfKey(key) - (used?.left ?? 0), one));
  }
  return rows;
}

function struckByRow({ struck, used }: SheetSnapshot): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = new Map<number, Set<number>>();
  for (const key of struck ?? []) {
    const row = rowOfKey(key);
    rows.set(row, (rows.get(row) ?? new Set<number>()).add(columnOfKey(key) - (used?.left ?? 0)));
  }
  return rows;
}

/** By row of the sheet, the columns of the used area that are merged with the row above. */
function mergedByRow({ merges = [], used }: SheetSnapshot): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = new Map<number, Set<number>>();
  if (used === null) return rows;
  for (const { top, left, rows: height, columns } of merges) {
    const end = Math.min(top + height, used.top + used.rows);
    const right = Math.min(left + columns, used.left + used.columns);
    for (let row = Math.max(top + 1, used.top); row < end; row++) {
      const known = rows.get(row) ?? new Set<number>();
      for (let column = Math.max(left, used.left); column < right; column++) known.add(column - used.left);
      rows.set(row, known);
    }
  }
  return rows;
}

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lt', '<'],
  ['gt', '>'],
]);
const ENTITY = /&(?:#(\d{1,5})|(amp|quot|apos|nbsp|lt|gt));/g;

/** The rows with the entities of web pages (`&#32;`) put back into letters: some exports keep them. */
export function withoutEntities(rows: readonly GridRow[], repairs: RepairLog): readonly GridRow[] {
  return rows.map((row) => {
    if (!row.cells.some((cell) => typeof cell === 'string' && cell.includes('&'))) return row;
    const cells = row.cells.map((cell) =>
      typeof cell === 'string' && cell.includes('&') ? withoutEntity(cell, row.line, repairs) : cell,
    );
    return { ...row, cells };
  });
}

function withoutEntity(text: string, line: number, repairs: RepairLog): string {
  const replaced = text.replace(ENTITY, (entity, code: string | undefined, name: string | undefined) => {
    if (code === undefined) return NAMED_ENTITIES.get(name ?? '') ?? entity;
    return Number(code) >= 32 && Number(code) < 0xd800 ? String.fromCharCode(Number(code)) : entity;
  });
  if (replaced !== text) repairs.add('entity', line);
  return replaced;
}
