/**
 * The consumption of an envelope reaches a share of its ceiling at which the team wants to be told (70 % and 85 % by default), in time to
 * inform the délégant (convention, art. 3: « en cas d'insuffisance, sans délai »). One alert for each threshold, at the row that reaches it
 * and as long as it holds; a row that reaches several, or crosses the ceiling, gives the highest alone. Set the thresholds to switch it off.
 */
import type { Envelope, Thresholds } from '../envelopes/convention';
import { NATURES, type Nature } from '../money/nature';
import { reachesShare } from '../money/rate';
import { amountCell } from './ceiling-control';
import { allocationOverTime } from './ceiling-walk';
import { findingAt, type LedgerControl, type Report } from './control';
import type { Inspection } from './inspection';
import type { Step } from './timeline';

/** How far an envelope has come. */
const BELOW = 0;
const INFORMATION = 1;
const WARNING = 2;
const EXCEEDED = 3;

/** The row that reached a level, and where it brought the total. */
interface Alert {
  readonly step: Step;
  readonly ceiling: number;
  readonly total: number;
}

interface Tally {
  readonly ceilingAt: (date: Step['date']) => number;
  total: number;
  level: number;
  /** By level, as long as the level holds. */
  readonly alerts: Map<number, Alert>;
}

/** PLA-06. */
export const thresholdReached: LedgerControl<'PLA-06'> = {
  rule: 'PLA-06',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    for (const nature of NATURES) {
      for (const [envelope, tally] of talliesOf(inspection, nature)) announce(envelope, nature, tally, report);
    }
  },
};

function talliesOf(inspection: Inspection, nature: Nature): ReadonlyMap<Envelope, Tally> {
  const { convention, asOf } = inspection;
  const tallies = new Map<Envelope, Tally>();
  for (const step of inspection.timelineOf(nature)) {
    const { envelope } = step;
    if (envelope.ceilings[nature] === null) continue;
    let tally = tallies.get(envelope);
    if (!tally) {
      tally = { ceilingAt: allocationOverTime(convention, envelope.code, nature, asOf), total: 0, level: BELOW, alerts: new Map() };
      tallies.set(envelope, tally);
    }
    tally.total += step.cents;
    const ceiling = tally.ceilingAt(step.date);
    const level = levelOf(tally.total, ceiling, envelope.thresholds);
    if (level < tally.level) rearm(tally, level);
    else if (step.cents > 0) reach(tally, level, { step, ceiling, total: tally.total });
  }
  for (const [envelope, tally] of tallies) rearm(tally, levelOf(tally.total, tally.ceilingAt(null), envelope.thresholds));
  return tallies;
}

function reach(tally: Tally, level: number, alert: Alert): void {
  for (let reached = tally.level + 1; reached <= level; reached++) tally.alerts.set(reached, alert);
  tally.level = level;
}

/** Comes back down to a level: the alerts above it no longer hold, and may be given again. */
function rearm(tally: Tally, level: number): void {
  tally.level = level;
  for (let left = level + 1; left <= EXCEEDED; left++) tally.alerts.delete(left);
}

function announce(envelope: Envelope, nature: Nature, { alerts }: Tally, report: Report<'PLA-06'>): void {
  const warning = alerts.get(WARNING);
  const information = alerts.get(INFORMATION);
  const announceOne = (alert: Alert, threshold: number, severity: 'warning' | 'info'): void => {
    const { step, ceiling, total } = alert;
    if (total > ceiling) return; // PLA-01 or PLA-02 names that row
    report(findingAt('PLA-06', severity, amountCell(nature, alert), { envelope: envelope.code, nature, threshold, ceiling, total, date: step.date }));
  };
  if (warning) announceOne(warning, envelope.thresholds.warning, 'warning');
  if (information && information !== warning) announceOne(information, envelope.thresholds.information, 'info');
}

function levelOf(total: number, ceiling: number, { information, warning }: Thresholds): number {
  if (total > ceiling) return EXCEEDED;
  if (isReached(total, ceiling, warning)) return WARNING;
  return isReached(total, ceiling, information) ? INFORMATION : BELOW;
}

/** More than a cent away from the threshold, doubles decide surely; only near it is the exact comparison, far slower, asked. */
function isReached(total: number, ceiling: number, share: number): boolean {
  if (ceiling <= 0 || share <= 0) return false;
  const gap = total - ceiling * share;
  return Math.abs(gap) > 1 ? gap > 0 : reachesShare(total, ceiling, share);
}
