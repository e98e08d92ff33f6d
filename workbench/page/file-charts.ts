/** Converts the charts of a file to the host's form, so that the add-in can read them and the page draws them. */
import type { DrawnCells } from '../../src/adapters/xlsx/read/read-chart';
import type { FileChart } from '../../src/adapters/xlsx/read/read-extras';
import type { Grid } from '../host/grid';
import type { ChartCells, ChartFacts } from '../host/rich-api/chart-facts';

const TYPES = { stacked: 'ColumnStacked', clustered: 'ColumnClustered', other: 'Invalid' } as const;

type FileSeries = FileChart['series'][number];

/** The charts of the sheets in the grid. */
export function chartFacts(grid: Grid, charts: readonly FileChart[]): readonly Omit<ChartFacts, 'id' | 'box'>[] {
  const idOf = (name: string): string | undefined =>
    grid.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id;
  const cellsOf = (drawn: DrawnCells | null): ChartCells | null => {
    const sheetId = drawn && idOf(drawn.sheet);
    return drawn && sheetId ? { sheetId, area: drawn.area } : null;
  };
  return charts.flatMap((chart) => {
    const sheetId = idOf(chart.sheet);
    if (sheetId === undefined) return [];
    const series = chart.series.map((one) => ({
      looks: looksOfSeries(one),
      values: cellsOf(one.values),
      categories: cellsOf(one.categories),
    }));
    return [{ sheetId, looks: looksOfChart(chart), series, place: chart.place }];
  });
}

function looksOfChart({ name, title, axisTitles, numberFormat, series: [first] }: FileChart): Map<string, unknown> {
  return new Map<string, unknown>([
    ['Name', name],
    ['ChartType', first ? typeOf(first) : TYPES.other],
    ['Title.Text', title ?? ''],
    ['Axes.CategoryAxis.Title.Text', axisTitles.categories ?? ''],
    ['Axes.ValueAxis.Title.Text', axisTitles.values ?? ''],
    ...(numberFormat === null ? [] : [['Axes.ValueAxis.NumberFormat', numberFormat] as const]),
  ]);
}

function looksOfSeries(series: FileSeries): Map<string, unknown> {
  const { name, fill, line, isDashed } = series;
  return new Map<string, unknown>([
    ['Name', name],
    ['ChartType', typeOf(series)],
    ...(fill === null ? [] : [['Format.Fill.Color', `#${fill}`] as const]),
    ...(line === null ? [] : [['Format.Line.Color', `#${line}`] as const]),
    ['Format.Line.LineStyle', isDashed ? 'Dash' : 'Continuous'],
  ]);
}

function typeOf({ shape, hasMarkers }: FileSeries): string {
  if (shape !== 'line') return TYPES[shape];
  return hasMarkers ? 'LineMarkers' : 'Line';
}
