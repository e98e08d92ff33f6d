/** Dossier + extracts of Chorus + date → the reconciliation, under the convention of the credit year of that date. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { reconcile, type Reconciliation } from '../../domain/reconciliation/reconcile-extracts';
import { acceptancesOf } from '../accepted';
import type { ControlReport, Dossier } from '../dossier';

/** The reconciliation of one workbook with some extracts. */
export interface ReconciliationReport extends Reconciliation, Pick<ControlReport, 'accepted' | 'unmatchedAcceptances'> {
  readonly asOf: CivilDate;
  readonly extracts: readonly ChorusExtract[];
}

/** Reconciles. The groups and their balance hold every amount of the ledger and every line of the extracts, once. */
export function reconcileDossier(
  dossier: Dossier,
  { charged, asOf }: Pick<ControlReport, 'charged' | 'asOf'>,
  extracts: readonly ChorusExtract[],
): ReconciliationReport {
  const found = reconcile({ charged, extracts });
  const { accepted, unmatched } = acceptancesOf(dossier, found.findings, 'reconciliation');
  return { asOf, extracts, ...found, accepted, unmatchedAcceptances: unmatched };
}
