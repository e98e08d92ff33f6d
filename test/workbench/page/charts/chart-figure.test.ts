/** The drawing of a chart: columns stacked from zero, lines split by gaps, texts that fit; all inside the box. */
import type { ChartData, SeriesData } from '../../../../workbench/page/charts/chart-data';
import { chartFigure } from '../../../../workbench/page/charts/chart-figure';
import type { Point, Shape } from '../../../../workbench/page/charts/chart-shapes';

const BOX = { width: 480, height: 320 };
const MONTHS = ['Janv.', 'Févr.', 'Mars'];

function series(shape: SeriesData['shape'], values: SeriesData['values'], look: Partial<SeriesData> = {}): SeriesData {
  return { name: shape, shape, values, color: '000091', fill: 'E3E3FD', isDashed: false, hasMarkers: false, ...look };
}

function chart(all: readonly SeriesData[], more: Partial<ChartData> = {}): ChartData {
  return {
    title: '',
    categories: MONTHS,
    series: all,
    axisTitles: { categories: '', values: '' },
    hasLegend: false,
    amount: String,
    isApproximate: false,
    ...more,
  };
}

const figure = (all: readonly SeriesData[], more?: Partial<ChartData>): readonly Shape[] =>
  chartFigure(chart(all, more), BOX);

function ofKind<K extends Shape['kind']>(shapes: readonly Shape[], kind: K): Extract<Shape, { kind: K }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);
}

/** The height of a tick, from its label. */
function heightOf(shapes: readonly Shape[], tick: string): number {
  const label = ofKind(shapes, 'text').find(({ text, anchor }) => text === tick && anchor === 'end');
  return (label?.at[1] ?? NaN) - 4;
}

test('positive values are stacked upwards and negative ones downwards, from zero', () => {
  const shapes = figure([series('stacked', [10, 20, -20]), series('stacked', [10, -20, -20])]);
  const [zero, forty] = [heightOf(shapes, '0'), heightOf(shapes, '-40')];
  const unit = (forty - zero) / 40;
  const spans = ofKind(shapes, 'column').map(({ y, height }) =>
    [(zero - y - height) / unit, (zero - y) / unit].map(Math.round),
  );
  expect(spans).toEqual([
    [0, 10],
    [10, 20],
    [0, 20],
    [-20, 0],
    [-20, 0],
    [-40, -20],
  ]);
});

test('columns of one month are side by side when clustered, and at one place when stacked', () => {
  const [first, second] = ofKind(figure([series('clustered', [1, 1, 1]), series('clustered', [2, 2, 2])]), 'column');
  expect(second?.x).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0), 1);
  const [below, above] = ofKind(figure([series('stacked', [1, 1, 1]), series('stacked', [2, 2, 2])]), 'column');
  expect(above?.x).toBe(below?.x);
});

test('a zero or a gap has no column', () => {
  expect(ofKind(figure([series('stacked', [0, null, 3])]), 'column')).toHaveLength(1);
});

test('a gap splits a line; a point alone is a marker', () => {
  const categories = ['1', '2', '3', '4', '5'];
  const shapes = figure([series('line', [1, 2, null, 4, null])], { categories });
  expect(ofKind(shapes, 'line').map(({ points }) => points.length)).toEqual([2]);
  expect(ofKind(shapes, 'marker')).toHaveLength(1);
  const marked = figure([series('line', [1, 2, null, 4, null], { hasMarkers: true })], { categories });
  expect(ofKind(marked, 'marker')).toHaveLength(3);
});

test('the title, the titles of the axes, the ticks, the months and the names of the series are written', () => {
  const shapes = figure([series('stacked', [10, 20, 30], { name: 'AE engagées' })], {
    title: 'PDE – AE 2023',
    axisTitles: { categories: 'Mois de 2023', values: 'Euros' },
    hasLegend: true,
    amount: (value) => `${value} €`,
  });
  const texts = ofKind(shapes, 'text').map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining(['PDE – AE 2023', 'Euros', 'Mois de 2023', '0 €', '30 €', ...MONTHS, 'AE engagées']),
  );
  expect(ofKind(shapes, 'text').find(({ text }) => text === 'Euros')).toMatchObject({ isUpright: true });
});

test('names that would overlap are left out, and long ones end with an ellipsis', () => {
  const categories = Array.from({ length: 60 }, (_, index) => `${index + 1}/01/2023`);
  const all = [
    series(
      'line',
      categories.map((_, index) => index),
      { name: 'x'.repeat(200) },
    ),
  ];
  const shapes = figure(all, { categories, hasLegend: true });
  const months = ofKind(shapes, 'text').filter(({ text }) => text.includes('/2023'));
  expect(months.length).toBeGreaterThan(2);
  expect(months.length).toBeLessThan(8);
  expect(ofKind(shapes, 'text').some(({ text }) => text.endsWith('x…'))).toBe(true);
});

test.each([
  [480, 320],
  [160, 120],
  [2000, 900],
])('everything is inside a box of %d × %d', (width, height) => {
  const all = [series('stacked', [10, -20, 30]), series('line', [10, null, 99], { hasMarkers: true })];
  const shapes = chartFigure(chart(all, { title: 'Un titre', hasLegend: true }), { width, height }, 'une note');
  const points = shapes.flatMap((shape): readonly Point[] => {
    if (shape.kind === 'column')
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ];
    if (shape.kind === 'rule') return [shape.from, shape.to];
    return shape.kind === 'line' ? shape.points : [shape.at];
  });
  for (const [x, y] of points) {
    expect([x >= 0, x <= width, y >= 0, y <= height]).toEqual([true, true, true, true]);
  }
});

test('a box too small for a plot holds the title alone', () => {
  const shapes = chartFigure(chart([series('line', [1, 2, 3])], { title: 'T' }), { width: 60, height: 50 });
  expect(shapes.map(({ kind }) => kind)).toEqual(['text']);
});

test('a chart without a series or without a value is drawn empty', () => {
  expect(ofKind(figure([], { categories: [] }), 'rule').length).toBeGreaterThan(1);
  expect(ofKind(figure([series('stacked', [null, null, null])]), 'column')).toEqual([]);
});
