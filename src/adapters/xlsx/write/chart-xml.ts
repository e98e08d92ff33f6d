/**
 * Writes the part of a chart: stacked columns and lines over the same months, with the values of the cells as cache
 * (ECMA-376 part 1, 21.2).
 */
import { AXIS_FORMAT, CHART_INK, SERIES_LOOKS, type SeriesLook } from '../../../workbook/chart-looks';
import type { Area, CellValue } from '../../../workbook/cells';
import type { PlannedChart } from '../../../workbook/plan';
import { fixedReference } from '../../../workbook/references';
import { XML_DECLARATION } from '../package/package';
import type { Dialect } from '../package/workbook-part';
import { encodeFormulaText, encodeXstring } from '../package/xml-text';
import type { ChartDraft, SheetDraft } from './sheet-draft';

type Series = PlannedChart['series'][number];

const AXES = { categories: 111_111_111, values: 222_222_222 };
/** English Metric Units in a point. */
const POINT = 12_700;
/** Font of the axis titles; the size is in hundredths of a point. */
const AXIS_LOOK = 'sz="900" b="0"';
const AXIS_IDS = `<c:axId val="${AXES.categories}"/><c:axId val="${AXES.values}"/>`;

/** The namespaces of drawings and charts in a dialect. */
export function drawingNamespaces(dialect: Dialect): Readonly<Record<'drawing' | 'shapes' | 'charts', string>> {
  const isStrict = dialect.main.startsWith('http://purl.oclc.org/');
  const start = isStrict
    ? 'http://purl.oclc.org/ooxml/drawingml/'
    : 'http://schemas.openxmlformats.org/drawingml/2006/';
  return { drawing: `${start}spreadsheetDrawing`, shapes: `${start}main`, charts: `${start}chart` };
}

export function chartXml({ chart, source }: ChartDraft, dialect: Dialect, uses1904Dates: boolean): string {
  const { shapes, charts } = drawingNamespaces(dialect);
  const series = chart.series.map((one, index) => ({
    look: SERIES_LOOKS[one.role],
    xml: (as: string) => seriesXml(chart, one, index, source, as),
  }));
  const xmlOf = (as: SeriesLook['as']): string =>
    series.flatMap(({ look, xml }) => (look.as === as ? [xml(as)] : [])).join('');
  const [columns, lines] = [xmlOf('column'), xmlOf('line')];
  return (
    `${XML_DECLARATION}<c:chartSpace xmlns:c="${charts}" xmlns:a="${shapes}" xmlns:r="${dialect.reference}">` +
    `<c:date1904 val="${uses1904Dates ? 1 : 0}"/><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${columns && columnsXml(columns)}${lines && linesXml(lines)}` +
    `${categoryAxis(chart.axes.categories)}${valueAxis(chart.axes.values)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${fillXml('FFFFFF')}${lineXml(CHART_INK.grid, 0.75, false)}</c:spPr></c:chartSpace>`
  );
}

function columnsXml(series: string): string {
  const kind = '<c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>';
  return `<c:barChart>${kind}${series}<c:gapWidth val="60"/><c:overlap val="100"/>${AXIS_IDS}</c:barChart>`;
}

function linesXml(series: string): string {
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
}

