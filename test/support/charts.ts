/** A chart over three months of four rows, as the documents write it: B1:D1 are the months, rows 2 to 5 the amounts. */
import type { PlannedChart, WriteStep } from '../../src/workbook/plan';

const row = (top: number) => ({ top, left: 1, rows: 1, columns: 3 });

export const MONTHS: readonly (readonly (string | number | null)[])[] = [
  [null, 'Janv.', 'Févr.', 'Mars'],
  ['AE engagées', 10, 20.5, -5],
  ['Prévu', 0, 0, 40],
  ['Cumul', 10, 30.5, 65.5],
  ['Ouvert', 60, 60, 70],
];

export function plannedChart(name: string, source: string): PlannedChart {
  return {
    name,
    title: 'PDE & SF – AE 2023',
    description: 'AE par mois, leur « cumul » & les crédits ouverts.',
    source,
    categories: row(0),
    series: [
      { name: 'AE engagées', area: row(1), role: 'realised' },
      { name: 'Prévu', area: row(2), role: 'expected' },
      { name: 'Cumul', area: row(3), role: 'cumulated' },
      { name: 'Ouvert', area: row(4), role: 'ceiling' },
    ],
    place: { top: 6, left: 0, rows: 14, columns: 5 },
  };
}

export function chartOn(sheet: string, name: string, source = sheet): WriteStep {
  return { kind: 'addChart', sheet, chart: plannedChart(name, source) };
}
