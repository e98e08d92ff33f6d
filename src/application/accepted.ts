/** The accepted findings of a dossier. Kept apart from the plans that accept and reopen, which are fetched late. */
import { isOfReconciliation, matchAcceptances, type MatchedAcceptances } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import { acceptedViews, readAcceptances } from '../workbook/registers/acceptances';
import type { Dossier } from './dossier';

/** The reconciliation runs apart from the controls: each ignores the acceptances that are about the other's rules. */
export type AcceptedIn = 'controls' | 'reconciliation';

/** Matches the acceptances of the workbook with findings; no row is digested when it has none. */
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
