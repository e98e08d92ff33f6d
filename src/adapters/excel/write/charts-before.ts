/**
 * Reads the charts that a plan redraws or deletes, before anything is written: to keep the changes that people made to
 * them, and to undo.
 */
import type { Area } from '../../../workbook/cells';
import type { ChartLook } from '../../../workbook/plan';
import { rangeOf } from '../excel-ranges';
import { question, type Question } from './questions';
import type { AddChart, Before, DeleteChart, PresentChart, RedrawChart } from './before';

type Box = ChartLook['box'];

/**
 * Points, and a share of the distance: what the anchors of a chart lose by rounding to pixels, which are larger or
 * smaller when the sheet is zoomed.
 */
const TOLERANCE = { points: 3, share: 0.02 };

/** The questions about the charts of a sheet before a step is carried out. */
export function chartQuestions(
  sheet: Excel.Worksheet,
  step: AddChart | RedrawChart | DeleteChart,
  before: Before,
): Question[] {
  const names = question(1, () => askNames(sheet, step.sheet, before));
  if (step.kind === 'redrawChart')
    return [names, question(4, () => keeping(askPresent(sheet, step), step, before.presentCharts))];
  if (step.kind === 'deleteChart' && step.drew)
    return [names, question(4, () => keeping(askLook(sheet, step.name), step, before.chartLooks))];
  return [names];
}

function askNames({ charts }: Excel.Worksheet, sheet: string, before: Before): () => void {
  charts.load('items/name');
  return () =>
    before.charts.set(
      sheet.toLowerCase(),
      charts.items.map(({ name }) => name),
    );
}

/** Keeps an answer that is not null. */
function keeping<S, T>(answer: () => T | null, step: S, answers: Map<S, T>): () => void {
  return () => {
    const found = answer();
    if (found !== null) answers.set(step, found);
  };
}

/** Asks for the chart of a step; null when it does not exist. An interrupted redraw may have renamed it already. */
function askPresent(sheet: Excel.Worksheet, { before, chart }: RedrawChart): () => PresentChart | null {
  const place = askPlace(sheet, before.place);
  const candidates = [before.name, chart.name].map((name) => {
    const found = sheet.charts.getItemOrNullObject(name);
    found.load('name,left,top,width,height');
    found.title.load('text');
    found.series.load('items/name');
    return found;
  });
  return () => {
    const present = candidates.find(({ isNullObject }) => !isNullObject);
    return present
      ? {
          name: present.name,
          title: present.title.text,
          series: present.series.items.map(({ name }) => name),
          isInPlace: isSameBox(boxOf(present), place()),
        }
      : null;
  };
}

/** Asks for the box of an area by its corner cells: that of several cells depends on the zoom. */
function askPlace(sheet: Excel.Worksheet, { top, left, rows, columns }: Area): () => Box {
  const first = rangeOf(sheet, { top, left, rows: 1, columns: 1 });
  const last = rangeOf(sheet, { top: top + rows - 1, left: left + columns - 1, rows: 1, columns: 1 });
  first.load('left,top');
  last.load('left,top,width,height');
  return () => between(first, last);
}

function between(first: Excel.Range, last: Excel.Range): Box {
  const { left, top } = first;
  return { left, top, width: last.left + last.width - left, height: last.top + last.height - top };
}

/** Asks for the look of a chart to delete; null when it does not exist. */
function askLook(sheet: Excel.Worksheet, name: string): () => ChartLook | null {
  const chart = sheet.charts.getItemOrNullObject(name);
  chart.load('left,top,width,height');
  chart.title.load('text');
  chart.series.load('items/name,items/chartType,items/format/line/color');
  return () => lookOf(chart);
}

function lookOf(chart: Excel.Chart): ChartLook | null {
  if (chart.isNullObject) return null;
  const series = chart.series.items.map(({ name, chartType, format }) => ({
    name,
    shape: chartType,
    line: format.line.color,
  }));
  return { title: chart.title.text, box: boxOf(chart), series };
}

function boxOf({ left, top, width, height }: Box): Box {
  return { left, top, width, height };
}

function isSameBox(one: Box, other: Box): boolean {
  return (['left', 'top', 'width', 'height'] as const).every(
    (side) => Math.abs(one[side] - other[side]) <= TOLERANCE.points + TOLERANCE.share * Math.abs(other[side]),
  );
}
