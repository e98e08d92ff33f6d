/** Answers a `load`: the selected members of an object, its links and its items, with their wire names. */
import { notImplemented } from './errors';
import { NULL_OBJECT, type HostObject, type Model } from './model';
import type { QueryInfo } from './protocol';

/** `format/fill/color` as a tree; `all` is every scalar. */
interface Selection {
  all: boolean;
  readonly members: Map<string, Selection>;
}

const emptySelection = (): Selection => ({ all: false, members: new Map() });

/** `rowHidden` → `RowHidden`; `_ReferenceId` stays. */
export const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** `RowHidden` → `rowHidden`, for messages. */
export const memberName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export function selectionOf(query: QueryInfo): Selection {
  const selection = emptySelection();
  const names = query.Select ?? [];
  if (names.length === 0) selection.all = true;
  for (const name of names) add(selection, name.split(/[/.]/));
  for (const name of query.Expand ?? []) add(selection, [...name.split(/[/.]/), '*']);
  return selection;
}

function add(selection: Selection, path: readonly string[]): void {
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

export async function answerQuery(
  object: HostObject,
  selection: Selection,
  page: Page,
  model: Model,
): Promise<Record<string, unknown>> {
  return object.type.items ? answerCollection(object, selection, page, model) : answerObject(object, selection, model);
}

async function answerCollection(
  collection: HostObject,
  selection: Selection,
  page: Page,
  model: Model,
): Promise<Record<string, unknown>> {
  const own: Selection = { all: selection.all, members: new Map() };
  const ofItems: Selection = { all: selection.all, members: new Map() };
  for (const [name, below] of selection.members) {
    const target = collection.type.scalars && name in collection.type.scalars ? own : ofItems;
    target.members.set(name, below);
  }
  const answer = await answerObject(collection, own, model);
  if (!ofItems.all && ofItems.members.size === 0) return answer;
  const first = page.skip ?? 0;
  const items = collection.type.items?.(collection.state, model) ?? [];
  const asked = items.slice(first, page.top === undefined ? undefined : first + page.top);
  const answers: unknown[] = [];
  for (const item of asked) answers.push(await answerObject(item, ofItems, model));
  return { ...answer, _Items: answers };
}

async function answerObject(object: HostObject, selection: Selection, model: Model): Promise<Record<string, unknown>> {
  const { type, state } = object;
  const answer: Record<string, unknown> = {};
  const id = type.id?.(state);
  if (id !== undefined) answer._Id = id;
  const reference = model.referenceOf(object);
  if (reference !== null) answer._ReferenceId = reference;
  const scalars = type.scalars ?? {};
  const wanted = new Set(selection.all ? Object.keys(scalars) : []);
  for (const name of selection.members.keys()) if (name in scalars) wanted.add(name);
  for (const name of wanted) answer[name] = await scalars[name]?.read(state, model);
  for (const [name, below] of selection.members) {
    if (name in scalars || name === '_ReferenceId') continue;
    answer[name] = await answerLink(object, name, below, model);
  }
  return answer;
}

async function answerLink(object: HostObject, name: string, selection: Selection, model: Model): Promise<unknown> {
  const link = object.type.links?.[name];
  if (!link) throw notImplemented(`${object.type.name}.${memberName(name)}`);
  const target = link(object.state, model);
  if (target === NULL_OBJECT) return { _IsNull: true };
  const isBare = !selection.all && selection.members.size === 0;
  return answerQuery(target, isBare ? { ...selection, all: true } : selection, {}, model);
}
