/**
 * The charts of the sheet over its cells, in each part of the grid that shows them. The pointer goes through them to
 * the cells.
 */
import { memo, useSyncExternalStore, type ReactElement } from 'react';
import { fillOf, inkOf } from './chart-colors';
import type { Shape } from './chart-shapes';
import type { ChartsOfSheet, DrawnChart, ViewPart } from './drawn-charts';

export function ChartLayer({ charts: store }: { readonly charts: ChartsOfSheet }): ReactElement {
  const { view, charts } = useSyncExternalStore(store.subscribe, store.read);
  const named = new Set<string>(); // a chart that frozen rows cut in two is named once
  return (
    <>
      {view.parts.map((part, rank) => (
        <svg className="chart-part" key={rank} style={{ left: part.left, top: part.top }} {...sizeOf(part)}>
          {charts.map((chart) => {
            if (!isInPart(chart, part, view.zoom)) return null;
            const isNamed = !named.has(chart.id);
            named.add(chart.id);
            const left = part.originX + chart.left * view.zoom;
            const top = part.originY + chart.top * view.zoom;
            return (
              <g
                key={chart.id}
                transform={`translate(${left} ${top}) scale(${view.zoom})`}
                {...(isNamed ? { role: 'img', 'aria-label': chart.name } : { 'aria-hidden': true })}
              >
                <Drawing chart={chart} />
              </g>
            );
          })}
        </svg>
      ))}
    </>
  );
}

const sizeOf = ({ width, height }: ViewPart) => ({ width, height });

function isInPart({ left, top, width, height }: DrawnChart, part: ViewPart, zoom: number): boolean {
  const [x, y] = [part.originX + left * zoom, part.originY + top * zoom];
  return x < part.width && y < part.height && x + width * zoom > 0 && y + height * zoom > 0;
}

/** Unchanged while the grid scrolls. */
const Drawing = memo(function Drawing({ chart }: { readonly chart: DrawnChart }) {
  return (
    <>
      <rect className="chart-paper" width={chart.width} height={chart.height} />
      {chart.shapes.map((shape, rank) => (
        <Mark key={rank} shape={shape} />
      ))}
    </>
  );
});

function Mark({ shape }: { readonly shape: Shape }): ReactElement {
  switch (shape.kind) {
    case 'column': {
      const { x, y, width, height } = shape;
      const stroke = inkOf(shape.outline);
      const fill = shape.fill === shape.outline ? stroke : fillOf(shape.fill);
      return (
        <rect {...{ x, y, width, height }} style={{ fill, stroke }} strokeDasharray={dashes(shape.isDashed, '3 2')} />
      );
    }
    case 'line': {
      const points = shape.points.map(([x, y]) => `${x},${y}`).join(' ');
      const style = { stroke: inkOf(shape.color) };
      return <polyline className="chart-line" {...{ points, style }} strokeDasharray={dashes(shape.isDashed, '7 4')} />;
    }
    case 'marker': {
      const [cx, cy] = shape.at;
      return <circle className="chart-marker" {...{ cx, cy }} r={3.5} style={{ stroke: inkOf(shape.color) }} />;
    }
    case 'rule': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return <line className={`chart-${shape.ink}`} {...{ x1, y1, x2, y2 }} />;
    }
    case 'text': {
      const { at, anchor, size, isBold, isUpright } = shape;
      const [x, y] = at;
      const look = { textAnchor: anchor, fontSize: size, fontWeight: isBold ? 600 : 400 };
      return (
        <text className="chart-text" {...{ x, y, ...look }} {...(isUpright && { transform: `rotate(-90 ${x} ${y})` })}>
          {shape.text}
        </text>
      );
    }
  }
}

const dashes = (isDashed: boolean, pattern: string): string | undefined => (isDashed ? pattern : undefined);
