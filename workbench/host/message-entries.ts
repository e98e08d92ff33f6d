/** Messages that the host sends unasked: events of the workbook, and calls of custom functions. */

export interface MessageEntry {
  readonly category: number;
  readonly type: number;
  readonly targetId: string;
  /** JSON. */
  readonly message: string;
  readonly isRemote: boolean;
}

/** The client's message categories. */
export const CATEGORY = { customFunction: 1, action: 2, event: 65_536 } as const;

export type SendMessages = (entries: readonly MessageEntry[]) => void;

/** The array form of the wire. */
export function toArrayEntry(entry: MessageEntry, id: number): readonly unknown[] {
  return [entry.category, entry.type, entry.targetId, entry.message, id, entry.isRemote];
}
