/**
 * What was worked out for one document and serves the others of the same generation: sums over the ledger, reasons for
 * a value.
 */
import type { RowKey } from '../../domain/envelopes/ledger';
import type { ValueReason } from '../../messages/documents/documents-fr';
import { simulateSum, type Simulated, type SumTerm } from './sums';

/** Why a figure is a value: the rows, or the text that no formula can look for. */
export interface Cause {
  readonly reason: ValueReason;
  readonly keys: readonly RowKey[];
  readonly text: string;
}

export class FigureMemory {
  private readonly sums = new Map<string, Simulated>();
  private readonly causes = new Map<string, readonly Cause[]>();

  /** What Excel would show; `key` is that of the terms. */
  simulate(key: string, terms: readonly SumTerm[]): Simulated {
    let simulated = this.sums.get(key);
    if (!simulated) this.sums.set(key, (simulated = simulateSum(terms)));
    return simulated;
  }

  /** Why the figure of that key is a value. */
  explain(key: string, find: () => readonly Cause[]): readonly Cause[] {
    let causes = this.causes.get(key);
    if (!causes) this.causes.set(key, (causes = find()));
    return causes;
  }
}
