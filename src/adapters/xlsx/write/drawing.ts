/**
 * Edits the drawing of a sheet: an anchor is added for each new chart and removed for each deleted one; the team's
 * pictures and shapes stay.
 */
import { XML_DECLARATION } from '../package/package';
import type { Dialect } from '../package/workbook-part';
import { attributesXml, TextSplice } from '../package/xml-splice';
import { encodeAttribute } from '../package/xml-text';
import { attributeOf, childOf, descendantsOf, referenceOf, type XmlElement } from '../package/xml-tree';
import type { Area } from '../../../workbook/cells';
import { CHART_PREFIX } from '../../../workbook/workbook-names';
import type { OpenedWorkbook } from '../read/opened-workbook';
import { chartXml, drawingNamespaces } from './chart-xml';
import { redrawPart } from './redraw-chart';
import type { ChartDraft, SheetDraft } from './sheet-draft';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Writes the charts of a sheet; returns the relationship of its drawing when it had none. */
export function editDrawing(opened: OpenedWorkbook, sheetPath: string, draft: SheetDraft): string | null {
  if (draft.newCharts.length + draft.removedCharts.length + draft.redrawnCharts.length === 0) return null;
  const { parts, part } = opened;
  const present = parts.related(sheetPath, 'drawing');
  if (present === null && draft.newCharts.length === 0) return null;
  const path = present ?? parts.freePath('xl/drawings/drawing', '.xml');
  if (present === null) {
    parts.set(path, emptyDrawing(part.dialect));
    parts.declareType(path, DRAWING_TYPE);
  }
  removeCharts(opened, path, new Set(draft.removedCharts));
  redrawCharts(opened, path, draft.redrawnCharts);
  addCharts(opened, path, draft.newCharts);
  return present === null ? parts.relate(sheetPath, `${part.dialect.relation}drawing`, path) : null;
}

function emptyDrawing(dialect: Dialect): string {
  const { drawing, shapes } = drawingNamespaces(dialect);
  return `${XML_DECLARATION}<xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${shapes}"></xdr:wsDr>`;
}

function removeCharts({ parts }: OpenedWorkbook, path: string, names: ReadonlySet<string>): void {
  const { text, root } = parts.tree(path);
  const splice = new TextSplice(text);
  const gone = new Set<string>();
  for (const anchor of root.children) {
    const objects = objectsIn(anchor);
    const ours = objects.filter((one) => names.has(nameOf(one)));
    if (ours.length === 0) continue;
    // In a group with something of the team, the chart goes alone.
    for (const element of ours.length === objects.length ? [anchor] : ours) splice.remove(element);
    for (const element of ours.flatMap(descendantsOf))
      if (element.local === 'chart') gone.add(referenceOf(element) ?? '');
  }
  if (splice.isUntouched) return;
  parts.set(path, splice.toString());
  parts.unrelate(path, ({ id }) => gone.has(id));
}

const OBJECTS: ReadonlySet<string> = new Set(['graphicFrame', 'sp', 'pic', 'cxnSp', 'contentPart']);

/** The objects of an anchor: one, or those of its groups. A fallback for older programs is not another one. */
function objectsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child): readonly XmlElement[] => {
    if (child.local === 'Fallback') return [];
    return OBJECTS.has(child.local) ? [child] : objectsIn(child);
  });
}

function nameOf(object: XmlElement): string {
  const properties = descendantsOf(object).find(({ local }) => local === 'cNvPr');
  return (properties && attributeOf(properties, 'name')) ?? '';
}

/** Existing charts: another name, other cells, and another place unless somebody moved them. */
function redrawCharts({ parts }: OpenedWorkbook, path: string, charts: SheetDraft['redrawnCharts']): void {
  if (charts.length === 0) return;
  const { text, root } = parts.tree(path);
  const splice = new TextSplice(text);
  for (const draft of charts) {
    const anchor = root.children.find((one) => isNamed(one, draft.before.name));
    if (!anchor) continue;
    for (const element of descendantsOf(anchor)) {
      if (element.local === 'cNvPr') {
        const texts = {
          ...(draft.chart.name !== draft.before.name && { name: draft.chart.name }),
          ...altText(element, draft),
        };
        if (Object.keys(texts).length > 0) splice.setAttributes(element, texts);
      }
      const target =
        element.local === 'chart'
          ? parts.relationships(path).find(({ id }) => id === referenceOf(element))?.target
          : null;
      if (target && parts.has(target)) redrawPart(parts, target, draft);
    }
    moveAnchor(splice, anchor, draft);
  }
  if (!splice.isUntouched) parts.set(path, splice.toString());
}

