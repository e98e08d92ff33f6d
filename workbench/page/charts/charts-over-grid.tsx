/** Puts the drawn charts of an open workbook over the canvas of its grid, until it is closed. */
import type { Univer } from '@univerjs/core';
import { createRoot, type Root } from 'react-dom/client';
import type { Grid } from '../../host/grid';
import type { ChartFacts } from '../../host/rich-api/chart-facts';
import type { PageLocale } from '../page-locale';
import { ChartLayer } from './ChartLayer';
import { ChartsOfSheet } from './drawn-charts';
import { followView } from './grid-view';

export class ChartsOverGrid {
  private readonly layer = document.createElement('div');
  private readonly root: Root;
  private readonly charts: ChartsOfSheet;

  constructor(univer: Univer, grid: Grid, facts: () => readonly ChartFacts[], locale: PageLocale) {
    this.layer.className = 'chart-layer';
    this.charts = new ChartsOfSheet(
      (listener) => followView(univer, listener),
      grid,
      facts,
      locale,
      (canvasPlace) => {
        if (this.layer.parentElement !== canvasPlace) canvasPlace.append(this.layer);
      },
    );
    this.root = createRoot(this.layer);
    this.root.render(<ChartLayer charts={this.charts} />);
  }

  /** To be called when a chart changes; cells, sheets and sizes are followed. */
  refresh(): void {
    this.charts.refresh();
  }

  dispose(): void {
    this.charts.dispose();
    this.layer.remove();
    this.root.unmount();
  }
}
