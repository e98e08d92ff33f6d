/**
 * Moves charts with the cells under them, and the cells that they draw, when rows or columns come or go, as Excel does:
 * before an area it moves, inside one it grows or shrinks. An undone insertion or deletion restores what was before.
 */
import type { GridArea, GridChangeKind, GridEvent } from '../grid';
import type { ChartCells, ChartFacts } from './chart-facts';
import type { Model } from './model';

const INVERSE: Partial<Record<GridChangeKind, GridChangeKind>> = {
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
  ColumnInserted: 'ColumnDeleted',
  ColumnDeleted: 'ColumnInserted',
};

/** The areas of a chart: its place, and the cells of its series. */
interface ChartAreas {
  readonly place: GridArea | null;
  readonly series: readonly Pick<ChartFacts['series'][number], 'values' | 'categories'>[];
}

/** A change of whole rows or columns, and what it did to charts. */
interface Shift {
  readonly sheetId: string;
  readonly change: GridChangeKind;
  readonly area: GridArea;
  readonly charts: ReadonlyMap<ChartFacts, { readonly before: ChartAreas; readonly after: ChartAreas }>;
}

/** Follows the grid; returns the function that stops. */
export function moveChartsWithCells(model: Model): () => void {
  const shifts: Shift[] = [];
  return model.grid.subscribe((event) => {
    if (!isShift(event)) return;
    const last = shifts.at(-1);
    if (last !== undefined && isUndone(last, event)) {
      shifts.pop();
      restore(last);
    } else {
      shifts.push(shiftCharts(model.charts, event));
    }
    model.chartsChanged();
  });
}

type ShiftEvent = Extract<GridEvent, { kind: 'cellsChanged' }>;

function isShift(event: GridEvent): event is ShiftEvent {
  return event.kind === 'cellsChanged' && INVERSE[event.change] !== undefined;
}

function isUndone(last: Shift, { sheetId, change, area }: ShiftEvent): boolean {
  return last.sheetId === sheetId && INVERSE[last.change] === change && isSame(last.area, area);
}

function shiftCharts(charts: readonly ChartFacts[], { sheetId, change, area }: ShiftEvent): Shift {
  const moved = new Map<ChartFacts, { before: ChartAreas; after: ChartAreas }>();
  const cells = (drawn: ChartCells | null): ChartCells | null => {
    if (drawn?.sheetId !== sheetId) return drawn;
    const shifted = shiftedArea(drawn.area, change, area);
    return shifted.rows > 0 && shifted.columns > 0 ? { sheetId, area: shifted } : null;
  };
  for (const chart of charts) {
    const before = areasOf(chart);
    const after = {
      place: chart.place && chart.sheetId === sheetId ? shiftedArea(chart.place, change, area) : chart.place,
      series: chart.series.map(({ values, categories }) => ({ values: cells(values), categories: cells(categories) })),
    };
    setAreas(chart, after);
    moved.set(chart, { before, after });
  }
  return { sheetId, change, area, charts: moved };
}

/** Charts that something else changed meanwhile stay as they are. */
function restore({ charts }: Shift): void {
  for (const [chart, { before, after }] of charts) if (isSame(areasOf(chart), after)) setAreas(chart, before);
}

function areasOf({ place, series }: ChartFacts): ChartAreas {
  return { place, series: series.map(({ values, categories }) => ({ values, categories })) };
}

function setAreas(chart: ChartFacts, { place, series }: ChartAreas): void {
  chart.place = place;
  chart.series.forEach((one, index) => Object.assign(one, series[index]));
}

/** The area after whole rows or columns came or went; of no row, or no column, when all of its own went. */
function shiftedArea(area: GridArea, change: GridChangeKind, { top, left, rows, columns }: GridArea): GridArea {
  const isInserted = change === 'RowInserted' || change === 'ColumnInserted';
  const shifted = isInserted ? afterInsertion : afterDeletion;
  if (change === 'RowInserted' || change === 'RowDeleted') {
    const { start, size } = shifted(area.top, area.rows, top, rows);
    return { ...area, top: start, rows: size };
  }
  const { start, size } = shifted(area.left, area.columns, left, columns);
  return { ...area, left: start, columns: size };
}

interface Line {
  readonly start: number;
  readonly size: number;
}

function afterInsertion(start: number, size: number, first: number, count: number): Line {
  if (first <= start) return { start: start + count, size };
  return { start, size: first < start + size ? size + count : size };
}

function afterDeletion(start: number, size: number, first: number, count: number): Line {
  const end = first + count;
  const inside = Math.max(0, Math.min(start + size, end) - Math.max(start, first));
  const before = Math.max(0, Math.min(start, end) - first);
  return { start: start - before, size: size - inside };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