/** The alternative text of a chart: of one that another program dropped with its name, and of ours that changes. */
function altText(properties: XmlElement, { chart, before }: SheetDraft['redrawnCharts'][number]): { descr?: string } {
  const present = attributeOf(properties, 'descr') ?? '';
  const isLost = !before.name.startsWith(CHART_PREFIX) && present === '';
  const isOurs = present !== '' && present === before.description && before.description !== chart.description;
  return isLost || isOurs ? { descr: chart.description } : {};
}

function isNamed(anchor: XmlElement, name: string): boolean {
  return descendantsOf(anchor).some((element) => element.local === 'cNvPr' && attributeOf(element, 'name') === name);
}

/** Moves an anchor only if it is still where we put it. */
function moveAnchor(
  splice: TextSplice,
  anchor: XmlElement,
  { chart, before }: SheetDraft['redrawnCharts'][number],
): void {
  const corners = [...cornersOf(before.place)].flatMap(([name, wanted]) => {
    const corner = childOf(anchor, name);
    const values = ['col', 'colOff', 'row', 'rowOff'].map((member) => (corner ? childOf(corner, member) : undefined));
    return values.every((value, index) => Number(value?.text) === [wanted.column, 0, wanted.row, 0][index])
      ? [{ name, row: values[2] }]
      : [];
  });
  if (corners.length < 2) return;
  const places = cornersOf(chart.place);
  for (const { name, row } of corners)
    if (row) splice.replace(row.openEnd, row.closeStart, String(places.get(name)?.row));
}

function cornersOf({
  top,
  left,
  rows,
  columns,
}: Area): ReadonlyMap<string, { readonly row: number; readonly column: number }> {
  return new Map([
    ['from', { row: top, column: left }],
    ['to', { row: top + rows, column: left + columns }],
  ]);
}

function addCharts({ parts, part }: OpenedWorkbook, path: string, charts: readonly ChartDraft[]): void {
  const anchors = charts.map((draft) => {
    const chartPath = parts.freePath('xl/charts/chart', '.xml');
    parts.set(chartPath, chartXml(draft, part.dialect, part.uses1904Dates));
    parts.declareType(chartPath, CHART_TYPE);
    return { draft, relationship: parts.relate(path, `${part.dialect.relation}chart`, chartPath) };
  });
  if (anchors.length === 0) return;
  const { text, root } = parts.tree(path);
  const ids = descendantsOf(root).flatMap((element) =>
    element.local === 'cNvPr' ? [Number(attributeOf(element, 'id')) || 0] : [],
  );
  const lastId = Math.max(1, ...ids);
  const splice = new TextSplice(text);
  anchors.forEach(({ draft, relationship }, index) => {
    splice.append(root, anchorXml(draft, lastId + 1 + index, relationship, part.dialect));
  });
  parts.set(path, splice.toString());
}

/**
 * Anchored from one cell to another, so that it moves with them. Every prefix is declared here, since an existing
 * drawing may use others.
 */
function anchorXml({ chart }: ChartDraft, id: number, relationship: string, dialect: Dialect): string {
  const { drawing, shapes, charts } = drawingNamespaces(dialect);
  const corner = ([name, { row, column }]: readonly [
    string,
    { readonly row: number; readonly column: number },
  ]): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const properties = `${attributesXml({ id })} name="${encodeAttribute(chart.name)}" descr="${encodeAttribute(chart.description)}"`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${drawing}" xmlns:a="${shapes}">` +
    [...cornersOf(chart.place)].map(corner).join('') +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${properties}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${charts}"><c:chart xmlns:c="${charts}" xmlns:r="${dialect.reference}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
