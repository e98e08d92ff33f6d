/** The comments of a sheet, which reply to one another. They are added and edited by people alone. */
import { itemNotFound } from '../errors';
import { defineType, objectOf, type HostObject, type Model } from '../model';
import { rangeObject } from './range';
import { rangeState } from './range-state';
import { sheetOf, type SheetState } from './sheet-parts';

interface CommentState {
  readonly id: string;
}

function factsOf({ id }: CommentState, model: Model) {
  const facts = model.comments.find((one) => one.id === id);
  if (!facts) throw itemNotFound();
  return facts;
}

const comment = defineType<CommentState>({
  name: 'Comment',
  id: ({ id }) => id,
  scalars: {
    Id: { read: ({ id }) => id },
    Content: { read: (state, model) => factsOf(state, model).content },
  },
  calls: {
    GetLocation: (state, _, model): HostObject => {
      const { sheetId, row, column } = factsOf(state, model);
      return rangeObject(rangeState(sheetId, { top: row, left: column, rows: 1, columns: 1 }));
    },
  },
});

function commentsOf(state: SheetState, model: Model): readonly HostObject[] {
  const { id: sheetId } = sheetOf(state, model);
  return model.comments.filter((one) => one.sheetId === sheetId).map(({ id }) => objectOf(comment, { id }));
}

export const comments = defineType<SheetState>({
  name: 'CommentCollection',
  items: commentsOf,
  item: (state, key, model): HostObject => {
    const found = commentsOf(state, model).find((one) => (one.state as CommentState).id === key);
    if (!found) throw itemNotFound();
    return found;
  },
});
