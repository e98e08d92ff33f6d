/** The hidden methods by which `onChanged.add` of the client registers handlers with the host. */
import type { Call } from '../model';

/** Event types of the client, by the names of its registration methods. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHiddenChanged: 22,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  workbookActivated: 2203,
} as const;

/** `{ DataChangedEvent: 10 }` → `_RegisterDataChangedEvent` and `_UnregisterDataChangedEvent`. */
export function eventCalls(types: Readonly<Record<string, number>>): Readonly<Record<string, Call<never>>> {
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]): [string, Call<never>][] => [
      [`_Register${name}`, (_, __, model) => model.listener.events(type, 1)],
      [`_Unregister${name}`, (_, __, model) => model.listener.events(type, -1)],
    ]),
  );
}
