/** Gives the steps of a plan the present names of the sheets that were renamed since it was made. */
import type { ExpectedCells, PlannedChart, WritePlan, WriteStep } from './plan';

/** The plan with the present names; `nameOf` is the name of the sheet of an id, undefined when it is gone. */
export function withPresentNames(plan: WritePlan, nameOf: (id: string) => string | undefined): WritePlan {
  const renamed = new Map<string, string>();
  for (const { sheet, id } of plan.sheetIds ?? []) {
    const now = nameOf(id);
    if (now !== undefined && now.toLowerCase() !== sheet.toLowerCase()) renamed.set(sheet.toLowerCase(), now);
  }
  if (renamed.size === 0) return plan;
  const named = (sheet: string): string => renamed.get(sheet.toLowerCase()) ?? sheet;
  const drawn = (chart: PlannedChart): PlannedChart => ({ ...chart, source: named(chart.source) });
  return {
    ...plan,
    expected: plan.expected.map((guard): ExpectedCells => ({ ...guard, sheet: named(guard.sheet) })),
    steps: plan.steps.map((step): WriteStep => {
      if (!('sheet' in step)) return step;
      const sheet = named(step.sheet);
      if (step.kind === 'redrawChart') return { ...step, sheet, chart: drawn(step.chart), before: drawn(step.before) };
      return step.kind === 'addChart' ? { ...step, sheet, chart: drawn(step.chart) } : { ...step, sheet };
    }),
    sheetIds: (plan.sheetIds ?? []).map(({ sheet, id }) => ({ sheet: named(sheet), id })),
  };
}
