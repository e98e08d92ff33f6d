/**
 * Carries out the steps of a plan through Excel's objects. Everything is queued and sent at once, or in several
 * requests when it is too large for one; the last request also reads back what was written, for the undo.
 */
import type { Area, CellValue } from '../../../workbook/cells';
import { movedBreaks, WHATEVER_ID, type PlannedCell, type WriteStep } from '../../../workbook/plan';
import { intersection, rangeOf } from '../excel-ranges';
import { addChart, redrawChart } from './write-charts';
import { areaOf, pointsOf, type Before, type SetCells } from './before';
import { changesLook, numberFormatToSet, propertiesOf } from './excel-looks';
import { refersTo } from './excel-references';
import { setBreaks, setPage } from './page-layout';
import type { HighlightWhen, Written } from './undo';
import { contentOf, toExcel } from '../excel-values';

/** Target size of one request: Excel on the web refuses 5 MB. */
const REQUEST_BYTES = 2_500_000;
const STEP_BYTES = 600;
const CHART_BYTES = 24_000;
const HIGHLIGHT = { fill: '#FFE9E6', font: '#B34000' };
const TABLE_STYLE = 'TableStyleLight1';

/** Sends what is queued, and remembers whether anything was sent before. */
export class Sending {
  private weight = 0;
  private parts = 0;

  constructor(private readonly context: Excel.RequestContext) {}

  /** True once a request was accepted: from then on a refusal leaves the writing half done. */
  get hasSent(): boolean {
    return this.parts > 0;
  }

  /**
   * Sends the queue when this many more bytes would make it too large. Each request starts by suspending events and
   * calculation.
   */
  async makeRoom(bytes: number): Promise<void> {
    if (this.weight > 0 && this.weight + bytes > REQUEST_BYTES) await this.send();
    if (this.weight === 0) {
      this.context.runtime.enableEvents = false;
      this.context.application.suspendApiCalculationUntilNextSync();
    }
    this.weight += bytes;
  }

  async send(): Promise<void> {
    await this.context.sync();
    this.parts++;
    this.weight = 0;
  }
}

/** Queues and sends all the steps, then `last`; returns their result. */
export async function carryOut(
  context: Excel.RequestContext,
  sending: Sending,
  steps: readonly WriteStep[],
  before: Before,
  last?: (() => void) | null,
): Promise<Written> {
  const highlights = new Map<HighlightWhen, Excel.ConditionalFormat>();
  const removed = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'setCells') {
      await setCells(context, sending, step, before);
      continue;
    }
    await sending.makeRoom(step.kind === 'addChart' || step.kind === 'redrawChart' ? CHART_BYTES : STEP_BYTES);
    if (step.kind !== 'highlightWhen') queueStep(context, step, before);
    else if (step.remove !== undefined) removeHighlight(highlightsOf(context, step), step, before, removed);
    else highlights.set(step, highlight(highlightsOf(context, step), step.formula));
  }
  keepTables(context, steps, before);
  fitRows(context, steps);
  const ranges = steps.flatMap((step) =>
    step.kind === 'setCells' && hasCells(step) ? [{ step, range: readBack(context, step) }] : [],
  );
  last?.();
  context.runtime.enableEvents = true;
  await sending.send();
  return {
    cells: new Map(
      ranges.map(({ step, range }) => [
        step,
        (range.formulas as unknown[][]).map((row) => row.map((raw): CellValue => contentOf(raw))),
      ]),
    ),
    highlights: new Map([...highlights].map(([step, added]) => [step, added.id])),
  };
}

/** Fits row heights on the sheets that the plan creates; on the team's sheets, heights are the team's. */
function fitRows(context: Excel.RequestContext, steps: readonly WriteStep[]): void {
  const created = new Set(steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet.toLowerCase()] : [])));
  for (const step of steps) {
    if (step.kind !== 'setCells' || !created.has(step.sheet.toLowerCase()) || !hasCells(step)) continue;
    rangeOf(sheetOf(context, step.sheet), areaOf(step)).format.autofitRows();
  }
}

