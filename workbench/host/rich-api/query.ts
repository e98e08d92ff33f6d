/** Answers a `load`: the selected members of an object, its links and its items, with their wire names. */
import { notImplemented } from './errors';
import { NULL_OBJECT, type HostObject, type Model } from './model';
import type { QueryInfo } from './protocol';

/** `format/fill/color` as a tree; `all` is every scalar. */
interface Selection {
  readonly all: boolean;
  readonly members: ReadonlyMap<string, Selection>;
}

/** A selection while its names are read. */
interface SelectionDraft {
  all: boolean;
  readonly members: Map<string, SelectionDraft>;
}

/** The selections asked for so far: the client asks for the same ones again and again. */
const known = new Map<string, Selection>();

const emptySelection = (): SelectionDraft => ({ all: false, members: new Map() });

/** `rowHidden` → `RowHidden`; `_ReferenceId` stays. */
export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** `RowHidden` → `rowHidden`, for messages. */
export const memberName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export function selectionOf({ Select: names = [], Expand: expanded = [] }: QueryInfo): Selection {
  const key = `${names.join()} ${expanded.join()}`;
  const selection = known.get(key) ?? readSelection(names, expanded);
  known.set(key, selection);
  return selection;
}

function readSelection(names: readonly string[], expanded: readonly string[]): Selection {
  const selection = emptySelection();
  if (names.length === 0) selection.all = true;
  for (const name of names) add(selection, name.split(/[/.]/));
  for (const name of expanded) add(selection, [...name.split(/[/.]/), '*']);
  return selection;
}

function add(selection: SelectionDraft, path: readonly string[]): void {
  const [first = '', ...rest] = path;
  if (first === '*' || first === '$all') {
    selection.all = true;
    return;
  }
  if (first.toLowerCase() === 'items') {
    if (rest.length > 0) add(selection, rest);
    else selection.all = true;
    return;
  }
  const member = selection.members.get(wireName(first)) ?? emptySelection();
  selection.members.set(wireName(first), member);
  if (rest.length > 0) add(member, rest);
}

export interface Page {
  readonly top?: number | undefined;
  readonly skip?: number | undefined;
}

/** The formulas must be up to date. */
export function answerQuery(
  object: HostObject,
  selection: Selection,
  page: Page,
  model: Model,
): Record<string, unknown> {
  return object.type.items ? answerCollection(object, selection, page, model) : answerObject(object, selection, model);
}

function answerCollection(
  collection: HostObject,
  selection: Selection,
  page: Page,
  model: Model,
): Record<string, unknown> {
  const own = new Map<string, Selection>();
  const ofItems = new Map<string, Selection>();
  for (const [name, below] of selection.members) {
    const target = collection.type.scalars && name in collection.type.scalars ? own : ofItems;
    target.set(name, below);
  }
  const { all } = selection;
  const answer = answerObject(collection, { all, members: own }, model);
  if (!all && ofItems.size === 0) return answer;
  const first = page.skip ?? 0;
  const items = collection.type.items?.(collection.state, model) ?? [];
  const asked = items.slice(first, page.top === undefined ? undefined : first + page.top);
  return { ...answer, _Items: asked.map((item) => answerObject(item, { all, members: ofItems }, model)) };
}

function answerObject(object: HostObject, selection: Selection, model: Model): Record<string, unknown> {
  const { type, state } = object;
  const answer: Record<string, unknown> = {};
  const id = type.id?.(state);
  if (id !== undefined) answer._Id = id;
  const reference = model.referenceOf(object);
  if (reference !== null) answer._ReferenceId = reference;
  const scalars = type.scalars ?? {};
  const wanted = selection.all ? Object.keys(scalars) : [...selection.members.keys()];
  for (const name of wanted) if (name in scalars) answer[name] = scalars[name]?.read(state, model);
  for (const [name, below] of selection.members) {
    if (name in scalars || name === '_ReferenceId') continue;
    answer[name] = answerLink(object, name, below, model);
  }
  return answer;
}

function answerLink(object: HostObject, name: string, selection: Selection, model: Model): unknown {
  const link = object.type.links?.[name];
  if (!link) throw notImplemented(`${object.type.name}.${memberName(name)}`);
  const target = link(object.state, model);
  if (target === NULL_OBJECT) return { _IsNull: true };
  const isBare = !selection.all && selection.members.size === 0;
  return answerQuery(target, isBare ? { ...selection, all: true } : selection, {}, model);
}
