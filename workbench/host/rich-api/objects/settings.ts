/** Data that add-ins keep in the workbook: settings, and custom document properties. */
import { itemNotFound } from '../errors';
import { defineType, NULL_OBJECT, objectOf, type Model, type ObjectType } from '../model';

interface KeyState {
  readonly key: string;
}

type Store = (model: Model) => Map<string, unknown>;

/** A collection over its own store; settings and properties behave the same. */
function keyedCollection(
  collectionName: string,
  itemName: string,
  storeOf: Store,
  more: ObjectType<KeyState>['scalars'] = {},
): ObjectType<null> {
  const valueOf = ({ key }: KeyState, model: Model): unknown => {
    const store = storeOf(model);
    if (!store.has(key)) throw itemNotFound();
    return store.get(key);
  };
  const item = defineType<KeyState>({
    name: itemName,
    id: ({ key }) => key,
    scalars: {
      Key: { read: ({ key }) => key },
      Value: {
        read: valueOf,
        write: (state, value, model) => {
          valueOf(state, model);
          storeOf(model).set(state.key, value);
        },
      },
      ...more,
    },
    calls: { Delete: ({ key }, _, model) => void storeOf(model).delete(key) },
  });
  return defineType<null>({
    name: collectionName,
    items: (_, model) => [...storeOf(model).keys()].map((key) => objectOf(item, { key })),
    item: (_, key, model) => {
      if (!storeOf(model).has(String(key))) throw itemNotFound();
      return objectOf(item, { key: String(key) });
    },
    calls: {
      Add: (_, [key, value], model) => {
        storeOf(model).set(String(key), value);
        return objectOf(item, { key: String(key) });
      },
      GetCount: (_, __, model) => storeOf(model).size,
      GetItemOrNullObject: (_, [key], model) =>
        storeOf(model).has(String(key)) ? objectOf(item, { key: String(key) }) : NULL_OBJECT,
      DeleteAll: (_, __, model) => storeOf(model).clear(),
    },
  });
}

export const settings = keyedCollection('SettingCollection', 'Setting', (model) => model.settings);

const customProperties = keyedCollection(
  'CustomPropertyCollection',
  'CustomProperty',
  (model) => model.customProperties,
  {
    Type: {
      read: ({ key }, model) =>
        typeof model.customProperties.get(key) === 'number'
          ? 'Number'
          : typeof model.customProperties.get(key) === 'boolean'
            ? 'Boolean'
            : 'String',
    },
  },
);

export const documentProperties = defineType<null>({
  name: 'DocumentProperties',
  links: { Custom: () => objectOf(customProperties, null) },
});
