/**
 * The consumption of an envelope reaches a share of its ceiling at which the team wants to be told (70 % and 85 % by
 * default), in time to inform the délégant (convention, art. 3: « en cas d'insuffisance, sans délai »). One alert for
 * each threshold, at the row that reaches it and as long as it holds; a row that reaches several, or crosses the
 * ceiling, gives the highest alone. A poste is watched only when it has thresholds of its own. Set the thresholds to
 * switch it off.
 */
import { lineCents } from '../../envelopes/ceilings';
import type { RowKey } from '../../envelopes/ledger';
import { NATURES, type Nature } from '../../money/nature';
import { amountCell } from './kit/ceiling-control';
import { fixedCeiling, MovingCeiling, talliesOf } from '../facts/ceiling-walk';
import { findingAt, type LedgerControl } from '../control';
import type { FindingOf } from '../findings/finding';
import type { Inspection } from '../facts/inspection';
import { groupOf, type GroupOf } from '../facts/lanes';
import { ThresholdWatch } from '../live/threshold-watch';
import { Progress, type Announced, type Watched } from '../facts/threshold-walk';
import { UNDATED } from '../facts/timeline';

/** What has thresholds: envelopes, then postes. */
type WatchedLane = 'envelope' | 'line';
const WATCHED_LANES: readonly WatchedLane[] = ['envelope', 'line'];

/** PLA-06. */
export const thresholdReached: LedgerControl<'PLA-06'> = {
  rule: 'PLA-06',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { rows } = inspection.ledger;
    for (const nature of NATURES) {
      for (const lane of WATCHED_LANES) {
        for (const progress of progressesOf(inspection, nature, lane)) {
          for (const alert of progress.announced()) {
            const row = rows[alert.row];
            if (row) report(reached(progress.watched, nature, row.key, alert));
          }
        }
      }
    }
  },
  follow(live) {
    const watches = NATURES.flatMap((nature, first) =>
      WATCHED_LANES.map((lane, second) => {
        const watch = new ThresholdWatch(live, nature, lane, (group) =>
          watchedOf(lane, group, nature, live.inspection),
        );
        return { watch, nature, part: first * WATCHED_LANES.length + second };
      }),
    );
    return {
      begin(put) {
        for (const { watch, nature, part } of watches) {
          watch.begin((row, alert, watched) => put(row, part, alert ? [reached(watched, nature, row, alert)] : []));
        }
      },
      follow(edit, put) {
        for (const { watch, nature, part } of watches) {
          watch.follow(edit.reached, (row, alert, watched) =>
            put(row, part, alert ? [reached(watched, nature, row, alert)] : []),
          );
        }
      },
    };
  },
};

/** How far each group of accounts has come at the end of the timeline, with the alerts that still hold. */
function progressesOf<L extends WatchedLane>(inspection: Inspection, nature: Nature, lane: L): readonly Progress[] {
  if (!hasThresholds(inspection, lane)) return [];
  const timeline = inspection.timelineOf(nature);
  const progresses = talliesOf(
    timeline,
    (account) => groupOf(lane, account),
    (group) => {
      const watched = watchedOf(lane, group, nature, inspection);
      return watched ? new Progress(watched) : null;
    },
  );
  const { accountOf, days, cents, rows } = timeline;
  for (let at = 0; at < cents.length; at++)
    progresses[accountOf[at] ?? -1]?.count(rows[at] ?? -1, days[at] ?? UNDATED, cents[at] ?? 0);
  return [...new Set(progresses.filter((progress) => progress !== null))];
}

/** Few conventions give thresholds to postes: the rows are then not passed over for them. */
function hasThresholds({ convention }: Inspection, lane: WatchedLane): boolean {
  return (
    lane === 'envelope' || convention.envelopes.some(({ lines }) => lines.some(({ thresholds }) => thresholds !== null))
  );
}

/** Null when the group has no ceiling of that nature, or no thresholds. */
function watchedOf<L extends WatchedLane>(
  lane: L,
  group: GroupOf[L],
  nature: Nature,
  inspection: Inspection,
): Watched | null;
function watchedOf(
  _lane: WatchedLane,
  group: GroupOf[WatchedLane],
  nature: Nature,
  { convention, asOf }: Inspection,
): Watched | null {
  if ('lines' in group) {
    const { code, thresholds, ceilings } = group;
    return (
      ceilings[nature] && {
        envelope: code,
        line: null,
        thresholds,
        ceiling: new MovingCeiling(convention, code, nature, asOf),
      }
    );
  }
  const cents = lineCents(group, nature);
  const { envelope, label, thresholds } = group;
  return thresholds === null || cents === null
    ? null
    : { envelope, line: label, thresholds, ceiling: fixedCeiling(cents) };
}

function reached({ envelope, line }: Watched, nature: Nature, key: RowKey, alert: Announced): FindingOf<'PLA-06'> {
  const { ceiling, total, date, severity, threshold } = alert;
  return findingAt('PLA-06', severity, amountCell(nature, { row: { key } }), {
    envelope,
    line,
    nature,
    threshold,
    ceiling,
    total,
    date,
  });
}