/**
 * Excel extends a table when something is written next to it: restores the area of the tables that the plan does not
 * resize.
 */
function keepTables(context: Excel.RequestContext, steps: readonly WriteStep[], before: Before): void {
  const written = steps.filter((step) => step.kind === 'setCells');
  for (const [name, { sheet, area }] of before.tables) {
    const reach = { ...area, rows: area.rows + 1, columns: area.columns + 1 };
    const isTouched = written.some(
      (step) => step.sheet.toLowerCase() === sheet.toLowerCase() && intersection(areaOf(step), reach) !== null,
    );
    const isKept = !steps.some(
      (step) => (step.kind === 'deleteTable' || step.kind === 'resizeTable') && step.name.toLowerCase() === name,
    );
    if (isTouched && isKept) context.workbook.tables.getItem(name).resize(rangeOf(sheetOf(context, sheet), area));
  }
}

function readBack(context: Excel.RequestContext, step: SetCells): Excel.Range {
  const range = rangeOf(sheetOf(context, step.sheet), areaOf(step));
  range.load('formulas');
  return range;
}

function hasCells(step: SetCells): boolean {
  const { rows, columns } = areaOf(step);
  return rows > 0 && columns > 0;
}

/** In blocks of rows, each with its number formats, then its contents, then its looks. */
async function setCells(
  context: Excel.RequestContext,
  sending: Sending,
  step: SetCells,
  before: Before,
): Promise<void> {
  const columns = areaOf(step).columns;
  let block: (readonly (PlannedCell | null)[])[] = [];
  let top = step.top;
  let bytes = 0;
  const queue = async (): Promise<void> => {
    if (block.length === 0 || columns === 0) return;
    await sending.makeRoom(bytes + STEP_BYTES);
    queueBlock(context, step, { top, left: step.left, rows: block.length, columns }, block, before);
  };
  for (const row of step.cells) {
    const weight = row.reduce((sum, cell) => sum + weightOf(cell), 0);
    if (block.length > 0 && bytes + weight > REQUEST_BYTES) {
      await queue();
      top += block.length;
      block = [];
      bytes = 0;
    }
    block.push(row);
    bytes += weight;
  }
  await queue();
}

function weightOf(cell: PlannedCell | null): number {
  if (!cell) return 16;
  const text = typeof cell.value === 'string' ? cell.value.length : 12;
  return 30 + Math.max(text, cell.formula?.length ?? 0) * 1.2 + (changesLook(cell) ? 620 : 0);
}

function queueBlock(
  context: Excel.RequestContext,
  step: SetCells,
  area: Area,
  rows: readonly (readonly (PlannedCell | null)[])[],
  before: Before,
): void {
  const range = rangeOf(sheetOf(context, step.sheet), area);
  const present = before.cells.get(step)?.numberFormats;
  const filled = rows.map((row) => Array.from({ length: area.columns }, (_, column) => row[column] ?? null));
  const formats = filled.map((row, r) =>
    row.map((cell, c) => numberFormatToSet(cell, present?.[area.top - step.top + r]?.[c] ?? null)),
  );
  if (formats.some((row) => row.some((format) => format !== null))) range.numberFormat = formats;
  const formatOf = (r: number, c: number): string | undefined =>
    formats[r]?.[c] ?? present?.[area.top - step.top + r]?.[c];
  range.formulas = filled.map((row, r) =>
    row.map((cell, c) => (cell === null ? null : (cell.formula ?? toExcel(cell.value, formatOf(r, c))))),
  );
  if (!filled.some((row) => row.some(changesLook))) return;
  range.setCellProperties(filled.map((row) => row.map(propertiesOf)));
  for (const cleared of unfilledRuns(filled, area)) rangeOf(sheetOf(context, step.sheet), cleared).format.fill.clear();
}

