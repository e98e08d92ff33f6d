/**
 * Reads the state of the workbook that a plan is about to change, before anything is written: to refuse in time, and to
 * undo later.
 */
import { areaAddress, parseArea, type Area, type CellValue } from '../../../workbook/cells';
import { sameFormula } from '../../../workbook/formula-text';
import { isRecordName } from '../../../workbook/registers/record-sheet';
import { UNDO_SHEET } from '../../../workbook/workbook-names';
import {
  allSteps,
  WHATEVER_ID,
  type CellLook,
  type ExpectedCells,
  type WritePlan,
  type WriteStep,
} from '../../../workbook/plan';
import { areaOfRange, contentsOf, isRich, loadContents, rangeOf, sheetOfAddress } from '../excel-ranges';
import {
  areaOf,
  charactersOf,
  USUAL_REQUEST_BYTES,
  type AppendRow,
  type Before,
  type GrowingTable,
  type SetCells,
} from './before';
import { askWithThings, kindsOfThings } from './edits/things-on-sheet';
import { chartQuestions } from './charts-before';
import { listOf } from './lists';
import { breaksMovedBy, readBreaks } from './page-layout';
import { askAll, question, rowsQuestion, type Question } from './questions';
import { contentsOfSheet, readAgainWhereGrown, usedAreas } from './sheets-to-delete';
import { borderQuestion, doubtfulIn } from './looks/borders';
import { changesLook, LOOK_TO_LOAD, lookOf } from './looks/excel-looks';
import { frozenBy } from '../excel-references';
import { readFilled } from '../filled-cells';
import { noticeOf, undoPlaceOf } from './undo-place';
import { witnessQuestions } from './rows/witnesses';

/** The answer about the look of a cell, in cells read with their formats. */
const LOOK_CELLS = 10;

/**
 * The state of the cells, after that of the structure: one round trip, more when the plan touches tens of thousands of
 * cells.
 */
export async function readCells(context: Excel.RequestContext, plan: WritePlan, before: Before): Promise<Before> {
  await readBreaks(context, plan, before);
  for (const [step, moved] of breaksMovedBy(allSteps(plan), before.breaks)) before.movedBreaks.set(step, moved);
  await askAll(context, usedAreas(context, plan, before));
  await askWithThings(context, questionsOf(context, plan, before), plan, before);
  await readAgainWhereGrown(context, before);
  await askAll(context, before.doubtful.splice(0).map(borderQuestion));
  await readFilled(context, plan, before);
  before.undoPlace = undoPlaceOf(before);
  return before;
}

const USUAL_HOST = { kindsOfThings: kindsOfThings(false), requestBytes: USUAL_REQUEST_BYTES };

/** The sheets, tables and names, in one round trip; `host`: what it gives and takes, as a reading before knows it. */
export async function readStructure(
  context: Excel.RequestContext,
  host: Pick<Before, 'kindsOfThings' | 'requestBytes'> = USUAL_HOST,
): Promise<Before> {
  const { worksheets, tables, names, protection } = context.workbook;
  worksheets.load('items/id,items/name');
  tables.load('items/name');
  names.load('items/name,items/formula');
  protection.load('protected');
  await context.sync();
  return {
    sheets: new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet.id])),
    sheetNames: new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name])),
    undoPlace: { name: UNDO_SHEET, id: null, state: null, key: '' },
    undoSheets: new Map(),
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
    witnesses: [],
    aroundBytes: new Map(),
    unsure: [],
    doubtful: [],
    hiddenIn: new Map(),
    filled: new Map(),
    rich: new Map(),
    sheetsToDelete: new Map(),
    things: new Map(),
    kindsOfThings: host.kindsOfThings,
    requestBytes: host.requestBytes,
    grown: new Map(),
    widths: new Map(),
    freezes: new Map(),
    pages: new Map(),
    breaks: new Map(),
    movedBreaks: new Map(),
    highlights: new Map(),
    lists: new Map(),
    takenRows: new Map(),
    foundTables: new Map(),
    growingTables: new Map(),
    movedLooks: new Map(),
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
    ...allSteps(plan).flatMap((step) => (step.kind === 'moveTable' ? [step.from.sheet] : [])),
  ];
  return [...new Set(named.map((name) => name.toLowerCase()))].filter((name) => before.sheets.has(name));
}

