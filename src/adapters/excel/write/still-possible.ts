/** An undo on the workbook as it is now. */
import type { WritePlan } from '../../../workbook/plan';
import type { Before } from './before';

/**
 * An undo without the steps that are no longer possible: a deleted sheet, a deleted name, a table converted to a range.
 */
export function stillPossible(undo: WritePlan, before: Before): WritePlan {
  const exists = (sheet: string): boolean => before.sheets.has(sheet.toLowerCase());
  const hasChart = (sheet: string, name: string): boolean =>
    before.charts.get(sheet.toLowerCase())?.includes(name) ?? false;
  return {
    ...undo,
    expected: undo.expected.filter((guard) => exists(guard.sheet)),
    steps: undo.steps.filter((step) => {
      if (step.kind === 'deleteName') return before.names.has(step.name.toLowerCase());
      if (step.kind === 'addTable') return exists(step.sheet) && !before.tables.has(step.name.toLowerCase());
      if (step.kind === 'deleteChart') return hasChart(step.sheet, step.name);
      if (step.kind === 'addChart')
        return exists(step.sheet) && exists(step.chart.source) && !hasChart(step.sheet, step.chart.name);
      if (step.kind === 'redrawChart') return before.presentCharts.has(step) && exists(step.chart.source);
      if (step.kind === 'moveTable')
        return exists(step.sheet) && before.tables.get(step.name.toLowerCase())?.sheet === step.from.sheet;
      if (step.kind === 'deleteTable' || step.kind === 'resizeTable') return before.tables.has(step.name.toLowerCase());
      return step.kind === 'defineName' || exists(step.sheet);
    }),
  };
}
