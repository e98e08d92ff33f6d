/** « Rapprochement Chorus »: the plan that writes the reconciliation of a dossier with extracts in the workbook. */
import { frameOf } from '../../documents/document';
import { DocumentSource } from '../../documents/input';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { dossierAt } from '../control';
import type { ControlReport, Dossier } from '../dossier';
import { reconcileDossier } from './reconcile-dossier';
import { documentInput, planFrames } from '../documents/documents';

/**
 * The plan, at the date of the report. Empty when the document is up to date; refuses the first cell, sheet or name
 * that is not ours.
 */
export function planReconciliation(
  of: Dossier,
  report: ControlReport,
  extracts: readonly ChorusExtract[],
): Result<WritePlan, Failure> {
  const dossier = dossierAt(of, report.asOf);
  const chorus = { reconciliation: reconcileDossier(dossier, report, extracts), extracts };
  const source = new DocumentSource({ ...documentInput(dossier, report), chorus });
  return planFrames(source, [frameOf(dossier.convention, 'rapprochement')], 'reconciliation');
}
