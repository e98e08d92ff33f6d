/**
 * The consumption of an envelope reaches a share of its ceiling at which the team wants a warning (70 % and 85 % by
 * default), in time to update the forecast: a threshold of the team, which no article states. One alert for
 * each threshold, at the row that reaches it and as long as it holds; a row that reaches several, or crosses the
 * ceiling, gives the highest alone. A poste is watched only when it has thresholds of its own. Set the thresholds to
 * switch it off.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { ceilingOf } from '../../envelopes/ceilings';
import type { BudgetLine, Convention, Envelope } from '../../envelopes/convention';
import type { RowKey } from '../../envelopes/ledger';
import { NATURES, type Nature } from '../../money/nature';
import { amountCell } from './kit/ceiling-control';
import { isJudged, lineCeiling } from './kit/line-ceiling';
import { MovingCeiling, totalsOf } from '../facts/ceiling-walk';
import { findingAt, type LedgerControl } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import { Progress, type Announced, type Watched } from '../facts/threshold-walk';
import { UNDATED, type Account, type Timeline } from '../facts/timeline';

/** PLA-06. */
export const thresholdReached: LedgerControl<'PLA-06'> = {
  rule: 'PLA-06',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { convention, asOf, ledger } = inspection;
    const hasLines = convention.envelopes.some(({ lines }) => lines.some(({ thresholds }) => thresholds !== null));
    for (const nature of NATURES) {
      const timeline = inspection.timelineOf(nature);
      const ofEnvelopes = progressesOf(timeline, accountEnvelope, (one) =>
        watchedEnvelope(one, nature, convention, asOf),
      );
      const ofLines = hasLines
        ? progressesOf(timeline, accountLine, (line) => watchedLine(line, nature, convention, asOf))
        : [];
      for (const progress of [...ofEnvelopes, ...ofLines]) {
        for (const alert of progress.announced()) {
          const row = ledger.rows[alert.row];
          if (row) report(reached(progress.watched, nature, row.key, alert));
        }
      }
    }
  },
};

const accountEnvelope = ({ envelope }: Account): Envelope => envelope;
const accountLine = ({ line }: Account): BudgetLine | null => line;

/** The progress of each group of accounts at the end of the timeline, with the alerts that still hold. */
function progressesOf<G>(
  timeline: Timeline,
  groupOf: (account: Account) => G | null,
  watchedOf: (group: G) => Watched | null,
): readonly Progress[] {
  const progresses = totalsOf(timeline, groupOf, (group) => {
    const watched = watchedOf(group);
    return watched && new Progress(watched);
  });
  const { accountOf, days, cents, rows } = timeline;
  for (let at = 0; at < cents.length; at++)
    progresses[accountOf[at] ?? -1]?.count(rows[at] ?? -1, days[at] ?? UNDATED, cents[at] ?? 0);
  return [...new Set(progresses.filter((progress) => progress !== null))];
}

/** Null when nothing bounds the envelope in that nature. */
function watchedEnvelope(envelope: Envelope, nature: Nature, convention: Convention, asOf: CivilDate): Watched | null {
  if (ceilingOf(convention, envelope, nature) === null) return null;
  const { code, thresholds } = envelope;
  return { envelope: code, line: null, thresholds, ceiling: new MovingCeiling(convention, code, nature, asOf) };
}

/** Null when the poste has no judged ceiling of that nature, or no thresholds. */
function watchedLine(budgetLine: BudgetLine, nature: Nature, convention: Convention, asOf: CivilDate): Watched | null {
  const { envelope, label: line, thresholds } = budgetLine;
  if (thresholds === null || !isJudged(convention, budgetLine, nature)) return null;
  return { envelope, line, thresholds, ceiling: lineCeiling(convention, budgetLine, nature, asOf) };
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
