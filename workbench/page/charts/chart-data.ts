/** The contents of a chart, read from the cells at this moment: its texts, and the values of each series. */
import type { Grid, GridArea, GridValue } from '../../host/grid';
import { shownText } from '../../host/number-format';
import type { ChartCells, ChartFacts, SeriesFacts } from '../../host/rich-api/chart-facts';
import type { PageLocale } from '../page-locale';
import { CHART_WORDS } from './chart-words';

export type SeriesShape = 'stacked' | 'clustered' | 'line';

export interface SeriesData {
  readonly name: string;
  readonly shape: SeriesShape;
  /** Null is a gap: an empty cell or an error. */
  readonly values: readonly (number | null)[];
  /** `RRGGBB`: of the line, or of the outline of the columns. */
  readonly color: string;
  /** `RRGGBB`: of columns. */
  readonly fill: string;
  readonly isDashed: boolean;
  readonly hasMarkers: boolean;
}

export interface ChartData {
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly SeriesData[];
  readonly axisTitles: { readonly categories: string; readonly values: string };
  readonly hasLegend: boolean;
  /** A value of the axis, as its number format shows it in the language of the page. */
  readonly amount: (value: number) => string;
  /** True when the chart is of a type that is not drawn: its series are drawn as lines. */
  readonly isApproximate: boolean;
}

/** The shapes of the types that are drawn as they are. */
const SHAPES: ReadonlyMap<string, SeriesShape> = new Map([
  ['ColumnStacked', 'stacked'],
  ['ColumnClustered', 'clustered'],
  ['Line', 'line'],
  ['LineMarkers', 'line'],
]);

/** Excel's own colours, for series without one. */
const USUAL_COLORS = ['4472C4', 'ED7D31', '7F7F7F', 'BF9000', '5B9BD5', '70AD47'];
/** Points of a series above which it is thinned: a screen shows no more. */
const MOST_POINTS = 1000;

export function chartData(grid: Grid, { looks, series }: ChartFacts, locale: PageLocale): ChartData {
  const typeOf = (facts: SeriesFacts): string => textIn(facts.looks, 'ChartType') || textIn(looks, 'ChartType');
  const labelled = series.find(({ categories }) => categories !== null)?.categories;
  const drawn = series.map((facts, index) => {
    const usual = {
      name: CHART_WORDS[locale].series(index + 1),
      color: USUAL_COLORS[index % USUAL_COLORS.length] ?? '',
    };
    return seriesData(grid, facts, typeOf(facts), usual);
  });
  const longest = drawn.reduce((most, { values }) => Math.max(most, values.length), 0);
  const labels = labelled ? textsIn(grid, labelled) : [];
  const categories = Array.from({ length: longest }, (_, index) => labels[index] ?? String(index + 1));
  const every = Math.ceil(longest / MOST_POINTS) || 1;
  const format = textIn(looks, 'Axes.ValueAxis.NumberFormat') || formatIn(grid, series);
  return {
    title: textIn(looks, 'Title.Text'),
    categories: thinned(categories, every),
    series: drawn.map((one) => ({ ...one, values: thinned(one.values, every) })),
    axisTitles: {
      categories: textIn(looks, 'Axes.CategoryAxis.Title.Text'),
      values: textIn(looks, 'Axes.ValueAxis.Title.Text'),
    },
    hasLegend: looks.get('Legend.Visible') !== false && drawn.length > 0,
    amount: (value) => shownText(value, format, locale),
    isApproximate: series.some((facts) => !SHAPES.has(typeOf(facts))),
  };
}

type Usual = Pick<SeriesData, 'name' | 'color'>;

/** `usual` is Excel’s choice for a series without a name or a colour. */
function seriesData(grid: Grid, { looks, values }: SeriesFacts, type: string, usual: Usual): SeriesData {
  const shape = SHAPES.get(type) ?? 'line';
  const fill = colorIn(looks, 'Format.Fill.Color');
  const color = colorIn(looks, 'Format.Line.Color') ?? fill ?? usual.color;
  const marker = looks.get('MarkerStyle');
  return {
    name: textIn(looks, 'Name') || usual.name,
    shape,
    values: values ? visibleCells(grid, values, (area) => grid.readValues(values.sheetId, area)).map(numberIn) : [],
    color,
    fill: fill ?? color,
    isDashed: /Dash|Dot/.test(textIn(looks, 'Format.Line.LineStyle')),
    hasMarkers: marker === undefined ? type === 'LineMarkers' : marker !== 'None',
  };
}

/** The number format of the first cell drawn: Excel's own choice for an axis. */
function formatIn(grid: Grid, series: readonly SeriesFacts[]): string {
  const cells = series[0]?.values;
  if (!cells) return 'General';
  return grid.readNumberFormats(cells.sheetId, { ...cells.area, rows: 1, columns: 1 })[0]?.[0] ?? 'General';
}

function textsIn(grid: Grid, cells: ChartCells): readonly string[] {
  return visibleCells(grid, cells, (area) => grid.readTexts(cells.sheetId, area));
}

/** The cells in reading order, without those of hidden rows and columns, which Excel does not draw. */
function visibleCells<T>(grid: Grid, { sheetId, area }: ChartCells, read: (area: GridArea) => T[][]): T[] {
  if (grid.sheet(sheetId) === undefined) return [];
  const isShown = Array.from(
    { length: area.columns },
    (_, column) => !grid.isColumnHidden(sheetId, area.left + column),
  );
  return read(area).flatMap((row, index) =>
    grid.isRowHidden(sheetId, area.top + index) ? [] : row.filter((_, column) => isShown[column]),
  );
}

/** Excel draws texts as zeros. */
function numberIn(value: GridValue): number | null {
  if (value === null || typeof value === 'object') return null;
  return typeof value === 'string' ? 0 : Number(value);
}

function textIn(looks: ReadonlyMap<string, unknown>, name: string): string {
  const value = looks.get(name);
  return typeof value === 'string' ? value : '';
}

/** Null for a colour that has no hexadecimal form. */
function colorIn(looks: ReadonlyMap<string, unknown>, name: string): string | null {
  return /^#?([0-9A-F]{6})$/i.exec(textIn(looks, name))?.[1]?.toUpperCase() ?? null;
}

function thinned<T>(items: readonly T[], every: number): readonly T[] {
  return every === 1 ? items : items.filter((_, index) => index % every === 0);
}
