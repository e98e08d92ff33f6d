/**
 * The whole convention is exceeded, in AE or in CP: the credits put at disposal are fixed for all the envelopes
 * together too (convention, art. 1.2 and 3); or the ceiling that it sets for a programme or a titre. These are other
 * ceilings than those of the envelopes and are judged apart from them. Rows of an unknown titre or programme are
 * LEC-04. A convention that prints none switches it off.
 */
import { partCeilingsOf } from '../../envelopes/allowances/part-ceilings';
import type { PartCeiling } from '../../envelopes/allowances/allowances';
import { WHOLE_CONVENTION } from '../../envelopes/ceilings';
import { NATURES } from '../../money/nature';
import { amountCell, ceilingControl, overrunDetails, type CeilingControl } from './kit/ceiling-control';
import { partOverruns } from './kit/part-overruns';
import { MovingCeiling, severityOf } from '../facts/ceiling-walk';
import { findingAt, type Report } from '../control-contract';
import type { CeilingFacts } from '../facts/ceiling-facts';

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
  const { part, article, ceilings } = ceiling;
  for (const nature of NATURES) {
    const bound = ceilings[nature];
    if (bound === null) continue;
    for (const overrun of partOverruns(ceiling, nature, facts)) {
      const of = { part, value: overrun.group, article };
      const details = { ...overrunDetails(WHOLE_CONVENTION, overrun), nature, of };
      report(findingAt('PLA-03', severityOf(bound.mode), amountCell(nature, overrun), details));
    }
  }
}
