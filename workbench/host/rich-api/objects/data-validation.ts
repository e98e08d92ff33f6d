/** `DataValidation` of a range: lists of allowed values, and input messages. Other rules are refused by name. */
import { contains, overlap } from '../../address';
import type { GridChoice } from '../../grid';
import { invalidArgument, notImplemented } from '../errors';
import { defineType, type Model } from '../model';
import type { PromptFacts } from '../beside-facts';
import type { RangeState } from './range-state';

function choicesAt({ sheetId, area }: RangeState, model: Model): readonly GridChoice[] {
  return model.grid.choices(sheetId).filter((choice) => overlap(choice.area, area));
}

/** The one list that every cell of the range has; null when there is none, or not one for all. */
function choiceOf(state: RangeState, model: Model): GridChoice | null {
  const [only, ...others] = choicesAt(state, model);
  return only && others.length === 0 && contains(only.area, state.area) ? only : null;
}

function promptsAt({ sheetId, area }: RangeState, model: Model): readonly PromptFacts[] {
  return model.prompts.filter((one) => one.sheetId === sheetId && overlap(one.area, area) !== null);
}

/** True when every cell has the same input message, or none has one. */
function isOnePrompt(state: RangeState, model: Model): boolean {
  const [first, ...others] = promptsAt(state, model);
  return !first || (others.length === 0 && contains(first.area, state.area));
}

function removePrompts(state: RangeState, model: Model): void {
  for (const one of promptsAt(state, model)) {
    if (!contains(state.area, one.area)) throw notImplemented('DataValidation.prompt of a part of the cells');
    model.prompts.splice(model.prompts.indexOf(one), 1);
  }
}

/** Characters that Excel takes. */
const LONGEST = { title: 32, message: 255 };

function setPrompt(state: RangeState, value: unknown, model: Model): void {
  model.guardSheet(state.sheetId);
  const { title, message, showPrompt } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string' || typeof message !== 'string' || typeof showPrompt !== 'boolean')
    throw invalidArgument();
  if (title.length > LONGEST.title || message.length > LONGEST.message) throw invalidArgument();
  removePrompts(state, model);
  const { sheetId, area } = state;
  if (title !== '' || message !== '') model.prompts.push({ sheetId, area, title, message, showPrompt });
}

function typeOf(state: RangeState, model: Model): string {
  const isOne = isOnePrompt(state, model);
  if (choiceOf(state, model)) return isOne ? 'List' : 'Inconsistent';
  return choicesAt(state, model).length === 0 && isOne ? 'None' : 'MixedCriteria';
}

/** A typed list is `AE,CP` in the API and `"AE,CP"` in a file. */
const asTyped = (source: string): string => source.replace(/^"(.*)"$/s, '$1');

function setRule(state: RangeState, value: unknown, model: Model): void {
  model.guardSheet(state.sheetId);
  const { list, ...others } = (value ?? {}) as { readonly list?: { readonly source?: unknown } };
  if (!list) throw notImplemented(`DataValidation.rule of ${Object.keys(others).join()}`);
  if (typeof list.source !== 'string' || list.source === '') throw invalidArgument();
  model.grid.deleteChoices(state.sheetId, state.area);
  const source = list.source.startsWith('=') ? list.source : `"${list.source}"`;
  model.grid.addChoice(state.sheetId, { area: state.area, source });
}

export const dataValidation = defineType<RangeState>({
  name: 'DataValidation',
  scalars: {
    Type: { read: typeOf },
    Prompt: {
      read: (state, model) => {
        if (!isOnePrompt(state, model)) return null;
        const [{ title, message, showPrompt } = { title: '', message: '', showPrompt: true }] = promptsAt(state, model);
        return { title, message, showPrompt };
      },
      write: setPrompt,
    },
    Rule: {
      read: (state, model) => {
        const choice = choiceOf(state, model);
        return choice && { list: { inCellDropDown: true, source: asTyped(choice.source) } };
      },
      write: setRule,
    },
    ErrorAlert: {
      read: (state, model) => {
        const title = choiceOf(state, model)?.title ?? '';
        return { title, message: '', showAlert: title === '', style: 'Stop' };
      },
      write: (state, value, model) => {
        const choice = choiceOf(state, model);
        const { title } = (value ?? {}) as { readonly title?: unknown };
        if (!choice || typeof title !== 'string') throw invalidArgument();
        model.guardSheet(state.sheetId);
        model.grid.deleteChoices(state.sheetId, state.area);
        model.grid.addChoice(state.sheetId, { ...choice, title });
      },
    },
  },
  calls: {
    Clear: (state, _, model) => {
      model.guardSheet(state.sheetId);
      removePrompts(state, model);
      model.grid.deleteChoices(state.sheetId, state.area);
    },
  },
});
