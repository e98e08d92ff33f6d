/** Queues the steps of a plan through Excel's objects. */
import type { Area } from '../../../workbook/cells';
import { WHATEVER_ID, type PlannedCell, type WriteStep } from '../../../workbook/plan';
import { fixedReference, placeOfReference, sameReference } from '../../../workbook/references';
import { rangeOf } from '../excel-ranges';
import { TEXT_FORMAT, toExcel } from '../excel-values';
import { pointsOf, type AppendRow, type Before, type SetCells } from './before';
import { changesLook, numberFormatToSet, propertiesOf } from './looks/excel-looks';
import type { ListStep } from './lists';
import { movedLooksIn } from './looks/moved-looks';
import { setBreaks, setPage } from './page-layout';
import { moveTable } from './moved-tables';
import type { Block } from './parts';
import { queueResize } from './rows/resized-tables';
import type { SheetFinder } from './sheet-finder';
import type { HighlightWhen } from './undo';
import { addChart, redrawChart } from './write-charts';

const HIGHLIGHT = { fill: '#FFE9E6', font: '#B34000' };
const TABLE_STYLE = 'TableStyleLight1';

/**
 * Queues rows of cells: their number formats, then their contents, then their looks. A number or a formula whose cell
 * got the text format after it is not text: it is written first, and has that format again after. Of the range
 * returned, Excel answers the row once the contents are written.
 */
export function queueBlock(sheets: SheetFinder, block: Block, before: Before): Excel.Range {
  const range = rangeOf(sheets.get(block.step.sheet), block.area);
  setBlock(sheets, block, range, before);
  return range;
}

function setBlock(sheets: SheetFinder, { step, area, rows }: Block, range: Excel.Range, before: Before): void {
  const present = before.cells.get(step)?.numberFormats;
  const filled = rows.map((row) => Array.from({ length: area.columns }, (_, column) => row[column] ?? null));
  const presentFormat = (r: number, c: number): string | null => present?.[area.top - step.top + r]?.[c] ?? null;
  const formats = filled.map((row, r) => row.map((cell, c) => numberFormatToSet(cell, presentFormat(r, c))));
  const first = filled.map((row, r) =>
    row.map((cell, c) => formatToSetFirst(cell, formats[r]?.[c] ?? null, presentFormat(r, c))),
  );
  const late = first.map((row, r) =>
    row.map((one, c) => (one === null ? null : (formats[r]?.[c] ?? presentFormat(r, c) ?? 'General'))),
  );
  if (hasAny(formats) || hasAny(first))
    range.numberFormat = formats.map((row, r) => row.map((one, c) => first[r]?.[c] ?? one));
  range.formulas = filled.map((row, r) =>
    row.map((cell, c) => {
      const format = first[r]?.[c] ?? formats[r]?.[c] ?? presentFormat(r, c) ?? undefined;
      return cell === null ? null : (cell.formula ?? toExcel(cell.value, format));
    }),
  );
  range.load('rowIndex');
  if (hasAny(late)) range.numberFormat = late;
  if (!filled.some((row) => row.some(changesLook))) return;
  const moved = movedLooksIn(before, step.sheet);
  range.setCellProperties(
    filled.map((row, r) => row.map((cell, c) => propertiesOf(cell, moved.marksAt(area.top + r, area.left + c)))),
  );
  const isUnfilled = (cell: PlannedCell | null, row: number, column: number): boolean =>
    cell?.look?.fill === null || (cell !== null && moved.losesFill(cell, row, column));
  for (const cleared of unfilledRuns(filled, area, isUnfilled))
    rangeOf(sheets.get(step.sheet), cleared).format.fill.clear();
}

/** The format of a cell while its content is written, where it is not the one that it has then; else null. */
function formatToSetFirst(cell: PlannedCell | null, format: string | null, present: string | null): string | null {
  if (!cell) return null;
  if (cell.formula === undefined && isTooLong(toExcel(cell.value, format ?? present ?? undefined))) return TEXT_FORMAT;
  if (format !== TEXT_FORMAT) return null;
  return cell.formula !== undefined || (cell.value !== null && typeof cell.value !== 'string') ? 'General' : null;
}

/** Characters of a cell: there is no room for the apostrophe of a text of that length. */
const LONGEST_TEXT = 32_767;

function isTooLong(entry: string | number | boolean): boolean {
  return typeof entry === 'string' && entry.length > LONGEST_TEXT;
}

function hasAny(formats: readonly (readonly (string | null)[])[]): boolean {
  return formats.some((row) => row.some((format) => format !== null));
}

/** The cells to leave without a fill, which only a method can clear. */
function unfilledRuns(
  rows: readonly (readonly (PlannedCell | null)[])[],
  area: Area,
  isUnfilled: (cell: PlannedCell | null, row: number, column: number) => boolean,
): Area[] {
  return rows.flatMap((row, r) => {
    const runs: Area[] = [];
    row.forEach((cell, c) => {
      if (!isUnfilled(cell, area.top + r, area.left + c)) return;
      const last = runs.at(-1);
      const left = area.left + c;
      if (last && last.left + last.columns === left) runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
      else runs.push({ top: area.top + r, left, rows: 1, columns: 1 });
    });
    return runs;
  });
}

