/**
 * What stands in the workbook where a plan wants to write: read before anything is written, to refuse in time and to
 * put back later.
 */
import { parseArea, type Area, type CellValue } from '../../workbook/cells';
import {
  allSteps,
  WHATEVER_ID,
  type CellLook,
  type ChartLook,
  type ExpectedCells,
  type PageLook,
  type WritePlan,
  type WriteStep,
} from '../../workbook/plan';
import { UNDO_SHEET } from '../../workbook/workbook-names';
import { chartQuestions, type DeleteChart, type RedrawChart, type StandingChart } from './charts-before';
import { sameFormula } from '../../workbook/formula-text';
import { frozenBy } from './frozen';
import { changesLook, LOOK_TO_LOAD, lookOf } from './looks';
import { placeOf, rangeOf, sheetOfAddress } from './structure';
import { contentOf } from './values';

export type SetCells = Extract<WriteStep, { kind: 'setCells' }>;
export type AppendRow = Extract<WriteStep, { kind: 'appendRow' }>;

/** The cells under a `setCells` step. Looks are read only where the step changes them. */
export interface CellsBefore {
  readonly contents: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly looks: readonly (readonly CellLook[])[] | null;
  readonly merged: readonly Area[];
}

export interface Before {
  /** Lower-case name (Excel compares so) to id. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Those of the plan's own sheets that are protected, by lower-case name. */
  readonly protectedSheets: Set<string>;
  /** Lower-case name to place, totals row included. */
  readonly tables: Map<string, { readonly sheet: string; readonly area: Area }>;
  /** Workbook names and what they refer to. */
  readonly names: ReadonlyMap<string, string>;
  readonly structureProtected: boolean;
  readonly cells: Map<SetCells, CellsBefore>;
  readonly guards: Map<ExpectedCells, readonly (readonly CellValue[])[]>;
  /** All that a sheet to be deleted holds. */
  readonly doomed: Map<string, { readonly area: Area; readonly contents: readonly (readonly CellValue[])[] }>;
  /** Characters. */
  readonly widths: Map<WriteStep, number[]>;
  readonly freezes: Map<WriteStep, { readonly rows: number; readonly columns: number }>;
  readonly pages: Map<WriteStep, PageLook>;
  /**
   * Rows before which somebody put a page break, of the sheets where a step sets or moves one, by lower-case sheet
   * name.
   */
  readonly breaks: Map<string, readonly number[]>;
  /**
   * The ids of the conditional formats of the areas that a step highlights; only of those with its formula where that
   * is how it knows its own.
   */
  readonly highlights: Map<WriteStep, readonly string[]>;
  /** The tables that take one more row. */
  readonly growing: Map<AppendRow, { readonly area: Area; readonly isPlain: boolean }>;
  /** The names of all the charts of the sheets where a step adds or deletes one, by lower-case sheet name. */
  readonly charts: Map<string, readonly string[]>;
  /** The charts to redraw that are there. */
  readonly standing: Map<RedrawChart, StandingChart>;
  /** The looks of the charts to delete of which it is known what they drew. */
  readonly chartLooks: Map<DeleteChart, ChartLook>;
}

/** A question to Excel: queued with others, answered after the next round trip. */
export interface Question {
  readonly cells: number;
  ask(): () => void;
}

const MOST_QUESTIONS = 300;
const MOST_CELLS = 4_000;

/** Reads it: one round trip for the structure, one for the cells (more when the plan touches thousands of places). */
export async function readBefore(context: Excel.RequestContext, plan: WritePlan): Promise<Before> {
  const before = await readNamesAndSheets(context);
  await readBreaks(context, plan, before);
  for (const group of inGroups(questionsOf(context, plan, before))) await answer(context, group);
  return before;
}

/**
 * The page breaks of the sheets that stand and where a step sets or moves some: first how many, then where. None, most
 * often: no round trip.
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
  const answers = questions.map((question) => question.ask());
  await context.sync();
  answers.forEach((take) => take());
}

function* inGroups(questions: readonly Question[]): Generator<readonly Question[]> {
  let group: Question[] = [];
  let cells = 0;
  for (const question of questions) {
    if (group.length > 0 && (group.length >= MOST_QUESTIONS || cells + question.cells > MOST_CELLS)) {
      yield group;
      group = [];
      cells = 0;
    }
    group.push(question);
    cells += question.cells;
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
    doomed: new Map(),
    widths: new Map(),
    freezes: new Map(),
    pages: new Map(),
    breaks: new Map(),
    highlights: new Map(),
    growing: new Map(),
    charts: new Map(),
    standing: new Map(),
    chartLooks: new Map(),
  };
}

/** The sheets that exist and that the plan reads or writes, by lower-case name. */
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
    ...(meetsTables(steps) ? [...before.tables.keys()].map((name) => placeOfTable(context, name, before)) : []),
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

/** Cells may be written against a table, which Excel would then make longer. */
function meetsTables(steps: readonly WriteStep[]): boolean {
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
  return {
    cells: 1,
    ask() {
      const range = context.workbook.tables.getItem(name).getRange();
      range.load('address,rowIndex,columnIndex,rowCount,columnCount');
      return () => takeTable(range, name, before);
    },
  };
}

function takeTable(range: Excel.Range, name: string, before: Before): void {
  before.tables.set(name, { sheet: sheetOfAddress(range.address), area: placeOf(range) });
}

