/** « Rapprochement Chorus »: the plan that writes the reconciliation of a dossier with extracts in the workbook. */
import { frameOf } from '../../documents/document';
import { DocumentSource } from '../../documents/input';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { dossierAt } from '../control';
import type { ControlReport, Dossier } from '../dossier';
import { reconcileDossier } from './reconcile-dossier';
import { documentInput, planPages } from '../documents/documents';
import type { PlannedPages } from '../documents/written-pages';

/**
 * The plan, at the date of the report. Empty when the document is up to date; refuses the first cell, sheet or name
 * that is not ours.
 */
export function planReconciliation(
  dossier: Dossier,
  report: ControlReport,
  extracts: readonly ChorusExtract[],
): Result<WritePlan, Failure> {
  const planned = reconciliationPages(dossier, report, extracts);
  return planned.ok ? success(planned.value.plan) : planned;
}

/** The same, with the page that it makes. */
export function reconciliationPages(
  of: Dossier,
  report: ControlReport,
  extracts: readonly ChorusExtract[],
): Result<PlannedPages, Failure> {
  const dossier = dossierAt(of, report.asOf);
  const chorus = { reconciliation: reconcileDossier(dossier, report, extracts), extracts };
  const source = new DocumentSource({ ...documentInput(dossier, report), chorus });
  return planPages(source, [frameOf(dossier.convention, 'rapprochement')], 'reconciliation');
}
