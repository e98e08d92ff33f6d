/** Details of the ANX findings. Amounts are in cents. */
import type { Nature } from '../../../money/nature';

/** Details of each ANX rule. */
export interface AnxDetails {
  /** `expected`: the ceiling of the envelope, without its opening RAP for CP, which no annex spreads. */
  /** `expected` is null for an envelope that has no AE. */
  'ANX-01': {
    readonly envelope: string;
    readonly nature: Nature;
    readonly sum: number;
    readonly expected: number | null;
  };
  /**
   * `sum` is that of the envelopes; `printed` is the ceiling of the whole convention; `without`: an envelope that has no
   * ceiling of that nature.
   */
  'ANX-02': { readonly nature: Nature; readonly sum: number; readonly printed: number; readonly without?: string };
  'ANX-03': {
    readonly envelope: string;
    readonly line: string;
    readonly share: number;
    readonly total: number;
    readonly delegated: number;
    readonly expected: number;
  };
}
