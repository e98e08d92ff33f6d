/**
 * A page and the sheet where it stands → the steps that make them equal, and no other: what is right is left alone with
 * its format, the user's comments follow their row, and a row or a column that the user put inside the document is
 * refused by its address.
 */
import { failure, success, type Result } from '../../domain/result';
import { sizeInFooter } from '../../messages/documents/documents-fr';
import { cellAddress, isCellError, type Area, type CellValue } from '../../workbook/cells';
import type { Failure } from '../../workbook/failure';
import type { ExpectedCells, PlannedCell, WriteStep } from '../../workbook/plan';
import { formulaKey, valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import { chartSteps } from './chart-steps';
import type { DocumentFrame } from '../document';
import { areaOf, type DocumentPage, type Origin } from '../page/document-page';
import { sameFormula } from '../../workbook/formula-text';
import { breakMoves, TITLE_ROWS } from '../page/pagination';
import { rowKeys } from './row-keys';

/** Part of a plan. */
export interface PlanPart {
  readonly steps: readonly WriteStep[];
  readonly expected: readonly ExpectedCells[];
  /** Carried out after the cells of every document, which they may draw. */
  readonly charts: readonly WriteStep[];
}

const NOTHING: PlanPart = { steps: [], expected: [], charts: [] };
/** Amounts differ by a cent at least, rates by a ten-thousandth; less is the noise of another engine. */
const HALF_OF_A_RATE = 0.00005;
/** Highlights reach further than the document, so that it may grow under them. */
const HIGHLIGHTED_ROWS = 500;

/** The whole document on a sheet that holds nothing. `isRenewed`: what its charts drew is gone. */
export function firstTime(
  frame: DocumentFrame,
  page: DocumentPage,
  sheet: SheetSnapshot | null,
  isRenewed = false,
): PlanPart {
  const origin: Origin = { row: 0, column: 0 };
  const name = sheet?.name ?? frame.sheet;
  const area = areaOf(page, origin);
  const steps: WriteStep[] = [
    ...(sheet ? [] : [{ kind: 'addSheet', sheet: name } as const]),
    { kind: 'setCells', sheet: name, top: origin.row, left: origin.column, cells: page.rows },
    { kind: 'setName', name: frame.range, sheet: name, area },
    { kind: 'setColumnWidths', sheet: name, left: origin.column, widths: page.widths },
    {
      kind: 'setPage',
      sheet: name,
      landscape: page.landscape,
      breaks: page.breaks,
      ...(sheet ? {} : { titleRows: TITLE_ROWS }),
    },
    ...highlightSteps(page, name, origin, 0),
  ];
  const blank = page.rows.map((row) => row.map((): CellValue => null));
  const expected = sheet ? [{ sheet: name, top: origin.row, left: origin.column, contents: blank }] : [];
  return {
    steps,
    expected,
    charts: chartSteps(page.charts, frame.id, { name, present: sheet?.charts ?? [] }, isRenewed),
  };
}

/** Only what changed of a document that is there. */
export function again(
  frame: DocumentFrame,
  page: DocumentPage,
  sheet: SheetSnapshot,
  area: Area,
  isRenewed = false,
): Result<PlanPart, Failure> {
  const intruder = intruderIn(frame, page, sheet, area);
  if (intruder) return failure(intruder);
  const target = areaOf(page, { row: area.top, column: area.left });
  const cells = cellsToWrite(page, sheet, area, target);
  if ('code' in cells) return failure(cells);
  const parts = runsOf(cells, sheet, target);
  const isResized = target.rows !== area.rows || target.columns !== area.columns;
  const charts = chartSteps(page.charts, frame.id, { name: sheet.name, present: sheet.charts ?? [] }, isRenewed);
  if (parts.length === 0 && !isResized && charts.length === 0) return success(NOTHING);
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const steps: WriteStep[] = [
    ...parts.map((part): WriteStep => ({ kind: 'setCells', sheet: sheet.name, ...part.place, cells: [part.cells] })),
    ...(isResized ? [{ kind: 'setName', name: frame.range, sheet: sheet.name, area: target } as const] : []),
    ...movedPages(page, sheet, area),
    ...highlightSteps(page, sheet.name, { row: area.top, column: area.left }, area.rows),
  ];
  const expected = parts.map((part) => ({ sheet: sheet.name, ...part.place, contents: [part.present] }));
  return success({ steps, expected, charts });
}

/** The whole page, with the comments that people wrote in the document that is there. */
export function withComments(page: DocumentPage, sheet: SheetSnapshot, area: Area): Result<DocumentPage, Failure> {
  const comments = placeComments(layoutOf(page, sheet, area));
  if ('code' in comments) return failure(comments);
  const rows = page.rows.map((cells, row) =>
    cells.map((cell, column) =>
      column === page.commentColumn && cell?.style === 'inputText'
        ? { ...cell, value: comments.get(row) ?? null }
        : cell,
    ),
  );
  return success({ ...page, rows });
}

/** Page breaks go with the rows before which they were put. */
function movedPages(page: DocumentPage, sheet: SheetSnapshot, area: Area): readonly WriteStep[] {
  const { before, after } = layoutOf(page, sheet, area);
  const moves = breakMoves(page, before, after, area.top);
  return moves.length === 0 ? [] : [{ kind: 'movePageBreaks', sheet: sheet.name, moves }];
}

/** The highlights that a document of `rowsBefore` rows did not have yet. */
function highlightSteps(page: DocumentPage, sheet: string, origin: Origin, rowsBefore: number): readonly WriteStep[] {
  const reach = (rows: number): number =>
    rows === 0 ? 0 : Math.ceil((rows * 2) / HIGHLIGHTED_ROWS) * HIGHLIGHTED_ROWS;
  const [before, after] = [reach(rowsBefore), reach(page.rows.length)];
  if (after <= before) return [];
  return page.highlights.map(({ left, columns, formula }): WriteStep => {
    const area = { top: origin.row + before, left: origin.column + left, rows: after - before, columns };
    const shifted = formula.replaceAll(
      new RegExp(`(\\$?[A-Z]{1,3})${origin.row + 1}\\b`, 'g'),
      `$1${origin.row + before + 1}`,
    );
    return { kind: 'highlightWhen', sheet, area, formula: shifted };
  });
}

/** A row or a column that the user added or took away: the range has no longer the size that the document says. */
function intruderIn({ range }: DocumentFrame, page: DocumentPage, sheet: SheetSnapshot, area: Area): Failure | null {
  const footer = contentAt(sheet, area.top + area.rows - 1, area.left);
  const size = typeof footer === 'string' ? sizeInFooter(footer) : null;
  if (size && size.rows === area.rows && size.columns === area.columns) return null;
  const cell = firstDifference(page, sheet, area);
  const what =
    size !== null && area.rows > size.rows
      ? 'rowAdded'
      : size !== null && area.columns > size.columns
        ? 'columnAdded'
        : 'lost';
  return { code: 'documentAltered', sheet: sheet.name, cell, name: range, what };
}

/** The first cell whose fixed text is no longer there. */
function firstDifference(page: DocumentPage, sheet: SheetSnapshot, area: Area): string {
  for (const [row, cells] of page.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (typeof cell?.value !== 'string' || cell.formula !== undefined || cell.style === 'subtitle') continue;
      if (valueAt(sheet, area.top + row, area.left + column) !== cell.value)
        return cellAddress(area.top + row, area.left + column);
    }
  }
  return cellAddress(area.top + area.rows - 1, area.left);
}

