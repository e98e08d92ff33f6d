/**
 * Reads the names of our charts on a sheet. The drawing is searched as text: a drawing of the team's own, however odd,
 * never prevents a workbook from opening.
 */
import { CHART_PREFIX } from '../../../workbook/workbook-names';
import type { XlsxPackage } from '../package/package';
import { attributeIn, openTagsOf } from '../package/xml-scan';
import { decodeText } from '../package/xml-text';

const utf8 = new TextDecoder();

/** The names of our charts, in the order of the drawing. */
export function readCharts(parts: XlsxPackage, sheetPath: string): readonly string[] {
  const path = parts.related(sheetPath, 'drawing');
  if (path === null) return [];
  const tags = [...openTagsOf(utf8.decode(parts.content(path)), 'cNvPr')];
  return tags
    .map(({ tag }) => decodeText(attributeIn(tag, 'name') ?? ''))
    .filter((name) => name.startsWith(CHART_PREFIX));
}
