/**
 * Finds edits that Excel does not announce: a drop-down list on the web, Text to Columns. Such an edit is made in the
 * selected cells, so those are compared with the last reading when the selection moves; and, in turn, the next rows of
 * the workbook. One request of bounded size each time.
 */
import { parseArea, parseColumns, type Area } from '../../../workbook/cells';
import { sameContent } from '../../../workbook/contents';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../workbook/snapshot';
import { intersection, rangeOf } from '../excel-ranges';
import { rawContent } from '../excel-values';
import { loadOutline } from './outline-check';

/** Cells compared at most: of one selection, and of the slice. */
const MOST_CELLS = 10_000;
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
  /** Cells of the workbook before the next slice, in the order of the sheets. */
  private position = 0;

  constructor(private readonly onSelection: () => void) {}

  /** The user selects other cells: those before may have been edited. */
  noteSelection(event: { readonly worksheetId: string; readonly address: string }): void {
    this.selections.push({ sheetId: event.worksheetId, address: event.address });
    this.selections = this.selections.slice(-MOST_SELECTIONS);
    this.onSelection();
  }

  /** True when the outline, or anything checked, is no longer that of the last reading. */
  async findsChange(
    context: Excel.RequestContext,
    known: WorkbookSnapshot,
    which: 'selected' | 'all',
  ): Promise<boolean> {
    const slice = which === 'all' ? this.nextSlice(known.sheets) : [];
    const spots = [...this.selected(known.sheets), ...slice];
    const checked = this.selections.slice(0, -1);
    const isOutlineKept = loadOutline(context, known);
    const contents = spots.map((spot) => ({ spot, range: contentsOf(context, spot) }));
    const rows = slice.map((spot) => ({ spot, rows: hiddenRowsIn(context, spot) }));
    await context.sync();
    this.selections = this.selections.filter((selection) => !checked.includes(selection));
    return (
      !isOutlineKept() ||
      contents.some(({ spot, range }) => !isNullRange(range) && !holds(spot, range.formulas as unknown[][])) ||
      rows.some(({ spot, rows }) => !hides(spot, rows?.value ?? []))
    );
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

  /** The next rows of the workbook, of as many sheets as the limit allows; from the first again after the last. */
  private nextSlice(known: readonly SheetSnapshot[]): Spot[] {
    const filled = known.flatMap((sheet) => (sheet.used ? [{ sheet, used: sheet.used }] : []));
    const total = filled.reduce((sum, { used }) => sum + used.rows * used.columns, 0);
    if (this.position >= total) this.position = 0;
    const spots: Spot[] = [];
    let [before, room] = [0, MOST_CELLS];
    for (const { sheet, used } of filled) {
      const end = before + used.rows * used.columns;
      if (this.position < end) {
        if (spots.length > 0 && room < used.columns) break;
        const skipped = Math.floor((this.position - before) / used.columns);
        const area = limited({ ...used, top: used.top + skipped, rows: used.rows - skipped }, room);
        this.position = before + (skipped + area.rows) * used.columns;
        room -= area.rows * used.columns;
        spots.push({ sheet, area });
        if (this.position < end) break;
      }
      before = end;
    }
    return spots;
  }
}

/** The first rows of an area, as many as the limit allows; at least one. */
function limited(area: Area, cells: number): Area {
  return { ...area, rows: Math.min(area.rows, Math.max(1, Math.floor(cells / area.columns))) };
}

function contentsOf(context: Excel.RequestContext, { sheet, area }: Spot): Excel.Range {
  const range = rangeOf(context.workbook.worksheets.getItemOrNullObject(sheet.id), area);
  range.load('formulas');
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

/** True when the cells hold what was read. The results of formulas are not compared: they follow from other cells. */
function holds({ sheet, area }: Spot, formulas: readonly (readonly unknown[])[]): boolean {
  const used = sheet.used ?? area;
  return formulas.every((line, row) =>
    line.every((raw, column) => {
      const formula = sheet.formulas.get(formulaKey(area.top + row, area.left + column));
      const value = sheet.values[area.top + row - used.top]?.[area.left + column - used.left] ?? null;
      return sameContent(formula ?? value, rawContent(raw));
    }),
  );
}
