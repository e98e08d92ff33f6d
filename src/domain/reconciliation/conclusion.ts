/** Whether a reconciliation compared enough to conclude that the two sides agree. */
import type { Coverage } from './coverage';
import type { UnreadExtract } from './unread-lines';

/** The share of the ledger that was compared, and the extracts that were not read to the end. */
export interface WhatWasCompared {
  readonly coverage: readonly Coverage[];
  readonly unread: readonly UnreadExtract[];
}

/**
 * True when enough was compared, of every nature that the ledger has, and every line of the extracts was read: then the
 * two sides agree where there is no gap.
 */
export function isConclusive({ coverage, unread }: WhatWasCompared): boolean {
  return isEnough(coverage) && unread.length === 0;
}

/** True when enough was compared, of every nature that the ledger has. */
export function isEnough(coverage: readonly Coverage[]): boolean {
  return (
    coverage.some(({ state }) => state === 'enough') &&
    coverage.every(({ state }) => state === 'enough' || state === 'nothing')
  );
}

/** True when the ledger has amounts to compare and none was. */
export function isNothingCompared(coverage: readonly Coverage[]): boolean {
  return (
    coverage.some(({ state }) => state === 'none') &&
    coverage.every(({ state }) => state === 'none' || state === 'nothing')
  );
}
