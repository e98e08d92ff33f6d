/** Lists of values to choose from (data validation), known as ours by the title of their message. */
import type { Area } from '../../../workbook/cells';
import type { WritePlan, WriteStep } from '../../../workbook/plan';
import { rangeOf } from '../excel-ranges';
import type { Before, PresentList } from './before';
import { askAll, question, type Question } from './questions';

export type ListStep = Extract<WriteStep, { kind: 'setList' | 'removeList' }>;

/** The title of the message about a value outside the list, which is never shown. */
const MARK = 'Enveloppe : liste de choix';

/** Null for the rule of somebody else, and for cells that have not all the same one or the same input message. */
function presentList({ type, rule, errorAlert, prompt }: Given): PresentList | null {
  if (!prompt) return null;
  const message = prompt.title === '' && prompt.message === '' ? null : prompt;
  if (type === 'None') return hasText(errorAlert) ? null : { source: null, prompt: message };
  const source = rule?.list?.source;
  return errorAlert?.title === MARK && typeof source === 'string' ? { source, prompt: message } : null;
}

/** Excel gives none of these members where the cells differ. */
interface Given {
  readonly type: Excel.DataValidation['type'];
  readonly rule: Excel.DataValidationRule | null;
  readonly errorAlert: Excel.DataValidationErrorAlert | null;
  readonly prompt: Excel.DataValidationPrompt | null;
}

/** A message of the team about wrong values, kept by Excel where any value is right. */
function hasText(alert: Given['errorAlert']): boolean {
  return alert !== null && (alert.title !== '' || alert.message !== '');
}

/** Areas of a column whose cells have not all one rule: with more, the rest stays as it is. */
const MOST_AREAS = 500;

/**
 * The plan with each list over areas whose cells have all the same rule, or none: Excel gives none of cells that
 * differ, such as those of a column under which rows were typed. Cells with a rule of somebody else are left out.
 */
export async function withUniformLists(
  context: Excel.RequestContext,
  plan: WritePlan,
  { sheets }: Pick<Before, 'sheets'>,
): Promise<WritePlan> {
  const places = plan.steps.flatMap((step): Place[] => {
    const id = isList(step) ? sheets.get(step.sheet.toLowerCase()) : undefined;
    return isList(step) && id !== undefined
      ? [{ sheet: context.workbook.worksheets.getItem(id), step, parts: [] }]
      : [];
  });
  if (places.length === 0) return plan;
  await divide(
    context,
    places.map((place) => ({ place, area: place.step.area })),
  );
  const parts = new Map<WriteStep, Place>(places.map((place) => [place.step, place]));
  const steps = plan.steps.flatMap((step): readonly WriteStep[] => {
    const place = parts.get(step);
    const inOrder = place && [...place.parts].sort((one, other) => one.top - other.top);
    return place && inOrder ? inOrder.map((area) => ({ ...place.step, area })) : [step];
  });
  return { ...plan, steps };
}

/** The step of a list, and the areas that it can be written in. */
interface Place {
  readonly sheet: Excel.Worksheet;
  readonly step: ListStep;
  readonly parts: Area[];
}

interface Asked {
  readonly place: Place;
  readonly area: Area;
}

/** Asks for the rules of areas, then of the halves of those whose cells differ. */
async function divide(context: Excel.RequestContext, areas: readonly Asked[], known = 0): Promise<void> {
  const halves: Asked[] = [];
  const questions = areas.map(({ place, area }) =>
    question(1, () => {
      const { dataValidation } = rangeOf(place.sheet, area);
      dataValidation.load('type,rule,errorAlert,prompt');
      return () => {
        if (presentList(dataValidation)) place.parts.push(area);
        else if (differ(dataValidation) && area.rows > 1) halves.push(...halvesOf(place, area));
      };
    }),
  );
  await askAll(context, questions);
  const count = known + halves.length;
  if (halves.length > 0 && count <= MOST_AREAS) await divide(context, halves, count);
}

function differ({ type, errorAlert, prompt }: Given): boolean {
  return type === 'MixedCriteria' || type === 'Inconsistent' || errorAlert === null || prompt === null;
}

function halvesOf(place: Place, { top, rows, ...across }: Area): readonly Asked[] {
  const upper = Math.ceil(rows / 2);
  return [
    { place, area: { top, rows: upper, ...across } },
    { place, area: { top: top + upper, rows: rows - upper, ...across } },
  ];
}

function isList(step: WriteStep): step is ListStep {
  return step.kind === 'setList' || step.kind === 'removeList';
}

/** Asks for the rule of the cells of a step. */
export function listOf(sheet: Excel.Worksheet, step: ListStep, before: Before): Question {
  return question(1, () => {
    const { dataValidation } = rangeOf(sheet, step.area);
    dataValidation.load('type,rule,errorAlert,prompt');
    return () => {
      const present = presentList(dataValidation);
      if (present) before.lists.set(step, present);
    };
  });
}

/**
 * Queues a list, over cells without a rule or over a list of ours, or its removal. Excel clears the input message with
 * the rule: it is set again.
 */
export function queueList({ dataValidation }: Excel.Range, step: ListStep, present: PresentList | undefined): void {
  if (!present) return;
  const isChanged = step.kind === 'removeList' ? present.source !== null : present.source !== step.source;
  const prompt = present.prompt ?? step.prompt;
  if (isChanged && step.kind === 'removeList') dataValidation.clear();
  if (isChanged && step.kind === 'setList') {
    dataValidation.rule = { list: { inCellDropDown: true, source: step.source } };
    dataValidation.errorAlert = { title: MARK, message: MARK, showAlert: false, style: 'Information' };
  }
  if (prompt && (isChanged || !present.prompt)) dataValidation.prompt = prompt;
}
