/**
 * The credit years beside that of the controls, under the terms of each. Before it: an excess of 2023 is no less one in
 * 2024, and the rows of 2023 may have been corrected since; rows without a day count in the year of the controls alone.
 * After it: what is committed in advance on the credits of 2024 is above their share from the day of the commitment.
 */
import { civilDate, type CivilDate } from '../calendar/civil-date';
import { chargeLedger, type ChargedLedger } from '../envelopes/charged-ledger';
import { creditDaysOf, saysAnticipated } from '../envelopes/commitment-year';
import type { Convention } from '../envelopes/convention';
import { conventionAt, coversYear, creditYearsOf } from '../envelopes/credit-years';
import type { Ledger } from '../envelopes/ledger';
import { assert } from '../result';
import type { Slices } from '../slices';
import { cellOf, findingAt } from './control-contract';
import { Advances } from './facts/advances';
import { CeilingFacts } from './facts/ceiling-facts';
import { timelinesInSlices } from './facts/timeline';
import type { Finding, FindingOf } from './findings/finding';
import { movementAboveAvailable } from './rules/fon-03-movement-above-available';
import { overrunControls, type OverrunRule } from './rules/pla-controls';

/** The findings of the other credit years; none under a convention of one year. */
export function* otherYearsInSlices({ ledger, convention, asOf }: ChargedLedger): Slices<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const year of creditYearsOf(convention))
    if (year < convention.creditYear) findings.push(...(yield* excessesOf(year, ledger, convention)));
  if (coversYear(convention, convention.creditYear + 1)) findings.push(...advancesOn(ledger, convention, asOf));
  return findings;
}

/** The rows and the movements above a ceiling of a former year, which each finding gives. */
function* excessesOf(formerYear: number, ledger: Ledger, convention: Convention): Slices<readonly Finding[]> {
  const findings: Finding[] = [];
  const lastDay = dayOf(formerYear, 12, 31);
  const charged = chargeLedger(ledger, conventionAt(convention, lastDay), lastDay);
  const facts = new CeilingFacts(charged, yield* timelinesInSlices(charged, { undated: false }));
  const report = (finding: FindingOf<OverrunRule | 'FON-03'>): void =>
    void findings.push({ ...finding, details: { ...finding.details, formerYear } } as Finding);
  for (const control of [...overrunControls, movementAboveAvailable]) {
    if (control.needs.every((field) => facts.has(field))) control.check(facts, report);
    yield;
  }
  return findings;
}

/** The commitments in advance above the share of the credits of the next year (PER-03), made up to that day. */
function advancesOn(ledger: Ledger, convention: Convention, asOf: CivilDate): readonly Finding[] {
  const { creditYear } = convention;
  const { nextAnticipatedFrom } = creditDaysOf(convention);
  const made = ledger.rows.flatMap((row) => {
    const { commitmentDate } = row;
    const isMade = commitmentDate.kind === 'date' && commitmentDate.date <= asOf;
    const isInAdvance = isMade && nextAnticipatedFrom !== null && commitmentDate.date >= nextAnticipatedFrom;
    return isInAdvance && saysAnticipated(row) ? [{ row, date: commitmentDate.date }] : [];
  });
  if (made.length === 0) return [];
  const next = conventionAt(convention, dayOf(creditYear + 1, 1, 1));
  const above = new Advances(chargeLedger(ledger, next, asOf)).aboveShare();
  return made.flatMap(({ row, date }) => {
    const share = above.get(row.key);
    if (!share || row.status !== 'firm') return [];
    const details = { field: 'ae', date, creditYear: creditYear + 1, why: 'aboveShare', ...share } as const;
    return [findingAt('PER-03', 'error', cellOf(row, 'ae'), details)];
  });
}

function dayOf(year: number, month: number, day: number): CivilDate {
  const found = civilDate(year, month, day);
  assert(found !== null, `not a year: ${year}`);
  return found;
}
