/** The rows above a ceiling over a programme or a titre, whatever their envelopes. */
import type { PartCeiling } from '../../../envelopes/allowances/allowances';
import { partCents, partValue } from '../../../envelopes/allowances/part-ceilings';
import { partOf } from '../../../envelopes/allowances/part-of-row';
import { WHOLE_CONVENTION } from '../../../envelopes/ceilings';
import type { Nature } from '../../../money/nature';
import type { CeilingFacts } from '../../facts/ceiling-facts';
import { MovingCeiling, RunningTotal, walk, type Overrun } from '../../facts/ceiling-walk';

/** In the order of time; the group is the value of the part. */
export function partOverruns(ceiling: PartCeiling, nature: Nature, facts: CeilingFacts): readonly Overrun<string>[] {
  const { convention, asOf, ledger, assign } = facts;
  const [value, partOfRow] = [partValue(ceiling), partOf(convention, ceiling.part)];
  const timeline = facts.timelineOf(nature);
  const moving = new MovingCeiling(convention, WHOLE_CONVENTION, nature, asOf, (date) =>
    partCents(convention, ceiling, nature, date),
  );
  const running = new RunningTotal(value, moving);
  return walk(timeline, ledger.rows, (at) => {
    const row = ledger.rows[timeline.rows[at] ?? -1];
    const assignment = row ? assign(row) : null;
    return row && assignment?.kind === 'assigned' && partOfRow(row, assignment) === value ? running : null;
  });
}
