/** Dossier + extracts of Chorus + date → the reconciliation, under the convention of the credit year of that date. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { gapFindings, isNothingCompared } from '../../domain/reconciliation/conclusion';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { reconcile, type Reconciliation } from '../../domain/reconciliation/reconcile-extracts';
import { acceptancesOf } from '../accepted';
import type { ControlReport, Dossier } from '../dossier';

/** The reconciliation of one workbook with some extracts. */
export interface ReconciliationReport extends Reconciliation, Pick<ControlReport, 'accepted' | 'unmatchedAcceptances'> {
  readonly asOf: CivilDate;
  readonly extracts: readonly ChorusExtract[];
}

/**
 * Reconciles. In a nature of which nothing was compared, the coverage is all there is to report: no row nor line is a
 * finding, and nothing is known of the accepted ones when nothing at all was. The groups and their balance hold every
 * amount of the ledger and every line of the extracts, once.
 */
export function reconcileDossier(
  dossier: Dossier,
  { charged, asOf }: Pick<ControlReport, 'charged' | 'asOf'>,
  extracts: readonly ChorusExtract[],
): ReconciliationReport {
  const found = reconcile({ charged, extracts });
  const { accepted, unmatched } = acceptancesOf(dossier, found.findings, 'reconciliation');
  const findings = gapFindings(found.findings, found.coverage);
  const unmatchedAcceptances = isNothingCompared(found.coverage) ? [] : unmatched;
  return { asOf, extracts, ...found, findings, accepted, unmatchedAcceptances };
}
