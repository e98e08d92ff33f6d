/** The sheet and the area that a defined name refers to. */
import { cellAddress, parseArea, quoteSheet, type Area } from '../../workbook/cells';
import { sheetOfAddress } from './structure';

/**
 * The place behind `='Annexe 1'!$A$1:$D$9`; null when the name means something else (a formula, a constant, a lost
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
