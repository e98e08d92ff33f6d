/** References as Excel writes them: those of defined names, and those of frozen panes. */
import { cellAddress, columnNumber, parseArea, quoteSheet, type Area } from '../../workbook/cells';
import { sheetOfAddress } from './excel-ranges';

const ROWS_PER_SHEET = 1_048_576;
const COLUMNS_PER_SHEET = 16_384;

/**
 * The place behind `='Annexe 1'!$A$1:$D$9`; null when the name is not one area (a formula, a constant, a lost
 * reference).
 */
export function namedPlace(refersTo: string): { readonly sheet: string; readonly area: Area } | null {
  const address = refersTo.replace(/^=/, '');
  const area = address.includes('!') ? parseArea(address) : null;
  return area ? { sheet: sheetOfAddress(address), area } : null;
}

/** `='Annexe 1'!$A$1:$D$9`. */
export function refersTo(sheet: string, area: Area): string {
  const absolute = (row: number, column: number): string =>
    cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `=${quoteSheet(sheet)}!${absolute(area.top, area.left)}:${absolute(area.top + area.rows - 1, area.left + area.columns - 1)}`;
}

/** The frozen rows and columns of `Feuil1!1:3` (rows), `Feuil1!A:B` (columns) or `Feuil1!A1:B3` (both). */
export function frozenBy(address: string): { readonly rows: number; readonly columns: number } {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const area = parseArea(local);
  const [, lastRow] = /^\d+(?::(\d+))?$/.exec(local) ?? [];
  const [, lastColumn] = /^[A-Z]+(?::([A-Z]+))?$/i.exec(local) ?? [];
  if (/^\d/.test(local)) return { rows: Number(lastRow ?? local), columns: 0 };
  if (/^[A-Z]+(:|$)/i.test(local) && !area) return { rows: 0, columns: columnNumber(lastColumn ?? local) + 1 };
  if (!area) return { rows: 0, columns: 0 };
  const rows = area.top + area.rows;
  const columns = area.left + area.columns;
  return { rows: rows < ROWS_PER_SHEET ? rows : 0, columns: columns < COLUMNS_PER_SHEET ? columns : 0 };
}
