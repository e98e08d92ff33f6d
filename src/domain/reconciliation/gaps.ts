/** The gaps of a reconciliation, and the natures of which nothing was compared. */
import type { Finding } from '../controls/findings/finding';
import { NATURES, type Nature } from '../money/nature';
import type { Coverage } from './coverage';
import { isGap, type ReconciliationGroup } from './groups';

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
