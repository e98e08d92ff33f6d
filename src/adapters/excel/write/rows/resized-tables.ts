/**
 * Tables that a plan makes longer or shorter. Excel takes the rows that it has at the time of the request, and a table
 * keeps the columns that it has then. A shorter one gives back rows that hold ours and nothing else, or stays.
 */
import { cellAddress, MOST_COLUMNS, type Area, type CellValue } from '../../../../workbook/cells';
import { holdsWritten, sameContent } from '../../../../workbook/contents';
import type { Failure } from '../../../../workbook/failure';
import { isFilledDown } from '../../../../workbook/moved-references';
import type { ExpectedCells, WritePlan, WriteStep } from '../../../../workbook/plan';
import type { MovedCell } from '../../../../workbook/registers/row-witnesses';
import { formulaKey } from '../../../../workbook/snapshot';
import { areaOfRange, contentsOf, intersection, loadContents, rangeOf, sameArea } from '../../excel-ranges';
import type { Before, ResizeTable, SetCells, TakenRows } from '../before';
import type { Part } from '../parts';
import { askAll, question, rowsQuestion, type Question } from '../questions';
import type { SheetFinder } from '../sheet-finder';

/** True for a step that gives rows back. */
export function isShorter({ area, from }: ResizeTable): boolean {
  return area.rows < from.rows;
}

/** The rows that a step gives back. */
export function rowsGivenBack({ area, from }: ResizeTable): Area {
  return { ...from, top: area.top + area.rows, rows: from.rows - area.rows };
}

/** Queues the step: doing it again changes nothing, and no column goes out of the table. */
export function queueResize(context: Excel.RequestContext, sheets: SheetFinder, step: ResizeTable): void {
  const table = context.workbook.tables.getItem(step.name);
  const [present, sheet] = [table.getRange(), sheets.get(step.sheet)];
  table.resize(isShorter(step) ? rangeKept(present, sheet, step) : rangeTaken(present, sheet, step));
}

/** The part that a shorter table keeps, with the columns that it has at the time of the request. */
export function rangeKept(present: Excel.Range, sheet: Excel.Worksheet, { area }: ResizeTable): Excel.Range {
  const { top, rows } = area;
  return present.getIntersection(rangeOf(sheet, { top, left: 0, rows, columns: MOST_COLUMNS }));
}

/** A longer table, which loses nothing. */
export function rangeTaken(present: Excel.Range, sheet: Excel.Worksheet, { area }: ResizeTable): Excel.Range {
  const { top, left, rows } = area;
  return present.getBoundingRect(rangeOf(sheet, { top: top + rows - 1, left, rows: 1, columns: 1 }));
}

/** A table that is no longer as the step was planned on. */
export function refusalOfResize(step: ResizeTable, { tables }: Before): Failure | null {
  const present = tables.get(step.name.toLowerCase());
  const isOnSheet = present?.sheet.toLowerCase() === step.sheet.toLowerCase();
  if (isOnSheet && sameArea(present?.area ?? null, step.from)) return null;
  const { row, column } = placeOfChange(step.sheet, step.from, isOnSheet ? present?.area : undefined);
  return { code: 'changedMeanwhile', sheet: step.sheet, cell: cellAddress(row, column) };
}

/** The first cell that people put into a table, or its first one. */
function placeOfChange(sheet: string, from: Area, present: Area | undefined): MovedCell {
  const { top, left } = present ?? from;
  const isThere = present?.top === from.top && present.left === from.left;
  if (isThere && present.columns > from.columns) return { sheet, row: top, column: left + from.columns };
  if (isThere && present.rows > from.rows) return { sheet, row: top + from.rows, column: left };
  return { sheet, row: top, column: left };
}

/** Guards for what the rows that a table takes in held already, each cell that the plan expects and does not write. */
export function guardsOfRows(step: ResizeTable, plan: WritePlan): readonly ExpectedCells[] {
  if (isShorter(step)) return [];
  const taken = rowsGivenBack({ ...step, area: step.from, from: step.area });
  const written = cellsKnown(plan, step.sheet, taken);
  return plan.expected.flatMap(({ sheet, top, left, contents }) =>
    contents.flatMap((cells, r) =>
      cells.flatMap((content, c): readonly ExpectedCells[] => {
        const place = { top: top + r, left: left + c };
        const isTaken = isSame(sheet, step.sheet) && isIn(taken, place);
        if (!isTaken || sameContent(content, null) || written.has(formulaKey(place.top, place.left))) return [];
        return [{ sheet, ...place, contents: [[content]] }];
      }),
    ),
  );
}

