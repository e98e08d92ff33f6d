/** The charts of a workbook as they are drawn: from its facts and its cells, in the language of the page. */
import { chartData } from '../../../../workbench/page/charts/chart-data';
import { drawnChart } from '../../../../workbench/page/charts/drawn-charts';
import type { PageLocale } from '../../../../workbench/page/page-locale';
import type { Grid } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import type { ChartFacts } from '../../../../workbench/host/rich-api/chart-facts';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

const BLOCKS = {
  A1: [
    ['', 'Janv.', 'Févr.', 'Mars'],
    ['AE engagées', 1000, null, 'texte'],
    ['Dotation', 3000, 3000, 4000],
  ],
};

let grid: Grid;
let sheetId: string;

beforeEach(() => {
  grid = createHeadlessGrid(workbookOf([{ name: 'Suivi', blocks: BLOCKS }]));
  sheetId = grid.activeSheetId();
});

afterEach(() => grid.dispose());

function facts(types: readonly [first: string, second: string], looks: Record<string, unknown> = {}): ChartFacts {
  const cells = (address: string) => ({ sheetId, area: area(address) });
  const one = (row: number, type: string, more: Record<string, unknown> = {}) => ({
    looks: new Map(Object.entries({ ChartType: type, ...more })),
    values: cells(`B${row}:D${row}`),
    categories: cells('B1:D1'),
  });
  return {
    id: 'chart-1',
    sheetId,
    looks: new Map(
      Object.entries({ 'Title.Text': 'PDE – AE', 'Axes.ValueAxis.NumberFormat': '#,##0\\ "€"', ...looks }),
    ),
    series: [
      one(2, types[0], {
        Name: 'AE engagées',
        'Format.Fill.Color': '#E3E3FD',
        'Format.Line.Color': '#000091',
        'Format.Line.LineStyle': 'Dash',
      }),
      one(3, types[1], { Name: 'Dotation' }),
    ],
    place: area('B5:E14'),
    box: null,
  };
}

const data = (chart: ChartFacts, locale: PageLocale = 'fr-FR') => chartData(grid, chart, locale);

test('values are those of the cells: an empty one is a gap, a text is zero', () => {
  const { series, categories, title } = data(facts(['ColumnStacked', 'LineMarkers']));
  expect(categories).toEqual(['Janv.', 'Févr.', 'Mars']);
  expect(title).toBe('PDE – AE');
  expect(series).toEqual([
    {
      name: 'AE engagées',
      shape: 'stacked',
      values: [1000, null, 0],
      color: '000091',
      fill: 'E3E3FD',
      isDashed: true,
      hasMarkers: false,
    },
    {
      name: 'Dotation',
      shape: 'line',
      values: [3000, 3000, 4000],
      color: 'ED7D31',
      fill: 'ED7D31',
      isDashed: false,
      hasMarkers: true,
    },
  ]);
});

test('hidden rows and columns are not drawn, as in Excel', () => {
  grid.setColumnsHidden(sheetId, 2, 1, true);
  const { series, categories } = data(facts(['ColumnStacked', 'Line']));
  expect([categories, series[1]?.values]).toEqual([
    ['Janv.', 'Mars'],
    [3000, 4000],
  ]);
});

test.each`
  locale     | amount
  ${'fr-FR'} | ${'12 500 €'}
  ${'en-US'} | ${'12,500 €'}
`('amounts of the axis are those of $locale', ({ locale, amount }) => {
  expect(
    data(facts(['Line', 'Line']), locale)
      .amount(12_500)
      .replaceAll(/\s/g, ' '),
  ).toBe(amount);
});

test('a type that is not drawn is drawn as lines, and a note in the chart states it', () => {
  const chart = facts(['Pie', 'Line']);
  expect(data(chart).series.map(({ shape }) => shape)).toEqual(['line', 'line']);
  const texts = drawnChart(grid, chart, 'fr-FR').shapes.map((shape) => (shape.kind === 'text' ? shape.text : ''));
  expect(texts).toContain('Type non dessiné ici : courbes');
});

test('has an accessible name, and the rectangle of its cells in pixels', () => {
  grid.setColumnWidth(sheetId, 1, 1, 100);
  const { name, left, top, width, height } = drawnChart(grid, facts(['ColumnStacked', 'Line']), 'fr-FR');
  expect(name).toBe('Graphique « PDE – AE » : AE engagées, Dotation');
  const usual = grid.columnWidth(sheetId, 0);
  expect([left, top, width, height]).toEqual([usual, 80, 100 + 3 * usual, 200]);
});

test('a series of a deleted sheet, or of no cells, is drawn without a value', () => {
  const chart = facts(['Line', 'Line']);
  const [first] = chart.series;
  if (first) first.values = { sheetId: 'gone', area: area('A1:A3') };
  expect(data(chart).series[0]?.values).toEqual([]);
  expect(() => drawnChart(grid, chart, 'en-US')).not.toThrow();
});
