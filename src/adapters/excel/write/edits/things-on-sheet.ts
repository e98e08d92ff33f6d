/**
 * Finds things that people put on a sheet to delete, beside the contents of its cells: Excel deletes them with it, and
 * nothing brings them back. A kind that this Excel does not give, or refuses to give, is not found.
 */
import type { KeptSheet, ThingKind, ThingsOnSheet } from '../../../../workbook/failure';
import { allSteps, type WritePlan } from '../../../../workbook/plan';
import { CHART_PREFIX } from '../../../../workbook/workbook-names';
import { isRefusal } from '../../host-errors';
import type { Before, FoundThings } from '../before';
import { deletionsOf, type DeleteSheet, type Part } from '../parts';
import { askAll, question, type Question } from '../questions';
import type { SheetFinder } from '../sheet-finder';

/** Shapes and notes that are listed: more than anybody would count. */
const MOST_LISTED = 1000;
/** The size of an answer, in cells. */
const ANSWER_CELLS = 10;

/** Asks for the things of a kind on a sheet; of the floor of the add-in (ExcelApi 1.13), except notes (1.18). */
const ASK: Readonly<Record<ThingKind, (sheet: Excel.Worksheet) => () => readonly string[]>> = {
  comment: ({ comments }) => counted(comments.getCount()),
  note: ({ notes }) => {
    notes.load({ select: 'authorName', top: MOST_LISTED });
    return () => notes.items.map(() => '');
  },
  chart: ({ charts }) => {
    charts.load('items/name');
    return () => charts.items.map(({ name }) => name);
  },
  shape: ({ shapes }) => {
    shapes.load({ select: 'type', top: MOST_LISTED });
    return () => shapes.items.map(({ type }) => type);
  },
  pivotTable: ({ pivotTables }) => counted(pivotTables.getCount()),
  slicer: ({ slicers }) => counted(slicers.getCount()),
  table: ({ tables }) => counted(tables.getCount()),
};

function counted(count: OfficeExtension.ClientResult<number>): () => readonly string[] {
  return () => Array.from({ length: count.value }, () => '');
}

/** The kinds that Excel gives. */
export function kindsOfThings(givesNotes: boolean): readonly ThingKind[] {
  const all: readonly ThingKind[] = ['comment', 'note', 'chart', 'shape', 'pivotTable', 'slicer', 'table'];
  return all.filter((kind) => givesNotes || kind !== 'note');
}

/**
 * Asks the questions with those about the things on the sheets that the plan deletes. When Excel refuses them together,
 * the questions are asked alone, then each kind: threaded comments may be turned off for the organisation.
 */
export async function askWithThings(
  context: Excel.RequestContext,
  questions: readonly Question[],
  plan: WritePlan,
  before: Before,
): Promise<void> {
  const deleted = allSteps(plan).flatMap((step) => (step.kind === 'deleteSheet' ? [step.sheet.toLowerCase()] : []));
  const asked = before.kindsOfThings.map((kind) => ({
    kind,
    questions: deleted.flatMap((name) => thingsOf(context, name, kind, before)),
  }));
  const things = asked.flatMap((one) => one.questions);
  try {
    return await askAll(context, [...questions, ...things]);
  } catch (error) {
    if (things.length === 0 || !isRefusal(error)) throw error;
  }
  await askAll(context, questions);
  for (const one of asked)
    if (await isRefused(context, one.questions))
      before.kindsOfThings = before.kindsOfThings.filter((kind) => kind !== one.kind);
}

async function isRefused(context: Excel.RequestContext, questions: readonly Question[]): Promise<boolean> {
  try {
    await askAll(context, questions);
    return false;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return true;
  }
}

function thingsOf(context: Excel.RequestContext, name: string, kind: ThingKind, before: Before): Question[] {
  const id = before.sheets.get(name);
  if (id === undefined) return [];
  return [
    question(ANSWER_CELLS, () => {
      const answer = ASK[kind](context.workbook.worksheets.getItem(id));
      return () => before.things.set(name, new Map([...(before.things.get(name) ?? []), [kind, answer()]]));
    }),
  ];
}

/** Queues the same questions before the request that deletes the sheets; each answer is those with things of people. */
export function loadThingsAhead(
  sheets: SheetFinder,
  { kindsOfThings: kinds }: Before,
  next: Part,
): readonly (() => readonly KeptSheet[])[] {
  return deletionsOf(next).map((step) => {
    const asked = kinds.map((kind) => [kind, ASK[kind](sheets.get(step.sheet))] as const);
    return () => {
      const things = thingsOfPeople(step, new Map(asked.map(([kind, answer]) => [kind, answer()])));
      return things.length > 0 ? [{ sheet: step.sheet, things }] : [];
    };
  });
}

/**
 * Those that are not ours. `isCut`: the request that put our charts there failed, perhaps between a chart and its name.
 */
export function thingsOfPeople(
  { charts, tables }: DeleteSheet,
  found: FoundThings | undefined,
  isCut = false,
): readonly ThingsOnSheet[] {
  const of = (kind: ThingKind): readonly string[] => found?.get(kind) ?? [];
  const { others, missing } = chartsOfPeople(of('chart'), charts);
  const counts: Readonly<Record<ThingKind, number>> = {
    comment: of('comment').length,
    note: of('note').length,
    chart: isCut && missing > 0 ? others - 1 : others,
    shape: shapesOfPeople(of('shape'), of('chart').length + of('slicer').length),
    pivotTable: of('pivotTable').length,
    slicer: of('slicer').length,
    table: tables === undefined ? 0 : of('table').length - tables,
  };
  return (Object.entries(counts) as [ThingKind, number][]).flatMap(([kind, count]) =>
    count > 0 ? [{ kind, count }] : [],
  );
}

/** A copy of a chart may have its name: each of ours counts once. */
function chartsOfPeople(
  names: readonly string[],
  ours: DeleteSheet['charts'],
): { readonly others: number; readonly missing: number } {
  if (!ours) return { others: names.filter((name) => !name.startsWith(CHART_PREFIX)).length, missing: 0 };
  const left = [...ours];
  const others = names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { others: others.length, missing: left.length };
}

/** Excel may list charts and slicers among the shapes too, of a type that it does not support. */
function shapesOfPeople(types: readonly string[], elsewhere: number): number {
  const unsupported = types.filter((type) => type === 'Unsupported').length;
  return types.length - unsupported + Math.max(0, unsupported - elsewhere);
}
