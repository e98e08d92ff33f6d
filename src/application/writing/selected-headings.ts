/**
 * « Indiquer la ligne d'en-têtes »: the row or rows of headings that the user means by a selection of cells, and the
 * first row under them.
 */
import { textOf, type Area } from '../../workbook/cells';
import { isBlankText } from '../../workbook/ledger/read-cells';
import type { SelectedRange } from '../ports';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** Rows that a heading may take: a title of a group, its headings, and their units. */
export const MOST_HEADING_ROWS = 3;

export type SelectedHeadings =
  /** `examples`: the texts of the row under the headings. */
  | {
      readonly kind: 'headings';
      readonly sheet: string;
      readonly area: Area;
      readonly headings: readonly string[];
      readonly examples: readonly string[];
    }
  | { readonly kind: 'blank'; readonly sheet: string }
  | { readonly kind: 'tooManyRows'; readonly sheet: string };

/** One selected column means all the columns around it, up to one that is blank in these rows and under them. */
export function selectedHeadings(workbook: WorkbookSnapshot, { sheet: name, area }: SelectedRange): SelectedHeadings {
  const sheet = findSheet(workbook, name);
  const used = sheet?.used && shared(area, sheet.used);
  if (!sheet || !used) return { kind: 'blank', sheet: name };
  if (area.rows > MOST_HEADING_ROWS) return { kind: 'tooManyRows', sheet: name };
  const rows = used.columns === 1 ? widened(sheet, used) : used;
  const headings = textsOf(sheet, rows);
  if (headings.length === 0) return { kind: 'blank', sheet: name };
  const under = { ...rows, top: rows.top + rows.rows, rows: 1 };
  return { kind: 'headings', sheet: name, area: rows, headings, examples: textsOf(sheet, under) };
}

/** The cells that two areas have in common; null without any. */
function shared(one: Area, other: Area): Area | null {
  const [top, left] = [Math.max(one.top, other.top), Math.max(one.left, other.left)];
  const rows = Math.min(one.top + one.rows, other.top + other.rows) - top;
  const columns = Math.min(one.left + one.columns, other.left + other.columns) - left;
  return rows > 0 && columns > 0 ? { top, left, rows, columns } : null;
}

function widened(sheet: SheetSnapshot, area: Area): Area {
  const used = sheet.used ?? area;
  const isFilled = (column: number): boolean =>
    textsOf(sheet, { ...area, left: column, rows: area.rows + 1, columns: 1 }).length > 0;
  if (!isFilled(area.left)) return area;
  let { left } = area;
  let end = area.left + area.columns;
  while (left > used.left && isFilled(left - 1)) left--;
  while (end < used.left + used.columns && isFilled(end)) end++;
  return { ...area, left, columns: end - left };
}

/** The texts of the cells that are not blank, row by row. */
function textsOf(sheet: SheetSnapshot, { top, left, rows, columns }: Area): readonly string[] {
  const texts: string[] = [];
  for (let row = top; row < top + rows; row++)
    for (let column = left; column < left + columns; column++) {
      const text = textOf(valueAt(sheet, row, column)).trim();
      if (!isBlankText(text)) texts.push(text);
    }
  return texts;
}
