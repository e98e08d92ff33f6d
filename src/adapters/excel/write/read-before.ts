/**
 * Reads the state of the workbook that a plan is about to change, before anything is written: to refuse in time, and to
 * undo later.
 */
import { parseArea, type CellValue } from '../../../workbook/cells';
import { sameFormula } from '../../../workbook/formula-text';
import { UNDO_SHEET } from '../../../workbook/workbook-names';
import { allSteps, WHATEVER_ID, type ExpectedCells, type WritePlan, type WriteStep } from '../../../workbook/plan';
import { areaOfRange, rangeOf, sheetOfAddress } from '../excel-ranges';
import { contentOf } from '../excel-values';
import { areaOf, charactersOf, type AppendRow, type Before, type SetCells } from './before';
import { chartQuestions, question, type Question } from './charts-before';
import { changesLook, LOOK_TO_LOAD, lookOf } from './excel-looks';
import { frozenBy } from './excel-references';

const MOST_QUESTIONS = 300;
const MOST_CELLS = 4_000;

/** One round trip for the structure, one for the cells; more when the plan touches thousands of places. */
export async function readBefore(context: Excel.RequestContext, plan: WritePlan): Promise<Before> {
  const before = await readNamesAndSheets(context);
  await readBreaks(context, plan, before);
  for (const group of inGroups(questionsOf(context, plan, before))) await answer(context, group);
  return before;
}

/**
 * Page breaks of the existing sheets where a step sets or moves some: first how many, then where. Most plans have no
 * such step and cost no round trip.
 */
async function readBreaks(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<void> {
  const written = allSteps(plan).flatMap((step) =>
    step.kind === 'setPage' || step.kind === 'movePageBreaks' ? [step.sheet.toLowerCase()] : [],
  );
  const names = [...new Set(written)].filter((name) => before.sheets.has(name));
  if (names.length === 0) return;
  const found = names.map((name) => ({ name, breaks: context.workbook.worksheets.getItem(name).horizontalPageBreaks }));
  for (const { breaks } of found) breaks.load('items/rowIndex');
  await context.sync();
  const cells = found.map(({ name, breaks }) => ({ name, after: breaks.items.map((one) => one.getCellAfterBreak()) }));
  for (const { after } of cells) for (const cell of after) cell.load('rowIndex');
  if (cells.some(({ after }) => after.length > 0)) await context.sync();
  for (const { name, after } of cells)
    before.breaks.set(
      name,
      after.map(({ rowIndex }) => rowIndex),
    );
}

async function answer(context: Excel.RequestContext, questions: readonly Question[]): Promise<void> {
  const answers = questions.map(({ ask }) => ask());
  await context.sync();
  answers.forEach((take) => take());
}

function* inGroups(questions: readonly Question[]): Generator<readonly Question[]> {
  let group: Question[] = [];
  let cells = 0;
  for (const one of questions) {
    if (group.length > 0 && (group.length >= MOST_QUESTIONS || cells + one.cells > MOST_CELLS)) {
      yield group;
      group = [];
      cells = 0;
    }
    group.push(one);
    cells += one.cells;
  }
  if (group.length > 0) yield group;
}

async function readNamesAndSheets(context: Excel.RequestContext): Promise<Before> {
  const { worksheets, tables, names, protection } = context.workbook;
  worksheets.load('items/id,items/name');
  tables.load('items/name');
  names.load('items/name,items/formula');
  protection.load('protected');
  await context.sync();
  return {
    sheets: new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet.id])),
    protectedSheets: new Set(),
    tables: new Map(
      tables.items.map((table) => [
        table.name.toLowerCase(),
        { sheet: '', area: { top: 0, left: 0, rows: 0, columns: 0 } },
      ]),
    ),
    names: new Map(names.items.map((item) => [item.name.toLowerCase(), String(item.formula)])),
    structureProtected: protection.protected,
    cells: new Map(),
    guards: new Map(),
    sheetsToDelete: new Map(),
    widths: new Map(),
    freezes: new Map(),
    pages: new Map(),
    breaks: new Map(),
    highlights: new Map(),
    growingTables: new Map(),
    charts: new Map(),
    presentCharts: new Map(),
    chartLooks: new Map(),
  };
}