/** The cells to write over the target, null where nothing changes; or the refusal of a cell that is not ours. */
function cellsToWrite(
  page: DocumentPage,
  sheet: SheetSnapshot,
  area: Area,
  target: Area,
): (PlannedCell | null)[][] | Failure {
  const layout = layoutOf(page, sheet, area);
  const refusal = strayIn(layout) ?? growsOver(layout, target);
  if (refusal) return refusal;
  const comments = placeComments(layout);
  if ('code' in comments) return comments;
  const writings = { comments, carried: carriedAlong(layout) };
  const rows = Array.from({ length: Math.max(area.rows, target.rows) }, (_, row) => row);
  return rows.map((row) =>
    Array.from({ length: target.columns }, (_, column) => cellToWrite(layout, writings, row, column)),
  );
}

function layoutOf(page: DocumentPage, sheet: SheetSnapshot, area: Area): Layout {
  const firstColumn = Array.from({ length: area.rows }, (_, row) => valueAt(sheet, area.top + row, area.left));
  const before = rowKeys(firstColumn, page);
  const after = rowKeys(
    page.rows.map((cells) => cells[0]?.value ?? null),
    page,
  );
  return { page, sheet, area, before, after, firstMoved: firstMovedRow(before, after) };
}

/** A page over the document that is there. */
interface Layout {
  readonly page: DocumentPage;
  readonly sheet: SheetSnapshot;
  readonly area: Area;
  /** What each row is known by, as it stands and as it will. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** From this row on, rows do not stand where they stood. */
  readonly firstMoved: number;
}