function seriesXml(chart: PlannedChart, series: Series, index: number, source: SheetDraft, as: string): string {
  const look = SERIES_LOOKS[series.role];
  const categories = `<c:cat>${textsXml(source, chart.categories)}</c:cat>`;
  const data = `${categories}<c:val>${numbersXml(source, series.area)}</c:val>`;
  const name = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${encodeXstring(series.name)}</c:v></c:tx>`;
  if (as === 'column') {
    const shape = `<c:spPr>${fillXml(look.fill)}${lineXml(look.color, 0.75, look.isDashed)}</c:spPr>`;
    return `<c:ser>${name}${shape}<c:invertIfNegative val="0"/>${data}</c:ser>`;
  }
  return `<c:ser>${name}<c:spPr>${lineXml(look.color, 2.25, look.isDashed)}</c:spPr>${markerXml(look)}${data}<c:smooth val="0"/></c:ser>`;
}

function markerXml({ hasMarkers, color }: SeriesLook): string {
  if (!hasMarkers) return '<c:marker><c:symbol val="none"/></c:marker>';
  const shape = `<c:spPr>${fillXml('FFFFFF')}${lineXml(color, 1.5, false)}</c:spPr>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="6"/>${shape}</c:marker>`;
}

/** The months, with the texts of the cells as cache; `p` is the prefix of the part. */
export function textsXml(source: SheetDraft, area: Area, p = 'c:'): string {
  const texts = valuesIn(source, area).map((value) => (typeof value === 'object' ? '' : String(value)));
  return `<${p}strRef>${referenceXml(source, area, p)}<${p}strCache>${pointsXml(texts, p)}</${p}strCache></${p}strRef>`;
}

function referenceXml(source: SheetDraft, area: Area, p: string): string {
  return `<${p}f>${encodeFormulaText(fixedReference(source.name, area))}</${p}f>`;
}

/** The amounts, with those of the cells as cache. */
export function numbersXml(source: SheetDraft, area: Area, p = 'c:'): string {
  const numbers = valuesIn(source, area).map((value) => (typeof value === 'number' ? String(value) : null));
  const cache = `<${p}formatCode>${encodeXstring(AXIS_FORMAT)}</${p}formatCode>${pointsXml(numbers, p)}`;
  return `<${p}numRef>${referenceXml(source, area, p)}<${p}numCache>${cache}</${p}numCache></${p}numRef>`;
}

function valuesIn(source: SheetDraft, { top, left, rows, columns }: Area): CellValue[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    source.valueAt(top + Math.floor(index / columns), left + (index % columns)),
  );
}

function pointsXml(points: readonly (string | null)[], p: string): string {
  const known = points.map((point, index) =>
    point === null ? '' : `<${p}pt idx="${index}"><${p}v>${encodeXstring(point)}</${p}v></${p}pt>`,
  );
  return `<${p}ptCount val="${points.length}"/>${known.join('')}`;
}

function titleXml(title: string, look = 'sz="1200" b="1"'): string {
  const run = `<a:r><a:rPr lang="fr-FR" ${look}>${fillXml(CHART_INK.text)}</a:rPr><a:t>${encodeXstring(title)}</a:t></a:r>`;
  const text = `<a:bodyPr/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>${run}</a:p>`;
  return `<c:title><c:tx><c:rich>${text}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** Months stay at the bottom even when a month is negative. */
function categoryAxis(title: string): string {
  const looks = `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${lineXml(CHART_INK.line, 0.75, false)}</c:spPr>`;
  return (
    `<c:catAx><c:axId val="${AXES.categories}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
    `${titleXml(title, AXIS_LOOK)}<c:numFmt formatCode="General" sourceLinked="0"/>${looks}${textXml(900)}<c:crossAx val="${AXES.values}"/>` +
    '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function valueAxis(title: string): string {
  const grid = `<c:majorGridlines><c:spPr>${lineXml(CHART_INK.grid, 0.75, false)}</c:spPr></c:majorGridlines>`;
  const looks =
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
  return (
    `<c:valAx><c:axId val="${AXES.values}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${grid}` +
    `${titleXml(title, AXIS_LOOK)}<c:numFmt formatCode="${encodeXstring(AXIS_FORMAT)}" sourceLinked="0"/>${looks}${textXml(900)}` +
    `<c:crossAx val="${AXES.categories}"/>` +
    '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
  );
}

/** Text of this size, in hundredths of a point. */
function textXml(size: number): string {
  const look = `<a:defRPr sz="${size}">${fillXml(CHART_INK.text)}</a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${look}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
}

function fillXml(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function lineXml(color: string, points: number, isDashed: boolean): string {
  return `<a:ln w="${Math.round(points * POINT)}" cap="flat">${fillXml(color)}<a:prstDash val="${isDashed ? 'dash' : 'solid'}"/><a:round/></a:ln>`;
}