/** The existing sheets that the plan reads or writes, by lower-case name. */
export function sheetsOf(plan: WritePlan, before: Before): string[] {
  const named = [
    ...plan.expected.map(({ sheet }) => sheet),
    ...allSteps(plan).flatMap((step) => ('sheet' in step ? [step.sheet] : [])),
  ];
  return [...new Set(named.map((name) => name.toLowerCase()))].filter((name) => before.sheets.has(name));
}

function questionsOf(context: Excel.RequestContext, plan: WritePlan, before: Before): Question[] {
  const { worksheets } = context.workbook;
  const exists = (sheet: string): boolean => before.sheets.has(sheet.toLowerCase());
  const steps = allSteps(plan);
  return [
    ...(mayGrowTables(steps) ? [...before.tables.keys()].map((name) => placeOfTable(context, name, before)) : []),
    ...[...sheetsOf(plan, before), UNDO_SHEET.toLowerCase()]
      .filter((name) => before.sheets.has(name))
      .map((name) => protectionOf(worksheets.getItem(name), name, before)),
    ...plan.expected
      .filter(({ sheet }) => exists(sheet))
      .map((guard) => contentsOfGuard(worksheets.getItem(guard.sheet), guard, before)),
    ...steps.flatMap((step) =>
      'sheet' in step && exists(step.sheet) ? questionsOfStep(worksheets.getItem(step.sheet), step, before) : [],
    ),
    ...steps.flatMap((step) =>
      step.kind === 'appendRow' && before.tables.has(step.table.toLowerCase()) ? [growthOf(context, step, before)] : [],
    ),
  ];
}

/** Excel extends a table when cells are written next to it. */
function mayGrowTables(steps: readonly WriteStep[]): boolean {
  return steps.some(({ kind }) => kind === 'setCells' || kind === 'resizeTable');
}

function questionsOfStep(sheet: Excel.Worksheet, step: WriteStep, before: Before): Question[] {
  switch (step.kind) {
    case 'setCells':
      return [cellsUnder(sheet, step, before)];
    case 'deleteSheet':
      return [contentsOfSheet(sheet, step.sheet, before)];
    case 'setColumnWidths':
      return [widthsFrom(sheet, step, before)];
    case 'freezeRows':
      return [freezeOf(sheet, step, before)];
    case 'setPage':
      return [pageOf(sheet, step, before)];
    case 'highlightWhen':
      return [highlightsOf(sheet, step, before)];
    case 'addChart':
    case 'redrawChart':
    case 'deleteChart':
      return chartQuestions(sheet, step, before);
    default:
      return [];
  }
}

function placeOfTable(context: Excel.RequestContext, name: string, before: Before): Question {
  return question(1, () => {
    const range = context.workbook.tables.getItem(name).getRange();
    range.load('address,rowIndex,columnIndex,rowCount,columnCount');
    return () => takeTable(range, name, before);
  });
}

function takeTable(range: Excel.Range, name: string, before: Before): void {
  before.tables.set(name, { sheet: sheetOfAddress(range.address), area: areaOfRange(range) });
}

function growthOf(context: Excel.RequestContext, step: AppendRow, before: Before): Question {
  return question(1, () => {
    const table = context.workbook.tables.getItem(step.table);
    const range = table.getRange();
    table.load('showTotals');
    range.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
    return () => takeGrowth(table, range, step, before);
  });
}

function takeGrowth(table: Excel.Table, range: Excel.Range, step: AppendRow, before: Before): void {
  const isPlain = !table.showTotals && range.rowHidden === false;
  before.growingTables.set(step, { area: areaOfRange(range), isPlain });
}

function protectionOf(sheet: Excel.Worksheet, name: string, before: Before): Question {
  return question(1, () => {
    const { protection } = sheet;
    protection.load('protected');
    return () => {
      if (protection.protected) before.protectedSheets.add(name);
    };
  });
}

function contentsOfGuard(sheet: Excel.Worksheet, guard: ExpectedCells, before: Before): Question {
  const columns = Math.max(...guard.contents.map((row) => row.length));
  const area = { top: guard.top, left: guard.left, rows: guard.contents.length, columns };
  return question(area.rows * area.columns, () => {
    const range = rangeOf(sheet, area);
    range.load('formulas');
    return () => before.guards.set(guard, contentsIn(range.formulas));
  });
}

