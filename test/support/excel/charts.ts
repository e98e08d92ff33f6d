/** A chart over three months of four rows, as the documents write it: B1:D1 are the months, rows 2 to 5 the amounts. */
import type { PlannedChart, WriteStep } from '../../../src/workbook/plan';

const row = (top: number) => ({ top, left: 1, rows: 1, columns: 3 });

export const MONTHS: readonly (readonly (string | number | null)[])[] = [
  [null, 'Janv.', 'Févr.', 'Mars'],
  ['AE engagées', 10, 20.5, -5],
  ['Prévision', 0, 0, 40],
  ['Cumul', 10, 30.5, 65.5],
  ['Dotation', 60, 60, 70],
];

export function plannedChart(name: string, source: string): PlannedChart {
  return {
    name,
    title: 'PDE & SF – AE 2023',
    description: 'AE par mois, leur « cumul » & les dotation.',
    source,
    categories: row(0),
    series: [
      { name: 'AE engagées', area: row(1), role: 'realised' },
      { name: 'Prévision', area: row(2), role: 'expected' },
      { name: 'Cumul', area: row(3), role: 'cumulated' },
      { name: 'Dotation', area: row(4), role: 'ceiling' },
    ],
    axes: { categories: 'Mois de 2023', values: 'Euros' },
    place: { top: 6, left: 0, rows: 14, columns: 5 },
  };
}

export function chartOn(sheet: string, name: string, source = sheet): WriteStep {
  return { kind: 'addChart', sheet, chart: plannedChart(name, source) };
}

/**
 * The same chart over rows further down, under another name and at another place: what a new envelope above it makes of
 * it.
 */
export function movedChart(chart: PlannedChart, name: string, rows: number): PlannedChart {
  const down = (area: PlannedChart['place']): PlannedChart['place'] => ({ ...area, top: area.top + rows });
  const series = chart.series.map((one) => ({ ...one, area: down(one.area) }));
  return { ...chart, name, categories: down(chart.categories), series, place: down(chart.place) };
}

/** The chart of `chartOn` draws those rows from now on. */
export function redrawOn(sheet: string, name: string, to: string, rows: number, source = sheet): WriteStep {
  const before = plannedChart(name, source);
  return { kind: 'redrawChart', sheet, before, chart: movedChart(before, to, rows) };
}
