/** Which findings of a dossier somebody accepted. Apart from the plans that accept and reopen, which are fetched when asked for. */
import { matchAcceptances, type MatchedAcceptances } from '../domain/controls/acceptance';
import type { Finding } from '../domain/controls/finding';
import { acceptedViews, readAcceptances } from '../workbook/acceptances';
import type { Dossier } from './dossier';

/** Which findings of a dossier are accepted; nothing is worked out for a workbook that accepts none. */
export function acceptancesOf({ workbook, blocks, ledger }: Dossier, findings: readonly Finding[]): MatchedAcceptances {
  const acceptances = readAcceptances(workbook);
  if (acceptances.length === 0) return { accepted: new Map(), unmatched: [] };
  return matchAcceptances(findings, acceptances, acceptedViews(workbook, blocks, ledger));
}
