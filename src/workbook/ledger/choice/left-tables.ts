/** The tables that a ledger leaves out, and why. */
import type { LedgerCandidate } from '../find-ledger';
import type { FoundBlock } from '../make-block';

/** The tables of the ledger, and those that are not. */
export interface LedgerChoice {
  readonly chosen: readonly LedgerCandidate[];
  readonly left: readonly LeftTable[];
}

/**
 * `notNamed`: the user named others; `credits`: that are given; `issued`: what the payments of the ledger
 * settle, `unpaid` when only some of it is; `copy`: its operations are in another; `aside`: by the name of its sheet;
 * `doubtful`: its amounts may be no credits; `natureOpen`: they may be AE or CP;
 * `contracts`: whose orders are in the ledger; `summary`: of rows that are elsewhere;
 * `extract`: of Chorus, to be compared with the ledger.
 */
export type LeftReason =
  | 'notNamed'
  | 'copy'
  | 'aside'
  | 'doubtful'
  | 'natureOpen'
  | 'contracts'
  | 'summary'
  | 'extract'
  | 'credits'
  | 'issued'
  | 'unpaid';

/** A table with amounts that is no part of the ledger. */
export interface LeftTable {
  readonly name: string;
  readonly blocks: readonly FoundBlock[];
  readonly why: LeftReason;
}

/** The candidates without some of their tables, each left for its reason. */
export function withoutBlocks(
  candidates: readonly LedgerCandidate[],
  leaves: { readonly [Why in LeftReason]?: readonly FoundBlock[] },
): LedgerChoice {
  const reasons = Object.entries(leaves) as [LeftReason, readonly FoundBlock[]][];
  const left = reasons.flatMap(([why, blocks]) =>
    candidates.flatMap(({ name, blocks: all }): readonly LeftTable[] => {
      const own = all.filter((found) => blocks.includes(found));
      return own.length > 0 ? [{ name, blocks: own, why }] : [];
    }),
  );
  if (left.length === 0) return { chosen: candidates, left };
  const isLeft = (found: FoundBlock): boolean => left.some(({ blocks }) => blocks.includes(found));
  const chosen = candidates.flatMap((candidate) => {
    const [first, ...others] = candidate.blocks.filter((found) => !isLeft(found));
    return first ? [{ ...candidate, blocks: [first, ...others] as const }] : [];
  });
  return { chosen, left };
}
