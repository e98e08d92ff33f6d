/**
 * The shapes of a sheet: text boxes, pictures, lines, groups; and its PivotTables and slicers, which are only counted.
 * They are drawn and edited by people alone.
 */
import type { PlacedFacts, ShapeFacts } from '../beside-facts';
import { invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, type HostObject, type Model } from '../model';
import { sheetOf, type SheetState } from './sheet-parts';

/** Excel refuses the text of a picture or of a group, and the shapes of what is no group. */
function only(facts: ShapeFacts, type: ShapeFacts['type']): ShapeFacts {
  if (facts.type !== type) throw invalidArgument();
  return facts;
}

const textRange = defineType<ShapeFacts>({
  name: 'TextRange',
  scalars: {
    Text: {
      read: ({ text }) => {
        if (text === undefined) throw invalidOperation('The shape has no text.');
        return text;
      },
    },
  },
});

const textFrame = defineType<ShapeFacts>({
  name: 'TextFrame',
  scalars: { HasText: { read: ({ text }) => text !== undefined } },
  links: { TextRange: (state) => objectOf(textRange, state) },
});

const membersOf = (state: ShapeFacts): readonly HostObject[] =>
  (state.members ?? []).map((member) => objectOf(shape, member));

const groupShapes = defineType<ShapeFacts>({
  name: 'GroupShapeCollection',
  items: membersOf,
  item: (state, key) => found(membersOf(state), key),
});

const shapeGroup = defineType<ShapeFacts>({
  name: 'ShapeGroup',
  links: { Shapes: (state) => objectOf(groupShapes, state) },
});

const shape = defineType<ShapeFacts>({
  name: 'Shape',
  id: ({ id }) => id,
  scalars: { Id: { read: ({ id }) => id }, Type: { read: ({ type }) => type } },
  links: {
    Group: (state) => objectOf(shapeGroup, only(state, 'Group')),
    TextFrame: (state) => objectOf(textFrame, only(state, 'GeometricShape')),
  },
});

function shapesOf(state: SheetState, model: Model): readonly HostObject[] {
  const { id } = sheetOf(state, model);
  return model.shapes.filter(({ sheetId }) => sheetId === id).map((facts) => objectOf(shape, facts));
}

function found(shapes: readonly HostObject[], key: unknown): HostObject {
  const one = shapes.find(({ state }) => (state as ShapeFacts).id === key);
  if (!one) throw itemNotFound();
  return one;
}

export const shapes = defineType<SheetState>({
  name: 'ShapeCollection',
  items: shapesOf,
  item: (state, key, model) => found(shapesOf(state, model), key),
  calls: {
    GetItemOrNullObject: (state, [key], model) =>
      shapesOf(state, model).find((one) => (one.state as ShapeFacts).id === key) ?? NULL_OBJECT,
  },
});

const countOn = (all: (model: Model) => readonly PlacedFacts[]) => ({
  GetCount: (state: SheetState, _: readonly unknown[], model: Model): number => {
    const { id } = sheetOf(state, model);
    return all(model).filter(({ sheetId }) => sheetId === id).length;
  },
});

export const pivotTables = defineType<SheetState>({
  name: 'PivotTableCollection',
  calls: countOn((model) => model.pivotTables),
});

export const slicers = defineType<SheetState>({ name: 'SlicerCollection', calls: countOn((model) => model.slicers) });
