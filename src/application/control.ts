/** Dossier + date → what the controls say: balances, findings in reading order, and how many rows were checked. */
import type { CivilDate } from '../domain/calendar/civil-date';
import { runControls } from '../domain/controls/registry';
import { createAssigner } from '../domain/envelopes/assignment';
import type { Finding } from '../domain/controls/findings/finding';
import { conventionAt } from '../domain/envelopes/credit-years';
import type { Balances } from '../domain/envelopes/figures';
import { LedgerIndex } from '../domain/envelopes/ledger-index';
import { acceptancesOf } from './accepted';
import type { ControlReport, Dossier } from './dossier';

/**
 * A dossier whose convention is that of the credit year of a date: what figures, findings and documents of that date
 * are shown with.
 */
export function dossierAt(dossier: Dossier, asOf: CivilDate): Dossier {
  const convention = conventionAt(dossier.convention, asOf);
  return convention === dossier.convention ? dossier : { ...dossier, convention };
}

/** A dossier and what the controls say of it, both as of a date. */
export function controlledAt(
  dossier: Dossier,
  asOf: CivilDate,
): { readonly dossier: Dossier; readonly report: ControlReport } {
  const ofDate = dossierAt(dossier, asOf);
  return { dossier: ofDate, report: control(ofDate, asOf) };
}

/** Runs every control on a dossier as of a date, under the convention of its credit year. */
export function control(dossier: Dossier, asOf: CivilDate): ControlReport {
  const { convention, ledger } = dossierAt(dossier, asOf);
  const balances = LedgerIndex.build(ledger, convention, asOf);
  return reportOf(
    dossier,
    asOf,
    runControls({ convention, ledger, balances, asOf, assign: createAssigner(convention) }),
    balances,
  );
}

/** The report of a dossier as of a date, once its findings and its balances are known. */
export function reportOf(
  dossier: Dossier,
  asOf: CivilDate,
  findings: readonly Finding[],
  balances: Balances,
): ControlReport {
  const { ledger } = dossier;
  const { accepted, unmatched } = acceptancesOf(dossier, findings);
  const { unchecked } = balances;
  const ignored = dossier.ignored.filter(({ reason }) => reason !== 'empty').length;
  const checked = ledger.rows.length - unchecked.length;
  const rows = { read: checked + unchecked.length + ignored, checked, unchecked: unchecked.length, ignored };
  return { asOf, balances, findings, accepted, unmatchedAcceptances: unmatched, unchecked, rows };
}

/** True when an error remains that nobody accepted: the command line then fails. */
export function hasOpenError({ findings, accepted }: Pick<ControlReport, 'findings' | 'accepted'>): boolean {
  return findings.some((finding) => finding.severity === 'error' && !accepted.has(finding));
}
