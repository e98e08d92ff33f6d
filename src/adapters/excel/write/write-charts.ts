/**
 * Queues the charts of a plan: new ones, and existing ones that draw other cells. Every member used is in ExcelApi 1.8,
 * below the floor of the add-in; no member sets the description of a chart.
 */
import { cellAddress, type Area } from '../../../workbook/cells';
import { AXIS_FORMAT, CHART_INK, SERIES_LOOKS, type SeriesLook } from '../../../workbook/chart-looks';
import type { ChartLook, PlannedChart } from '../../../workbook/plan';
import { rangeOf } from '../excel-ranges';
import type { PresentChart, RedrawChart } from './before';
import type { SheetFinder } from './sheet-finder';

/**
 * Its name is set first: when the batch fails later, the chart left behind can be found. `look` is that of the deleted
 * chart that an undo restores.
 */
export function addChart(sheets: SheetFinder, sheet: string, planned: PlannedChart, look?: ChartLook): void {
  const source = sheets.get(planned.source);
  const looks =
    look &&
    matchSeries(
      planned.series,
      look.series.map(({ name }) => name),
    ).map((rank) => (rank === null ? undefined : look.series[rank]));
  const [first, ...others] = planned.series.flatMap((series, index) =>
    looks && !looks[index] ? [] : [{ series, seen: looks?.[index] }],
  );
  if (!first) return;
  const chart = sheets.get(sheet).charts.add('ColumnStacked', rangeOf(source, first.series.area), 'Rows');
  chart.name = planned.name;
  place(chart, planned.place);
  if (look) Object.assign(chart, look.box);
  dress(chart, look?.title ?? planned.title, planned.axes);
  draw(chart.series.getItemAt(0), first, source, planned);
  for (const one of others) draw(chart.series.add(one.seen?.name ?? one.series.name), one, source, planned);
}

/** Queues the new cells of an existing chart, and its new title and place unless somebody changed them. */
export function redrawChart(sheets: SheetFinder, { sheet, chart, before }: RedrawChart, present: PresentChart): void {
  const drawn = sheets.get(sheet).charts.getItem(present.name);
  const source = sheets.get(chart.source);
  if (present.name !== chart.name) drawn.name = chart.name;
  if (chart.title !== before.title && present.title === before.title) drawn.title.text = chart.title;
  matchSeries(chart.series, present.series).forEach((rank, index) => {
    const area = chart.series[index]?.area;
    if (rank === null || !area) return;
    const series = drawn.series.getItemAt(rank);
    series.setValues(rangeOf(source, area));
    series.setXAxisValues(rangeOf(source, chart.categories));
  });
  if (present.isInPlace && chart.place.top !== before.place.top) place(drawn, chart.place);
}

/** The index of the existing series for each planned one, by name, else by rank; null for one that somebody deleted. */
function matchSeries(planned: PlannedChart['series'], present: readonly string[]): readonly (number | null)[] {
  const names = new Set(planned.map(({ name }) => name));
  return planned.map(({ name }, rank) => {
    const named = present.indexOf(name);
    const other = present[rank];
    if (named >= 0) return named;
    return other !== undefined && present.length === planned.length && !names.has(other) ? rank : null;
  });
}

/** Queues the cells that a chart covers. */
function place(chart: Excel.Chart, area: Area): void {
  const { top, left, rows, columns } = area;
  chart.setPosition(cellAddress(top, left), cellAddress(top + rows - 1, left + columns - 1));
}

function dress(chart: Excel.Chart, title: string, axes: PlannedChart['axes']): void {
  chart.title.text = title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = `#${CHART_INK.text}`;
  chart.legend.position = 'Bottom';
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = AXIS_FORMAT;
  valueAxis.majorGridlines.format.line.color = `#${CHART_INK.grid}`;
  categoryAxis.tickLabelPosition = 'Low'; // months stay at the bottom even when a month is negative
  nameAxis(categoryAxis, axes.categories);
  nameAxis(valueAxis, axes.values);
}

function nameAxis(axis: Excel.ChartAxis, text: string): void {
  axis.title.text = text;
  axis.title.format.font.size = 9;
  axis.title.format.font.color = `#${CHART_INK.text}`;
}

interface DrawnSeries {
  readonly series: PlannedChart['series'][number];
  /** The look of the deleted series that it restores. */
  readonly seen: ChartLook['series'][number] | undefined;
}

function draw(
  series: Excel.ChartSeries,
  { series: { name, area, role }, seen }: DrawnSeries,
  source: Excel.Worksheet,
  planned: PlannedChart,
): void {
  series.name = seen?.name ?? name;
  series.setValues(rangeOf(source, area));
  series.setXAxisValues(rangeOf(source, planned.categories));
  shape(series, SERIES_LOOKS[role]);
  if (!seen) return;
  if (seen.shape !== '') series.chartType = seen.shape as Excel.ChartType;
  if (seen.line !== '') series.format.line.color = seen.line;
}

function shape(series: Excel.ChartSeries, look: SeriesLook): void {
  series.chartType = look.as === 'column' ? 'ColumnStacked' : 'LineMarkers';
  const { fill, line } = series.format;
  line.color = `#${look.color}`;
  line.lineStyle = look.isDashed ? 'Dash' : 'Continuous';
  if (look.as === 'column') {
    fill.setSolidColor(`#${look.fill}`);
    series.gapWidth = 60;
    return;
  }
  line.weight = 2.25;
  series.markerStyle = look.hasMarkers ? 'Circle' : 'None';
  if (!look.hasMarkers) return;
  series.markerSize = 6;
  series.markerBackgroundColor = '#FFFFFF';
  series.markerForegroundColor = `#${look.color}`;
}
