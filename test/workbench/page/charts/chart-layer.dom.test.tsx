/** The charts over the grid: where the view shows them, and drawn again after each event. */
import { act, render, screen } from '@testing-library/react';
import { ChartLayer } from '../../../../workbench/page/charts/ChartLayer';
import { ChartsOfSheet, type GridView, type GridViewListener } from '../../../../workbench/page/charts/drawn-charts';
import type { Grid } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import type { ChartFacts } from '../../../../workbench/host/rich-api/chart-facts';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

const NAME = 'Graphique « AE » : Engagées';
/** One part of the canvas, below and beside the headings. */
const WHOLE: GridView = { zoom: 1, parts: [{ left: 46, top: 20, width: 600, height: 400, originX: 0, originY: 0 }] };

let grid: Grid;
let charts: ChartsOfSheet;
let view: GridViewListener;
let facts: ChartFacts[];
const place = document.createElement('div');

beforeEach(() => {
  grid = createHeadlessGrid(workbookOf([{ name: 'Suivi', blocks: { A1: [[10, 20, 40]] } }, { name: 'Autre' }]));
  const sheetId = grid.activeSheetId();
  const cells = { sheetId, area: area('A1:C1') };
  const looks = new Map<string, unknown>([['Title.Text', 'AE']]);
  const looksOfSeries = new Map([
    ['Name', 'Engagées'],
    ['ChartType', 'ColumnStacked'],
  ]);
  const series = { looks: looksOfSeries, values: cells, categories: null };
  facts = [{ id: 'chart-1', sheetId, looks, series: [series], place: area('B3:F14'), box: null }];
  charts = new ChartsOfSheet(
    (listener) => {
      view = listener;
      return () => undefined;
    },
    grid,
    () => facts,
    'fr-FR',
    () => undefined,
  );
  render(<ChartLayer charts={charts} />);
});

afterEach(() => {
  charts.dispose();
  grid.dispose();
});

/** Lets the frame come, in which the charts are drawn again. */
const nextFrame = (): Promise<void> =>
  act(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

const drawn = async (seen: GridView): Promise<void> => {
  await nextFrame();
  act(() => view.drawn(seen, place));
};

const moved = (change: Partial<GridView['parts'][number]>, zoom = 1): GridView => ({
  zoom,
  parts: WHOLE.parts.map((part) => ({ ...part, ...change })),
});

const transform = (): string | null => screen.getByRole('img', { name: NAME }).getAttribute('transform');
const columns = (): number[] =>
  [...screen.getByRole('img', { name: NAME }).querySelectorAll('rect[style]')].map((rect) =>
    Number(rect.getAttribute('height')),
  );

test('a chart is drawn over its cells, and follows the scroll and the zoom', async () => {
  await drawn(WHOLE);
  const usual = grid.columnWidth(grid.activeSheetId(), 0);
  expect(transform()).toBe(`translate(${usual} 40) scale(1)`);
  await drawn(moved({ originX: -10, originY: -20 }));
  expect(transform()).toBe(`translate(${usual - 10} 20) scale(1)`);
  await drawn(moved({}, 1.5));
  expect(transform()).toBe(`translate(${usual * 1.5} 60) scale(1.5)`);
});

test('a chart out of sight is not drawn', async () => {
  await drawn(moved({ originY: -1000 }));
  expect(screen.queryByRole('img')).toBeNull();
});

test('one that frozen rows cut in two is drawn in both parts, and named once', async () => {
  const part = { left: 46, top: 20, width: 600, height: 100, originX: 0, originY: 0 };
  await drawn({ zoom: 1, parts: [part, { ...part, top: 120, height: 300, originY: -100 }] });
  expect(document.querySelectorAll('svg.chart-part g')).toHaveLength(2);
  expect(screen.getAllByRole('img')).toHaveLength(1);
});

test('it changes with a value, with the width of a column, and with its own facts', async () => {
  await drawn(WHOLE);
  const [, second, third] = columns();
  expect(third).toBeCloseTo(2 * (second ?? 0), 1);
  grid.writeCells(grid.activeSheetId(), 0, 2, [[{ value: 20 }]]);
  await nextFrame();
  expect(columns()[1]).toBe(columns()[2]);
  grid.setColumnWidth(grid.activeSheetId(), 0, 1, 200);
  view.laidOut();
  await nextFrame();
  expect(transform()).toBe('translate(200 40) scale(1)');
  facts = [];
  charts.refresh();
  await nextFrame();
  expect(screen.queryByRole('img')).toBeNull();
});

test('another sheet has its own charts', async () => {
  await drawn(WHOLE);
  const [first, other] = grid.sheets();
  grid.activateSheet(other?.id ?? '');
  await nextFrame();
  expect(screen.queryByRole('img')).toBeNull();
  grid.activateSheet(first?.id ?? '');
  await nextFrame();
  expect(screen.getByRole('img', { name: NAME })).toBeTruthy();
});
