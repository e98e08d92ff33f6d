/** The comments of a sheet or of the workbook, which reply to one another, and the notes. People alone edit them. */
import type { CommentFacts, NoteFacts, OnCell } from '../beside-facts';
import { generalException, invalidArgument, itemNotFound } from '../errors';
import { defineType, objectOf, type HostObject, type Model } from '../model';
import { EVENT, eventCalls } from './event-calls';
import { rangeObject } from './range';
import { rangeState } from './range-state';

/** Null: of the whole workbook. */
interface CollectionState {
  readonly id: string | null;
}

interface CommentState {
  readonly id: string;
}

interface ReplyState extends CommentState {
  readonly index: number;
}

const locationOf = ({ sheetId, row, column }: OnCell): HostObject =>
  rangeObject(rangeState(sheetId, { top: row, left: column, rows: 1, columns: 1 }));

/** Those of sheets that are still there. */
function ofCollection<F extends OnCell>(all: readonly F[], { id }: CollectionState, model: Model): readonly F[] {
  if (id !== null && !model.grid.sheet(id)) throw itemNotFound();
  return all.filter(({ sheetId }) => (id === null ? model.grid.sheet(sheetId) !== undefined : sheetId === id));
}

function factsOf({ id }: CommentState, model: Model): CommentFacts {
  const facts = model.comments.find((one) => one.id === id);
  if (!facts) throw itemNotFound();
  return facts;
}

const reply = defineType<ReplyState>({
  name: 'CommentReply',
  id: ({ id, index }) => `${id}-${index}`,
  scalars: { Content: { read: (state, model) => factsOf(state, model).replies?.[state.index] ?? '' } },
});

const replies = defineType<CommentState>({
  name: 'CommentReplyCollection',
  items: (state, model) =>
    (factsOf(state, model).replies ?? []).map((_, index) => objectOf(reply, { id: state.id, index })),
});

const comment = defineType<CommentState>({
  name: 'Comment',
  id: ({ id }) => id,
  scalars: {
    Id: { read: ({ id }) => id },
    Content: { read: (state, model) => factsOf(state, model).content },
    Resolved: { read: (state, model) => factsOf(state, model).resolved === true },
  },
  links: { Replies: (state) => objectOf(replies, state) },
  calls: { GetLocation: (state, _, model) => locationOf(factsOf(state, model)) },
});

function commentsOf(state: CollectionState, model: Model): readonly HostObject[] {
  if (model.weaknesses.has('refusesComments')) throw generalException();
  return ofCollection(model.comments, state, model).map(({ id }) => objectOf(comment, { id }));
}

export const comments = defineType<CollectionState>({
  name: 'CommentCollection',
  items: commentsOf,
  item: (state, key, model): HostObject => {
    const found = commentsOf(state, model).find((one) => (one.state as CommentState).id === key);
    if (!found) throw itemNotFound();
    return found;
  },
  calls: {
    GetCount: (state, _, model) => commentsOf(state, model).length,
    ...eventCalls({
      AddedEvent: EVENT.commentAdded,
      ChangedEvent: EVENT.commentChanged,
      DeletedEvent: EVENT.commentDeleted,
    }),
  },
});

const note = defineType<NoteFacts>({
  name: 'Note',
  scalars: {
    AuthorName: { read: ({ authorName }) => authorName },
    Content: { read: ({ content }) => content },
  },
  calls: { GetLocation: (state) => locationOf(state) },
});

const notesOf = (state: CollectionState, model: Model): readonly HostObject[] =>
  ofCollection(model.notes, state, model).map((facts) => objectOf(note, facts));

export const notes = defineType<CollectionState>({
  name: 'NoteCollection',
  items: notesOf,
  calls: {
    GetItemAt: (state, [index], model) => {
      const found = notesOf(state, model)[Number(index)];
      if (!found) throw invalidArgument();
      return found;
    },
  },
});
