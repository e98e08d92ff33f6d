/** Queues a chart of ours: every member is in ExcelApi 1.8, below the floor of the add-in. Excel gives charts no place for a description. */
import { AXIS_FORMAT, CHART_INK, SERIES_LOOKS } from '../../workbook/chart-looks';
import { cellAddress } from '../../workbook/cells';
import type { PlannedChart } from '../../workbook/plan';
import { rangeOf } from './structure';

/** Its name comes first: a batch that fails later leaves a chart that is known. */
export function addChart(context: Excel.RequestContext, sheet: string, planned: PlannedChart): void {
  const { worksheets } = context.workbook;
  const source = worksheets.getItem(planned.source);
  const [first, ...others] = planned.series;
  if (!first) return;
  const chart = worksheets.getItem(sheet).charts.add('ColumnStacked', rangeOf(source, first.area), 'Rows');
  chart.name = planned.name;
  const { top, left, rows, columns } = planned.place;
  chart.setPosition(cellAddress(top, left), cellAddress(top + rows - 1, left + columns - 1));
  dress(chart, planned.title);
  draw(chart.series.getItemAt(0), first, source, planned);
  for (const series of others) draw(chart.series.add(series.name), series, source, planned);
}

function dress(chart: Excel.Chart, title: string): void {
  chart.title.text = title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = `#${CHART_INK.text}`;
  chart.legend.position = 'Bottom';
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.numberFormat = AXIS_FORMAT;
  valueAxis.majorGridlines.format.line.color = `#${CHART_INK.grid}`;
  categoryAxis.tickLabelPosition = 'Low'; // months stay at the foot even when a month is negative
}

function draw(series: Excel.ChartSeries, { name, area, role }: PlannedChart['series'][number], source: Excel.Worksheet, planned: PlannedChart): void {
  const look = SERIES_LOOKS[role];
  series.name = name;
  series.setValues(rangeOf(source, area));
  series.setXAxisValues(rangeOf(source, planned.categories));
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
