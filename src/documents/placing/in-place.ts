/**
 * The steps that write a page on a sheet, or update it where it is. Only cells that differ are written, comments of the
 * user move with their row, and a row or a column inserted in the document is refused.
 */
import { failure, success, type Result } from '../../domain/result';
import { DOCUMENT_WORDS, sizeInFooter } from '../../messages/documents/documents-fr';
import { cellAddress, isCellError, textOf, type Area, type CellValue } from '../../workbook/cells';
import { cellOfContent, contentAt, occupied } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { ExpectedCells, PlannedCell, WriteStep } from '../../workbook/plan';
import { formulaKey, hasFormula, shownAt, valueAt, type SheetSnapshot } from '../../workbook/snapshot';
import { chartSteps } from './chart-steps';
import { formerTexts } from './chart-titles';
import type { DocumentFrame } from '../document';
import { areaOf, TOP_LEFT, type DocumentPage, type Origin, type PageCell } from '../page/document-page';
import { sameFormula } from '../../workbook/formula-text';
import { breakMoves, TITLE_ROWS } from '../page/pagination';
import { isMoved, rowsToFollow, twoOnOneCell } from './attached';
import { authorAt } from './former-contents';
import { noteOnGoneRow, noteUnderGoneChart } from './gone-rows';
import { placeOf, type RowLayout } from './row-layout';
import { filledUnder, runsOf } from './written-runs';

/** The part of a plan that writes one document. */
export interface PlanPart {
  readonly steps: readonly WriteStep[];
  readonly expected: readonly ExpectedCells[];
  /** Applied after the cells of all documents, which they may draw. */
  readonly charts: readonly WriteStep[];
}

const NOTHING: PlanPart = { steps: [], expected: [], charts: [] };
/** Amounts differ by at least a cent, rates by a ten-thousandth; less is rounding noise of another engine. */
const HALF_OF_A_RATE = 0.00005;
/** Of a row, in a failure. */
const LONGEST_LABEL = 60;
/** Highlights cover more rows than the document, so that it may grow. */
const HIGHLIGHTED_ROWS = 500;

/** The document on an empty sheet, or on a new one (null). `isRenewed`: the cells that its charts drew are gone. */
export function firstTime(
  frame: DocumentFrame,
  page: DocumentPage,
  sheet: SheetSnapshot | null,
  isRenewed = false,
): PlanPart {
  const name = sheet?.name ?? frame.sheet;
  const area = areaOf(page, TOP_LEFT);
  const steps: WriteStep[] = [
    ...(sheet ? [] : [{ kind: 'addSheet', sheet: name } as const]),
    { kind: 'setCells', sheet: name, top: 0, left: 0, cells: page.rows },
    { kind: 'setName', name: frame.range, sheet: name, area },
    { kind: 'setColumnWidths', sheet: name, left: 0, widths: page.widths },
    {
      kind: 'setPage',
      sheet: name,
      landscape: page.landscape,
      breaks: page.breaks,
      ...(sheet ? {} : { titleRows: TITLE_ROWS }),
    },
    ...highlightSteps(page, name, TOP_LEFT, 0),
  ];
  const blank = page.rows.map((row) => row.map((): CellValue => null));
  const expected = sheet ? [{ sheet: name, top: 0, left: 0, contents: blank }] : [];
  return {
    steps,
    expected,
    charts: chartSteps(page.charts, frame.id, { name, present: sheet?.charts ?? [] }, isRenewed),
  };
}

/** The changes of a document that is in the workbook. */
export function again(frame: DocumentFrame, layout: RowLayout, isRenewed = false): Result<PlanPart, Failure> {
  const { page, sheet, area } = layout;
  const intruder = intruderIn(frame, page, sheet, area);
  if (intruder) return failure(intruder);
  const target = areaOf(page, { row: area.top, column: area.left });
  const cells = cellsToWrite(layout, target);
  if ('code' in cells) return failure(cells);
  const parts = runsOf(cells, sheet, target);
  const filled = filledUnder(parts, sheet);
  if (filled) return failure(filled);
  const isResized = target.rows !== area.rows || target.columns !== area.columns;
  const { name, charts: present = [], unnamedCharts: unnamed } = sheet;
  const former = formerTexts(page, sheet, area);
  const charts = chartSteps(page.charts, frame.id, { name, present, unnamed, former }, isRenewed);
  const following = rowsToFollow(layout, target);
  const lost = twoOnOneCell(sheet, following);
  if (lost) return failure(lost);
  if (parts.length === 0 && !isResized && charts.length === 0) return success(NOTHING);
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  const steps: WriteStep[] = [
    ...parts.map((part): WriteStep => ({ kind: 'setCells', sheet: sheet.name, ...part.place, cells: [part.cells] })),
    ...(isResized ? [{ kind: 'setName', name: frame.range, sheet: sheet.name, area: target } as const] : []),
    ...movedPages(layout),
    ...(isMoved(following) ? [{ kind: 'followRows', sheet: sheet.name, ...following } as const] : []),
    ...highlightSteps(page, sheet.name, { row: area.top, column: area.left }, area.rows),
  ];
  const expected = parts.map((part) => ({ sheet: sheet.name, ...part.place, contents: [part.present] }));
  return success({ steps, expected, charts });
}

