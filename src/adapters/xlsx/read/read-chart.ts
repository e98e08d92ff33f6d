/** Reads the part of a chart: its title, its axes, and for each series its cells, its shape and its colours. */
import { parseArea, type Area } from '../../../workbook/cells';
import { attributeOf, childAt, childOf, childrenOf, descendantsOf, isTrue, type XmlElement } from '../package/xml-tree';

/** Cells that a series draws. */
export interface DrawnCells {
  readonly sheet: string;
  readonly area: Area;
}

export interface FileSeries {
  readonly name: string | null;
  /** Columns stacked or side by side; `other` is every shape that is neither these nor plain lines. */
  readonly shape: 'stacked' | 'clustered' | 'line' | 'other';
  /** Null when it draws no cells of this workbook. */
  readonly values: DrawnCells | null;
  readonly categories: DrawnCells | null;
  /** `RRGGBB`; null where the file leaves it to the theme. */
  readonly fill: string | null;
  readonly line: string | null;
  readonly isDashed: boolean;
  readonly hasMarkers: boolean;
}

export interface ChartPart {
  readonly title: string | null;
  readonly axisTitles: { readonly categories: string | null; readonly values: string | null };
  /** Of the axis of values; null when it follows the cells. */
  readonly numberFormat: string | null;
  /** None when the part is of a kind that is not known. */
  readonly series: readonly FileSeries[];
}

export function readChartPart(root: XmlElement): ChartPart {
  const plot = childAt(root, 'chart', 'plotArea');
  const [values, categories] = [['valAx'], ['catAx', 'dateAx']].map((names) =>
    plot?.children.find(({ local }) => names.includes(local)),
  );
  const format = values && childOf(values, 'numFmt');
  const isLinked = !format || isTrue(attributeOf(format, 'sourceLinked'));
  return {
    title: textUnder(childAt(root, 'chart', 'title')),
    axisTitles: {
      categories: textUnder(categories && childOf(categories, 'title')),
      values: textUnder(values && childOf(values, 'title')),
    },
    numberFormat: isLinked ? null : (attributeOf(format, 'formatCode') ?? null),
    series: descendantsOf(root)
      .filter(({ children }) => children.some(({ local }) => local === 'ser'))
      .flatMap((group) => childrenOf(group, 'ser').map((one) => seriesOf(one, group))),
  };
}

/** All the runs of text of a title. */
function textUnder(title: XmlElement | undefined): string | null {
  if (!title) return null;
  const runs = descendantsOf(title).filter(({ local }) => local === 't');
  return runs.map(({ text }) => text).join('') || null;
}

function seriesOf(series: XmlElement, group: XmlElement): FileSeries {
  const title = childOf(series, 'tx');
  const name = title && descendantsOf(title).find(({ local }) => local === 'v')?.text;
  const [values, categories] = [
    ['val', 'yVal'],
    ['cat', 'xVal'],
  ].map((names) => names.map((one) => childOf(series, one)).find(Boolean));
  const properties = childOf(series, 'spPr');
  const stroke = properties && below(properties, 'ln');
  const dash = stroke && below(stroke, 'prstDash');
  return {
    name: name ?? null,
    shape: shapeOf(group),
    values: cellsOf(values),
    categories: cellsOf(categories),
    fill: colorOf(properties),
    line: colorOf(stroke),
    isDashed: dash !== undefined && attributeOf(dash, 'val') !== 'solid',
    hasMarkers: hasMarkers(series, group),
  };
}

function shapeOf(group: XmlElement): FileSeries['shape'] {
  const grouping = valueOf(group, 'grouping');
  if (group.local === 'lineChart') return grouping === 'standard' || grouping === undefined ? 'line' : 'other';
  if (group.local !== 'barChart' || valueOf(group, 'barDir') === 'bar') return 'other';
  if (grouping === 'stacked') return 'stacked';
  return grouping === 'clustered' || grouping === undefined ? 'clustered' : 'other';
}

/** A series may state its own marker; the group states whether there are any. */
function hasMarkers(series: XmlElement, group: XmlElement): boolean {
  const marker = childOf(series, 'marker');
  const symbol = marker && valueOf(marker, 'symbol');
  if (symbol !== undefined) return symbol !== 'none';
  return group.local === 'lineChart' && isTrue(valueOf(group, 'marker'));
}

function colorOf(properties: XmlElement | undefined): string | null {
  const color = properties && below(properties, 'solidFill', 'srgbClr');
  return (color && attributeOf(color, 'val')?.toUpperCase()) ?? null;
}

/** As `childAt`, in any namespace: looks are of another one than charts. */
function below(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((one, name) => one?.children.find(({ local }) => local === name), element);
}

function valueOf(element: XmlElement, local: string): string | undefined {
  const child = childOf(element, local);
  return child && attributeOf(child, 'val');
}

/** `'Suivi 2023'!$B$1:$D$1`. */
function cellsOf(element: XmlElement | undefined): DrawnCells | null {
  const reference = element && descendantsOf(element).find(({ local }) => local === 'f')?.text;
  const [, quoted, plain, address = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(reference ?? '') ?? [];
  const area = parseArea(address.replaceAll('$', ''));
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return area && sheet !== undefined && !sheet.includes('[') ? { sheet, area } : null;
}
