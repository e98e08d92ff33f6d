/** Details of the ANX findings. Amounts are in cents. */
import type { Nature } from '../../../money/nature';
import type { UnboundedSums } from './lec';

/**
 * `sum` is that of the envelopes; `printed` is the ceiling of the whole convention; `without`: an envelope that has no
 * ceiling of that nature, and whose consumption is `unbounded`.
 */
export interface EnvelopesGap {
  readonly nature: Nature;
  readonly sum: number;
  readonly printed: number;
  readonly without?: string;
  readonly unbounded?: UnboundedSums;
}

/** An envelope that has no ceiling at all, with what it consumes of each nature. */
export interface BoundByWhole {
  readonly without: string;
  readonly ofWhole: readonly WholeBound[];
}

/** Consumption that only the ceiling of the whole convention, `printed`, bounds. */
export interface WholeBound extends UnboundedSums {
  readonly nature: Nature;
  readonly printed: number;
}

/** Details of each ANX rule. */
export interface AnxDetails {
  /**
   * `sum` is that of the postes, or the opening RAP where `isRap`. `expected`: the ceiling of the envelope, without its
   * opening RAP for the CP of postes, which no annex spreads; null for an envelope that has none of that nature,
   * whose consumption is `unbounded`.
   */
  'ANX-01': {
    readonly envelope: string;
    readonly nature: Nature;
    readonly sum: number;
    readonly expected: number | null;
    readonly isRap?: boolean;
    readonly unbounded?: UnboundedSums;
  };
  'ANX-02': EnvelopesGap | BoundByWhole;
  'ANX-03': {
    readonly envelope: string;
    readonly line: string;
    readonly share: number;
    readonly total: number;
    readonly delegated: number;
    readonly expected: number;
  };
}