/** What people wrote in the document, by its place in the new page. */
interface Writings {
  readonly comments: ReadonlyMap<number, CellValue>;
  /** Beside the figures: a name under « Pour le délégataire », a note at the end of a row. By row, then column. */
  readonly carried: ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
}

function cellToWrite(
  { page, sheet, area, firstMoved }: Layout,
  { comments, carried }: Writings,
  row: number,
  column: number,
): PlannedCell | null {
  const [sheetRow, sheetColumn] = [area.top + row, area.left + column];
  const planned = page.rows[row]?.[column] ?? null;
  if (column === page.commentColumn && planned?.style === 'inputText') {
    const comment: PlannedCell = { value: comments.get(row) ?? null, style: 'inputText' };
    return row < firstMoved && comment.value === contentAt(sheet, sheetRow, sheetColumn) ? null : comment;
  }
  const note = carried.get(row)?.get(column);
  if (note !== undefined) return { value: note };
  if (row >= firstMoved) return planned ?? { value: null, style: 'note' };
  if (!planned || planned.value === null || holds(sheet, sheetRow, sheetColumn, planned)) return null;
  return planned.formula === undefined ? { value: planned.value } : { value: planned.value, formula: planned.formula };
}

/** The first row that does not stand where it stood; a row of another name above one that does was only renamed. */
function firstMovedRow(before: readonly string[], after: readonly string[]): number {
  const length = Math.max(before.length, after.length);
  for (let row = 0; row < length; row++) {
    if (before[row] === after[row]) continue;
    const isRenamed = row < Math.min(before.length, after.length) && before[row + 1] === after[row + 1];
    if (!isRenamed) return row;
  }
  return length;
}

/**
 * A cell that the document leaves blank and that holds something: it is the user's, and would be lost or taken for a
 * figure.
 */
function strayIn({ page, sheet, area, before, after, firstMoved }: Layout): Failure | null {
  const places = new Map(after.map((key, row) => [key, row]));
  for (const [row, key] of before.entries()) {
    const place = row < firstMoved ? row : places.get(key);
    if (place === undefined) continue;
    for (let column = 0; column < area.columns; column++) {
      const planned = page.rows[place]?.[column] ?? null;
      if (planned?.style === 'inputText' || (planned && planned.value !== null)) continue;
      if (planned === null && (row < firstMoved || isPlain(sheet, area, row, column))) continue; // outside the figures: the user may write there
      if (contentAt(sheet, area.top + row, area.left + column) !== null)
        return occupied(sheet, area.top + row, area.left + column);
    }
  }
  return null;
}

/** What people wrote outside the figures of the rows that move goes with them. */
function carriedAlong({ page, sheet, area, before, after, firstMoved }: Layout): Writings['carried'] {
  const carried = new Map<number, Map<number, CellValue>>();
  const places = new Map(after.map((key, row) => [key, row]));
  for (const [row, key] of before.entries()) {
    const place = row < firstMoved ? undefined : places.get(key);
    if (place === undefined) continue;
    for (let column = 0; column < area.columns; column++) {
      const content = contentAt(sheet, area.top + row, area.left + column);
      if (content === null || !isBlank(page, place, column)) continue;
      const cells = carried.get(place) ?? new Map<number, CellValue>();
      carried.set(place, cells.set(column, content));
    }
  }
  return carried;
}

/** Outside the figures: the document never writes there. */
function isBlank(page: DocumentPage, row: number, column: number): boolean {
  return (page.rows[row]?.[column] ?? null) === null;
}

