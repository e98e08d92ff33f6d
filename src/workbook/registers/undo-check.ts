/** Checks that data read from a workbook is an undo plan: every member of every step, since people can edit them. */
import { MOST_COLUMNS, MOST_ROWS, type Area, type CellValue } from '../cells';
import { SERIES_LOOKS } from '../chart-looks';
import { CHART_PREFIX, OUR_PREFIX } from '../workbook-names';
import type {
  CellLook,
  ChartLook,
  ExpectedCells,
  PlannedCell,
  PlannedChart,
  RowWitness,
  WritePlan,
  WriteStep,
} from '../plan';

const LONGEST_SHEET_NAME = 31;
const LONGEST_NAME = 255;

type Data = Readonly<Record<string, unknown>>;
type Check = (data: unknown) => boolean;

/** The plan in `expected` and `steps`; null when any part of it is not valid in an undo. */
export function checkedUndo(read: object): WritePlan | null {
  const data = read as Data;
  if (!isListOf(isExpected)(data['expected']) || !isListOf(isStep)(data['steps'])) return null;
  if (!isListOf(isSheetId)(data['sheetIds']) || !orAbsent(isListOf(isWitness))(data['witnesses'])) return null;
  return {
    purpose: 'undo',
    expected: data['expected'] as readonly ExpectedCells[],
    steps: (data['steps'] as readonly WriteStep[]).map(withAreaBefore),
    sheetIds: data['sheetIds'] as NonNullable<WritePlan['sheetIds']>,
    ...(data['witnesses'] !== undefined && { witnesses: data['witnesses'] as readonly RowWitness[] }),
  };
}

/** The record of an earlier version does not hold the area of a longer table: nothing is then known to be ours. */
function withAreaBefore(step: WriteStep): WriteStep {
  return step.kind === 'resizeTable' ? { ...step, from: (step as Partial<typeof step>).from ?? step.area } : step;
}

/** The names of sheets in `read`; null when it is anything else. */
export function checkedSheets(read: unknown): readonly string[] | null {
  return isListOf(isSheet)(read) ? (read as readonly string[]) : null;
}

const isData = (data: unknown): data is Data => typeof data === 'object' && data !== null && !Array.isArray(data);
const isText: Check = (data) => typeof data === 'string';
const isFlag: Check = (data) => typeof data === 'boolean';
const isNumber: Check = (data) => typeof data === 'number' && Number.isFinite(data);
const isSheet: Check = (data) => typeof data === 'string' && data.length > 0 && data.length <= LONGEST_SHEET_NAME;
const isName: Check = (data) => typeof data === 'string' && data.length > 0 && data.length <= LONGEST_NAME;
const isChart: Check = (data) => isName(data) && String(data).startsWith(CHART_PREFIX);
const isHelperName: Check = (data) => isName(data) && String(data).startsWith(OUR_PREFIX);
const isFormula: Check = (data) => typeof data === 'string' && data.startsWith('=');

function isListOf(check: Check): Check {
  return (data) => Array.isArray(data) && data.every(check);
}

function orNull(check: Check): Check {
  return (data) => data === null || check(data);
}

function orAbsent(check: Check): Check {
  return (data) => data === undefined || check(data);
}

/** True for an object with these members, and no other. */
function isOf(members: Readonly<Record<string, Check>>): Check {
  return (data) =>
    isData(data) &&
    Object.entries(members).every(([name, check]) => check(data[name])) &&
    Object.keys(data).every((name) => Object.hasOwn(members, name));
}

function isIndex(limit: number): Check {
  return (data) => typeof data === 'number' && Number.isInteger(data) && data >= 0 && data < limit;
}

const isRow = isIndex(MOST_ROWS);
const isColumn = isIndex(MOST_COLUMNS);
const isAreaShape = isOf({
  top: isRow,
  left: isColumn,
  rows: isIndex(MOST_ROWS + 1),
  columns: isIndex(MOST_COLUMNS + 1),
});
const isArea: Check = (data) => isAreaShape(data) && (data as Area).rows > 0 && (data as Area).columns > 0;
const isError = isOf({ error: isText });
const isContent: Check = (data: unknown): data is CellValue =>
  data === null || isText(data) || isFlag(data) || isNumber(data) || isError(data);
const isExpected = isOf({ sheet: isSheet, top: isRow, left: isColumn, contents: isListOf(isListOf(isContent)) });
const isWitness = isOf({ sheet: isSheet, top: isRow, left: isColumn, rows: isListOf(isText) });
const isSheetId = isOf({ sheet: isSheet, id: isName });

