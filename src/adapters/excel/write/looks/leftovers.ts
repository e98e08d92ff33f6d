/**
 * The highlights and the charts that a writing added before it failed: their ids were not returned, and those of
 * its last request may not have their names or formulas yet. What somebody else added meanwhile stays.
 */
import { WHATEVER_ID, type WriteStep } from '../../../../workbook/plan';
import { isBlock } from '../parts';
import { readCells, readStructure } from '../read-before';
import type { HighlightWhen } from '../undo';
import type { Writing } from '../write-part';

/** True where the request that failed may have left a chart of ours without its name. */
export function mayLackName(writing: Writing, sheet: string): boolean {
  return mayBeUnfinished(writing, sheet, 'addChart');
}

/** True where the request that failed may have added one without its name or its formula. */
function mayBeUnfinished({ sent, done, sentParts }: Writing, sheet: string, kind: WriteStep['kind']): boolean {
  const operations = sent > done ? (sentParts.at(-1)?.operations ?? []) : [];
  return operations.some(
    (one) => !isBlock(one) && one.kind === kind && 'sheet' in one && one.sheet.toLowerCase() === sheet.toLowerCase(),
  );
}

/** Steps that delete them. */
export async function leftovers(context: Excel.RequestContext, writing: Writing): Promise<WriteStep[]> {
  const { plan, before } = writing;
  const isThere = ({ sheet }: { readonly sheet: string }): boolean => before.sheets.has(sheet.toLowerCase());
  const charted = plan.steps.filter((step) => step.kind === 'addChart' && isThere(step));
  const highlighted = plan.steps.flatMap((step): Highlighted[] =>
    step.kind === 'highlightWhen' && isThere(step) ? [{ any: step, like: { ...step, remove: WHATEVER_ID } }] : [],
  );
  const steps = [...charted, ...highlighted.flatMap(({ any, like }) => [any, like])];
  if (steps.length === 0) return [];
  const now = await readCells(context, { purpose: 'undo', expected: [], steps }, await readStructure(context));
  const highlights = highlighted.flatMap(({ any, like }) => {
    const known = before.highlights.get(any) ?? [];
    const idsOf = (step: WriteStep): string[] => (now.highlights.get(step) ?? []).filter((id) => !known.includes(id));
    const finished = idsOf(like);
    const unfinished =
      mayBeUnfinished(writing, any.sheet, any.kind) && finished.length === 0 ? idsOf(any).slice(-1) : [];
    return [...finished, ...unfinished].map((remove): WriteStep => ({ ...any, remove }));
  });
  const charts = [...now.charts].flatMap(([sheet, names]) =>
    chartsAdded(writing, sheet, names).map((name): WriteStep => ({ kind: 'deleteChart', sheet, name })),
  );
  return [...highlights, ...charts];
}

/** A step that highlights: to ask for all the formats of its area, and for those with its formula. */
interface Highlighted {
  readonly any: HighlightWhen;
  readonly like: HighlightWhen;
}

/** The names of the charts of a sheet that are ours: by their names, or as many of the newest as may lack theirs. */
function chartsAdded(writing: Writing, sheet: string, names: readonly string[]): readonly string[] {
  const { plan, before } = writing;
  const isHere = (step: WriteStep): boolean => 'sheet' in step && step.sheet.toLowerCase() === sheet;
  const ours = plan.steps.flatMap((step) => (step.kind === 'addChart' && isHere(step) ? [step.chart.name] : []));
  const redrawn = plan.steps.flatMap((step) => (step.kind === 'redrawChart' && isHere(step) ? [step.chart.name] : []));
  const known = [...(before.charts.get(sheet) ?? []), ...redrawn];
  const others = names.filter((name) => !known.includes(name));
  const named = others.filter((name) => ours.includes(name));
  const unnamed = mayLackName(writing, sheet) ? others.filter((name) => !ours.includes(name)) : [];
  return [...named, ...unnamed.slice(Math.max(0, unnamed.length - (ours.length - named.length)))];
}

/** After a failure, leftover charts are deleted by `leftovers`, under their own name or not. */
export function withoutCharts(steps: readonly WriteStep[]): readonly WriteStep[] {
  return steps.filter((step) => step.kind !== 'deleteChart');
}