/** The cells to restore without a fill, which only a method can clear. */
function unfilledRuns(rows: readonly (readonly (PlannedCell | null)[])[], area: Area): Area[] {
  return rows.flatMap((row, r) => {
    const runs: Area[] = [];
    row.forEach((cell, c) => {
      if (cell?.look?.fill !== null) return;
      const last = runs.at(-1);
      const left = area.left + c;
      if (last && last.left + last.columns === left) runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
      else runs.push({ top: area.top + r, left, rows: 1, columns: 1 });
    });
    return runs;
  });
}

function queueStep(
  context: Excel.RequestContext,
  step: Exclude<WriteStep, SetCells | HighlightWhen>,
  before: Before,
): void {
  const { workbook } = context;
  switch (step.kind) {
    case 'addSheet':
      workbook.worksheets.add(step.sheet);
      return;
    case 'deleteSheet':
      workbook.worksheets.getItem(step.sheet).delete();
      return;
    case 'addTable':
      addTable(sheetOf(context, step.sheet), step);
      return;
    case 'resizeTable':
      workbook.tables.getItem(step.name).resize(rangeOf(sheetOf(context, step.sheet), step.area));
      return;
    case 'appendRow':
      appendRow(workbook.tables.getItem(step.table), step.cells);
      return;
    case 'deleteTable':
      workbook.tables.getItem(step.name).convertToRange();
      return;
    case 'setName':
    case 'defineName':
      setName(context, step, before);
      return;
    case 'deleteName':
      workbook.names.getItem(step.name).delete();
      return;
    case 'setColumnWidths':
      setColumnWidths(sheetOf(context, step.sheet), step);
      return;
    case 'freezeRows':
      freeze(sheetOf(context, step.sheet), step.rows, step.columns ?? 0);
      return;
    case 'addChart':
      addChart(context, step.sheet, step.chart, step.look);
      return;
    case 'redrawChart': {
      const present = before.presentCharts.get(step);
      if (present) redrawChart(context, step, present);
      return;
    }
    case 'deleteChart':
      if (before.charts.get(step.sheet.toLowerCase())?.includes(step.name))
        sheetOf(context, step.sheet).charts.getItem(step.name).delete();
      return;
    case 'setPage':
      setPage(sheetOf(context, step.sheet), step, before.pages.get(step)?.footer ?? []);
      return;
    case 'movePageBreaks': {
      const { breaks, done } = movedBreaks(before.breaks.get(step.sheet.toLowerCase()) ?? [], step.moves);
      if (done.length > 0) setBreaks(sheetOf(context, step.sheet), breaks);
      return;
    }
  }
}

function addTable(sheet: Excel.Worksheet, { name, area }: Extract<WriteStep, { kind: 'addTable' }>): void {
  const table = sheet.tables.add(rangeOf(sheet, area), true);
  table.name = name;
  table.style = TABLE_STYLE;
}

function setName(
  context: Excel.RequestContext,
  step: Extract<WriteStep, { kind: 'setName' | 'defineName' }>,
  before: Before,
): void {
  const { names } = context.workbook;
  const formula = step.kind === 'defineName' ? step.formula : refersTo(step.sheet, step.area);
  if (before.names.has(step.name.toLowerCase())) names.getItem(step.name).formula = formula;
  else names.add(step.name, step.kind === 'defineName' ? formula : rangeOf(sheetOf(context, step.sheet), step.area));
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

function appendRow({ rows }: Excel.Table, cells: readonly PlannedCell[]): void {
  const added = rows.add(undefined, [cells.map(({ value }) => toExcel(value))]).getRange();
  added.numberFormat = [cells.map((cell) => numberFormatToSet(cell, null) ?? 'General')];
  added.setCellProperties([cells.map(propertiesOf)]);
}

function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(rangeOf(sheet, { top: 0, left: 0, rows, columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  else sheet.freezePanes.unfreeze();
}

function highlightsOf(context: Excel.RequestContext, step: HighlightWhen): Excel.ConditionalFormatCollection {
  return rangeOf(sheetOf(context, step.sheet), step.area).conditionalFormats;
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

function sheetOf(context: Excel.RequestContext, name: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(name);
}
