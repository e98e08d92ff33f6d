/** What the host sends to the client unasked: events of the workbook, and the work of the custom functions runtime. */

export interface MessageEntry {
  readonly category: number;
  readonly type: number;
  readonly targetId: string;
  /** JSON. */
  readonly message: string;
  readonly isRemote: boolean;
}

/** Categories as the client tells them apart. */
export const CATEGORY = { customFunction: 1, action: 2, event: 65_536 } as const;

export type SendMessages = (entries: readonly MessageEntry[]) => void;

/** The array form that travels. */
export function toArrayEntry(entry: MessageEntry, id: number): readonly unknown[] {
  return [entry.category, entry.type, entry.targetId, entry.message, id, entry.isRemote];
}
