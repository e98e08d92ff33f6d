/**
 * Reads the structure of a workbook without its cells: sheets, tables, names, protection. Two round trips, whatever its
 * size.
 */
import type { Area } from '../../../workbook/cells';
import { CHART_PREFIX } from '../../../workbook/workbook-names';
import type { NameSnapshot, TableSnapshot } from '../../../workbook/snapshot';
import { isDocumentRange } from '../../../workbook/document-names';
import { placeOfReference, type SheetArea } from '../../../workbook/references';
import { areaOfRange } from '../excel-ranges';
import type { SendRequest } from './read-pieces';

export interface SheetStructure {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  readonly used: Area | null;
  /** Names of our own charts. */
  readonly charts: readonly string[];
  /** It holds charts and no value. */
  readonly isOfCharts: boolean;
  /** Whether rows of the used area are hidden; `some` requires reading each row. */
  readonly hidden: 'none' | 'some' | 'all';
  /** Whether columns of the used area are hidden; `some` requires reading each column. */
  readonly hiddenColumns: 'none' | 'some' | 'all';
  /** Whether the font of cells of the used area is crossed out; unless `none`, each row is read. */
  readonly struck: 'none' | 'some';
  /** Whether the formula of a cell fills others. */
  readonly spills: 'none' | 'some';
}

export interface Structure {
  /** Of the workbook: « Suivi 2023.xlsx ». */
  readonly name: string;
  readonly sheets: readonly SheetStructure[];
  readonly tables: readonly TableSnapshot[];
  /** Tables without headings, with their totals row. */
  readonly bareTables: readonly SheetArea[];
  readonly names: readonly NameSnapshot[];
  /** Names of the sheets that hold documents. */
  readonly documents: ReadonlySet<string>;
  readonly uses1904Dates: boolean;
  readonly structureProtected: boolean;
  readonly calculatesOnDemand: boolean;
}

const VISIBILITIES: ReadonlyMap<string, SheetStructure['visibility']> = new Map([
  ['Visible', 'visible'],
  ['Hidden', 'hidden'],
  ['VeryHidden', 'veryHidden'],
]);

/** `request` sends a request with the loads of its argument. */
export async function readStructure({ workbook }: Excel.RequestContext, request: SendRequest): Promise<Structure> {
  const { worksheets, tables, names, protection, application } = workbook;
  const firstDayOf1904 = await request(() => loadLists(workbook));
  // a sheet that somebody renames before the next answer keeps the name of this one
  const sheetNames = new Map(worksheets.items.map(({ id, name }) => [id, name]));
  const [sheetsToCome, tablesToCome] = await request(() => [
    worksheets.items.map(loadSheet),
    tables.items.map(loadTable),
  ]);
  return {
    name: workbook.name,
    documents: documentSheets(names.items),
    sheets: sheetsToCome.map(sheetOf),
    tables: tablesToCome.filter(({ table }) => table.showHeaders).map((one) => tableOf(one, sheetNames)),
    bareTables: tablesToCome.filter(({ table }) => !table.showHeaders).map((one) => placeOf(one, sheetNames)),
    names: [
      ...names.items.map((item) => nameOf(item, null)),
      ...worksheets.items.flatMap(({ name, names: local }) => local.items.map((item) => nameOf(item, name))),
    ],
    uses1904Dates: firstDayOf1904.value === 0,
    structureProtected: protection.protected,
    calculatesOnDemand: application.calculationMode === 'Manual',
  };
}

function loadLists(workbook: Excel.Workbook): Excel.FunctionResult<number> {
  const { worksheets, tables, names, protection, application } = workbook;
  workbook.load('name');
  worksheets.load(SHEETS);
  tables.load('items/name,items/showHeaders,items/showTotals,items/columns/items/name,items/worksheet/id');
  names.load('items/name,items/formula');
  protection.load('protected');
  application.load('calculationMode');
  // 0 in a workbook with the 1904 date system, 1462 in the others
  const firstDayOf1904 = workbook.functions.date(1904, 1, 1);
  firstDayOf1904.load('value');
  return firstDayOf1904;
}

/** The sheets that hold documents. */
function documentSheets(names: readonly Excel.NamedItem[]): ReadonlySet<string> {
  const ranges = names.filter(({ name }) => isDocumentRange(name));
  return new Set(ranges.flatMap(({ formula }) => placeOfReference(String(formula))?.sheet ?? []));
}

/** All the facts about each sheet, in one load: an object for each of them costs the client more than its answer. */
const SHEETS = [
  ...['id', 'name', 'visibility', 'protection/protected'],
  ...['names/items/name', 'names/items/formula', 'charts/items/name'],
]
  .map((fact) => `items/${fact}`)
  .join();

function loadSheet(sheet: Excel.Worksheet): { sheet: Excel.Worksheet; used: Excel.Range } {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,hasSpill,format/font/strikethrough');
  return { sheet, used };
}

function sheetOf({ sheet, used }: ReturnType<typeof loadSheet>): SheetStructure {
  const isEmpty = used.isNullObject;
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: visibilityOf(sheet.visibility),
    isProtected: sheet.protection.protected,
    used: isEmpty ? null : areaOfRange(used),
    isOfCharts: isEmpty && sheet.charts.items.length > 0,
    charts: sheet.charts.items.map(({ name }) => name).filter((name) => name.startsWith(CHART_PREFIX)),
    hidden: isEmpty ? 'none' : hiddenState(used.rowHidden),
    hiddenColumns: isEmpty ? 'none' : hiddenState(used.columnHidden),
    struck: isEmpty || used.format.font.strikethrough === false ? 'none' : 'some',
    spills: isEmpty || used.hasSpill === false ? 'none' : 'some', // null where some cells are
  };
}

/** The visibility of a sheet, from Excel's word for it. */
export function visibilityOf(word: string): SheetStructure['visibility'] {
  return VISIBILITIES.get(word) ?? 'visible';
}

/** Which rows or columns of a range are hidden, from its `rowHidden` or `columnHidden`: null when some are. */
export function hiddenState(isHidden: boolean | null): SheetStructure['hidden'] {
  return isHidden === null ? 'some' : isHidden ? 'all' : 'none';
}

function loadTable(table: Excel.Table): { table: Excel.Table; range: Excel.Range } {
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return { table, range };
}

function tableOf(read: ReturnType<typeof loadTable>, sheetNames: ReadonlyMap<string, string>): TableSnapshot {
  const { table } = read;
  const { sheet, area } = placeOf(read, sheetNames);
  return {
    name: table.name,
    sheet,
    area: edgeOfTable(area, table.showTotals),
    columns: table.columns.items.map((column) => column.name),
    hasTotalsRow: table.showTotals,
  };
}

function placeOf({ table, range }: ReturnType<typeof loadTable>, sheetNames: ReadonlyMap<string, string>): SheetArea {
  return { sheet: sheetNames.get(table.worksheet.id) ?? '', area: areaOfRange(range) };
}

/** The headings and data of a table, from its whole area. */
export function edgeOfTable(whole: Area, hasTotalsRow: boolean): Area {
  return hasTotalsRow ? { ...whole, rows: whole.rows - 1 } : whole;
}

/** A defined name as the snapshot has it. */
export function nameOf(item: Excel.NamedItem, scope: string | null): NameSnapshot {
  return { name: item.name, scope, refersTo: String(item.formula) };
}
