/**
 * Compares the outline of the workbook with the last reading, within the request of a check: sheets, used areas, hidden
 * rows and columns, tables, names. Excel announces neither the new edge of a table, nor a changed name, nor hidden
 * columns, nor the rows that an advanced filter hides (office-js #6559).
 */
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../../workbook/snapshot';
import { areaOfRange, rangeOf, sameArea } from '../excel-ranges';
import { edgeOfTable, hiddenState, nameOf, visibilityOf } from './structure';

/** Loads the outline. After the request, the function returned is true when it is still that of the last reading. */
export function loadOutline(context: Excel.RequestContext, known: WorkbookSnapshot): () => boolean {
  const parts = [
    loadSheets(context, known),
    loadTables(context, known),
    loadNames(context, known),
    ...known.sheets.map((sheet) => loadUsedArea(context, sheet)),
  ];
  return () => parts.every((isKept) => isKept());
}

function loadSheets({ workbook }: Excel.RequestContext, { sheets }: WorkbookSnapshot): () => boolean {
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/visibility');
  return () =>
    sameLines(
      worksheets.items.map(({ id, name, visibility }) => [id, name, visibilityOf(visibility)]),
      sheets.map(({ id, name, visibility }) => [id, name, visibility]),
    );
}

/** A new table is announced, the new edge of a known one is not. */
function loadTables({ workbook }: Excel.RequestContext, { tables }: WorkbookSnapshot): () => boolean {
  const edges = tables.map((known) => {
    const table = workbook.tables.getItemOrNullObject(known.name);
    table.load('showTotals');
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { known, table, range };
  });
  return () => edges.every(({ known, table, range }) => !isNull(table) && isEdgeKept(known, table, range));
}

function isEdgeKept(known: TableSnapshot, { showTotals }: Excel.Table, range: Excel.Range): boolean {
  return known.hasTotalsRow === showTotals && sameArea(known.area, edgeOfTable(areaOfRange(range), showTotals));
}

function loadNames({ workbook }: Excel.RequestContext, { names: known }: WorkbookSnapshot): () => boolean {
  const { names } = workbook;
  names.load('items/name,items/formula');
  const lineOf = ({ name, refersTo }: { readonly name: string; readonly refersTo: string }) => [name, refersTo];
  return () =>
    sameLines(
      names.items.map((item) => lineOf(nameOf(item, null))),
      known.filter(({ scope }) => scope === null).map(lineOf),
    );
}

function loadUsedArea({ workbook }: Excel.RequestContext, sheet: SheetSnapshot): () => boolean {
  const found = workbook.worksheets.getItemOrNullObject(sheet.id);
  const range = found.getUsedRangeOrNullObject(true);
  range.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  const columns = hiddenColumnsIn(found, sheet);
  return () =>
    isNull(range) ? sheet.used === null : isAreaKept(sheet, range) && hidesSame(sheet, columns?.value ?? []);
}

/** Which columns are hidden, asked where some are: Excel has no event for them. */
function hiddenColumnsIn(
  sheet: Excel.Worksheet,
  { used, hiddenColumns }: SheetSnapshot,
): OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null {
  if (!used || hiddenColumns === undefined) return null;
  return rangeOf(sheet, { ...used, rows: 1 }).getColumnProperties({ columnHidden: true });
}

function hidesSame({ used, hiddenColumns }: SheetSnapshot, columns: readonly Excel.ColumnProperties[]): boolean {
  const left = used?.left ?? 0;
  return columns.every(({ columnHidden }, index) => (columnHidden === true) === hiddenColumns?.has(left + index));
}

function isAreaKept(known: SheetSnapshot, range: Excel.Range): boolean {
  const { used, hiddenRows, hiddenColumns } = known;
  return (
    sameArea(used, areaOfRange(range)) &&
    hiddenState(range.rowHidden) === stateOf(hiddenRows.size, used?.rows) &&
    hiddenState(range.columnHidden) === stateOf(hiddenColumns?.size ?? 0, used?.columns)
  );
}

function stateOf(hidden: number, all: number | undefined): ReturnType<typeof hiddenState> {
  if (hidden === 0) return 'none';
  return hidden === all ? 'all' : 'some';
}

/** True when both have the same lines, in any order. */
function sameLines(some: readonly (readonly string[])[], others: readonly (readonly string[])[]): boolean {
  const [one, other] = [some, others].map((lines) => lines.map((line) => JSON.stringify(line)).sort());
  return one?.join('\n') === other?.join('\n');
}

const isNull = (object: OfficeExtension.ClientObject): boolean => object.isNullObject;
