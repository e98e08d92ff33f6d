/**
 * Which findings of a dossier somebody accepted. Apart from the plans that accept and reopen, which are fetched when
 * asked for.
 */
import { isOfReconciliation, matchAcceptances, type MatchedAcceptances } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import { acceptedViews, readAcceptances } from '../workbook/registers/acceptances';
import type { Dossier } from './dossier';

/**
 * The reconciliation is run apart from the controls: an acceptance of one matches nothing of the other, and is not
 * missed there.
 */
export type AcceptedIn = 'controls' | 'reconciliation';

/** Which findings of a dossier are accepted; nothing is worked out for a workbook that accepts none. */
export function acceptancesOf(
  { workbook, blocks, ledger }: Dossier,
  findings: readonly Finding[],
  within: AcceptedIn = 'controls',
): MatchedAcceptances {
  const acceptances = readAcceptances(workbook).filter(
    ({ rule }) => isOfReconciliation(rule) === (within === 'reconciliation'),
  );
  if (acceptances.length === 0) return { accepted: new Map(), unmatched: [] };
  return matchAcceptances(findings, acceptances, acceptedViews(workbook, blocks, ledger));
}
