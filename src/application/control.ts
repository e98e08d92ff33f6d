/** Dossier + date → its control report: balances, findings in reading order, and how many rows were checked. */
import type { CivilDate } from '../domain/calendar/civil-date';
import { judgeInSlices, type JudgedLedger } from '../domain/controls/judge';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import { conventionAt } from '../domain/envelopes/credit-years';
import { drain, type Slices } from '../domain/slices';
import { acceptancesOf } from './accepted';
import type { ControlReport, Dossier } from './dossier';

/** A dossier under the convention of the credit year of a date, with its report at that date. */
export interface ControlledDossier {
  readonly dossier: Dossier;
  readonly report: ControlReport;
}

/**
 * A dossier under the convention of the credit year of a date, as figures, findings and documents of that date need
 * it.
 */
export function dossierAt(dossier: Dossier, asOf: CivilDate): Dossier {
  const convention = conventionAt(dossier.convention, asOf);
  return convention === dossier.convention ? dossier : { ...dossier, convention };
}

/** Runs every control on a dossier as of a date. */
export function controlledAt(dossier: Dossier, asOf: CivilDate): ControlledDossier {
  return drain(controlInSlices(dossier, asOf));
}

/**
 * The same, yielding between slices, for callers that must not block the UI. `known`: this ledger as judged earlier,
 * under the same convention and as of the same date.
 */
export function* controlInSlices(
  opened: Dossier,
  asOf: CivilDate,
  known: JudgedLedger | null = null,
): Slices<ControlledDossier> {
  const dossier = dossierAt(opened, asOf);
  const judged = known ?? (yield* judgeInSlices(dossier.ledger, dossier.convention, asOf));
  yield;
  judged.balances.outstanding(WHOLE_CONVENTION); // in a slice of its own, or the first screen that shows it computes it
  yield;
  return { dossier, report: reportOf(dossier, judged) };
}

/** The report of a dossier as of a date, under the convention of its credit year. */
export function control(dossier: Dossier, asOf: CivilDate): ControlReport {
  return controlledAt(dossier, asOf).report;
}

function reportOf(dossier: Dossier, { charged, balances, findings }: JudgedLedger): ControlReport {
  const { accepted, unmatched } = acceptancesOf(dossier, findings);
  const { unchecked } = balances;
  const ignored = dossier.ignored.filter(({ reason }) => reason !== 'empty').length;
  const read = dossier.ledger.rows.length;
  return {
    asOf: charged.asOf,
    charged,
    balances,
    findings,
    accepted,
    unmatchedAcceptances: unmatched,
    unchecked,
    rows: { read: read + ignored, checked: read - unchecked.length, unchecked: unchecked.length, ignored },
    hasAmounts: dossier.ledger.rows.some(({ ae, cp }) => ae.kind !== 'absent' || cp.kind !== 'absent'),
  };
}

/** True when an error remains that nobody accepted: the command line then fails. */
export function hasOpenError({ findings, accepted }: Pick<ControlReport, 'findings' | 'accepted'>): boolean {
  return findings.some((finding) => finding.severity === 'error' && !accepted.has(finding));
}
