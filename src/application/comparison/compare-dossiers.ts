/** Two controlled dossiers → their comparison, with the place of each row: one workbook at two dates, or two workbooks. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { compareStates, type StateComparison } from '../../domain/comparison/compare-states';
import { controlledAt, type ControlledDossier } from '../control';
import type { Dossier } from '../dossier';

/** A comparison with its two states. */
export interface DossierComparison extends StateComparison {
  readonly before: ControlledDossier;
  readonly after: ControlledDossier;
}

/** Compares two dossiers, each at the date of its report. */
export function compareDossiers(before: ControlledDossier, after: ControlledDossier): DossierComparison {
  return { before, after, ...compareStates(before.report, after.report) };
}

/** Compares a dossier with an earlier one, or with itself, at another date. */
export function compareSince(after: ControlledDossier, earlier: Dossier | null, from: CivilDate): DossierComparison {
  return compareDossiers(controlledAt(earlier ?? after.dossier, from), after);
}
