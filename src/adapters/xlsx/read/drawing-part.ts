/**
 * Reads the names of our charts on a sheet. The drawing is searched as text: a drawing of the team's own, however odd,
 * never prevents a workbook from opening.
 */
import { CHART_PREFIX } from '../../../workbook/workbook-names';
import type { XlsxPackage } from '../package/package';
import { decodeEntities } from '../package/xml-text';

const NAMES = /<(?:\w+:)?cNvPr\b[^>]*?\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const utf8 = new TextDecoder();

/** The names of our charts, in the order of the drawing. */
export function readCharts(parts: XlsxPackage, sheetPath: string): readonly string[] {
  const path = parts.related(sheetPath, 'drawing');
  if (path === null) return [];
  const names = [...utf8.decode(parts.content(path)).matchAll(NAMES)].map(([, quoted, single]) =>
    decodeEntities(quoted ?? single ?? ''),
  );
  return names.filter((name) => name.startsWith(CHART_PREFIX));
}
