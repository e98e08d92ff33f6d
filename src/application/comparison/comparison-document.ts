/** « Comparaison » in the workbook of the state after: the document in place, rewritten by the next comparison. */
import { frameOf } from '../../documents/document';
import { DocumentSource } from '../../documents/input';
import type { Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { documentInput, planFrames } from '../documents/documents';
import type { DossierComparison } from './compare-dossiers';

/** The plan. Empty when the document is up to date; refuses the first cell, sheet or name that is not ours. */
export function planComparison(comparison: DossierComparison): Result<WritePlan, Failure> {
  const { before, after } = comparison;
  const compared = { result: comparison, from: before.report.asOf, blocksBefore: before.dossier.blocks };
  const source = new DocumentSource({ ...documentInput(after.dossier, after.report), comparison: compared });
  return planFrames(source, [frameOf(after.dossier.convention, 'comparaison')], 'comparison');
}
