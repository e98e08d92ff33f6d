/** Carries out one batch, action by action, in order. A batch that fails keeps what was done before, as in Excel. */
import { HostError, invalidReference, itemNotFound, notImplemented, statusOf } from './errors';
import { isHostObject, NULL_OBJECT, type HostObject, type Model, type NullObject } from './model';
import {
  ACTION,
  PATH,
  type ActionInfo,
  type ActionResult,
  type ArgumentInfo,
  type ErrorBody,
  type ObjectPathInfo,
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
      results.push({ ActionId: action.Id, Value: await batch.carryOut(action) });
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

  async carryOut(action: ActionInfo): Promise<unknown> {
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.instantiate(await this.object(action.ObjectPathId));
      case ACTION.query:
        return this.query(action);
      case ACTION.call:
        return this.call(action);
      case ACTION.set:
        return this.set(await this.existing(action), action.Name, (await this.arguments(action.ArgumentInfo))[0]);
      case ACTION.update:
        return this.update(action);
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

  private async query(action: ActionInfo): Promise<unknown> {
    const object = await this.object(action.ObjectPathId);
    if (object === NULL_OBJECT) return null;
    await this.model.settled();
    const query = action.QueryInfo ?? {};
    return answerQuery(object, selectionOf(query), { top: query.Top, skip: query.Skip }, this.model);
  }

  private async call(action: ActionInfo): Promise<unknown> {
    if (action.Name === '_KeepReference') return this.keep(await this.object(action.ObjectPathId));
    const object = await this.object(action.ObjectPathId);
    // as in Excel: `getItemOrNullObject('Bilan').delete()` does nothing when there is no such sheet
    if (object === NULL_OBJECT) return null;
    const value = await this.invoke(object, action.Name, action.ArgumentInfo);
    return isHostObject(value) || value === NULL_OBJECT || value === undefined ? null : value;
  }

  /** The client keeps ranges by itself, null objects included. */
  private keep(object: HostObject | NullObject): null {
    if (object !== NULL_OBJECT) this.model.keep(object);
    return null;
  }

  private async invoke(object: HostObject, name: string, info: ArgumentInfo | undefined): Promise<unknown> {
    const call = object.type.calls?.[name];
    const location = `${object.type.name}.${memberName(name)}`;
    if (!call) throw notImplemented(location);
    try {
      const argumentValues = await this.arguments(info);
      return await this.model.grid.actingAs('addin', () => call(object.state, argumentValues, this.model));
    } catch (error) {
      throw error instanceof HostError ? error.at(location) : error;
    }
  }

  private set(object: HostObject, name: string, value: unknown): null {
    const location = `${object.type.name}.${memberName(name)}`;
    const write = object.type.scalars?.[name]?.write;
    if (!write) throw notImplemented(`${location} (set)`);
    try {
      this.model.grid.actingAs('addin', () => write(object.state, value, this.model));
    } catch (error) {
      throw error instanceof HostError ? error.at(location) : error;
    }
    return null;
  }

  private async update(action: ActionInfo): Promise<null> {
    const object = await this.existing(action);
    for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, wireName(name), value);
    return null;
  }

  private async existing(action: ActionInfo): Promise<HostObject> {
    const object = await this.object(action.ObjectPathId);
    if (object === NULL_OBJECT) throw itemNotFound().at(memberName(action.Name));
    return object;
  }

  /** Each path is resolved once: a method that adds something must run once. */
  private async object(pathId: number): Promise<HostObject | NullObject> {
    const known = this.objects.get(pathId);
    if (known) return known;
    const path = this.body.ObjectPaths[String(pathId)];
    if (!path) throw new Error(`The request names the path ${pathId} and does not carry it`);
    const object = await this.follow(path);
    this.objects.set(pathId, object);
    return object;
  }

  private async follow(path: ObjectPathInfo): Promise<HostObject | NullObject> {
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
    return this.followFrom(await this.object(path.ParentObjectPathId ?? 0), path);
  }

  private async followFrom(parent: HostObject | NullObject, path: ObjectPathInfo): Promise<HostObject | NullObject> {
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const { type, state } = parent;
    const location = `${type.name}.${memberName(path.Name)}`;
    if (path.ObjectPathType === PATH.property) {
      const link = type.links?.[path.Name];
      if (!link) throw notImplemented(location);
      return link(state, this.model);
    }
    if (path.ObjectPathType === PATH.indexer) {
      if (!type.item) throw notImplemented(`${type.name}.getItem`);
      try {
        return type.item(state, (await this.arguments(path.ArgumentInfo))[0], this.model);
      } catch (error) {
        throw error instanceof HostError ? error.at(`${type.name}.getItem`) : error;
      }
    }
    const value = await this.invoke(parent, path.Name, path.ArgumentInfo);
    if (isHostObject(value) || value === NULL_OBJECT) return value;
    throw new Error(`${location} answers no object`);
  }

  /** The arguments, with path ids replaced by their objects. */
  private async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    return this.withObjects(info?.Arguments ?? [], info?.ReferencedObjectPathIds ?? []);
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
