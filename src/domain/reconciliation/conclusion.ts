/**
 * The conclusion of a reconciliation: whether enough was compared for the two sides to agree, and the gaps, in the
 * natures of which something was compared. Nothing agrees over amounts that were not read, on either side.
 */
import type { Finding } from '../controls/findings/finding';
import { NATURES, type Nature } from '../money/nature';
import type { UnreadAmounts } from '../envelopes/reading-facts';
import { NO_DAY } from './amounts';
import type { Coverage } from './coverage';
import { isGap, type ReconciliationGroup } from './groups';
import type { UnreadExtract } from './unread-lines';

/**
 * The share of the ledger that was compared, the extracts that were not read to the end, and the amounts of the
 * workbook beside the ledger that were not read.
 */
export interface WhatWasCompared {
  readonly coverage: readonly Coverage[];
  readonly unread: readonly UnreadExtract[];
  readonly unreadInWorkbook: readonly UnreadAmounts[];
  readonly groups: readonly ReconciliationGroup[];
}

/**
 * True when enough was compared, of every nature that the ledger has, and every amount of both sides was read: then the
 * two sides agree where there is no gap.
 */
export function isConclusive(compared: WhatWasCompared): boolean {
  return isEnough(compared.coverage) && isReadInFull(compared);
}

/** True when every line of the extracts was read, none contradicts another extract, and the ledger was read. */
export function isReadInFull(compared: WhatWasCompared): boolean {
  const { coverage, unread } = compared;
  return unread.length === 0 && coverage.every(({ contested }) => contested.count === 0) && isLedgerRead(compared);
}

/** True when every amount of the ledger, and of the operations beside it, was read. */
export function isLedgerRead({ unreadInWorkbook, groups }: WhatWasCompared): boolean {
  return unreadInWorkbook.length === 0 && unreadableRows(groups) === 0;
}

/** The amounts of the ledger that cannot be read and would be compared; a CP without a payment date is not paid. */
export function unreadableRows(groups: readonly ReconciliationGroup[]): number {
  const ofReason = groups.filter(({ why }) => why === 'amountUnreadable').flatMap(({ rows }) => rows);
  return ofReason.filter(({ nature, day }) => nature === 'AE' || day !== NO_DAY).length;
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

/** True when the ledger has amounts of some nature to compare and none of them was. */
export function isAnyUncompared(coverage: readonly Coverage[]): boolean {
  return coverage.some(({ state }) => state === 'none');
}

/** The groups that somebody must explain or correct; none in a nature of which nothing was compared. */
export function gapsOf(
  groups: readonly ReconciliationGroup[],
  coverage: readonly Coverage[],
): readonly ReconciliationGroup[] {
  return groups.filter((group) => isGap(group) && isNatureCompared(coverage, group.nature));
}

/** The findings of those groups. */
export function gapFindings(findings: readonly Finding[], coverage: readonly Coverage[]): readonly Finding[] {
  const uncompared = NATURES.filter((nature) => !isNatureCompared(coverage, nature));
  return findings.filter(
    ({ details }) => !('nature' in details) || !uncompared.some((nature) => nature === details.nature),
  );
}

/** False where the ledger has amounts of that nature to compare and none was. */
export function isNatureCompared(coverage: readonly Coverage[], nature: Nature): boolean {
  return !coverage.some((one) => one.nature === nature && one.state === 'none');
}
