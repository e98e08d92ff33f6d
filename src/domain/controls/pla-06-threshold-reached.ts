/**
 * The consumption of an envelope reaches a share of its ceiling at which the team wants to be told (70 % and 85 % by default), in time to
 * inform the délégant (convention, art. 3: « en cas d'insuffisance, sans délai »). One alert for each threshold, at the row that reaches it
 * and as long as it holds; a row that reaches several, or crosses the ceiling, gives the highest alone. A poste is watched only when it has
 * thresholds of its own. Set the thresholds to switch it off.
 */
import type { CivilDate } from '../calendar/civil-date';
import { lineCents } from '../envelopes/ceilings';
import type { Thresholds } from '../envelopes/convention';
import type { LedgerRow } from '../envelopes/ledger';
import { NATURES, type Nature } from '../money/nature';
import { reachesShare } from '../money/rate';
import { amountCell } from './ceiling-control';
import { fixedCeiling, MovingCeiling, talliesOf, type Ceiling } from './ceiling-walk';
import { findingAt, type LedgerControl, type Report } from './control';
import type { Inspection } from './inspection';
import { dateOf, UNDATED, type Account, type Timeline } from './timeline';

/** How far an envelope has come. */
const BELOW = 0;
const INFORMATION = 1;
const WARNING = 2;
const EXCEEDED = 3;

/** The row (its index in the ledger) that reached a level, and where it brought the total. */
interface Alert {
  readonly row: number;
  readonly date: CivilDate | null;
  readonly ceiling: number;
  readonly total: number;
}

/** What is watched: an envelope, or a poste of it. */
interface Watched {
  readonly envelope: string;
  /** Label of the poste; null for the whole envelope. */
  readonly line: string | null;
  readonly thresholds: Thresholds;
  readonly ceiling: Ceiling;
}

interface Progress extends Watched {
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
      for (const progress of progressOf(inspection, nature)) announce(progress, nature, inspection.ledger.rows, report);
    }
  },
};

function progressOf(inspection: Inspection, nature: Nature): readonly Progress[] {
  const { convention, asOf } = inspection;
  const timeline = inspection.timelineOf(nature);
  const ofEnvelopes = follow(
    timeline,
    ({ envelope }) => (envelope.ceilings[nature] === null ? null : envelope),
    ({ code, thresholds }) => ({ envelope: code, line: null, thresholds, ceiling: new MovingCeiling(convention, code, nature, asOf) }),
  );
  if (!convention.envelopes.some(({ lines }) => lines.some(({ thresholds }) => thresholds !== null))) return ofEnvelopes;
  const ofLines = follow(
    timeline,
    ({ line }) => line?.thresholds && lineCents(line, nature) !== null ? { line, thresholds: line.thresholds } : null,
    ({ line, thresholds }) => ({ envelope: line.envelope, line: line.label, thresholds, ceiling: fixedCeiling(lineCents(line, nature) ?? 0) }),
  );
  return [...ofEnvelopes, ...ofLines];
}

/** How far each group of accounts has come at the end of the timeline, with the alerts that still hold. */
function follow<G>(timeline: Timeline, groupOf: (account: Account) => G | null, watch: (group: G) => Watched): readonly Progress[] {
  const progresses = talliesOf(timeline, groupOf, (group): Progress => ({ ...watch(group), total: 0, level: BELOW, alerts: new Map() }));
  const { accountOf, days, cents } = timeline;
  for (let at = 0; at < cents.length; at++) {
    const progress = progresses[accountOf[at] ?? -1];
    if (progress) count(progress, timeline.rows[at] ?? -1, days[at] ?? UNDATED, cents[at] ?? 0);
  }
  const all = [...new Set(progresses.filter((progress) => progress !== null))];
  for (const progress of all) rearm(progress, levelOf(progress.total, progress.ceiling.at(UNDATED), progress.thresholds));
  return all;
}

function count(progress: Progress, row: number, day: number, cents: number): void {
  progress.total += cents;
  const { total, thresholds } = progress;
  const ceiling = progress.ceiling.at(day);
  const level = levelOf(total, ceiling, thresholds);
  if (level < progress.level) rearm(progress, level);
  if (level <= progress.level || cents <= 0) return;
  const alert = { row, date: dateOf(day), ceiling, total };
  for (let reached = progress.level + 1; reached <= level; reached++) progress.alerts.set(reached, alert);
  progress.level = level;
}

/** Comes back down to a level: the alerts above it no longer hold, and may be given again. */
function rearm(progress: Progress, level: number): void {
  progress.level = level;
  for (let left = level + 1; left <= EXCEEDED; left++) progress.alerts.delete(left);
}

function announce({ alerts, ...watched }: Progress, nature: Nature, rows: readonly LedgerRow[], report: Report<'PLA-06'>): void {
  const warning = alerts.get(WARNING);
  const information = alerts.get(INFORMATION);
  const announceOne = (alert: Alert, threshold: number, severity: 'warning' | 'info'): void => {
    const { ceiling, total, date } = alert;
    const row = rows[alert.row];
    if (!row || total > ceiling) return; // PLA-01, PLA-02 or PLA-04 names a row above the ceiling
    const { envelope, line } = watched;
    report(findingAt('PLA-06', severity, amountCell(nature, { row }), { envelope, line, nature, threshold, ceiling, total, date }));
  };
  if (warning) announceOne(warning, watched.thresholds.warning, 'warning');
  if (information && information !== warning) announceOne(information, watched.thresholds.information, 'info');
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