/** Not a formula: those point to cells by their place, and would say something else elsewhere. */
function isPlain(sheet: SheetSnapshot, area: Area, row: number, column: number): boolean {
  return !sheet.formulas.has(formulaKey(area.top + row, area.left + column));
}

/** A cell that the document would grow over. */
function growsOver({ sheet, area }: Layout, target: Area): Failure | null {
  for (let row = target.top; row < target.top + target.rows; row++) {
    for (let column = target.left; column < target.left + target.columns; column++) {
      const isInside = row < area.top + area.rows && column < area.left + area.columns;
      if (!isInside && contentAt(sheet, row, column) !== null) return occupied(sheet, row, column);
    }
  }
  return null;
}

/** The comments by row of the new page. A comment whose row is no more would be lost: it is refused. */
function placeComments({
  page,
  sheet,
  area,
  before,
  after,
  firstMoved,
}: Layout): ReadonlyMap<number, CellValue> | Failure {
  const comments = new Map<number, CellValue>();
  const { commentColumn } = page;
  if (commentColumn === null) return comments;
  const places = new Map(after.map((key, row) => [key, row]));
  const isInput = (row: number | undefined): row is number =>
    row !== undefined && page.rows[row]?.[commentColumn]?.style === 'inputText';
  const headings = new Set(
    page.rows.flatMap((cells) => (cells[commentColumn]?.style === 'heading' ? [cells[commentColumn].value] : [])),
  );
  for (const [row, key] of before.entries()) {
    const content = contentAt(sheet, area.top + row, area.left + commentColumn);
    if (content === null || headings.has(content)) continue;
    const place = row < firstMoved && !places.has(key) ? row : places.get(key);
    if (place !== undefined && isOurs(page.rows[place]?.[commentColumn] ?? null)) continue;
    if (place !== undefined && isBlank(page, place, commentColumn) && isPlain(sheet, area, row, commentColumn))
      continue; // carried along
    if (isInput(place)) comments.set(place, content);
    else if (place !== row || row >= firstMoved) return occupied(sheet, area.top + row, area.left + commentColumn);
  }
  return comments;
}

/** A cell of the document itself, such as the state of a control line, in the column of the comments. */
function isOurs(cell: PlannedCell | null): boolean {
  return cell !== null && cell.style !== 'inputText' && cell.value !== null;
}

/** Stretches of each row to write, with what they hold now. */
function runsOf(
  cells: readonly (readonly (PlannedCell | null)[])[],
  sheet: SheetSnapshot,
  target: Area,
): readonly Run[] {
  return cells.flatMap((line, row) => {
    const runs: { place: { top: number; left: number }; cells: PlannedCell[]; present: CellValue[] }[] = [];
    line.forEach((cell, column) => {
      if (!cell) return;
      const place = { top: target.top + row, left: target.left + column };
      let run = runs.at(-1);
      if (!run || run.place.left + run.cells.length !== place.left)
        runs.push((run = { place, cells: [], present: [] }));
      run.cells.push(cell);
      run.present.push(contentAt(sheet, place.top, place.left));
    });
    return runs;
  });
}

interface Run {
  readonly place: { readonly top: number; readonly left: number };
  readonly cells: readonly PlannedCell[];
  readonly present: readonly CellValue[];
}

function holds(sheet: SheetSnapshot, row: number, column: number, planned: PlannedCell): boolean {
  const formula = sheet.formulas.get(formulaKey(row, column));
  if ((formula === undefined) !== (planned.formula === undefined)) return false;
  if (formula !== undefined && planned.formula !== undefined && !sameFormula(formula, planned.formula)) return false;
  const value = valueAt(sheet, row, column);
  if (typeof value === 'number' && typeof planned.value === 'number')
    return Math.abs(value - planned.value) < HALF_OF_A_RATE;
  return isCellError(value) ? false : value === planned.value;
}

function contentAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.formulas.get(formulaKey(row, column)) ?? valueAt(sheet, row, column);
}

function occupied(sheet: SheetSnapshot, row: number, column: number): Failure {
  return { code: 'occupied', sheet: sheet.name, cell: cellAddress(row, column) };
}