function questionsOf(context: Excel.RequestContext, plan: WritePlan, before: Before): Question[] {
  const { worksheets } = context.workbook;
  const sheetOf = (name: string): Excel.Worksheet | null => {
    const id = before.sheets.get(name.toLowerCase());
    return id === undefined ? null : worksheets.getItem(id);
  };
  const steps = allSteps(plan);
  const written = new Map(
    steps.flatMap((step) => (step.kind === 'setCells' ? [[placeKey(step.sheet, areaOf(step)), step]] : [])),
  );
  const undoSheets = [...before.sheets.keys()].filter(isRecordName);
  return [
    ...(mayGrowTables(steps) ? [...before.tables.keys()].map((name) => placeOfTable(context, name, before)) : []),
    ...[...new Set([...sheetsOf(plan, before), ...undoSheets])].flatMap((name) =>
      protectionOf(sheetOf(name), name, before),
    ),
    ...undoSheets.flatMap((name) => noticeOf(sheetOf(name), name, before)),
    ...steps.flatMap((step) => {
      const sheet = 'sheet' in step ? sheetOf(step.sheet) : null;
      return sheet ? questionsOfStep(sheet, step, before) : [];
    }),
    ...witnessQuestions(sheetOf, plan, before),
    ...plan.expected.flatMap((guard) => {
      const sheet = sheetOf(guard.sheet);
      return sheet ? contentsOfGuard(sheet, guard, before, written) : [];
    }),
    ...steps.flatMap((step) =>
      step.kind === 'appendRow' && before.tables.has(step.table.toLowerCase()) ? [growthOf(context, step, before)] : [],
    ),
  ];
}

/** The steps that need the areas of the tables: Excel extends one when cells are written next to it. */
const TABLE_STEPS: ReadonlySet<WriteStep['kind']> = new Set(['setCells', 'resizeTable', 'moveTable', 'deleteTable']);

function mayGrowTables(steps: readonly WriteStep[]): boolean {
  return steps.some(({ kind }) => TABLE_STEPS.has(kind));
}

function questionsOfStep(sheet: Excel.Worksheet, step: WriteStep, before: Before): Question[] {
  switch (step.kind) {
    case 'setCells':
      return cellsUnder(sheet, step, before);
    case 'deleteSheet':
      return contentsOfSheet(sheet, step.sheet, before);
    case 'setColumnWidths':
      return [widthsFrom(sheet, step, before)];
    case 'freezeRows':
      return [freezeOf(sheet, step, before)];
    case 'setPage':
      return [pageOf(sheet, step, before)];
    case 'highlightWhen':
      return [highlightsOf(sheet, step, before)];
    case 'setList':
    case 'removeList':
      return [listOf(sheet, step, before)];
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
    const below = range.getRowsBelow(1);
    loadContents(below, 'hasSpill');
    return () => before.growingTables.set(step, growthFrom(table, range, below));
  });
}

function growthFrom(table: Excel.Table, range: Excel.Range, below: Excel.Range): GrowingTable {
  const isPlain = !table.showTotals && range.rowHidden === false;
  const isBelowFilled = below.hasSpill !== false;
  return { area: areaOfRange(range), isPlain, below: contentsOf(below)[0] ?? [], isBelowFilled };
}

function protectionOf(sheet: Excel.Worksheet | null, name: string, before: Before): Question[] {
  if (!sheet) return [];
  const ask = (): (() => void) => {
    const { protection } = sheet;
    protection.load('protected');
    return () => {
      if (protection.protected) before.protectedSheets.add(name);
    };
  };
  return [question(1, ask)];
}