/** Queues a step that writes no block of cells. */
export function queueStep(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  step: Exclude<WriteStep, SetCells | HighlightWhen | AppendRow | ListStep>,
  before: Before,
): void {
  const { workbook } = context;
  switch (step.kind) {
    case 'addSheet':
      sheets.add(step.sheet);
      return;
    case 'deleteSheet':
      sheets.get(step.sheet).delete();
      return;
    case 'addTable':
      addTable(sheets.get(step.sheet), step);
      return;
    case 'resizeTable':
      return queueResize(context, sheets, step);
    case 'moveTable':
      return moveTable(context, sheets, step);
    case 'deleteTable':
      workbook.tables.getItem(step.name).convertToRange();
      return;
    case 'setName':
    case 'defineName':
      setName(context, sheets, step, before);
      return;
    case 'deleteName':
      workbook.names.getItem(step.name).delete();
      return;
    case 'setColumnWidths':
      setColumnWidths(sheets.get(step.sheet), step);
      return;
    case 'freezeRows':
      freeze(sheets.get(step.sheet), step.rows, step.columns ?? 0);
      return;
    case 'addChart':
      addChart(sheets, step.sheet, step.chart, step.look);
      return;
    case 'redrawChart':
      return redrawPresent(sheets, step, before);
    case 'followRows': // the looks of the cells, `moved-looks.ts`
      return;
    case 'deleteChart':
      if (before.charts.get(step.sheet.toLowerCase())?.includes(step.name))
        sheets.get(step.sheet).charts.getItem(step.name).delete();
      return;
    case 'setPage':
      setPage(sheets.get(step.sheet), step, before.pages.get(step)?.footer ?? []);
      return;
    case 'movePageBreaks': {
      const moved = before.movedBreaks.get(step);
      if (moved && moved.done.length > 0) setBreaks(sheets.get(step.sheet), moved.breaks);
      return;
    }
  }
}

function redrawPresent(
  sheets: SheetFinder,
  step: Extract<WriteStep, { kind: 'redrawChart' }>,
  { presentCharts }: Before,
): void {
  const present = presentCharts.get(step);
  if (present) redrawChart(sheets, step, present);
}

function addTable(sheet: Excel.Worksheet, { name, area }: Extract<WriteStep, { kind: 'addTable' }>): void {
  const table = sheet.tables.add(rangeOf(sheet, area), true);
  table.name = name;
  table.style = TABLE_STYLE;
}

/** A new name of cells is given as a range: it follows a sheet that somebody renames at that moment. */
function setName(
  context: Excel.RequestContext,
  sheets: SheetFinder,
  step: Extract<WriteStep, { kind: 'setName' | 'defineName' }>,
  before: Before,
): void {
  const { names } = context.workbook;
  const formula = step.kind === 'defineName' ? step.formula : `=${fixedReference(step.sheet, step.area)}`;
  const place = placeOfReference(formula);
  const isFixed = place !== null && sameReference(formula, `=${fixedReference(place.sheet, place.area)}`);
  if (before.names.has(step.name.toLowerCase())) names.getItem(step.name).formula = formula;
  else names.add(step.name, isFixed ? rangeOf(sheets.get(place.sheet), place.area) : formula);
}

function setColumnWidths(
  sheet: Excel.Worksheet,
  { left, widths }: Extract<WriteStep, { kind: 'setColumnWidths' }>,
): void {
  widths.forEach((width, index) => {
    const column = rangeOf(sheet, { top: 0, left: left + index, rows: 1, columns: 1 });
    column.format.columnWidth = pointsOf(width);
  });
}

/**
 * Queues a row below the last one of the table at the time of the batch, then extends the table over it, which Excel
 * may have done already. `rows.add` would make co-authors' edits conflict.
 */
export function queueRow(context: Excel.RequestContext, { table: name, cells }: AppendRow): void {
  const table = context.workbook.tables.getItem(name);
  const below = table.getRange().getRowsBelow(1);
  const formats = cells.map((cell) => numberFormatToSet(cell, null) ?? 'General');
  below.numberFormat = [formats];
  below.formulas = [cells.map(({ value }, column) => toExcel(value, formats[column]))];
  below.setCellProperties([cells.map((cell) => propertiesOf(cell))]);
  table.resize(table.getHeaderRowRange().getBoundingRect(below));
}

function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(rangeOf(sheet, { top: 0, left: 0, rows, columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  else sheet.freezePanes.unfreeze();
}

/**
 * Queues a highlight, or its removal. Returns the one that was added; `removed` holds the ids removed so far.
 */
export function queueHighlight(
  sheets: SheetFinder,
  step: HighlightWhen,
  before: Before,
  removed: Set<string>,
): Excel.ConditionalFormat | null {
  const highlights = rangeOf(sheets.get(step.sheet), step.area).conditionalFormats;
  if (step.remove === undefined) return highlight(highlights, step.formula);
  removeHighlight(highlights, step, before, removed);
  return null;
}

/** Removes the newest of the equal highlights not removed yet; none when somebody deleted it. */
function removeHighlight(
  highlights: Excel.ConditionalFormatCollection,
  step: HighlightWhen,
  before: Before,
  removed: Set<string>,
): void {
  // not searched before: it was seen there
  const ids = before.highlights.get(step)?.filter((id) => !removed.has(id)) ?? [step.remove];
  const id = step.remove === WHATEVER_ID ? ids.at(-1) : ids.find((one) => one === step.remove);
  if (id === undefined) return;
  removed.add(id);
  highlights.getItem(id).delete();
}

function highlight(highlights: Excel.ConditionalFormatCollection, formula: string): Excel.ConditionalFormat {
  const added = highlights.add('Custom');
  added.custom.rule.formula = formula;
  added.custom.format.fill.color = HIGHLIGHT.fill;
  added.custom.format.font.color = HIGHLIGHT.font;
  added.load('id');
  return added;
}