function cellsUnder(sheet: Excel.Worksheet, step: SetCells, before: Before): Question {
  const area = areaOf(step);
  const changesLooks = step.cells.some((row) => row.some(changesLook));
  return question(area.rows * area.columns * (changesLooks ? 4 : 1), () => {
    const range = rangeOf(sheet, area);
    range.load('formulas,numberFormat');
    const merged = range.getMergedAreasOrNullObject();
    merged.load('address');
    const properties = changesLooks ? range.getCellProperties(LOOK_TO_LOAD) : null;
    return () => {
      const numberFormats = range.numberFormat as string[][];
      before.cells.set(step, {
        contents: contentsIn(range.formulas),
        numberFormats,
        looks: properties
          ? properties.value.map((row, r) => row.map((cell, c) => lookOf(cell, numberFormats[r]?.[c] ?? 'General')))
          : null,
        merged: merged.isNullObject ? [] : merged.address.split(',').flatMap((address) => parseArea(address) ?? []),
      });
    };
  });
}

function contentsOfSheet(sheet: Excel.Worksheet, name: string, before: Before): Question {
  return question(MOST_CELLS / 4, () => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,formulas');
    return () => takeContents(used, name, before);
  });
}

function takeContents(used: Excel.Range, name: string, before: Before): void {
  if (!used.isNullObject)
    before.sheetsToDelete.set(name.toLowerCase(), { area: areaOfRange(used), contents: contentsIn(used.formulas) });
}

function widthsFrom(
  sheet: Excel.Worksheet,
  step: Extract<WriteStep, { kind: 'setColumnWidths' }>,
  before: Before,
): Question {
  return question(step.widths.length, () => {
    const formats = step.widths.map((_, index) => {
      const { format } = rangeOf(sheet, { top: 0, left: step.left + index, rows: 1, columns: 1 });
      format.load('columnWidth');
      return format;
    });
    return () =>
      before.widths.set(
        step,
        formats.map((format) => charactersOf(format.columnWidth)),
      );
  });
}

function freezeOf(sheet: Excel.Worksheet, step: WriteStep, before: Before): Question {
  return question(1, () => {
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load('address');
    return () => takeFreeze(frozen, step, before);
  });
}

function takeFreeze(frozen: Excel.Range, step: WriteStep, before: Before): void {
  before.freezes.set(step, frozen.isNullObject ? { rows: 0, columns: 0 } : frozenBy(frozen.address));
}

function pageOf(sheet: Excel.Worksheet, step: Extract<WriteStep, { kind: 'setPage' }>, before: Before): Question {
  return question(1, () => {
    const { pageLayout } = sheet;
    pageLayout.load('orientation,paperSize,zoom');
    const footer = pageLayout.headersFooters.defaultForAllPages;
    footer.load('leftFooter,centerFooter,rightFooter');
    return () => {
      const { scale, horizontalFitToPages, verticalFitToPages } = pageLayout.zoom;
      before.pages.set(step, {
        landscape: pageLayout.orientation === 'Landscape',
        paper: pageLayout.paperSize,
        scale: scale ?? null,
        pagesWide: horizontalFitToPages ?? null,
        pagesTall: verticalFitToPages ?? null,
        footer: [footer.leftFooter, footer.centerFooter, footer.rightFooter],
        breaks: before.breaks.get(step.sheet.toLowerCase()) ?? [],
      });
    };
  });
}

function highlightsOf(
  sheet: Excel.Worksheet,
  step: Extract<WriteStep, { kind: 'highlightWhen' }>,
  before: Before,
): Question {
  return question(1, () => {
    const { conditionalFormats } = rangeOf(sheet, step.area);
    const isById = step.remove !== WHATEVER_ID;
    conditionalFormats.load(isById ? 'items/id' : 'items/id,items/customOrNullObject/rule/formula');
    return () => {
      const found = conditionalFormats.items.filter((one) => isById || hasFormula(one, step.formula));
      before.highlights.set(
        step,
        found.map(({ id }) => id),
      );
    };
  });
}

function hasFormula({ customOrNullObject: custom }: Excel.ConditionalFormat, formula: string): boolean {
  return !custom.isNullObject && sameFormula(custom.rule.formula, formula);
}

function contentsIn(formulas: unknown[][]): CellValue[][] {
  return formulas.map((row) => row.map(contentOf));
}
