/** Gives the steps of a plan the present names of the sheets that were renamed since it was made, by their ids. */
import type { ExpectedCells, PlannedChart, WritePlan, WriteStep } from './plan';

type NameOf = (id: string) => string | undefined;

/**
 * The plan without the steps of the sheets that are gone: another one may have the name of such a sheet now. Only for
 * who knows all the sheets: a reading misses one that is renamed meanwhile.
 */
export function withoutGoneSheets(plan: WritePlan, nameOf: NameOf): WritePlan {
  const ids = plan.sheetIds ?? [];
  const gone = new Set(ids.flatMap(({ sheet, id }) => (nameOf(id) === undefined ? [sheet.toLowerCase()] : [])));
  if (gone.size === 0) return plan;
  const isThere = ({ sheet }: { readonly sheet: string }): boolean => !gone.has(sheet.toLowerCase());
  return {
    ...plan,
    expected: plan.expected.filter(isThere),
    steps: plan.steps.filter((step) => !('sheet' in step) || isThere(step)),
    ...(plan.witnesses && { witnesses: plan.witnesses.filter(isThere) }),
    sheetIds: ids.filter(isThere),
  };
}

/** The plan with the present names; `nameOf` is the name of the sheet of an id, undefined when it is gone. */
export function withPresentNames(plan: WritePlan, nameOf: NameOf): WritePlan {
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
      if (step.kind === 'moveTable') return { ...step, sheet, from: { ...step.from, sheet: named(step.from.sheet) } };
      if (step.kind === 'redrawChart') return { ...step, sheet, chart: drawn(step.chart), before: drawn(step.before) };
      return step.kind === 'addChart' ? { ...step, sheet, chart: drawn(step.chart) } : { ...step, sheet };
    }),
    ...(plan.witnesses && { witnesses: plan.witnesses.map((one) => ({ ...one, sheet: named(one.sheet) })) }),
    sheetIds: (plan.sheetIds ?? []).map(({ sheet, id }) => ({ sheet: named(sheet), id })),
  };
}