function isIn(area: Area, { top, left }: Pick<Area, 'top' | 'left'>): boolean {
  return intersection(area, { top, left, rows: 1, columns: 1 }) !== null;
}

/** An undo on the tables as they are now. */
export interface TablesNow {
  readonly plan: WritePlan;
  /** The steps that empty what Excel filled by itself. */
  readonly emptied: readonly SetCells[];
  /** Cells for which a table stays as it is. */
  readonly held: readonly MovedCell[];
}

interface StepNow {
  readonly step: WriteStep | null;
  readonly held: readonly MovedCell[];
}

/**
 * The undo with the present names and areas of its tables: one is known by its first cell, whatever its name. A step is
 * left out when nothing is left of it to do, and when people put rows into the table, or something into the rows to
 * give back: `held` then has a cell of theirs.
 */
export async function withTablesNow(
  context: Excel.RequestContext,
  plan: WritePlan,
  before: Before,
): Promise<TablesNow> {
  if (!plan.steps.some(({ kind }) => kind === 'resizeTable' || kind === 'deleteTable' || kind === 'moveTable'))
    return { plan, emptied: [], held: [] };
  const found = plan.steps.map((step) => stepNow(step, before));
  const shorter = found.flatMap(({ step }) => (step?.kind === 'resizeTable' && isShorter(step) ? [step] : []));
  const models = new Map<ResizeTable, ModelRows>();
  await askAll(
    context,
    shorter.flatMap((step) => questionsOf(context, step, before, models)),
  );
  const filled = new Map(shorter.map((step) => [step, filledIn(step, plan, before, models)]));
  const theirs = [...filled.values()].flatMap((one) => one.theirs);
  const isKept = (step: WriteStep): boolean =>
    step.kind !== 'resizeTable' || (filled.get(step)?.theirs.length ?? 0) === 0;
  const ours = [...filled.values()].flatMap((one) => (one.theirs.length === 0 ? one.ours : []));
  const emptied = ours.map((cell) => emptying(cell, before));
  return {
    plan: {
      ...plan,
      expected: [...plan.expected, ...ours.map((cell) => guardOf(cell, before))],
      steps: [...found.flatMap(({ step }) => (step && isKept(step) ? [step] : [])), ...emptied],
    },
    emptied,
    held: [...found.flatMap(({ held }) => held), ...theirs],
  };
}

function stepNow(step: WriteStep, before: Before): StepNow {
  switch (step.kind) {
    case 'resizeTable':
      return resizeNow(step, before);
    case 'moveTable': {
      const { sheet, top, left } = step.from;
      const there = before.tables.has(step.name.toLowerCase())
        ? undefined
        : tableAt(sheet, { top: step.hasTitle ? top + 1 : top, left }, before);
      return { step: there ? { ...step, name: there.name } : step, held: [] };
    }
    case 'deleteTable': {
      const { name, at } = step;
      const other = at && !before.tables.has(name.toLowerCase()) ? tableOver(at.sheet, at.area, before) : undefined;
      return other ? { step: null, held: [firstCell(other)] } : { step, held: [] };
    }
    default:
      return { step, held: [] };
  }
}

function resizeNow(step: ResizeTable, before: Before): StepNow {
  const { sheet, from } = step;
  const there = tableAt(sheet, from, before);
  if (!there) {
    const other = tableNamed(step.name, before) ?? tableOver(sheet, from, before);
    return { step: null, held: other ? [firstCell(other)] : [] }; // null: a table that somebody made a range
  }
  const { name, area } = there;
  const { rows } = step.area;
  const isDone = isShorter(step) ? area.rows <= rows : area.rows >= rows;
  if (isDone) return { step: null, held: [] };
  const isKnown = isShorter(step) ? area.rows <= from.rows : area.rows >= from.rows;
  if (!isKnown) return { step: null, held: [{ sheet, row: from.top + from.rows, column: area.left }] };
  return { step: { ...step, name, from: area, area: { ...area, rows } }, held: [] };
}

interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

