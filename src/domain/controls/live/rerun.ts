/** The follower of a control that does not say how it follows an edit: it is run again whole, and what it no longer finds is taken away. */
import type { LedgerControl } from '../control';
import type { Finding } from '../finding';
import type { Inspection } from '../inspection';
import type { Follower, Put } from './follower';

/** Runs a control again at each edit. */
export function rerunOf(control: LedgerControl, inspection: Inspection): Follower {
  let found: ReadonlyMap<number, readonly Finding[]> = new Map();
  const run = (put: Put): void => {
    const now = findingsByRow(control, inspection);
    for (const row of found.keys()) if (!now.has(row)) put(row, 0, []);
    for (const [row, findings] of now) put(row, 0, findings);
    found = now;
  };
  return { begin: run, follow: (_edit, put) => run(put) };
}

function findingsByRow(control: LedgerControl, inspection: Inspection): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>();
  control.check(inspection, (finding) => {
    const row = finding.place.kind === 'row' ? finding.place.row : -1;
    const findings = found.get(row);
    if (findings) findings.push(finding);
    else found.set(row, [finding]);
  });
  return found;
}
