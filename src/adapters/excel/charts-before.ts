/**
 * How the charts that a plan redraws or takes away stand, read before anything is written: to keep what people made of
 * them, and to put it back.
 */
import { cellAddress, type Area } from '../../workbook/cells';
import type { ChartLook, PlannedChart, WriteStep } from '../../workbook/plan';
import type { Before, Question } from './before';
import { rangeOf } from './structure';

type AddChart = Extract<WriteStep, { kind: 'addChart' }>;
export type RedrawChart = Extract<WriteStep, { kind: 'redrawChart' }>;
export type DeleteChart = Extract<WriteStep, { kind: 'deleteChart' }>;

/** A chart to redraw. */
export interface StandingChart {
  readonly name: string;
  readonly series: readonly string[];
  /** True when it covers the cells that it was given: nobody moved or resized it. */
  readonly isInPlace: boolean;
}

type Box = ChartLook['box'];

/** Points: what the anchors of a chart lose in pixels and in parts of them. */
const TOLERANCE = 1.5;

/** What to ask of the charts of a sheet before a step is carried out. */
export function chartQuestions(
  sheet: Excel.Worksheet,
  step: AddChart | RedrawChart | DeleteChart,
  before: Before,
): Question[] {
  const names: Question = { cells: 1, ask: () => askNames(sheet, step.sheet, before) };
  if (step.kind === 'redrawChart')
    return [names, { cells: 4, ask: () => taking(askStanding(sheet, step), step, before.standing) }];
  if (step.kind === 'deleteChart' && step.drew)
    return [names, { cells: 4, ask: () => taking(askLook(sheet, step.name), step, before.chartLooks) }];
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

/** Keeps an answer that says something. */
function taking<S, T>(answer: () => T | null, step: S, answers: Map<S, T>): () => void {
  return () => {
    const there = answer();
    if (there !== null) answers.set(step, there);
  };
}

/**
 * Asks how the chart of a step stands; the answer is null when it is not there. A redraw that was stopped half way may
 * have named it already.
 */
function askStanding(sheet: Excel.Worksheet, { before, chart }: RedrawChart): () => StandingChart | null {
  const place = rangeOf(sheet, before.place);
  place.load('left,top,width,height');
  const candidates = [before.name, chart.name].map((name) => {
    const found = sheet.charts.getItemOrNullObject(name);
    found.load('name,left,top,width,height');
    found.series.load('items/name');
    return found;
  });
  return () => {
    const there = candidates.find(({ isNullObject }) => !isNullObject);
    return there
      ? {
          name: there.name,
          series: there.series.items.map(({ name }) => name),
          isInPlace: isSameBox(boxOf(there), boxOf(place)),
        }
      : null;
  };
}

/** Asks how a chart that goes looks; the answer is null when it is not there. */
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
  return (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) <= TOLERANCE);
}

/**
 * The series of a chart that stands for each of those planned, by name, else by rank; null for one that somebody took
 * away.
 */
export function seriesStanding(
  planned: PlannedChart['series'],
  standing: readonly string[],
): readonly (number | null)[] {
  const names = new Set(planned.map(({ name }) => name));
  return planned.map(({ name }, rank) => {
    const named = standing.indexOf(name);
    const other = standing[rank];
    if (named >= 0) return named;
    return other !== undefined && standing.length === planned.length && !names.has(other) ? rank : null;
  });
}

/** Queues the new cells of a chart that is there, and its new place unless somebody gave it one. */
export function redrawChart(
  context: Excel.RequestContext,
  { sheet, chart, before }: RedrawChart,
  standing: StandingChart,
): void {
  const { worksheets } = context.workbook;
  const drawn = worksheets.getItem(sheet).charts.getItem(standing.name);
  const source = worksheets.getItem(chart.source);
  if (standing.name !== chart.name) drawn.name = chart.name;
  seriesStanding(chart.series, standing.series).forEach((rank, index) => {
    const area = chart.series[index]?.area;
    if (rank === null || !area) return;
    const series = drawn.series.getItemAt(rank);
    series.setValues(rangeOf(source, area));
    series.setXAxisValues(rangeOf(source, chart.categories));
  });
  if (standing.isInPlace && chart.place.top !== before.place.top) place(drawn, chart.place);
}

/** Queues the cells that a chart covers. */
export function place(chart: Excel.Chart, area: Area): void {
  const { top, left, rows, columns } = area;
  chart.setPosition(cellAddress(top, left), cellAddress(top + rows - 1, left + columns - 1));
}
