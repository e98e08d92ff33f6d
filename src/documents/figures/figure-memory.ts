/** Results computed once: the documents of one generation ask for the same sums, reasons and pages. */
import type { RowKey } from '../../domain/envelopes/ledger';
import type { ValueReason } from '../../messages/documents/documents-fr';

/** Why a figure is a value: the rows, or the text that no formula can look for. */
export interface Cause {
  readonly reason: ValueReason;
  readonly keys: readonly RowKey[];
  readonly text: string;
}

/** The known value of a key; computed and kept the first time. */
export function computedOnce<K, V>(known: Map<K, V>, key: K, compute: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = compute()));
  return value;
}
