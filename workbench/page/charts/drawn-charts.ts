/** The charts of the sheet on the screen, as React draws them: which, where and what, kept up to date by events. */
import type { Grid, GridEvent } from '../../host/grid';
import type { ChartFacts } from '../../host/rich-api/chart-facts';
import { boxOfChart } from '../../host/rich-api/geometry';
import { POINTS_PER_PIXEL } from '../../host/rich-api/objects/looks';
import type { PageLocale } from '../page-locale';
import { chartData } from './chart-data';
import { chartFigure } from './chart-figure';
import type { Shape } from './chart-shapes';
import { CHART_WORDS } from './chart-words';

/** A part of the canvas, in its pixels. */
export interface ViewPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the corner of the sheet would be, from the corner of this part. */
  readonly originX: number;
  readonly originY: number;
}

export interface GridView {
  readonly zoom: number;
  readonly parts: readonly ViewPart[];
}

export interface GridViewListener {
  /** The grid was drawn; its canvas is in `canvasPlace`. */
  drawn(view: GridView, canvasPlace: HTMLElement): void;
  /** Sizes of rows or columns changed, or another sheet is shown. */
  laidOut(): void;
}

export interface DrawnChart {
  readonly id: string;
  /** The accessible name. */
  readonly name: string;
  /** Pixels of the sheet, without zoom. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface DrawnCharts {
  readonly view: GridView;
  readonly charts: readonly DrawnChart[];
}

/** The drawing of a chart from the facts and the cells of this moment. */
export function drawnChart(grid: Grid, facts: ChartFacts, locale: PageLocale): DrawnChart {
  const box = boxOfChart(grid, facts);
  const [left = 0, top = 0, width = 0, height = 0] = [box.left, box.top, box.width, box.height].map(
    (points) => points / POINTS_PER_PIXEL,
  );
  const data = chartData(grid, facts, locale);
  const words = CHART_WORDS[locale];
  const names = data.series.map(({ name }) => name);
  const shapes = chartFigure(data, { width, height }, data.isApproximate ? words.approximate : null);
  return { id: facts.id, name: words.name(data.title, names), left, top, width, height, shapes };
}

export class ChartsOfSheet {
  private shown: DrawnCharts = { view: { zoom: 1, parts: [] }, charts: [] };
  private readonly listeners = new Set<() => void>();
  private readonly undo: (() => void)[];
  private isStale = false;

  constructor(
    /** Starts to follow the view of the grid; returns the function that stops it. */
    followView: (listener: GridViewListener) => () => void,
    private readonly grid: Grid,
    private readonly facts: () => readonly ChartFacts[],
    private readonly locale: PageLocale,
    /** Called before each change of the view, with the element of the grid's canvas. */
    onCanvas: (canvasPlace: HTMLElement) => void,
  ) {
    const stopView = followView({
      drawn: (view, canvasPlace) => {
        onCanvas(canvasPlace);
        if (!isSameView(view, this.shown.view)) this.show({ view });
      },
      laidOut: () => this.refresh(),
    });
    this.undo = [stopView, grid.subscribe((event) => this.follow(event))];
    this.refresh();
  }

  readonly read = (): DrawnCharts => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Draws the charts again before the next frame. */
  refresh(): void {
    if (this.isStale) return;
    this.isStale = true;
    const frame = requestAnimationFrame(() => {
      this.isStale = false;
      const sheetId = this.grid.activeSheetId();
      const own = this.facts().filter((one) => one.sheetId === sheetId);
      if (own.length > 0 || this.shown.charts.length > 0)
        this.show({ charts: own.map((one) => drawnChart(this.grid, one, this.locale)) });
    });
    this.undo[2] = () => cancelAnimationFrame(frame);
  }

  dispose(): void {
    this.undo.forEach((step) => step());
    this.listeners.clear();
  }

  private follow({ kind }: GridEvent): void {
    if (kind !== 'selectionChanged' && kind !== 'sheetDeactivated') this.refresh();
  }

  private show(change: Partial<DrawnCharts>): void {
    this.shown = { ...this.shown, ...change };
    for (const listener of this.listeners) listener();
  }
}

function isSameView(one: GridView, other: GridView): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
