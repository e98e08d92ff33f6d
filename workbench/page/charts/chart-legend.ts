/** The legend of a chart: the names of its series at the bottom, on as many lines as they need. */
import type { ChartData, SeriesData } from './chart-data';
import { cut, LINE, PADDING, textAt, widthOf, type Point, type Shape, type Size } from './chart-shapes';

const KEY = { sample: 22, gap: 6, apart: 18 };

/** Nothing, of no height, when the chart has no legend. */
export function legendOf(
  { series, hasLegend }: ChartData,
  { width, height }: Size,
): { readonly legend: readonly Shape[]; readonly height: number } {
  if (!hasLegend) return { legend: [], height: 0 };
  const most = width - 2 * PADDING;
  const lines: { readonly items: SeriesData[]; width: number }[] = [];
  for (const one of series) {
    const needed = KEY.sample + KEY.gap + widthOf(one.name);
    const last = lines.at(-1);
    if (last && last.width + KEY.apart + needed <= most) {
      last.items.push(one);
      last.width += KEY.apart + needed;
    } else lines.push({ items: [one], width: needed });
  }
  const legend = lines.flatMap((line, rank) => {
    const y = height - PADDING - (lines.length - rank - 0.5) * LINE;
    let x = Math.max(PADDING, (width - line.width) / 2);
    return line.items.flatMap((one) => {
      const from = x;
      x += KEY.sample + KEY.gap + widthOf(one.name) + KEY.apart;
      const name = cut(one.name, width - PADDING - from - KEY.sample - KEY.gap);
      return [...sampleOf(one, from, y), textAt([from + KEY.sample + KEY.gap, y + 4], name, 'start')];
    });
  });
  return { legend, height: lines.length * LINE + 4 };
}

function sampleOf({ shape, color, fill, isDashed, hasMarkers }: SeriesData, x: number, y: number): Shape[] {
  if (shape !== 'line')
    return [{ kind: 'column', x: x + 6, y: y - 5, width: 10, height: 10, fill, outline: color, isDashed }];
  const [from, to]: readonly [Point, Point] = [
    [x, y],
    [x + KEY.sample, y],
  ];
  const line: Shape = { kind: 'line', points: [from, to], color, isDashed };
  return hasMarkers ? [line, { kind: 'marker', at: [x + KEY.sample / 2, y], color }] : [line];
}
