/**
 * The followers that work everything out again at each edit, and take away what is no longer found: that of a control
 * that does not say how it follows (it is run again whole), and those of rules on the convention, whose findings are
 * few.
 */
import type { LedgerControl, Report } from '../control';
import type { Finding, RuleCode } from '../findings/finding';
import type { Inspection } from '../facts/inspection';
import type { Follower, Put } from './follower';

/** Runs a control again at each edit. */
export function rerunOf(control: LedgerControl, inspection: Inspection): Follower {
  return retell((report) => control.check(inspection, report));
}

/** Tells everything again at each edit. */
export function retell<C extends RuleCode>(tell: (report: Report<C>) => void): Follower {
  let found: ReadonlyMap<number, readonly Finding[]> = new Map();
  const run = (put: Put): void => {
    const now = findingsByRow(tell);
    for (const row of found.keys()) if (!now.has(row)) put(row, 0, []);
    for (const [row, findings] of now) put(row, 0, findings);
    found = now;
  };
  return { begin: run, follow: (_edit, put) => run(put) };
}

function findingsByRow<C extends RuleCode>(tell: (report: Report<C>) => void): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  tell((finding) => {
    const row = finding.place.kind === 'row' ? finding.place.row : -1;
    const findings = found.get(row);
    if (findings) findings.push(finding as Finding);
    else found.set(row, [finding as Finding]);
  });
  return found;
}
