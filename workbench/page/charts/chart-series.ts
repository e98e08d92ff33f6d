/** The columns and the lines of a chart, in the place of its plot. */
import type { ChartData, SeriesData } from './chart-data';
import type { Scale } from './chart-scale';
import { rounded, type Plot, type Point, type Shape } from './chart-shapes';

/** Part of the place of a category that its columns fill: a gap of 60 % of a column, as the documents set it. */
const FILLED = 1 / 1.6;

export function heightOf(value: number, { top, bottom }: Plot, { lowest, highest }: Scale): number {
  return rounded(bottom - ((bottom - top) * (value - lowest)) / (highest - lowest));
}

export function middleOf(index: number, { left, right }: Plot, count: number): number {
  return rounded(left + ((right - left) * (index + 0.5)) / count);
}

/** Positive values are stacked upwards, negative ones downwards; clustered ones are side by side. */
export function columnsOf({ series, categories }: ChartData, plot: Plot, scale: Scale): Shape[] {
  const stacked = series.filter(({ shape }) => shape === 'stacked');
  const clustered = series.filter(({ shape }) => shape === 'clustered');
  const slots = clustered.length + (stacked.length > 0 ? 1 : 0);
  const count = categories.length;
  const width = (((plot.right - plot.left) / count) * FILLED) / slots;
  const shapes: Shape[] = [];
  const draw = (one: SeriesData, index: number, slot: number, from: number, to: number): void => {
    const x = middleOf(index, plot, count) + (slot - slots / 2) * width;
    const [y, end] = [heightOf(Math.max(from, to), plot, scale), heightOf(Math.min(from, to), plot, scale)];
    const box = { x: rounded(x), y, width: rounded(width), height: rounded(end - y) };
    shapes.push({ kind: 'column', ...box, fill: one.fill, outline: one.color, isDashed: one.isDashed });
  };
  for (let index = 0; index < count; index++) {
    let [above, below] = [0, 0];
    for (const one of stacked) {
      const value = one.values[index] ?? 0;
      const from = value > 0 ? above : below;
      if (value !== 0) draw(one, index, 0, from, from + value);
      if (value > 0) above += value;
      else below += value;
    }
    clustered.forEach((one, rank) => {
      const value = one.values[index] ?? 0;
      if (value !== 0) draw(one, index, slots - clustered.length + rank, 0, value);
    });
  }
  return shapes;
}

/** A gap splits a line in two; a point between two gaps is a marker. */
export function linesOf({ series, categories }: ChartData, plot: Plot, scale: Scale): Shape[] {
  return series.flatMap(({ shape, values, color, isDashed, hasMarkers }): Shape[] => {
    if (shape !== 'line') return [];
    const runs: Point[][] = [[]];
    values.forEach((value, index) => {
      if (value === null) runs.push([]);
      else runs.at(-1)?.push([middleOf(index, plot, categories.length), heightOf(value, plot, scale)]);
    });
    const lines = runs.flatMap((points): Shape[] =>
      points.length > 1 ? [{ kind: 'line', points, color, isDashed }] : [],
    );
    const marked = runs.flatMap((points) => (hasMarkers || points.length === 1 ? points : []));
    return [...lines, ...marked.map((at): Shape => ({ kind: 'marker', at, color }))];
  });
}