function placeKey(sheet: string, area: Area): string {
  return `${areaAddress(area)} ${sheet.toLowerCase()}`;
}

/** The contents under a guard: those of the step that writes there, which are read with their formats, or its own. */
function contentsOfGuard(
  sheet: Excel.Worksheet,
  guard: ExpectedCells,
  before: Before,
  written: ReadonlyMap<string, SetCells>,
): Question[] {
  const columns = Math.max(0, ...guard.contents.map((row) => row.length));
  const area = { top: guard.top, left: guard.left, rows: guard.contents.length, columns };
  if (columns === 0) return [];
  const step = written.get(placeKey(guard.sheet, area));
  if (step) {
    before.guards.set(guard, () => before.cells.get(step)?.contents ?? []);
    return [];
  }
  const contents: CellValue[][] = [];
  before.guards.set(guard, () => contents);
  const ask = (first: number, rows: number): (() => void) => {
    const range = rangeOf(sheet, { ...area, top: area.top + first, rows });
    loadContents(range);
    return () => void contentsOf(range).forEach((row, r) => (contents[first + r] = row));
  };
  return [rowsQuestion(0, area.rows, columns, ask)];
}

function cellsUnder(sheet: Excel.Worksheet, step: SetCells, before: Before): Question[] {
  const area = areaOf(step);
  if (area.rows === 0 || area.columns === 0) return [];
  const changesLooks = step.cells.some((row) => row.some(changesLook));
  const found = {
    contents: [] as CellValue[][],
    numberFormats: [] as string[][],
    looks: [] as CellLook[][],
    merged: [] as Area[],
    spilling: [] as Area[],
  };
  before.cells.set(step, { ...found, looks: changesLooks ? found.looks : null });
  const ask = (first: number, rows: number): (() => void) => {
    const part = { ...area, top: area.top + first, rows };
    const range = rangeOf(sheet, part);
    loadContents(range, 'numberFormat', 'hasSpill', 'rowHidden');
    const merged = range.getMergedAreasOrNullObject();
    merged.load('address');
    const properties = changesLooks ? range.getCellProperties(LOOK_TO_LOAD) : null;
    return () => {
      const numberFormats = range.numberFormat as string[][];
      contentsOf(range).forEach((row, r) => (found.contents[first + r] = row));
      noteRich(range, step, first, before);
      numberFormats.forEach((row, r) => (found.numberFormats[first + r] = row));
      properties?.value.forEach((row, r) => {
        const looks = row.map((cell, c) =>
          lookOf(cell, numberFormats[r]?.[c] ?? 'General', step.cells[first + r]?.[c]),
        );
        found.looks[first + r] = looks;
        before.doubtful.push(...doubtfulIn(looks, sheet, step.top + first + r, step.left));
      });
      if (!merged.isNullObject)
        found.merged.push(...merged.address.split(',').flatMap((address) => parseArea(address) ?? []));
      if (range.hasSpill !== false) found.spilling.push(part); // null where some cells are
      if (range.rowHidden !== false) noteHidden(step.sheet, part, before); // null where some rows are
    };
  };
  return [rowsQuestion(0, area.rows, area.columns * (changesLooks ? LOOK_CELLS : 1), ask)];
}

function noteRich(range: Excel.Range, step: SetCells, first: number, { rich }: Before): void {
  const found = step.cells.slice(first, first + range.formulas.length).flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const place = { sheet: step.sheet, row: step.top + first + r, column: step.left + c };
      return cell !== null && isRich(range, r, c) ? [place] : [];
    }),
  );
  if (found.length > 0) rich.set(step, [...(rich.get(step) ?? []), ...found]);
}

function noteHidden(sheet: string, area: Area, { hiddenIn }: Before): void {
  const name = sheet.toLowerCase();
  hiddenIn.set(name, [...(hiddenIn.get(name) ?? []), area]);
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
