/**
 * The ceilings of the credit years before that of the controls: an excess of 2023 is no less one in 2024, and the rows
 * of 2023 may have been corrected since. Rows without a day count in the year of the controls alone.
 */
import { civilDate } from '../calendar/civil-date';
import { chargeLedger } from '../envelopes/charged-ledger';
import type { Convention } from '../envelopes/convention';
import { conventionAt, creditYearsOf } from '../envelopes/credit-years';
import type { Ledger } from '../envelopes/ledger';
import { assert } from '../result';
import type { Slices } from '../slices';
import { CeilingFacts } from './facts/ceiling-facts';
import { timelinesInSlices } from './facts/timeline';
import type { Finding, FindingOf } from './findings/finding';
import { overrunControls, type OverrunRule } from './rules/pla-controls';

/** The rows above a ceiling of a former year, which each finding gives. None under a convention of one year. */
export function* formerOverrunsInSlices(ledger: Ledger, convention: Convention): Slices<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const formerYear of creditYearsOf(convention)) {
    if (formerYear >= convention.creditYear) break;
    const lastDay = civilDate(formerYear, 12, 31);
    assert(lastDay !== null, `not a year: ${formerYear}`);
    const charged = chargeLedger(ledger, conventionAt(convention, lastDay), lastDay);
    const facts = new CeilingFacts(charged, yield* timelinesInSlices(charged, { undated: false }));
    const report = (finding: FindingOf<OverrunRule>): void =>
      void findings.push({ ...finding, details: { ...finding.details, formerYear } } as Finding);
    for (const control of overrunControls) {
      if (control.needs.every((field) => facts.has(field))) control.check(facts, report);
      yield;
    }
  }
  return findings;
}
