/**
 * The credit years beside that of the controls, under the terms of each. Before it: an excess of 2023 is no less one in
 * 2024, and the rows of 2023 may have been corrected since; rows without a day count in the year of the controls alone.
 * After it: what is committed in advance on the credits of 2024 is above their share, served too early, or compared
 * with no ceiling where 2024 has no AE, from the day of the commitment.
 */
import { civilDate, type CivilDate } from '../calendar/civil-date';
import { chargeLedger, type ChargedLedger } from '../envelopes/charged-ledger';
import { commitmentDay, saysAnticipated } from '../envelopes/commitment-year';
import { conventionAt, creditYearsOf } from '../envelopes/credit-years';
import type { LedgerRow } from '../envelopes/ledger';
import { LedgerIndex } from '../envelopes/ledger-index';
import type { EffectOf } from '../envelopes/row-effects';
import { assert } from '../result';
import type { Slices } from '../slices';
import { Advances } from './facts/advances';
import { CeilingFacts, type BalancedFacts } from './facts/ceiling-facts';
import { timelinesInSlices } from './facts/timeline';
import type { Finding, FindingOf } from './findings/finding';
import { reportLacks } from './rules/del-03-insufficiency-to-notify';
import { reportFormerUnspent } from './rules/del-04-unspent-to-notify';
import { movementAboveAvailable } from './rules/fon-03-movement-above-available';
import { reportUnboundedOfYear } from './rules/lec-04-figure-not-calculable';
import { checkAdvance } from './rules/per-03-outside-credit-year';
import { overrunControls, type OverrunRule } from './rules/pla-controls';

/** The findings of the other credit years; none under a convention of one year. */
export function* otherYearsInSlices({ ledger, convention, asOf }: ChargedLedger): Slices<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const year of creditYearsOf(convention)) {
    if (year < convention.creditYear) {
      const lastDay = dayOf(year, 12, 31);
      const charged = chargeLedger(ledger, conventionAt(convention, lastDay), lastDay);
      findings.push(...(yield* excessesOf(charged, asOf)), ...advancesOn(charged, asOf));
    } else if (year > convention.creditYear && ledger.rows.some((row) => isMade(row, asOf) && saysAnticipated(row))) {
      const charged = chargeLedger(ledger, conventionAt(convention, dayOf(year, 1, 1)), asOf);
      findings.push(...advancesOn(charged, asOf), ...(yield* unboundedAdvances(charged)));
    }
  }
  return findings;
}

/**
 * The rows and the movements above a ceiling of a former year, which each finding gives, what is to be notified, and
 * what no ceiling bounds.
 */
function* excessesOf(charged: ChargedLedger, asOf: CivilDate): Slices<readonly Finding[]> {
  const findings: Finding[] = [];
  const formerYear = charged.convention.creditYear;
  const timelines = yield* timelinesInSlices(charged, { undated: false });
  const facts = new CeilingFacts(charged, timelines);
  const report = (finding: FindingOf<OverrunRule | 'FON-03' | 'DEL-03' | 'DEL-04'>): void =>
    void findings.push({ ...finding, details: { ...finding.details, formerYear } } as Finding);
  for (const control of [...overrunControls, movementAboveAvailable]) {
    if (control.needs.every((field) => facts.has(field))) control.check(facts, report);
    yield;
  }
  const balances = yield* LedgerIndex.buildInSlices({ ...charged, effectOf: ofDatedRows(charged.effectOf) });
  const balanced = new CeilingFacts(charged, timelines, balances) as BalancedFacts;
  reportLacks(balanced, { isOver: true, toldBy: asOf }, report);
  reportFormerUnspent(balanced, asOf, report);
  reportUnboundedOfYear(balanced, true, (finding) => void findings.push(finding));
  return findings;
}

/** The amounts with a day, or with a year: the others are of the year of the controls. */
function ofDatedRows(effectOf: EffectOf): EffectOf {
  const absent = { kind: 'absent' } as const;
  return (row, { ae, cp } = row) =>
    effectOf(row, {
      ae: commitmentDay(row) === null ? absent : ae,
      cp: row.paymentDate.kind === 'date' ? cp : absent,
    });
}

/** The commitments in advance on the credits of another year, made up to that day (PER-03). */
function advancesOn(charged: ChargedLedger, asOf: CivilDate): readonly Finding[] {
  const findings: Finding[] = [];
  const advances = new Advances(charged);
  const { signedOn, endsOn } = charged.convention;
  for (const row of charged.ledger.rows) {
    const { commitmentDate, status } = row;
    if (status === 'cancelled' || commitmentDate.kind !== 'date' || !isMade(row, asOf)) continue;
    if (commitmentDate.date < signedOn || commitmentDate.date > endsOn || !advances.isInAdvance(row)) continue;
    checkAdvance(row, advances, (finding) => void findings.push(finding));
  }
  return findings;
}

/** The commitments in advance on a later year whose AE its terms do not give: no ceiling is compared with them (LEC-04). */
function* unboundedAdvances(charged: ChargedLedger): Slices<readonly Finding[]> {
  const findings: Finding[] = [];
  const advances = new Advances(charged);
  const absent = { kind: 'absent' } as const;
  const effectOf: EffectOf = (row, { ae } = row) =>
    charged.effectOf(row, { ae: isMade(row, charged.asOf) && advances.isInAdvance(row) ? ae : absent, cp: absent });
  const balances = yield* LedgerIndex.buildInSlices({ ...charged, effectOf });
  const { convention } = charged;
  reportUnboundedOfYear({ convention, balances }, false, (finding) => void findings.push(finding));
  return findings;
}

function isMade({ commitmentDate }: LedgerRow, asOf: CivilDate): boolean {
  return commitmentDate.kind === 'date' && commitmentDate.date <= asOf;
}

function dayOf(year: number, month: number, day: number): CivilDate {
  const found = civilDate(year, month, day);
  assert(found !== null, `not a year: ${year}`);
  return found;
}
