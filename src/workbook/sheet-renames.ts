/** Gives the steps of a plan the present names of the sheets that were renamed since it was made. */
import type { ExpectedCells, PlannedChart, WritePlan, WriteStep } from './plan';

/**
 * The plan with the present names, without the steps of a sheet that is gone: another one may have its name now. When
 * none of the sheets is found, the workbook has new ids, and names are all there is. `nameOf` is the name of the sheet
 * of an id, undefined when it is gone.
 */
export function withPresentNames(plan: WritePlan, nameOf: (id: string) => string | undefined): WritePlan {
  const ids = plan.sheetIds ?? [];
  const gone = new Set(ids.flatMap(({ sheet, id }) => (nameOf(id) === undefined ? [sheet.toLowerCase()] : [])));
  for (const { sheet, id } of ids) if (nameOf(id) !== undefined) gone.delete(sheet.toLowerCase());
  if (gone.size === 0 || ids.every(({ id }) => nameOf(id) === undefined)) return renamed(plan, nameOf);
  const isThere = ({ sheet }: { readonly sheet: string }): boolean => !gone.has(sheet.toLowerCase());
  const left: WritePlan = {
    ...plan,
    expected: plan.expected.filter(isThere),
    steps: plan.steps.filter((step) => !('sheet' in step) || isThere(step)),
    ...(plan.witnesses && { witnesses: plan.witnesses.filter(isThere) }),
    sheetIds: ids.filter(isThere),
  };
  return renamed(left, nameOf);
}

function renamed(plan: WritePlan, nameOf: (id: string) => string | undefined): WritePlan {
  const names = new Map<string, string>();
  for (const { sheet, id } of plan.sheetIds ?? []) {
    const now = nameOf(id);
    if (now !== undefined && now.toLowerCase() !== sheet.toLowerCase()) names.set(sheet.toLowerCase(), now);
  }
  if (names.size === 0) return plan;
  const named = (sheet: string): string => names.get(sheet.toLowerCase()) ?? sheet;
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
    ...(plan.witnesses && {
      witnesses: plan.witnesses.map((witness) => ({ ...witness, sheet: named(witness.sheet) })),
    }),
    sheetIds: (plan.sheetIds ?? []).map(({ sheet, id }) => ({ sheet: named(sheet), id })),
  };
}