function tablesOf({ tables }: Before): readonly FoundTable[] {
  return [...tables].map(([name, table]) => ({ name, ...table }));
}

function tableNamed(name: string, before: Before): FoundTable | undefined {
  return tablesOf(before).find((table) => table.name === name.toLowerCase());
}

function tableAt(sheet: string, { top, left }: Pick<Area, 'top' | 'left'>, before: Before): FoundTable | undefined {
  return tablesOf(before).find(
    (table) => isSame(table.sheet, sheet) && table.area.top === top && table.area.left === left,
  );
}

function tableOver(sheet: string, area: Area, before: Before): FoundTable | undefined {
  return tablesOf(before).find((table) => isSame(table.sheet, sheet) && intersection(table.area, area) !== null);
}

function firstCell({ sheet, area }: FoundTable): MovedCell {
  return { sheet, row: area.top, column: area.left };
}

/** The first row of a table and the last one that it keeps, which hold the formulas of its computed columns. */
type ModelRows = readonly { readonly row: number; readonly contents: readonly CellValue[] }[];

function questionsOf(
  context: Excel.RequestContext,
  step: ResizeTable,
  before: Before,
  models: Map<ResizeTable, ModelRows>,
): readonly Question[] {
  const id = before.sheets.get(step.sheet.toLowerCase());
  if (id === undefined) return [];
  const sheet = context.workbook.worksheets.getItem(id);
  const given = rowsGivenBack(step);
  const contents: CellValue[][] = [];
  const numberFormats: string[][] = [];
  before.takenRows.set(step, { area: given, contents, numberFormats });
  const { top, columns } = step.area;
  return [
    question(2 * columns, () => {
      const rows = [given.top - 1, top + 1].map((row) => ({
        row,
        range: loadContents(rangeOf(sheet, { ...given, top: row, rows: 1 })),
      }));
      return () =>
        models.set(
          step,
          rows.map(({ row, range }) => ({ row, contents: contentsOf(range)[0] ?? [] })),
        );
    }),
    rowsQuestion(0, given.rows, columns, (first, rows) => {
      const range = loadContents(rangeOf(sheet, { ...given, top: given.top + first, rows }), 'numberFormat');
      return () => {
        contentsOf(range).forEach((row, r) => (contents[first + r] = row));
        (range.numberFormat as string[][]).forEach((row, r) => (numberFormats[first + r] = row));
      };
    }),
  ];
}

interface FilledCell extends MovedCell {
  readonly content: CellValue;
  readonly numberFormat: string;
}

/** The cells of the rows to give back that the undo does not know: what Excel filled, and what people put there. */
function filledIn(
  step: ResizeTable,
  plan: WritePlan,
  before: Before,
  models: ReadonlyMap<ResizeTable, ModelRows>,
): { readonly ours: readonly FilledCell[]; readonly theirs: readonly MovedCell[] } {
  const rows = before.takenRows.get(step);
  if (!rows) return { ours: [], theirs: [] };
  const known = cellsExpected(plan, step.sheet, rows);
  const [ours, theirs]: [FilledCell[], MovedCell[]] = [[], []];
  rows.contents.forEach((contents, r) =>
    contents.forEach((content, c) => {
      const [row, column] = [rows.area.top + r, rows.area.left + c];
      if (sameContent(content, null) || known.has(formulaKey(row, column))) return;
      const numberFormat = rows.numberFormats[r]?.[c] ?? 'General';
      const cell = { sheet: step.sheet, row, column, content, numberFormat };
      if (
        isOfColumn(
          cell,
          (models.get(step) ?? []).map((one) => ({ row: one.row, content: one.contents[c] ?? null })),
        )
      )
        ours.push(cell);
      else theirs.push({ sheet: step.sheet, row, column });
    }),
  );
  return { ours, theirs };
}

/** True for a cell with the formula of its column. */
function isOfColumn(
  { row, content }: FilledCell,
  models: readonly { readonly row: number; readonly content: CellValue }[],
): boolean {
  const isFormula = (one: CellValue): one is string => typeof one === 'string' && one.startsWith('=');
  return (
    isFormula(content) &&
    models.some((model) => isFormula(model.content) && isFilledDown(model.content, row - model.row, content))
  );
}