function growthOf(context: Excel.RequestContext, step: AppendRow, before: Before): Question {
  return {
    cells: 1,
    ask() {
      const table = context.workbook.tables.getItem(step.table);
      const range = table.getRange();
      table.load('showTotals');
      range.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
      return () => takeGrowth(table, range, step, before);
    },
  };
}

function takeGrowth(table: Excel.Table, range: Excel.Range, step: AppendRow, before: Before): void {
  before.growing.set(step, { area: placeOf(range), isPlain: !table.showTotals && range.rowHidden === false });
}

function protectionOf(sheet: Excel.Worksheet, name: string, before: Before): Question {
  return {
    cells: 1,
    ask() {
      const { protection } = sheet;
      protection.load('protected');
      return () => {
        if (protection.protected) before.protectedSheets.add(name);
      };
    },
  };
}

function contentsOfGuard(sheet: Excel.Worksheet, guard: ExpectedCells, before: Before): Question {
  const columns = Math.max(...guard.contents.map((row) => row.length));
  const area = { top: guard.top, left: guard.left, rows: guard.contents.length, columns };
  return {
    cells: area.rows * area.columns,
    ask() {
      const range = rangeOf(sheet, area);
      range.load('formulas');
      return () => before.guards.set(guard, contentsIn(range.formulas));
    },
  };
}

function cellsUnder(sheet: Excel.Worksheet, step: SetCells, before: Before): Question {
  const area = areaOf(step);
  const changesLooks = step.cells.some((row) => row.some(changesLook));
  return {
    cells: area.rows * area.columns * (changesLooks ? 4 : 1),
    ask() {
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
    },
  };
}

function contentsOfSheet(sheet: Excel.Worksheet, name: string, before: Before): Question {
  return {
    cells: MOST_CELLS / 4,
    ask() {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount,formulas');
      return () => takeDoomed(used, name, before);
    },
  };
}

function takeDoomed(used: Excel.Range, name: string, before: Before): void {
  if (!used.isNullObject)
    before.doomed.set(name.toLowerCase(), { area: placeOf(used), contents: contentsIn(used.formulas) });
}

function widthsFrom(
  sheet: Excel.Worksheet,
  step: Extract<WriteStep, { kind: 'setColumnWidths' }>,
  before: Before,
): Question {
  return {
    cells: step.widths.length,
    ask() {
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
    },
  };
}

function freezeOf(sheet: Excel.Worksheet, step: WriteStep, before: Before): Question {
  return {
    cells: 1,
    ask() {
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      return () => takeFreeze(frozen, step, before);
    },
  };
}

function takeFreeze(frozen: Excel.Range, step: WriteStep, before: Before): void {
  before.freezes.set(step, frozen.isNullObject ? { rows: 0, columns: 0 } : frozenBy(frozen.address));
}

function pageOf(sheet: Excel.Worksheet, step: Extract<WriteStep, { kind: 'setPage' }>, before: Before): Question {
  return {
    cells: 1,
    ask() {
      const { pageLayout } = sheet;
      pageLayout.load('orientation,paperSize,zoom');
      const foot = pageLayout.headersFooters.defaultForAllPages;
      foot.load('leftFooter,centerFooter,rightFooter');
      return () => {
        const { scale, horizontalFitToPages, verticalFitToPages } = pageLayout.zoom;
        before.pages.set(step, {
          landscape: pageLayout.orientation === 'Landscape',
          paper: pageLayout.paperSize,
          scale: scale ?? null,
          pagesWide: horizontalFitToPages ?? null,
          pagesTall: verticalFitToPages ?? null,
          footer: [foot.leftFooter, foot.centerFooter, foot.rightFooter],
          breaks: before.breaks.get(step.sheet.toLowerCase()) ?? [],
        });
      };
    },
  };
}

function highlightsOf(
  sheet: Excel.Worksheet,
  step: Extract<WriteStep, { kind: 'highlightWhen' }>,
  before: Before,
): Question {
  return {
    cells: 1,
    ask() {
      const { conditionalFormats } = rangeOf(sheet, step.area);
      conditionalFormats.load('items/id');
      if (step.remove !== WHATEVER_ID)
        return () =>
          before.highlights.set(
            step,
            conditionalFormats.items.map(({ id }) => id),
          );
      conditionalFormats.load('items/id,items/customOrNullObject/rule/formula');
      return () =>
        before.highlights.set(
          step,
          conditionalFormats.items.filter((one) => hasFormula(one, step.formula)).map(({ id }) => id),
        );
    },
  };
}

function hasFormula({ customOrNullObject: custom }: Excel.ConditionalFormat, formula: string): boolean {
  return !custom.isNullObject && sameFormula(custom.rule.formula, formula);
}

function contentsIn(formulas: unknown[][]): CellValue[][] {
  return formulas.map((row) => row.map(contentOf));
}

/** The rectangle that a step writes in. */
export function areaOf(step: SetCells): Area {
  return {
    top: step.top,
    left: step.left,
    rows: step.cells.length,
    columns: Math.max(0, ...step.cells.map((row) => row.length)),
  };
}

const POINTS_PER_PIXEL = 0.75;

/** A width of n characters is 7n + 5 pixels; Excel gives and takes points. */
export function charactersOf(points: number): number {
  return (points / POINTS_PER_PIXEL - 5) / 7;
}

/** See `charactersOf`. */
export function pointsOf(characters: number): number {
  return (characters * 7 + 5) * POINTS_PER_PIXEL;
}
