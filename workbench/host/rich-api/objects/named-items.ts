/** Defined names, of the workbook or of one sheet. */
import { absoluteAddress, parseLocalAddress, quoteSheetName } from '../../address';
import type { GridName } from '../../grid';
import { invalidArgument, notImplemented, itemAlreadyExists, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, stateOf, type HostObject, type Model } from '../model';
import { range, rangeObject } from './range';
import { addressOf, stateOfReference, type RangeState } from './range-state';

interface NameState {
  readonly name: string;
  readonly scope: string | null;
}

function find(name: unknown, scope: string | null, model: Model): GridName | undefined {
  if (typeof name !== 'string') return undefined;
  const wanted = name.toLowerCase();
  return model.grid.names().find((entry) => entry.scope === scope && entry.name.toLowerCase() === wanted);
}

function entryOf({ name, scope }: NameState, model: Model): GridName {
  const found = find(name, scope, model);
  if (!found) throw itemNotFound();
  return found;
}

function valueOf(state: NameState, model: Model): string {
  const { refersTo } = entryOf(state, model);
  const place = stateOfReference(refersTo, model);
  if (place) return addressOf(place, model);
  typeOfConstant(refersTo.slice(1), 'value');
  return refersTo.slice(1).replace(/^"(.*)"$/, '$1');
}

function typeOf(state: NameState, model: Model): string {
  const { refersTo } = entryOf(state, model);
  if (stateOfReference(refersTo, model)) return 'Range';
  return typeOfConstant(refersTo.slice(1), 'type');
}

/** Only constants: the grid does not compute the formula of a name apart from a cell. */
function typeOfConstant(text: string, member: string): string {
  if (/^-?[\d.]+$/.test(text)) return 'Double';
  if (/^(TRUE|FALSE)$/i.test(text)) return 'Boolean';
  if (text.includes('#REF!')) return 'Error';
  if (/^".*"$/s.test(text)) return 'String';
  throw notImplemented(`NamedItem.${member} of a computed formula`);
}

function change(state: NameState, changes: Partial<GridName>, model: Model): void {
  model.grid.setName({ ...entryOf(state, model), ...changes });
}

function rangeOf(state: NameState, model: Model): HostObject | null {
  const place = stateOfReference(entryOf(state, model).refersTo, model);
  return place ? rangeObject(place) : null;
}

const namedItem = defineType<NameState>({
  name: 'NamedItem',
  id: ({ name }) => name,
  scalars: {
    Name: { read: (state, model) => entryOf(state, model).name },
    Type: { read: typeOf },
    Value: { read: valueOf },
    Formula: {
      read: (state, model) => entryOf(state, model).refersTo,
      write: (state, value, model) => change(state, { refersTo: refersToOf(value, model) }, model),
    },
    Scope: { read: ({ scope }) => (scope === null ? 'Workbook' : 'Worksheet') },
    Visible: {
      read: (state, model) => entryOf(state, model).visible,
      write: (state, value, model) => change(state, { visible: value === true }, model),
    },
    Comment: {
      read: (state, model) => entryOf(state, model).comment,
      write: (state, value, model) => change(state, { comment: String(value) }, model),
    },
  },
  links: {
    Worksheet: ({ scope }, model) => {
      if (scope === null) throw itemNotFound();
      return model.objects.worksheet(scope);
    },
    WorksheetOrNullObject: ({ scope }, model) => (scope === null ? NULL_OBJECT : model.objects.worksheet(scope)),
  },
  calls: {
    GetRange: (state, _, model) => {
      const found = rangeOf(state, model);
      if (!found) throw itemNotFound();
      return found;
    },
    GetRangeOrNullObject: (state, _, model) => rangeOf(state, model) ?? NULL_OBJECT,
    Delete: (state, _, model) => model.grid.deleteName(entryOf(state, model).name, state.scope),
  },
});

/** A valid name: a letter or underscore first, no spaces, nothing that reads as a cell. */
export function checkName(name: unknown): string {
  const isName = typeof name === 'string' && name.length <= 255 && /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name);
  if (!isName || parseLocalAddress(name) || /^r\d*c?\d*$|^c\d*$/i.test(name))
    throw invalidArgument(`Not a name: ${String(name)}`);
  return name;
}

function refersToOf(reference: unknown, model: Model): string {
  const place = stateOf(reference, range);
  if (place) return formulaOf(place, model);
  if (typeof reference !== 'string' || reference === '') throw invalidArgument();
  return reference.startsWith('=') ? reference : `="${reference.replaceAll('"', '""')}"`;
}

function formulaOf({ sheetId, area }: RangeState, model: Model): string {
  return `=${quoteSheetName(model.sheetName(sheetId))}!${absoluteAddress(area)}`;
}

interface NamesState {
  readonly scope: string | null;
}

const one = (name: string, scope: string | null): HostObject => objectOf(namedItem, { name, scope });

export const namedItems = defineType<NamesState>({
  name: 'NamedItemCollection',
  items: ({ scope }, model) =>
    model.grid
      .names()
      .filter((entry) => entry.scope === scope)
      .map((entry) => one(entry.name, scope)),
  item: ({ scope }, key, model) => {
    const found = find(key, scope, model);
    if (!found) throw itemNotFound();
    return one(found.name, scope);
  },
  calls: {
    GetItemOrNullObject: ({ scope }, [key], model) => {
      const found = find(key, scope, model);
      return found ? one(found.name, scope) : NULL_OBJECT;
    },
    GetCount: ({ scope }, _, model) => model.grid.names().filter((entry) => entry.scope === scope).length,
    Add: ({ scope }, [given, reference, comment], model) => {
      const name = checkName(given);
      const isTable = model.grid.tables().some((table) => table.name.toLowerCase() === name.toLowerCase());
      if (find(name, scope, model) || isTable) throw itemAlreadyExists();
      model.grid.setName({
        name,
        scope,
        refersTo: refersToOf(reference, model),
        visible: true,
        comment: typeof comment === 'string' ? comment : '',
      });
      return one(name, scope);
    },
  },
});
