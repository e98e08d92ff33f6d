/**
 * Contents in cells that the document leaves blank and that other data fill: an indicator without its value any more, a
 * poste that took its movement back. Whether they are of the document as it was, or of a person.
 */
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { isCellError } from '../../workbook/cells';
import { contentAt } from '../../workbook/contents';
import { withoutMarks } from '../../workbook/formula-text';
import type { StyleName } from '../../workbook/plan';
import { formulaKey, hasFormula, valueAt } from '../../workbook/snapshot';
import { OUR_PREFIX } from '../../workbook/workbook-names';
import type { DocumentPage } from '../page/document-page';
import { NOT_CALCULABLE } from '../page/page-builder';
import type { RowLayout } from './row-layout';

/** `doubtful`: of the document or of a person, and nothing shows which. */
export type Author = 'document' | 'doubtful' | 'person';

/** Cells of numbers, where a text is none of ours but these. */
const OF_NUMBERS: ReadonlySet<StyleName> = new Set([
  'amount',
  'rate',
  'totalAmount',
  'totalRate',
  'controlAmount',
] as const);
const IN_PLACE_OF_NUMBERS: ReadonlySet<unknown> = new Set([
  DOCUMENT_WORDS.notGiven,
  DOCUMENT_WORDS.noRate,
  NOT_CALCULABLE,
]);
const ROW_NUMBER = /(\$?[A-Z]{1,3}\$?)\d{1,7}/g;

/** The author of the content in a row of the document, where the page has a blank at a place; null without content. */
export function authorAt(layout: RowLayout, row: number, place: number, column: number): Author | null {
  return authorOf(layout, row, column, layout.page.rows[place] ?? []);
}

/** The same where the page has a blank in this column of a row. */
export function authorOf(
  layout: RowLayout,
  row: number,
  column: number,
  cells: DocumentPage['rows'][number],
): Author | null {
  const { sheet, area } = layout;
  const planned = cells[column] ?? null;
  const [sheetRow, sheetColumn] = [area.top + row, area.left + column];
  if (contentAt(sheet, sheetRow, sheetColumn) === null) return null;
  const filledWith = planned?.filledWith;
  if (!planned || filledWith === undefined) return 'person';
  if (hasFormula(sheet, sheetRow, sheetColumn)) return isOwnFormula(layout, row, column) ? 'document' : 'person';
  const value = valueAt(sheet, sheetRow, sheetColumn);
  if (isCellError(value) || IN_PLACE_OF_NUMBERS.has(value)) return 'document';
  const isText = typeof value !== 'number';
  if (isText && planned.style !== undefined && OF_NUMBERS.has(planned.style)) return 'person';
  if (filledWith === 'row') return isFilledRow(layout, row, cells) ? 'document' : 'person';
  return filledWith === 'value' || isText || writesValues(layout) ? 'doubtful' : 'person';
}

/** True when the document states that it has values where it may have formulas: a number is then its own, or not. */
export function writesValues({ sheet, area }: RowLayout): boolean {
  const rows = Array.from({ length: area.rows }, (_, row) => area.top + row);
  const line = rows.find((row) => valueAt(sheet, row, area.left) === DOCUMENT_WORDS.asValues);
  const columns = Array.from({ length: area.columns }, (_, column) => area.left + column);
  return line !== undefined && columns.some((column) => Number(valueAt(sheet, line, column)) > 0);
}

/** True for a formula over our tables and names, or one that the page has on another row of the column. */
function isOwnFormula({ page, sheet, area }: RowLayout, row: number, column: number): boolean {
  const formula = sheet.formulas.get(formulaKey(area.top + row, area.left + column));
  if (formula === undefined) return false;
  if (formula.includes(OUR_PREFIX)) return true;
  const shape = shapeOf(formula);
  return page.rows.some((cells) => shapeOf(cells[column]?.formula ?? '') === shape);
}

/** A formula without the rows of its references. */
function shapeOf(formula: string): string {
  return withoutMarks(formula).replace(ROW_NUMBER, '$1#').replaceAll(' ', '');
}

/** True when a formula of ours is in a cell that others of its row are filled with. */
function isFilledRow(layout: RowLayout, row: number, cells: DocumentPage['rows'][number]): boolean {
  return cells.some((cell, column) => cell?.filledWith === 'row' && isOwnFormula(layout, row, column));
}

/** The cells of the document, by row and column, that become blank and whose author is doubtful. */
export function doubtfulContents(layout: RowLayout): readonly { readonly row: number; readonly column: number }[] {
  const { area, before, places, firstMoved } = layout;
  return before.flatMap((key, row) => {
    const place = row < firstMoved ? row : places.get(key);
    if (place === undefined) return [];
    const columns = Array.from({ length: area.columns }, (_, column) => column);
    const isBlank = (column: number): boolean => layout.page.rows[place]?.[column]?.filledWith !== undefined;
    const isDoubtful = (column: number): boolean => authorAt(layout, row, place, column) === 'doubtful';
    return columns.filter((column) => isBlank(column) && isDoubtful(column)).map((column) => ({ row, column }));
  });
}
