/**
 * Gives the steps of a plan, and the formulas that they write, the present names of the sheets that were renamed since
 * it was made, by their ids.
 */
import { quoteSheet, type CellValue } from './cells';
import { withSheetsReplaced } from './formula-text';
import type { ExpectedCells, PlannedCell, PlannedChart, WritePlan, WriteStep } from './plan';

type NameOf = (id: string) => string | undefined;

/** The parts of a plan that hold formulas. */
type Formulas = Pick<WritePlan, 'expected' | 'steps'>;

/**
 * The plan without the steps of the sheets that are gone: another one may have the name of such a sheet now. Formulas
 * have `#REF!` for it, as Excel gave them. Only for who knows all the sheets: a reading misses one that is renamed
 * meanwhile.
 */
export function withoutGoneSheets(plan: WritePlan, nameOf: NameOf): WritePlan {
  const ids = plan.sheetIds ?? [];
  const gone = new Set(ids.flatMap(({ sheet, id }) => (nameOf(id) === undefined ? [sheet.toLowerCase()] : [])));
  if (gone.size === 0) return plan;
  const isThere = ({ sheet }: { readonly sheet: string }): boolean => !gone.has(sheet.toLowerCase());
  const without = withFormulas(plan, (sheet) => (gone.has(sheet.toLowerCase()) ? '#REF!' : null));
  return {
    ...plan,
    expected: without.expected.filter(isThere),
    steps: without.steps.filter((step) => !('sheet' in step) || isThere(step)),
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
  const { expected, steps } = withFormulas(plan, (sheet) => {
    const now = names.get(sheet.toLowerCase());
    return now === undefined ? null : `${quoteSheet(now)}!`;
  });
  return {
    ...plan,
    expected: expected.map((guard): ExpectedCells => ({ ...guard, sheet: named(guard.sheet) })),
    steps: steps.map((step): WriteStep => {
      if (step.kind === 'deleteTable' && step.at) return { ...step, at: { ...step.at, sheet: named(step.at.sheet) } };
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

/** The sheets that the formulas of a plan name, as they spell them. */
export function sheetsInFormulas(plan: Formulas): ReadonlySet<string> {
  const found = new Set<string>();
  withFormulas(plan, (sheet) => {
    found.add(sheet);
    return null;
  });
  return found;
}

/** The guards and the steps of a plan with other sheets in their formulas, as `withSheetsReplaced` gives them. */
function withFormulas({ expected, steps }: Formulas, replacementOf: (sheet: string) => string | null): Formulas {
  const renamed = (formula: string): string => withSheetsReplaced(formula, replacementOf);
  const guarded = (content: CellValue): CellValue =>
    typeof content === 'string' && content.startsWith('=') ? renamed(content) : content;
  const planned = (cell: PlannedCell | null): PlannedCell | null =>
    cell?.formula === undefined ? cell : { ...cell, formula: renamed(cell.formula) };
  return {
    expected: expected.map((guard) => ({ ...guard, contents: guard.contents.map((row) => row.map(guarded)) })),
    steps: steps.map((step): WriteStep => {
      if (step.kind === 'setCells') return { ...step, cells: step.cells.map((row) => row.map(planned)) };
      if (step.kind === 'defineName' || step.kind === 'highlightWhen')
        return { ...step, formula: renamed(step.formula) };
      return step.kind === 'setList' && step.source.startsWith('=') ? { ...step, source: renamed(step.source) } : step;
    }),
  };
}
