/** Carries out one batch, action by action, in order. A batch that fails keeps what was done before, as in Excel. */
import { HostError, invalidReference, itemNotFound, notImplemented, statusOf } from './errors';
import { afterwards, type Later } from './later';
import { isHostObject, NULL_OBJECT, type HostObject, type Model, type NullObject } from './model';
import {
  ACTION,
  PATH,
  type ActionInfo,
  type ActionResult,
  type ArgumentInfo,
  type ErrorBody,
  type ObjectPathInfo,
  type QueryInfo,
  type RequestBody,
  type ResponseBody,
} from './protocol';
import { answerQuery, memberName, selectionOf, wireName } from './query';

export interface Roots {
  readonly workbook: HostObject;
  /** Other services of Office, by their name on the wire. */
  service(name: string): HostObject | null;
}

/** Called before each action; a throw fails the batch there. */
export type BeforeAction = (index: number, action: ActionInfo) => void;

export async function dispatch(
  body: RequestBody,
  roots: Roots,
  model: Model,
  beforeAction: BeforeAction,
): Promise<ResponseBody> {
  const batch = new Batch(body, roots, model);
  const results: ActionResult[] = [];
  model.isCalculationSuspended = false;
  for (const [index, action] of body.Actions.entries()) {
    try {
      beforeAction(index, action);
      const value = batch.carryOut(action);
      results.push({ ActionId: action.Id, Value: value instanceof Promise ? await value : value });
    } catch (error) {
      model.isCalculationSuspended = false;
      return { Results: results, Error: errorBody(error, index) };
    }
  }
  model.isCalculationSuspended = false;
  return { Results: results };
}

function errorBody(error: unknown, index: number): ErrorBody {
  if (!(error instanceof HostError)) throw error;
  return {
    Code: error.code,
    Message: error.message,
    Location: error.location,
    ActionIndex: index,
    HttpStatusCode: statusOf(error.code),
  };
}

class Batch {
  private readonly objects = new Map<number, HostObject | NullObject>();

  constructor(
    private readonly body: RequestBody,
    private readonly roots: Roots,
    private readonly model: Model,
  ) {}

