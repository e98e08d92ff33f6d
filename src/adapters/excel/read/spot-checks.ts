/**
 * Finds edits that Excel does not announce: a drop-down list on the web, Text to Columns. Such an edit is made in the
 * selected cells, so those are compared with the last reading when the selection moves; and, in turn, the next rows of
 * the workbook, and the results of its formulas: a calculation on demand, a link that is updated, another add-in change
 * them without an edit. A formula outside the ledger counts too: a unit in a title, an amount that no figure has; so do
 * comments and notes. One request of bounded size each time.
 */
import { parseArea, parseColumns, type Area } from '../../../workbook/cells';
import { sameContent } from '../../../workbook/contents';
import { formulaKey, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../workbook/snapshot';
import { intersection, rangeOf } from '../excel-ranges';
import { fromExcel, rawContent } from '../excel-values';
import { loadOutline } from './outline-check';
import { loadTextsOnCells } from './read-beside';

/** Cells compared at most: of one selection, and of the slice. */
const MOST_CELLS = 10_000;
/** Cells that a range counts for at least: what it costs, however small it is. */
const LEAST_CELLS = 100;
/** Slices of columns that are passed over in one check, since they have no formula. */
const MOST_TURNS = 20;
/** Selections remembered between two checks. */
const MOST_SELECTIONS = 8;

interface Selection {
  readonly sheetId: string;
  readonly address: string;
}

interface Spot {
  readonly sheet: SheetSnapshot;
  readonly area: Area;
}

export class SpotChecks {
  /** The last one is where the user is now: it stays for the next check. */
  private selections: Selection[] = [];
  private readonly contents = new Turns();
  private readonly results = new Turns();

  constructor(private readonly onSelection: () => void) {}

  /** The user selects other cells: those before may have been edited. */
  noteSelection(event: { readonly worksheetId: string; readonly address: string }): void {
    this.selections.push({ sheetId: event.worksheetId, address: event.address });
    this.selections = this.selections.slice(-MOST_SELECTIONS);
    this.onSelection();
  }

  /** The part that is no longer as last read: the contents, outline included, or the results of formulas alone. */
  async findChange(
    context: Excel.RequestContext,
    known: WorkbookSnapshot,
    which: 'selected' | 'all',
  ): Promise<'contents' | 'results' | null> {
    const slice = which === 'all' ? this.contents.next(filledAreas(known.sheets)) : [];
    const computed = which === 'all' ? this.computed(known.sheets) : [];
    const spots = [...this.selected(known.sheets), ...slice];
    const checked = this.selections.slice(0, -1);
    const isOutlineKept = loadOutline(context, known);
    const areTextsKept = which === 'all' ? loadTextsOnCells(context, known) : () => true;
    const contents = spots.map((spot) => ({ spot, range: loaded(context, spot, 'formulas') }));
    const results = computed.map((spot) => ({ spot, range: loaded(context, spot, 'values') }));
    const rows = slice.map((spot) => ({ spot, rows: hiddenRowsIn(context, spot) }));
    await context.sync();
    this.selections = this.selections.filter((selection) => !checked.includes(selection));
    const isEdited =
      !isOutlineKept() ||
      !areTextsKept() ||
      contents.some(({ spot, range }) => !isNullRange(range) && !holds(spot, range.formulas as unknown[][])) ||
      rows.some(({ spot, rows }) => !hides(spot, rows?.value ?? []));
    if (isEdited) return 'contents';
    const isKept = results.every(({ spot, range }) => isNullRange(range) || gives(spot, range.values as unknown[][]));
    return isKept ? null : 'results';
  }

  private selected(known: readonly SheetSnapshot[]): Spot[] {
    return this.selections.flatMap(({ sheetId, address }) => {
      const sheet = known.find(({ id }) => id === sheetId);
      const used = sheet?.used;
      if (!sheet || !used) return [];
      return address.split(',').flatMap((part): Spot[] => {
        const area = parseArea(part.trim()) ?? parseColumns(part.trim());
        const inside = area && intersection(area, used);
        return inside ? [{ sheet, area: limited(inside, MOST_CELLS) }] : [];
      });
    });
  }

  /** The next rows of the columns of the workbook, where they have formulas. */
  private computed(sheets: readonly SheetSnapshot[]): readonly Spot[] {
    const columns = filledAreas(sheets.filter(({ formulas }) => formulas.size > 0)).flatMap(columnsOf);
    for (let turn = 0; turn < MOST_TURNS && columns.length > 0; turn++) {
      const spots = this.results.next(columns).filter(hasFormulas);
      if (spots.length > 0) return spots;
    }
    return [];
  }
}

function hasFormulas({ sheet, area }: Spot): boolean {
  for (let row = area.top; row < area.top + area.rows; row++)
    for (let column = area.left; column < area.left + area.columns; column++)
      if (sheet.formulas.has(formulaKey(row, column))) return true;
  return false;
}

/** The rows of some areas in turn, as many as the limit allows; from the first again after the last. */
class Turns {
  /** Cells of the areas before the next slice, in their order. */
  private position = 0;

  next(areas: readonly Spot[]): Spot[] {
    const total = areas.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
    if (this.position >= total) this.position = 0;
    const spots: Spot[] = [];
    let [before, room] = [0, MOST_CELLS];
    for (const { sheet, area: whole } of areas) {
      const end = before + whole.rows * whole.columns;
      if (this.position < end) {
        if (spots.length > 0 && room < whole.columns) break;
        const skipped = Math.floor((this.position - before) / whole.columns);
        const area = limited({ ...whole, top: whole.top + skipped, rows: whole.rows - skipped }, room);
        this.position = before + (skipped + area.rows) * whole.columns;
        room -= Math.max(area.rows * whole.columns, LEAST_CELLS);
        spots.push({ sheet, area });
        if (this.position < end) break;
      }
      before = end;
    }
    return spots;
  }
}

function filledAreas(sheets: readonly SheetSnapshot[]): readonly Spot[] {
  return sheets.flatMap((sheet) => (sheet.used ? [{ sheet, area: sheet.used }] : []));
}

function columnsOf({ sheet, area }: Spot): readonly Spot[] {
  return Array.from({ length: area.columns }, (_, index) => ({
    sheet,
    area: { ...area, left: area.left + index, columns: 1 },
  }));
}

/** The first rows of an area, as many as the limit allows; at least one. */
function limited(area: Area, cells: number): Area {
  return { ...area, rows: Math.min(area.rows, Math.max(1, Math.floor(cells / area.columns))) };
}

function loaded(context: Excel.RequestContext, { sheet, area }: Spot, what: 'formulas' | 'values'): Excel.Range {
  const range = rangeOf(context.workbook.worksheets.getItemOrNullObject(sheet.id), area);
  range.load(what);
  return range;
}

/** Which rows are hidden, asked where some are: otherwise the outline shows it. */
function hiddenRowsIn(
  context: Excel.RequestContext,
  { sheet, area }: Spot,
): OfficeExtension.ClientResult<Excel.RowProperties[]> | null {
  if (sheet.hiddenRows.size === 0) return null;
  const column = { ...area, columns: 1 };
  return rangeOf(context.workbook.worksheets.getItemOrNullObject(sheet.id), column).getRowProperties({
    rowHidden: true,
  });
}

function hides({ sheet, area }: Spot, rows: readonly Excel.RowProperties[]): boolean {
  return rows.every(({ rowHidden }, index) => (rowHidden === true) === sheet.hiddenRows.has(area.top + index));
}

const isNullRange = (range: Excel.Range): boolean => range.isNullObject;

/** True when the cells hold what was read, whatever the results of their formulas. */
function holds({ sheet, area }: Spot, formulas: readonly (readonly unknown[])[]): boolean {
  return formulas.every((line, index) =>
    line.every((raw, offset) => {
      const [row, column] = [area.top + index, area.left + offset];
      return sameContent(sheet.formulas.get(formulaKey(row, column)) ?? valueAt(sheet, row, column), rawContent(raw));
    }),
  );
}

/** True when the formulas of the cells give what was read. */
function gives({ sheet, area }: Spot, values: readonly (readonly unknown[])[]): boolean {
  return values.every((line, index) =>
    line.every((raw, offset) => {
      const [row, column] = [area.top + index, area.left + offset];
      if (!sheet.formulas.has(formulaKey(row, column))) return true;
      return sameContent(valueAt(sheet, row, column), fromExcel(raw));
    }),
  );
}
