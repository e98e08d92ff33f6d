/** Conditional formats of type `Custom`, with a formula. Other types are refused by name. */
import { overlap } from '../../address';
import type { GridHighlight, GridStyle } from '../../grid';
import { itemNotFound, notImplemented } from '../errors';
import { defineType, objectOf, type HostObject, type Model } from '../model';
import { fromColor, toColor } from './looks';
import type { RangeState } from './range-state';

/** A format is identified by the id of its rule in the grid. */
interface FormatState {
  readonly id: string;
}

function highlightOf({ id }: FormatState, model: Model): GridHighlight {
  const found = model.grid
    .sheets()
    .flatMap((sheet) => model.grid.highlights(sheet.id))
    .find((highlight) => highlight.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function restyle(state: FormatState, change: Partial<GridStyle>, model: Model): void {
  const highlight = highlightOf(state, model);
  model.guardSheet(highlight.sheetId);
  model.grid.changeHighlight(state.id, { style: { ...highlight.style, ...change } });
}

const styled = (read: (style: GridStyle) => unknown, change: (value: unknown) => Partial<GridStyle>) => ({
  read: (state: FormatState, model: Model) => read(highlightOf(state, model).style),
  write: (state: FormatState, value: unknown, model: Model) => restyle(state, change(value), model),
});

const ruleFill = defineType<FormatState>({
  name: 'ConditionalRangeFill',
  scalars: {
    Color: styled(
      (style) => toColor(style.fill, ''),
      (value) => ({ fill: fromColor(value) }),
    ),
  },
});

const ruleFont = defineType<FormatState>({
  name: 'ConditionalRangeFont',
  scalars: {
    Color: styled(
      (style) => toColor(style.color, ''),
      (value) => ({ color: fromColor(value) }),
    ),
    Bold: styled(
      (style) => style.bold ?? null,
      (value) => ({ bold: value === true }),
    ),
    Italic: styled(
      (style) => style.italic ?? null,
      (value) => ({ italic: value === true }),
    ),
  },
});

const ruleFormat = defineType<FormatState>({
  name: 'ConditionalRangeFormat',
  links: { Fill: (state) => objectOf(ruleFill, state), Font: (state) => objectOf(ruleFont, state) },
});

const rule = defineType<FormatState>({
  name: 'ConditionalFormatRule',
  scalars: {
    Formula: {
      read: (state, model) => highlightOf(state, model).formula,
      write: (state, value, model) => model.grid.changeHighlight(state.id, { formula: String(value) }),
    },
  },
});

const custom = defineType<FormatState>({
  name: 'CustomConditionalFormat',
  links: { Rule: (state) => objectOf(rule, state), Format: (state) => objectOf(ruleFormat, state) },
});

const conditionalFormat = defineType<FormatState>({
  name: 'ConditionalFormat',
  id: ({ id }) => id,
  scalars: {
    Id: { read: ({ id }) => id },
    Type: { read: () => 'Custom' },
    StopIfTrue: { read: () => false },
  },
  links: { Custom: (state) => objectOf(custom, state), CustomOrNullObject: (state) => objectOf(custom, state) },
  calls: {
    Delete: (state, _, model) => {
      model.guardSheet(highlightOf(state, model).sheetId);
      model.grid.deleteHighlight(state.id);
    },
  },
});

function formatsIn({ sheetId, area }: RangeState, model: Model): HostObject[] {
  const highlights = model.grid
    .highlights(sheetId)
    .filter((highlight) => highlight.areas.some((one) => overlap(one, area)));
  return highlights.map(({ id }) => objectOf(conditionalFormat, { id }));
}

export const conditionalFormats = defineType<RangeState>({
  name: 'ConditionalFormatCollection',
  items: formatsIn,
  item: (state, key, model) => {
    const found = formatsIn(state, model).find((format) => (format.state as FormatState).id === key);
    if (!found) throw itemNotFound();
    return found;
  },
  calls: {
    Add: ({ sheetId, area }, [type], model) => {
      if (type !== 'Custom') throw notImplemented(`ConditionalFormatCollection.add(${String(type)})`);
      model.guardSheet(sheetId);
      const { id } = model.grid.addHighlight({ sheetId, areas: [area], formula: '=FALSE', style: {} });
      return objectOf(conditionalFormat, { id });
    },
    GetCount: (state, _, model) => formatsIn(state, model).length,
    GetItemAt: (state, [index], model) => {
      const found = formatsIn(state, model)[Number(index)];
      if (!found) throw itemNotFound();
      return found;
    },
    ClearAll: (state, _, model) => {
      model.guardSheet(state.sheetId);
      formatsIn(state, model).forEach((format) => model.grid.deleteHighlight((format.state as FormatState).id));
    },
  },
});
