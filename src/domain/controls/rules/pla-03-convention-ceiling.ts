/**
 * The whole convention is exceeded, in AE or in CP: the credits put at disposal are fixed for all the envelopes
 * together too (convention, art. 1.2 and 3); or the ceiling that it sets for a programme or a titre. These are other
 * ceilings than those of the envelopes and are judged apart from them. Rows of an unknown titre or programme are
 * LEC-04. A convention that prints none switches it off.
 */
import { partCeilingsOf, partCents, partValue } from '../../envelopes/allowances/part-ceilings';
import type { PartCeiling } from '../../envelopes/allowances/allowances';
import { WHOLE_CONVENTION } from '../../envelopes/ceilings';
import { NATURES } from '../../money/nature';
import { amountCell, ceilingControl, overrunDetails, type CeilingControl } from './kit/ceiling-control';
import { MovingCeiling, RunningTotal, severityOf, walk } from '../facts/ceiling-walk';
import { findingAt, type Report } from '../control-contract';
import type { CeilingFacts } from '../facts/ceiling-facts';
import { partOf } from '../facts/part-of-row';

const whole = ceilingControl({
  rule: 'PLA-03',
  needs: [],
  natures: NATURES,
  groupOf: () => WHOLE_CONVENTION,
  ceilingOf: (all, nature, { convention, asOf }) =>
    convention.ceilings[nature] && new MovingCeiling(convention, all, nature, asOf),
  findingOf(overrun, nature, { convention }) {
    const details = { ...overrunDetails(overrun.group, overrun), nature };
    return findingAt(
      'PLA-03',
      severityOf(convention.ceilings[nature]?.mode ?? 'blocking'),
      amountCell(nature, overrun),
      details,
    );
  },
});

/** PLA-03. */
export const conventionCeiling: CeilingControl<'PLA-03'> = {
  ...whole,
  check(facts, report) {
    whole.check(facts, report);
    for (const ceiling of partCeilingsOf(facts.convention)) checkPart(ceiling, facts, report);
  },
};

function checkPart(ceiling: PartCeiling, facts: CeilingFacts, report: Report<'PLA-03'>): void {
  const { convention, asOf, ledger, assign } = facts;
  const { part, article, ceilings } = ceiling;
  const value = partValue(ceiling);
  const partOfRow = partOf(convention, part);
  for (const nature of NATURES) {
    const bound = ceilings[nature];
    if (bound === null) continue;
    const timeline = facts.timelineOf(nature);
    const moving = new MovingCeiling(convention, WHOLE_CONVENTION, nature, asOf, (date) =>
      partCents(convention, ceiling, nature, date),
    );
    const running = new RunningTotal(value, moving);
    const overruns = walk(timeline, ledger.rows, (at) => {
      const row = ledger.rows[timeline.rows[at] ?? -1];
      const assignment = row ? assign(row) : null;
      return row && assignment?.kind === 'assigned' && partOfRow(row, assignment) === value ? running : null;
    });
    for (const overrun of overruns) {
      const details = { ...overrunDetails(WHOLE_CONVENTION, overrun), nature, of: { part, value, article } };
      report(findingAt('PLA-03', severityOf(bound.mode), amountCell(nature, overrun), details));
    }
  }
}
