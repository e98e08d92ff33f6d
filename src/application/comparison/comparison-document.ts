/** « Comparaison » in the workbook of the state after: the document in place, rewritten by the next comparison. */
import { frameOf } from '../../documents/document';
import { DocumentSource } from '../../documents/input';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { documentInput, planPages } from '../documents/documents';
import type { PlannedPages } from '../documents/written-pages';
import type { DossierComparison } from './compare-dossiers';
import { otherConventions } from './other-conventions';

/** The plan. Empty when the document is up to date; refuses the first cell, sheet or name that is not ours. */
export function planComparison(comparison: DossierComparison): Result<WritePlan, Failure> {
  const planned = comparisonPages(comparison);
  return planned.ok ? success(planned.value.plan) : planned;
}

/** The same, with the page that it makes. */
export function comparisonPages(comparison: DossierComparison): Result<PlannedPages, Failure> {
  const { before, after } = comparison;
  const compared = {
    result: comparison,
    terms: comparison.terms,
    from: before.report.asOf,
    conventionBefore: before.dossier.convention,
    otherConventions: otherConventions(before, after),
    blocksBefore: before.dossier.blocks,
  };
  const source = new DocumentSource({ ...documentInput(after.dossier, after.report), comparison: compared });
  return planPages(source, [frameOf(after.dossier.convention, 'comparaison')], 'comparison');
}
