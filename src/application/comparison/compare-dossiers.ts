/** Two controlled dossiers → their comparison, with the place of each row: one workbook at two dates, or two workbooks. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { compareInSlices, compareStates, type StateComparison } from '../../domain/comparison/compare-states';
import { conventionAt } from '../../domain/envelopes/credit-years';
import type { Slices } from '../../domain/slices';
import { controlInSlices, type ControlledDossier } from '../control';
import { changedTerms, type ChangedTerm } from '../../workbook/convention/changed-terms';
import type { Dossier } from '../dossier';

/** A comparison with its two states, and the terms of the convention that changed. */
export interface DossierComparison extends StateComparison {
  readonly terms: readonly ChangedTerm[];
  readonly before: ControlledDossier;
  readonly after: ControlledDossier;
}

/** Compares two dossiers, each at the date of its report. */
export function compareDossiers(before: ControlledDossier, after: ControlledDossier): DossierComparison {
  return { before, after, terms: termsOf(before, after), ...compareStates(before.report, after.report) };
}

/** Of one credit year: a convention of several years has other rows of « Exercice » at another date. */
function termsOf(before: ControlledDossier, after: ControlledDossier): readonly ChangedTerm[] {
  return changedTerms(conventionAt(before.dossier.convention, after.report.asOf), after.dossier.convention);
}

/**
 * Compares a dossier with an earlier one, or with itself, at another date; yields between slices, for callers that must
 * not block the UI.
 */
export function* compareSinceInSlices(
  after: ControlledDossier,
  earlier: Dossier | null,
  from: CivilDate,
): Slices<DossierComparison> {
  const before = yield* controlInSlices(earlier ?? after.dossier, from);
  yield;
  const compared = yield* compareInSlices(before.report, after.report);
  return { before, after, terms: termsOf(before, after), ...compared };
}
