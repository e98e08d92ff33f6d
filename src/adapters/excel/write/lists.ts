/** Lists of values to choose from (data validation), known as ours by the title of their message. */
import type { WriteStep } from '../../../workbook/plan';
import { rangeOf } from '../excel-ranges';
import type { Before } from './before';
import { question, type Question } from './questions';

export type ListStep = Extract<WriteStep, { kind: 'setList' | 'removeList' }>;

/** The title of the message about a value outside the list, which is never shown. */
const MARK = 'Enveloppe : liste de choix';

/** The source of our list; null for cells without a rule, undefined for the rule of somebody else. */
function presentList({ type, rule, errorAlert }: Excel.DataValidation): string | null | undefined {
  if (type === 'None') return null;
  const source = rule?.list?.source;
  return errorAlert?.title === MARK && typeof source === 'string' ? source : undefined;
}

/** Asks for the rule of the cells of a step. */
export function listOf(sheet: Excel.Worksheet, step: ListStep, before: Before): Question {
  return question(1, () => {
    const { dataValidation } = rangeOf(sheet, step.area);
    dataValidation.load('type,rule,errorAlert');
    return () => {
      const present = presentList(dataValidation);
      if (present !== undefined) before.lists.set(step, present);
    };
  });
}

/** Queues a list, over cells without a rule or over a list of ours. */
export function queueList(range: Excel.Range, step: ListStep, present: string | null | undefined): void {
  const { dataValidation } = range;
  if (step.kind === 'removeList') {
    if (typeof present === 'string') dataValidation.clear();
    return;
  }
  if (present === undefined || present === step.source) return;
  dataValidation.rule = { list: { inCellDropDown: true, source: step.source } };
  dataValidation.errorAlert = { title: MARK, message: MARK, showAlert: false, style: 'Information' };
}
