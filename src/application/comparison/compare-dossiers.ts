/** Two controlled dossiers → their comparison, with the place of each row: one workbook at two dates, or two workbooks. */
import { compareStates, type StateComparison } from '../../domain/comparison/compare-states';
import type { ControlledDossier } from '../control';

/** A comparison with its two states. */
export interface DossierComparison extends StateComparison {
  readonly before: ControlledDossier;
  readonly after: ControlledDossier;
}

/** Compares two dossiers, each at the date of its report. */
export function compareDossiers(before: ControlledDossier, after: ControlledDossier): DossierComparison {
  return { before, after, ...compareStates(before.report, after.report) };
}
