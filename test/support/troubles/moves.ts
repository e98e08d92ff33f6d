/** Moves cells as Excel does: formulas, names and tables that refer to them follow, or become `#REF!`. */
import {
  cellAddress,
  columnNumber,
  parseArea,
  quoteSheet,
  type Area,
  type CellValue,
} from '../../../src/workbook/cells';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The new place of a cell; null when it is deleted. */
export type Move = (spot: Spot) => Spot | null;

const COLUMNS_PER_SHEET = formulaKey(1, 0);
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
/** A text, a structured reference, or cells with their sheet; only the last is moved. */
const TOKENS = new RegExp(
  String.raw`"(?:[^"]|"")*"|[\w.]*\[(?:[^\[\]]|\[[^\[\]]*\])*\]|(?:('(?:[^']|'')+'|[A-Za-zÀ-ɏ_][\wÀ-ɏ.]*)!)?(?<![\w.$])(${CELL})(?::(${CELL}))?(?![\w(.])`,
  'g',
);

/** The workbook once its cells have moved. */
export function moved(workbook: WorkbookSnapshot, move: Move): WorkbookSnapshot {
  const values = new Map(workbook.sheets.map(({ name }) => [name, new Map<number, CellValue>()]));
  const formulas = new Map(workbook.sheets.map(({ name }) => [name, new Map<number, string>()]));
  for (const sheet of workbook.sheets) {
    for (const [key, value] of cellsOf(sheet)) {
      const spot = move(spotOf(sheet.name, key));
      const formula = sheet.formulas.get(key);
      if (!spot) continue;
      values.get(spot.sheet)?.set(formulaKey(spot.row, spot.column), value);
      if (formula !== undefined)
        formulas
          .get(spot.sheet)
          ?.set(formulaKey(spot.row, spot.column), withMovedCells(formula, sheet.name, spot.sheet, move));
    }
  }
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheetOf(sheet, values.get(sheet.name) ?? new Map(), formulas.get(sheet.name) ?? new Map()),
    ),
    names: workbook.names.map((name) => ({ ...name, refersTo: withMovedCells(name.refersTo, '', '', move) })),
    tables: workbook.tables.map((table) => movedTable(table, move)),
  };
}

/** Rows inserted above one. */
export function rowsInserted(sheet: string, top: number, count: number): Move {
  return (spot) => (spot.sheet === sheet && spot.row >= top ? { ...spot, row: spot.row + count } : spot);
}

/** Columns inserted before one. */
export function columnsInserted(sheet: string, left: number, count: number): Move {
  return (spot) => (spot.sheet === sheet && spot.column >= left ? { ...spot, column: spot.column + count } : spot);
}

/** Rows deleted from one. */
export function rowsDeleted(sheet: string, top: number, count: number): Move {
  return (spot) => {
    if (spot.sheet !== sheet || spot.row < top) return spot;
    return spot.row < top + count ? null : { ...spot, row: spot.row - count };
  };
}

/** An area cut, and pasted elsewhere. */
export function pasted(from: { readonly sheet: string; readonly area: Area }, to: Spot): Move {
  const { sheet, area } = from;
  return (spot) => {
    const [row, column] = [spot.row - area.top, spot.column - area.left];
    const isIn = spot.sheet === sheet && row >= 0 && row < area.rows && column >= 0 && column < area.columns;
    return isIn ? { sheet: to.sheet, row: to.row + row, column: to.column + column } : spot;
  };
}

function* cellsOf({ used, values, formulas }: SheetSnapshot): Generator<readonly [number, CellValue]> {
  for (const [r, line] of values.entries()) {
    for (const [c, value] of line.entries()) {
      const key = formulaKey((used?.top ?? 0) + r, (used?.left ?? 0) + c);
      if (value !== null || formulas.has(key)) yield [key, value];
    }
  }
}

function spotOf(sheet: string, key: number): Spot {
  return { sheet, row: Math.floor(key / COLUMNS_PER_SHEET), column: key % COLUMNS_PER_SHEET };
}

function sheetOf(
  sheet: SheetSnapshot,
  cells: ReadonlyMap<number, CellValue>,
  formulas: ReadonlyMap<number, string>,
): SheetSnapshot {
  const spots = [...cells.keys()].map((key) => spotOf('', key));
  if (spots.length === 0) return { ...sheet, used: null, values: [], formulas };
  const [top, left] = [Math.min(...spots.map(({ row }) => row)), Math.min(...spots.map(({ column }) => column))];
  const [rows, columns] = [
    Math.max(...spots.map(({ row }) => row)) - top + 1,
    Math.max(...spots.map(({ column }) => column)) - left + 1,
  ];
  const values = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_cell, c) => cells.get(formulaKey(top + r, left + c)) ?? null),
  );
  return { ...sheet, used: { top, left, rows, columns }, values, formulas };
}

function movedTable(table: WorkbookSnapshot['tables'][number], move: Move): WorkbookSnapshot['tables'][number] {
  const { sheet, area } = table;
  const first = move({ sheet, row: area.top, column: area.left });
  const last = move({ sheet, row: area.top + area.rows - 1, column: area.left + area.columns - 1 });
  if (!first || !last) return table;
  const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
  const added = columns - area.columns;
  const names = added === 0 ? table.columns : withAdded(table, move, columns);
  return { ...table, sheet: first.sheet, area: { top: first.row, left: first.column, rows, columns }, columns: names };
}

/** The headings, with those that Excel gives to the columns inserted. */
function withAdded(
  { sheet, area, columns }: WorkbookSnapshot['tables'][number],
  move: Move,
  count: number,
): readonly string[] {
  const left = move({ sheet, row: area.top, column: area.left })?.column ?? 0;
  const names = Array.from({ length: count }, (_, index) => `Colonne${index + 1}`);
  columns.forEach((name, index) => {
    const spot = move({ sheet, row: area.top, column: area.left + index });
    if (spot) names[spot.column - left] = name;
  });
  return names;
}

function withMovedCells(formula: string, from: string, to: string, move: Move): string {
  return formula.replace(
    TOKENS,
    (token: string, quoted: string | undefined, first: string | undefined, last: string | undefined) => {
      if (first === undefined) return token;
      const sheet =
        quoted === undefined ? from : quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
      const [one, other] = [movedCell(first, sheet, move), last === undefined ? null : movedCell(last, sheet, move)];
      if (!one || (last !== undefined && !other)) return '#REF!';
      const prefix = one.sheet === to ? '' : `${quoteSheet(one.sheet)}!`;
      return `${prefix}${one.text}${other ? `:${other.text}` : ''}`;
    },
  );
}

function movedCell(text: string, sheet: string, move: Move): { readonly sheet: string; readonly text: string } | null {
  const [, lockColumn = '', column = '', lockRow = '', row = ''] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text) ?? [];
  const spot = move({ sheet, row: Number(row) - 1, column: columnNumber(column) });
  if (!spot) return null;
  const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(cellAddress(spot.row, spot.column)) ?? [];
  return { sheet: spot.sheet, text: `${lockColumn}${letters}${lockRow}${number}` };
}

/** The area of a document. */
export function areaNamed(workbook: WorkbookSnapshot, range: string): { readonly sheet: string; readonly area: Area } {
  const { refersTo = '' } = workbook.names.find(({ name, scope }) => scope === null && name === range) ?? {};
  const area = parseArea(refersTo);
  const quoted = refersTo.slice(1, refersTo.lastIndexOf('!'));
  if (!area) throw new Error(`${range} is not in the workbook`);
  return { sheet: quoted.startsWith("'") ? quoted.slice(1, -1).replaceAll("''", "'") : quoted, area };
}
