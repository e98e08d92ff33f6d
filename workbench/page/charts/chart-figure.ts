/**
 * The drawing of a chart, as shapes in a box of pixels: pure geometry. Texts are placed by an estimate of their width,
 * since nothing here can measure them.
 */
import type { ChartData } from './chart-data';
import { legendOf } from './chart-legend';
import { scaleOf, type Scale } from './chart-scale';
import { columnsOf, heightOf, linesOf, middleOf } from './chart-series';
import { cut, LINE, PADDING, SMALL, textAt, TITLE, widthOf, type Plot, type Shape, type Size } from './chart-shapes';

/** Pixels: between two ticks, and below which nothing can be read. */
const TICK_SPACE = 34;
const SHORTEST_PLOT = 20;

/** Everything in drawing order. A box too small for a plot holds the title alone. */
export function chartFigure(data: ChartData, size: Size, note: string | null = null): readonly Shape[] {
  const { legend, height: legendHeight } = legendOf(data, size);
  const top = PADDING + (data.title ? TITLE + SMALL : 0) + (note ? LINE : 0);
  const bottom = size.height - PADDING - legendHeight - (data.axisTitles.categories ? LINE : 0) - LINE;
  const scale = scaleFor(data, Math.max(1, Math.floor((bottom - top) / TICK_SPACE)));
  const labels = scale.ticks.map(data.amount);
  const left = PADDING + (data.axisTitles.values ? LINE : 0) + Math.max(...labels.map((text) => widthOf(text))) + 6;
  const plot: Plot = { left, right: size.width - PADDING, top, bottom };
  const headings = headingsOf(data, size, note);
  if (plot.bottom - plot.top < SHORTEST_PLOT || plot.right - plot.left < SHORTEST_PLOT) return headings;
  return [
    ...headings,
    ...axesOf(data, plot, scale, labels),
    ...columnsOf(data, plot, scale),
    ...linesOf(data, plot, scale),
    ...axisTitlesOf(data, plot, size, legendHeight),
    ...legend,
  ];
}

function scaleFor(data: ChartData, mostTicks: number): Scale {
  const lines = data.series.flatMap(({ shape, values }) => (shape === 'line' ? known(values) : []));
  const clustered = data.series.flatMap(({ shape, values }) => (shape === 'clustered' ? known(values) : []));
  const stacked = data.series.filter(({ shape }) => shape === 'stacked');
  const heaps = data.categories.flatMap((_, index) => {
    const values = known(stacked.map(({ values: all }) => all[index] ?? null));
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  });
  const columns = stacked.length > 0 ? [...clustered, ...heaps] : clustered;
  return scaleOf([...lines, ...columns], mostTicks, columns.length === 0);
}

function headingsOf({ title }: ChartData, { width }: Size, note: string | null): Shape[] {
  const middle = width / 2;
  const below = PADDING + (title ? TITLE + SMALL : 0) + SMALL - 2;
  return [
    ...(title ? [textAt([middle, PADDING + TITLE - 3], cut(title, width - 2 * PADDING, TITLE), 'middle', TITLE)] : []),
    ...(note ? [textAt([middle, below], cut(note, width - 2 * PADDING), 'middle')] : []),
  ];
}

function axesOf({ categories }: ChartData, plot: Plot, scale: Scale, labels: readonly string[]): Shape[] {
  const ticks = scale.ticks.flatMap((tick, index): Shape[] => {
    const y = heightOf(tick, plot, scale);
    const isZero = tick === 0 || (index === 0 && scale.lowest > 0);
    return [
      { kind: 'rule', from: [plot.left, y], to: [plot.right, y], ink: isZero ? 'axis' : 'grid' },
      textAt([plot.left - 6, y + 4], labels[index] ?? '', 'end'),
    ];
  });
  const place = (plot.right - plot.left) / categories.length;
  const widest = Math.max(...categories.map((text) => widthOf(text))) + 6;
  const every = Math.max(1, Math.ceil(widest / place));
  const most = Math.max(place * every, SHORTEST_PLOT);
  const names = categories.flatMap((text, index) =>
    index % every === 0
      ? [textAt([middleOf(index, plot, categories.length), plot.bottom + 14], cut(text, most), 'middle')]
      : [],
  );
  return [...ticks, ...names];
}

function axisTitlesOf({ axisTitles }: ChartData, plot: Plot, { height }: Size, legendHeight: number): Shape[] {
  const { categories, values } = axisTitles;
  const beside = textAt([PADDING + SMALL, (plot.top + plot.bottom) / 2], values, 'middle');
  const below = height - PADDING - legendHeight - 4;
  return [
    ...(values ? [{ ...beside, isUpright: true }] : []),
    ...(categories ? [textAt([(plot.left + plot.right) / 2, below], categories, 'middle')] : []),
  ];
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
