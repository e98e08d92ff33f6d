/**
 * The cells of pivot tables: what is written there is lost when somebody refreshes them, and Excel refuses it from the
 * start.
 */
import { parseArea, type Area } from '../../../workbook/cells';
import type { XlsxPackage } from '../package/package';
import { decodePart } from '../package/xml-text';

const LOCATION = /<(?:[\w.-]+:)?location\b[^>]*\sref\s*=\s*["']([^"']+)["']/;

/** The areas of the pivot tables of a sheet; one that does not say its place is left to Excel. */
export function pivotAreasOf(parts: XlsxPackage, sheetPath: string): readonly Area[] {
  return parts
    .relationships(sheetPath)
    .filter(({ kind, target }) => kind === 'pivotTable' && target !== null && parts.has(target))
    .flatMap(({ target }) => {
      const [, reference = ''] = LOCATION.exec(decodePart(parts.content(target ?? ''))) ?? [];
      return parseArea(reference) ?? [];
    });
}