/** The page with the comments of the document that is in the workbook. */
export function withComments(layout: RowLayout): Result<DocumentPage, Failure> {
  const { page } = layout;
  const comments = placeComments(layout);
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

/** The same page with all that people wrote in the document, formulas as their values: for a copy of it. */
export function withWritings(layout: RowLayout): Result<DocumentPage, Failure> {
  const { sheet, area } = layout;
  const commented = withComments(layout);
  if (!commented.ok) return commented;
  const refusal = unkept(layout) ?? occupiedFigure(layout);
  if (refusal) return failure(refusal);
  const rowAt = new Map(layout.before.map((_, row) => [placeOf(layout, row), row]));
  const carried = writingsFrom(0, layout);
  const rows = commented.value.rows.map((cells, place) =>
    cells.map((cell, column) => {
      if (!carried.get(place)?.has(column)) return cell;
      const [row, own] = [area.top + (rowAt.get(place) ?? 0), area.left + column];
      const value = valueAt(sheet, row, own);
      return {
        value: isCellError(value) ? value.error : value,
        ...(shownAt(sheet, row, own)?.kind === 'date' && { style: 'date' as const }),
      };
    }),
  );
  return success({ ...commented.value, rows });
}

/** Page breaks move with the rows that they precede. */
function movedPages({ page, sheet, area, before, after }: RowLayout): readonly WriteStep[] {
  const moves = breakMoves(page, before, after, area.top);
  return moves.length === 0 ? [] : [{ kind: 'movePageBreaks', sheet: sheet.name, moves }];
}

/** The highlights to add to those of a document of `rowsBefore` rows. */
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

/** A row or a column that the user inserted or deleted: the range has not the size that the last line states. */
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

/** The first cell without its fixed text. */
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

/** The cells to write over the target, null where nothing changes; or a refusal. */
function cellsToWrite(layout: RowLayout, target: Area): (PlannedCell | null)[][] | Failure {
  const refusal = unkept(layout) ?? occupiedBlank(layout);
  if (refusal) return refusal;
  const comments = placeComments(layout);
  if ('code' in comments) return comments;
  const writings = { comments, carried: writingsFrom(layout.firstMoved, layout) };
  const rows = Array.from({ length: Math.max(layout.area.rows, target.rows) }, (_, row) => row);
  return rows.map((row) =>
    Array.from({ length: target.columns }, (_, column) => cellToWrite(layout, writings, row, column)),
  );
}

/** Refuses a text of the user that no row of the page has room for, or that may be one of the document. */
function unkept(layout: RowLayout): Failure | null {
  const { sheet, area, unclear } = layout;
  if (unclear !== null) return occupied(sheet, area.top + unclear, area.left);
  const under = noteUnderGoneChart(layout);
  if (under) return occupied(sheet, area.top + under.row, area.left + under.column);
  const note = noteOnGoneRow(layout);
  return note && gone(layout, note.row, note.column);
}

/** The refusal of a text of the user whose row goes away. */
function gone({ sheet, area }: RowLayout, row: number, column: number): Failure {
  const label = column === 0 ? '' : textOf(valueAt(sheet, area.top + row, area.left)).slice(0, LONGEST_LABEL);
  const left = occupied(sheet, area.top + row, area.left + column);
  return label === '' ? left : { ...left, goneRow: label };
}

/** The writings of the user in the document, by place in the new page. */
interface Writings {
  readonly comments: ReadonlyMap<number, CellValue>;
  /** Outside the figures, such as a name under « Pour le délégataire » or a note. By row, then column. */
  readonly carried: ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
}

function cellToWrite(
  { page, sheet, area, firstMoved }: RowLayout,
  { comments, carried }: Writings,
  row: number,
  column: number,
): PlannedCell | null {
  const [sheetRow, sheetColumn] = [area.top + row, area.left + column];
  const planned = page.rows[row]?.[column] ?? null;
  if (column === page.commentColumn && planned?.style === 'inputText') {
    const comment = comments.get(row) ?? null;
    const isThere = row < firstMoved && comment === contentAt(sheet, sheetRow, sheetColumn);
    return isThere ? null : { ...cellOfContent(comment), style: 'inputText' };
  }
  const note = carried.get(row)?.get(column);
  if (note !== undefined) return cellOfContent(note);
  if (row >= firstMoved) return planned ?? { value: null, style: 'note' };
  if (!planned || (planned.value === null && !planned.isElsewhereFilled)) return null;
  if (holds(sheet, sheetRow, sheetColumn, planned)) return null;
  return planned.formula === undefined ? { value: planned.value } : { value: planned.value, formula: planned.formula };
}

/** Refuses a cell of the user where the document has a blank: it would be lost or read as a figure. */
function occupiedBlank(layout: RowLayout): Failure | null {
  const { sheet, area, firstMoved } = layout;
  // Outside the figures, the user may write.
  return occupiedWhere(
    layout,
    (planned, row, column) => planned !== null || (row >= firstMoved && !isPlain(sheet, area, row, column)),
  );
}

/** The same for a copy, where a formula of the user becomes its value. */
function occupiedFigure(layout: RowLayout): Failure | null {
  return occupiedWhere(layout, (planned) => planned !== null);
}

/** The refusal of the first content in a cell that the document leaves blank, among those of a kind. */
function occupiedWhere(
  layout: RowLayout,
  isRefused: (planned: PlannedCell | null, row: number, column: number) => boolean,
): Failure | null {
  const { page, sheet, area, before } = layout;
  for (const row of before.keys()) {
    const place = placeOf(layout, row);
    if (place === undefined) continue;
    for (let column = 0; column < area.columns; column++) {
      const planned = page.rows[place]?.[column] ?? null;
      if (planned?.style === 'inputText' || (planned && planned.value !== null)) continue;
      if (isRefused(planned, row, column) && authorAt(layout, row, column, planned) === 'person')
        return { ...occupied(sheet, area.top + row, area.left + column), ...registerOf(planned) };
    }
  }
  return null;
}

/** The table where a content belongs that a person typed in a cell of the document. */
function registerOf(planned: PageCell | null): { readonly register?: string } {
  return planned?.register === undefined ? {} : { register: planned.register };
}

/** The writings of the user outside the figures, on the rows from one on; by row of the new page. */
function writingsFrom(first: number, layout: RowLayout): Writings['carried'] {
  const { page, sheet, area, before } = layout;
  const carried = new Map<number, Map<number, CellValue>>();
  for (const row of before.keys()) {
    const place = row < first ? undefined : placeOf(layout, row);
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

/** True where the document never writes. */
function isBlank(page: DocumentPage, row: number, column: number): boolean {
  return (page.rows[row]?.[column] ?? null) === null;
}

/** True without a formula, its own or that of another cell: moved, a formula would refer to other cells. */
function isPlain(sheet: SheetSnapshot, area: Area, row: number, column: number): boolean {
  return !hasFormula(sheet, area.top + row, area.left + column);
}

/** The comments by row of the new page. Refuses when the row of a comment is gone, since the comment would be lost. */
function placeComments(layout: RowLayout): ReadonlyMap<number, CellValue> | Failure {
  const { page, sheet, area, before, firstMoved } = layout;
  const comments = new Map<number, CellValue>();
  const { commentColumn } = page;
  if (commentColumn === null) return comments;
  const isInput = (row: number | undefined): row is number =>
    row !== undefined && page.rows[row]?.[commentColumn]?.style === 'inputText';
  const headings = new Set<CellValue>([
    ...page.rows.flatMap((cells) => (cells[commentColumn]?.style === 'heading' ? [cells[commentColumn].value] : [])),
    ...DOCUMENT_WORDS.earlier.comments,
  ]);
  for (const row of before.keys()) {
    const content = contentAt(sheet, area.top + row, area.left + commentColumn);
    if (content === null || headings.has(content) || isState(content)) continue;
    const place = placeOf(layout, row);
    if (place !== undefined && isOurs(page.rows[place]?.[commentColumn] ?? null)) continue;
    if (place !== undefined && isBlank(page, place, commentColumn) && isPlain(sheet, area, row, commentColumn))
      continue; // moved by `writingsFrom`
    const canMove = row < firstMoved || isPlain(sheet, area, row, commentColumn);
    if (isInput(place) && canMove) comments.set(place, content);
    else if (place !== row || row >= firstMoved) {
      return place === undefined
        ? gone(layout, row, commentColumn)
        : occupied(sheet, area.top + row, area.left + commentColumn);
    }
  }
  return comments;
}

/** The state of a control line, which earlier versions had on other rows: `=IF(B55=0,"OK","À renseigner")`. */
function isState(content: CellValue): boolean {
  return typeof content === 'string' && /^=IF\((?:ABS\()?\$?[A-Z]{1,3}\$?\d{1,7}\)?(?:=0|<0\.005),"/.test(content);
}

/** True for a cell of the document in the column of comments, such as the state of a control line. */
function isOurs(cell: PlannedCell | null): boolean {
  return cell !== null && cell.style !== 'inputText' && cell.value !== null;
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
