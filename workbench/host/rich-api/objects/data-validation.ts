/** `DataValidation` of a range: lists of allowed values. Other rules are refused by name. */
import { contains, overlap } from '../../address';
import type { GridChoice } from '../../grid';
import { invalidArgument, notImplemented } from '../errors';
import { defineType, type Model } from '../model';
import type { RangeState } from './range-state';

function choicesAt({ sheetId, area }: RangeState, model: Model): readonly GridChoice[] {
  return model.grid.choices(sheetId).filter((choice) => overlap(choice.area, area));
}

/** The one list that every cell of the range has; null when there is none, or not one for all. */
function choiceOf(state: RangeState, model: Model): GridChoice | null {
  const [only, ...others] = choicesAt(state, model);
  return only && others.length === 0 && contains(only.area, state.area) ? only : null;
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
    Type: {
      read: (state, model) =>
        choiceOf(state, model) ? 'List' : choicesAt(state, model).length === 0 ? 'None' : 'MixedCriteria',
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
      model.grid.deleteChoices(state.sheetId, state.area);
    },
  },
});
