/**
 * The document « Rapprochement Chorus », written in place as the others: the reconciliation of a dossier with extracts,
 * as a plan.
 */
import { DocumentSource } from '../../documents/input';
import { reconciliationFrame, reconciliationPage } from '../../documents/kinds/reconciliation';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { dossierAt } from '../control';
import { documentInput, planDocument } from '../documents/documents';
import type { ControlReport, Dossier } from '../dossier';
import { reconcileDossier } from './reconcile-dossier';

/**
 * The plan, at the date of the report. Empty when the document says it already; refuses the first cell, sheet or name
 * that is not ours.
 */
export function planReconciliation(
  of: Dossier,
  report: ControlReport,
  extracts: readonly ChorusExtract[],
): Result<WritePlan, Failure> {
  const dossier = dossierAt(of, report.asOf);
  const frame = reconciliationFrame(dossier.convention);
  const source = new DocumentSource(documentInput(dossier, report));
  const reconciliation = reconcileDossier(dossier, extracts, report.asOf);
  const part = planDocument(dossier.workbook, frame, (origin) =>
    reconciliationPage(source, { reconciliation, extracts }, origin),
  );
  if (!part.ok) return part;
  const { steps, expected, charts } = part.value;
  return success({ purpose: 'reconciliation', expected, steps: [...steps, ...charts] });
}