const isBorder = orNull(isOf({ line: isText, weight: isText, color: isText }));
const LOOK: Readonly<Record<keyof CellLook, Check>> = {
  numberFormat: isText,
  font: isOf({ name: isText, size: isNumber, bold: isFlag, italic: isFlag, color: isText }),
  fill: orNull(isText),
  borders: orAbsent(isOf({ top: isBorder, bottom: isBorder, left: isBorder, right: isBorder })),
  horizontal: isText,
  vertical: isText,
  wrap: isFlag,
};
const CELL: Readonly<Record<Exclude<keyof PlannedCell, 'style'>, Check>> = {
  value: isContent,
  formula: orAbsent(isFormula),
  look: orAbsent(isOf(LOOK)),
  numberFormat: orAbsent(isText),
};
const isPage = isOf({
  landscape: isFlag,
  paper: orNull(isText),
  scale: orNull(isNumber),
  pagesWide: orNull(isNumber),
  pagesTall: orNull(isNumber),
  footer: orAbsent(isListOf(isText)),
  breaks: orAbsent(isListOf(isRow)),
});
const isPrompt = isOf({ title: isText, message: isText, showPrompt: isFlag });
const isBreakMove = isOf({ from: orNull(isRow), to: orNull(isRow) });

const CHART: Readonly<Record<keyof PlannedChart, Check>> = {
  name: isChart,
  title: isText,
  description: isText,
  source: isSheet,
  categories: isArea,
  series: isListOf(
    isOf({ name: isText, area: isArea, role: (data) => typeof data === 'string' && Object.hasOwn(SERIES_LOOKS, data) }),
  ),
  axes: isOf({ categories: isText, values: isText }),
  place: isArea,
};
const CHART_LOOK: Readonly<Record<keyof ChartLook, Check>> = {
  title: isText,
  box: isOf({ left: isNumber, top: isNumber, width: isNumber, height: isNumber }),
  series: isListOf(isOf({ name: isText, shape: isText, line: isText })),
};

/** The steps that an undo may have, each with its members. */
const STEPS: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    deleteSheet: { sheet: isSheet, charts: orAbsent(isListOf(isChart)), tables: orAbsent(isIndex(MOST_ROWS)) },
    setCells: { sheet: isSheet, top: isRow, left: isColumn, cells: isListOf(isListOf(orNull(isOf(CELL)))) },
    resizeTable: { sheet: isSheet, name: isName, area: isArea, from: orAbsent(isArea) },
    deleteTable: { name: isName, at: orAbsent(isOf({ sheet: isSheet, area: isArea })) },
    moveTable: {
      ...{ sheet: isSheet, top: isRow, left: isColumn, name: isName, hasTitle: isFlag, room: isIndex(MOST_ROWS + 1) },
      from: isOf({ sheet: isSheet, top: isRow, left: isColumn, room: isIndex(MOST_ROWS + 1) }),
    },
    setName: { name: isName, sheet: isSheet, area: isArea },
    defineName: { name: isHelperName, formula: isFormula },
    deleteName: { name: isName },
    addChart: { sheet: isSheet, chart: isOf(CHART), look: orAbsent(isOf(CHART_LOOK)) },
    setList: { sheet: isSheet, area: isArea, source: isText, prompt: orAbsent(isPrompt) },
    removeList: { sheet: isSheet, area: isArea, prompt: orAbsent(isPrompt) },
    highlightWhen: { sheet: isSheet, area: isArea, formula: isFormula, remove: isText },
    redrawChart: { sheet: isSheet, chart: isOf(CHART), before: isOf(CHART) },
    deleteChart: { sheet: isSheet, name: isChart },
    setColumnWidths: { sheet: isSheet, left: isColumn, widths: isListOf(isNumber) },
    freezeRows: { sheet: isSheet, rows: isRow, columns: orAbsent(isColumn) },
    setPage: { sheet: isSheet, landscape: isFlag, exactly: isPage },
    movePageBreaks: { sheet: isSheet, moves: isListOf(isBreakMove) },
  } satisfies Partial<Record<WriteStep['kind'], Readonly<Record<string, Check>>>>).map(([kind, members]) => [
    kind,
    isOf({ kind: isText, ...members }),
  ]),
);

function isStep(data: unknown): boolean {
  return isData(data) && typeof data['kind'] === 'string' && STEPS.get(data['kind'])?.(data) === true;
}
