/**
 * Queues a chart of ours: every member is in ExcelApi 1.8, below the floor of the add-in. Excel gives charts no place
 * for a description.
 */
import { AXIS_FORMAT, CHART_INK, SERIES_LOOKS, type SeriesLook } from '../../workbook/chart-looks';
import type { ChartLook, PlannedChart } from '../../workbook/plan';
import { place, seriesStanding } from './charts-before';
import { rangeOf } from './structure';

/**
 * Its name comes first: a batch that fails later leaves a chart that is known. `look` is that of the chart which it
 * brings back.
 */
export function addChart(context: Excel.RequestContext, sheet: string, planned: PlannedChart, look?: ChartLook): void {
  const { worksheets } = context.workbook;
  const source = worksheets.getItem(planned.source);
  const looks =
    look &&
    seriesStanding(
      planned.series,
      look.series.map(({ name }) => name),
    ).map((rank) => (rank === null ? undefined : look.series[rank]));
  const [first, ...others] = planned.series.flatMap((series, index) =>
    looks && !looks[index] ? [] : [{ series, seen: looks?.[index] }],
  );
  if (!first) return;
  const chart = worksheets.getItem(sheet).charts.add('ColumnStacked', rangeOf(source, first.series.area), 'Rows');
  chart.name = planned.name;
  place(chart, planned.place);
  if (look) Object.assign(chart, look.box);
  dress(chart, look?.title ?? planned.title, planned.axes);
  draw(chart.series.getItemAt(0), first, source, planned);
  for (const one of others) draw(chart.series.add(one.seen?.name ?? one.series.name), one, source, planned);
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
  categoryAxis.tickLabelPosition = 'Low'; // months stay at the foot even when a month is negative
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
  /** How the series that it brings back looked. */
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