/** The cells of an area that a plan writes. */
function cellsKnown(plan: Pick<WritePlan, 'steps'>, sheet: string, area: Area): Set<number> {
  const known = new Set<number>();
  for (const step of plan.steps)
    if (step.kind === 'setCells' && isSame(step.sheet, sheet))
      eachIn(area, step, step.cells, (cell, key) => void (cell && known.add(key)));
  return known;
}

/** Those cells, and the ones that hold what the guards of the plan expect. */
function cellsExpected(plan: WritePlan, sheet: string, { area, contents }: TakenRows): ReadonlySet<number> {
  const known = cellsKnown(plan, sheet, area);
  for (const guard of plan.expected)
    if (isSame(guard.sheet, sheet))
      eachIn(area, guard, guard.contents, (expected, key, row, column) => {
        if (holdsWritten(expected, contents[row - area.top]?.[column - area.left] ?? null)) known.add(key);
      });
  return known;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Takes the cells of rows that are in the rows of an area. */
function eachIn<T>(
  area: Area,
  { top, left }: Pick<Area, 'top' | 'left'>,
  rows: readonly (readonly T[])[],
  take: (cell: T, key: number, row: number, column: number) => void,
): void {
  for (let row = Math.max(area.top, top); row < Math.min(area.top + area.rows, top + rows.length); row++)
    rows[row - top]?.forEach((cell, c) => {
      take(cell, formulaKey(row, left + c), row, left + c);
    });
}

function emptying({ sheet, row, column, content, numberFormat }: FilledCell, before: Before): SetCells {
  const step: SetCells = { kind: 'setCells', sheet, top: row, left: column, cells: [[{ value: null }]] };
  before.cells.set(step, {
    contents: [[content]],
    numberFormats: [[numberFormat]],
    looks: null,
    merged: [],
    spilling: [],
  });
  return step;
}

function guardOf({ sheet, row, column, content }: FilledCell, before: Before): ExpectedCells {
  const guard: ExpectedCells = { sheet, top: row, left: column, contents: [[content]] };
  before.guards.set(guard, () => guard.contents);
  return guard;
}

interface WatchedTable {
  readonly step: ResizeTable;
  readonly table: Excel.Range;
  readonly rows: Excel.Range;
}

/** Loads the tables that a request makes shorter, before it does. */
export function watchTables(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  { operations }: Part,
): readonly WatchedTable[] {
  return operations.flatMap((step) => {
    if (!('kind' in step) || step.kind !== 'resizeTable' || !isShorter(step)) return [];
    const table = context.workbook.tables.getItem(step.name).getRange();
    table.load('rowIndex,columnIndex,rowCount,columnCount');
    return [{ step, table, rows: loadContents(rangeOf(sheets.get(step.sheet), rowsGivenBack(step))) }];
  });
}

/**
 * Makes those tables longer again under which somebody worked between the last reading and the request. Returns a cell
 * of each. `before` takes their areas first: a rollback restores them where Excel refuses this request.
 */
export async function keepTables(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  watched: readonly WatchedTable[],
  plan: WritePlan,
  before: Before,
): Promise<readonly MovedCell[]> {
  const changed = watched.flatMap((one) => {
    const place = changeUnder(one, plan, before);
    return place ? [{ ...one, place }] : [];
  });
  for (const { step, table } of changed) before.foundTables.set(step, areaOfRange(table));
  for (const [step, area] of before.foundTables) queueResize(context, sheets, { ...step, area, from: step.area });
  if (changed.length > 0) await context.sync();
  return changed.map(({ place }) => place);
}

function changeUnder({ step, table, rows }: WatchedTable, plan: WritePlan, before: Before): MovedCell | null {
  const found = areaOfRange(table);
  const { sheet, from } = step;
  if (!sameArea(found, from)) return placeOfChange(sheet, from, found);
  const given = rowsGivenBack(step);
  const known = cellsKnown(plan, sheet, given);
  const former = before.takenRows.get(step)?.contents;
  if (!former) return null;
  for (const [r, row] of contentsOf(rows).entries())
    for (const [c, content] of row.entries()) {
      const place = { sheet, row: given.top + r, column: given.left + c };
      const isSame = sameContent(content, former[r]?.[c] ?? null);
      if (!isSame && !known.has(formulaKey(place.row, place.column))) return place;
    }
  return null;
}