  carryOut(action: ActionInfo): Later<unknown> {
    switch (action.ActionType) {
      case ACTION.instantiate:
        return afterwards(this.object(action.ObjectPathId), (object) => this.instantiate(object));
      case ACTION.query:
        return afterwards(this.object(action.ObjectPathId), (object) => this.query(object, action.QueryInfo ?? {}));
      case ACTION.call:
        return afterwards(this.object(action.ObjectPathId), (object) => this.call(object, action));
      case ACTION.set:
        return afterwards(this.existing(action), (object) =>
          afterwards(this.arguments(action.ArgumentInfo), ([value]) => this.set(object, action.Name, value)),
        );
      case ACTION.update:
        return afterwards(this.existing(action), (object) => this.update(object, action.ObjectState ?? {}));
      case ACTION.trace:
        return null;
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private instantiate(object: HostObject | NullObject): unknown {
    if (object === NULL_OBJECT) return null;
    const id = object.type.id?.(object.state);
    const reference = this.model.referenceOf(object);
    // the client reads `Id` where the identity is a property, `_Id` where it is hidden
    return { ...(id !== undefined && { Id: id, _Id: id }), ...(reference !== null && { _ReferenceId: reference }) };
  }

  private async query(object: HostObject | NullObject, query: QueryInfo): Promise<unknown> {
    if (object === NULL_OBJECT) return null;
    await this.model.settled();
    return answerQuery(object, selectionOf(query), { top: query.Top, skip: query.Skip }, this.model);
  }

  private call(object: HostObject | NullObject, { Name, ArgumentInfo }: ActionInfo): Later<unknown> {
    if (Name === '_KeepReference') return this.keep(object);
    // as in Excel: `getItemOrNullObject('Bilan').delete()` does nothing when there is no such sheet
    if (object === NULL_OBJECT) return null;
    return afterwards(this.invoke(object, Name, ArgumentInfo), (value) =>
      isHostObject(value) || value === NULL_OBJECT || value === undefined ? null : value,
    );
  }

  /** The client keeps ranges by itself, null objects included. */
  private keep(object: HostObject | NullObject): null {
    if (object !== NULL_OBJECT) this.model.keep(object);
    return null;
  }

  private invoke(object: HostObject, name: string, info: ArgumentInfo | undefined): Later<unknown> {
    const call = object.type.calls?.[name];
    const location = `${object.type.name}.${memberName(name)}`;
    if (!call) throw notImplemented(location);
    return locating(location, () =>
      afterwards(this.arguments(info), (given) =>
        this.model.grid.actingAs('addin', () => call(object.state, given, this.model)),
      ),
    );
  }

  private set(object: HostObject, name: string, value: unknown): null {
    const location = `${object.type.name}.${memberName(name)}`;
    const write = object.type.scalars?.[name]?.write;
    if (!write) throw notImplemented(`${location} (set)`);
    return locating(location, () => {
      this.model.grid.actingAs('addin', () => write(object.state, value, this.model));
      return null;
    });
  }

  private update(object: HostObject, changes: Readonly<Record<string, unknown>>): null {
    for (const [name, value] of Object.entries(changes)) this.set(object, wireName(name), value);
    return null;
  }

  private existing(action: ActionInfo): Later<HostObject> {
    return afterwards(this.object(action.ObjectPathId), (object) => {
      if (object === NULL_OBJECT) throw itemNotFound().at(memberName(action.Name));
      return object;
    });
  }

  /** Each path is resolved once: a method that adds something must run once. */
  private object(pathId: number): Later<HostObject | NullObject> {
    const known = this.objects.get(pathId);
    if (known) return known;
    const path = this.body.ObjectPaths[String(pathId)];
    if (!path) throw new Error(`The request names the path ${pathId} and does not carry it`);
    return afterwards(this.follow(path), (object) => {
      this.objects.set(pathId, object);
      return object;
    });
  }

  private follow(path: ObjectPathInfo): Later<HostObject | NullObject> {
    if (path.ObjectPathType === PATH.global) return this.roots.workbook;
    if (path.ObjectPathType === PATH.nullObject) return NULL_OBJECT;
    if (path.ObjectPathType === PATH.service) {
      const service = this.roots.service(path.Name);
      if (!service) throw notImplemented(path.Name);
      return service;
    }
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.model.byReference(path.Name);
      if (!kept) throw invalidReference();
      return kept;
    }
    return afterwards(this.object(path.ParentObjectPathId ?? 0), (parent) => this.followFrom(parent, path));
  }

  private followFrom(parent: HostObject | NullObject, path: ObjectPathInfo): Later<HostObject | NullObject> {
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const { type, state } = parent;
    const location = `${type.name}.${memberName(path.Name)}`;
    if (path.ObjectPathType === PATH.property) {
      const link = type.links?.[path.Name];
      if (!link) throw notImplemented(location);
      return link(state, this.model);
    }
    if (path.ObjectPathType === PATH.indexer) {
      const { item } = type;
      if (!item) throw notImplemented(`${type.name}.getItem`);
      return locating(`${type.name}.getItem`, () =>
        afterwards(this.arguments(path.ArgumentInfo), ([key]) => item(state, key, this.model)),
      );
    }
    return afterwards(this.invoke(parent, path.Name, path.ArgumentInfo), (value) => {
      if (isHostObject(value) || value === NULL_OBJECT) return value;
      throw new Error(`${location} answers no object`);
    });
  }

  /** The arguments, with path ids replaced by their objects. */
  private arguments(info: ArgumentInfo | undefined): Later<readonly unknown[]> {
    const values = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds ?? [];
    return references.length === 0 ? values : this.withObjects(values, references);
  }

  private async withObjects(values: readonly unknown[], references: readonly unknown[]): Promise<unknown[]> {
    const result: unknown[] = [];
    for (const [index, value] of values.entries()) {
      const reference = references[index];
      if (typeof reference === 'number' && reference > 0) result.push(await this.object(reference));
      else
        result.push(
          Array.isArray(value) && Array.isArray(reference) ? await this.withObjects(value, reference) : value,
        );
    }
    return result;
  }
}

/** Runs an action; its refusals get the place where they happened. */
function locating<R extends Later<unknown>>(location: string, action: () => R): R {
  const located = (error: unknown): never => {
    throw error instanceof HostError ? error.at(location) : error;
  };
  try {
    const value = action();
    return value instanceof Promise ? (value.catch(located) as R) : value;
  } catch (error) {
    return located(error);
  }
}
