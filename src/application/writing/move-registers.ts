/**
 * « Répartir les registres »: moves the registers of an earlier version, all on one sheet, to sheets by purpose as in a
 * new workbook. They are cut and pasted: formats, comments and the formulas that use them follow. One that a person
 * moved to a sheet of its purpose stays there, and so do the registers beside `ENV_Convention`.
 */
import { failure, success, type Result } from '../../domain/result';
import { cellAddress, type Area } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { WritePlan, WriteStep } from '../../workbook/plan';
import { freeSheetName, type RegisterSheet } from '../../workbook/registers/register-sheets';
import { registersAway, type PlacedRegister } from '../../workbook/registers/registers-away';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import { TABLES, type TableId } from '../../workbook/workbook-names';
import { HEADING_ROW, sheetDress, TABLE_TITLE_ROW, TITLES } from './initialise';

/** Blank rows under a register that are looked at, for the rows that it gets before the move is undone. */
const MOST_ROOM = 1_000;

/** The plan; empty when nothing is to move. Refuses a protected workbook or sheet, and a register with merged cells. */
export function planMoveRegisters(workbook: WorkbookSnapshot): Result<WritePlan, Failure> {
  const moves = registersAway(workbook);
  if (moves.length > 0 && workbook.structureProtected) return failure({ code: 'structureProtected' });
  const steps: WriteStep[] = [];
  const names = new Set<string>();
  for (const { home, tables } of moves) {
    for (const table of tables) {
      const refusal = whyNot(table);
      if (refusal) return failure(refusal);
    }
    const sheet = freeName(workbook, home.sheet, names);
    names.add(sheet.toLowerCase());
    steps.push(...stepsOf(sheet, home, tables));
  }
  return success({ purpose: 'registers', expected: [], steps });
}

function whyNot({ sheet, area }: PlacedRegister): Failure | null {
  if (sheet.isProtected) return { code: 'sheetProtected', sheet: sheet.name };
  const merged = sheet.merges?.find(
    ({ top, left, rows, columns }) =>
      top < area.top + area.rows &&
      top + rows > area.top - 1 &&
      left < area.left + area.columns &&
      left + columns > area.left,
  );
  return merged ? { code: 'mergedCells', sheet: sheet.name, cell: cellAddress(merged.top, merged.left) } : null;
}

function freeName(workbook: WorkbookSnapshot, wanted: string, taken: ReadonlySet<string>): string {
  let name = freeSheetName(workbook, wanted);
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = freeSheetName(workbook, `${wanted} (${number})`);
  return name;
}

function stepsOf(sheet: string, home: RegisterSheet, tables: readonly PlacedRegister[]): readonly WriteStep[] {
  let left = 0;
  const placed = tables.map((table) => {
    const at = left;
    left += table.area.columns + 1;
    return stepsOfTable(sheet, table, at);
  });
  const columns = tables.map(({ id, area, sheet: from }) => ({ id, headings: headingsOf(from, area) }));
  const title: WriteStep = {
    kind: 'setCells',
    ...{ sheet, top: 0, left: 0 },
    cells: [[{ value: home.sheet, style: 'title' }]],
  };
  return [{ kind: 'addSheet', sheet }, title, ...placed.flat(), ...sheetDress(sheet, columns, home.landscape)];
}

function stepsOfTable(sheet: string, { id, sheet: from, area }: PlacedRegister, left: number): readonly WriteStep[] {
  const hasTitle = area.top > 0 && isTitle(from, area, id);
  const top = hasTitle ? TABLE_TITLE_ROW : HEADING_ROW;
  const title: WriteStep = {
    kind: 'setCells',
    sheet,
    top: TABLE_TITLE_ROW,
    left,
    cells: [[{ value: TITLES[id], style: 'subtitle' }]],
  };
  const place = { sheet: from.name, top: hasTitle ? area.top - 1 : area.top, left: area.left };
  const room = (hasTitle ? 1 : 0) + area.rows + blankRowsUnder(from, area);
  return [
    ...(hasTitle ? [] : [title]),
    {
      kind: 'moveTable',
      ...{ sheet, top, left, hasTitle, name: TABLES[id] },
      room: area.rows + 1 + MOST_ROOM,
      from: { ...place, room },
    },
  ];
}

/** Our title above the headings, alone over the columns of the table. */
function isTitle(sheet: SheetSnapshot, { top, left, columns }: Area, id: TableId): boolean {
  if (valueAt(sheet, top - 1, left) !== TITLES[id]) return false;
  return Array.from({ length: columns - 1 }, (_, index) => valueAt(sheet, top - 1, left + 1 + index)).every(
    (value) => value === null,
  );
}

function blankRowsUnder(sheet: SheetSnapshot, { top, left, rows, columns }: Area): number {
  for (let row = 0; row < MOST_ROOM; row++)
    for (let column = 0; column < columns; column++)
      if (valueAt(sheet, top + rows + row, left + column) !== null) return row;
  return MOST_ROOM;
}

function headingsOf(sheet: SheetSnapshot, { top, left, columns }: Area): readonly string[] {
  return Array.from({ length: columns }, (_, column) => String(valueAt(sheet, top, left + column) ?? ''));
}
