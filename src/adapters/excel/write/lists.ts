/** Lists of values to choose from (data validation), known as ours by the title of their message. */
import type { WriteStep } from '../../../workbook/plan';
import { rangeOf } from '../excel-ranges';
import type { Before, PresentList } from './before';
import { question, type Question } from './questions';

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
