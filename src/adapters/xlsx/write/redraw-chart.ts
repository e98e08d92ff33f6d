/**
 * Makes the part of an existing chart draw other cells; the rest of it, whatever program or person shaped it, stays
 * identical.
 */
import { comparable } from '../../../domain/text';
import type { XlsxPackage } from '../package/package';
import { TextSplice } from '../package/xml-splice';
import { decodeXstring, encodeXstring } from '../package/xml-text';
import { childOf, childrenOf, descendantsOf, prefixOf, type XmlElement } from '../package/xml-tree';
import { numbersXml, textsXml } from './chart-xml';
import type { SheetDraft } from './sheet-draft';

export function redrawPart(
  parts: XlsxPackage,
  path: string,
  { chart, before, source }: SheetDraft['redrawnCharts'][number],
): void {
  const { text, root } = parts.tree(path);
  const splice = new TextSplice(text);
  const existing = seriesIn(root);
  const names = existing.map(nameOf);
  const planned = new Set(chart.series.map(({ name }) => comparable(name)));
  chart.series.forEach(({ name, area }, rank) => {
    const named = names.indexOf(comparable(name));
    const isRenamed = existing.length === chart.series.length && !planned.has(names[rank] ?? '');
    const series = existing[named >= 0 ? named : isRenamed ? rank : -1];
    if (!series) return; // somebody deleted it
    const p = prefixOf(series);
    put(splice, childOf(series, 'cat'), textsXml(source, chart.categories, p));
    put(splice, childOf(series, 'val'), numbersXml(source, area, p));
  });
  const axis = [before.axes.categories, chart.axes.categories] as const;
  for (const [was, text] of [[before.title, chart.title] as const, axis])
    if (was !== text) retitle(splice, root, was, text);
  if (!splice.isUntouched) parts.set(path, splice.toString());
}

/** Replaces a title of ours: one that somebody typed stays. */
function retitle(splice: TextSplice, root: XmlElement, was: string, text: string): void {
  const titles = descendantsOf(root).filter(({ local }) => local === 'title');
  const runs = titles.flatMap((title) => descendantsOf(title).filter(({ local }) => local === 't'));
  const found = runs.find((run) => decodeXstring(run.text) === was);
  if (found) splice.replace(found.openEnd, found.closeStart, encodeXstring(text));
}

/** Series in the order of creation, whatever chart type each has. */
function seriesIn(element: XmlElement): readonly XmlElement[] {
  const found = element.children.flatMap((child): readonly XmlElement[] =>
    child.local === 'ser' ? [child] : seriesIn(child),
  );
  return [...found].sort((one, other) => orderOf(one) - orderOf(other));
}

function orderOf(series: XmlElement): number {
  return Number(childOf(series, 'order')?.attributes.get('val') ?? 0);
}

/** The name of a series: a text, or the cached text of a cell. */
function nameOf(series: XmlElement): string {
  const title = childOf(series, 'tx');
  const cached = title && childrenOf(title, 'strRef').flatMap((one) => childrenOf(one, 'strCache'))[0];
  const point = cached && childOf(cached, 'pt');
  return comparable(((title && childOf(title, 'v')) ?? (point && childOf(point, 'v')))?.text ?? '');
}

function put(splice: TextSplice, element: XmlElement | undefined, xml: string): void {
  if (element) splice.replace(element.openEnd, element.closeStart, xml);
}
