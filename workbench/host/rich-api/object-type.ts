/**
 * How a class of the object model is written: a table of members by the names of the wire (`Values`, `GetRange`). What
 * is not in a table is refused by name; the tables are also the list of what is implemented.
 */
import type { Model } from './model';

/** Reads a scalar; may wait (for a calculation). */
export type Read<S> = (state: S, model: Model) => unknown;
export type Write<S> = (state: S, value: unknown, model: Model) => void;
/** Answers a value, an object, nothing, or the null object for an `…OrNullObject` without a match. */
export type Call<S> = (state: S, args: readonly unknown[], model: Model) => unknown;
export type Link<S> = (state: S, model: Model) => HostObject | NullObject;

export interface ObjectType<S> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, { readonly read: Read<S>; readonly write?: Write<S> }>>;
  readonly links?: Readonly<Record<string, Link<S>>>;
  readonly calls?: Readonly<Record<string, Call<S>>>;
  /** Members of a collection. */
  readonly items?: (state: S, model: Model) => readonly HostObject[];
  /** `collection.getItem(key)`; refuses what is not there. */
  readonly item?: (state: S, key: unknown, model: Model) => HostObject;
  /** Identity that survives the request. */
  readonly id?: (state: S) => string | number;
}

/** Every class of the model, as it is declared. */
export const IMPLEMENTED: ObjectType<unknown>[] = [];

export function defineType<S>(type: ObjectType<S>): ObjectType<S> {
  IMPLEMENTED.push(type as unknown as ObjectType<unknown>);
  return type;
}

export interface HostObject {
  readonly type: ObjectType<unknown>;
  readonly state: unknown;
}

/** The answer of `…OrNullObject` when there is nothing. */
export const NULL_OBJECT = Symbol('null object');
export type NullObject = typeof NULL_OBJECT;

export function objectOf<S>(type: ObjectType<S>, state: S): HostObject {
  return { type: type as unknown as ObjectType<unknown>, state };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'state' in value;
}

/** The state of an object that must be of a given type: an argument, mostly. */
export function stateOf<S>(value: unknown, type: ObjectType<S>): S | null {
  return isHostObject(value) && value.type === (type as unknown as ObjectType<unknown>) ? (value.state as S) : null;
}
