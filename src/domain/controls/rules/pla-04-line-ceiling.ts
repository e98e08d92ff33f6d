/**
 * A poste de dépense is exceeded, in AE, or in CP where the convention gives CP by poste; elsewhere the team may
 * follow the CP of its postes, which is then a threshold of its own. The annexes give an amount by poste; the
 * convention forbids exceeding the envelopes, not the postes, so that the amount is indicative: a warning, unless the
 * poste has another mode. Payments on earlier EJ have no poste (art. 1.2: the RAP is given to the envelope). A poste
 * without a ceiling of that nature is never exceeded. Switch it off with the mode « information ».
 */
import { isGivenByNature } from '../../envelopes/allowances/line-amounts';
import { NATURES } from '../../money/nature';
import { amountCell, ceilingControl, overrunDetails, severityOfOverrun } from './kit/ceiling-control';
import { isJudged, lineCeiling } from './kit/line-ceiling';
import { findingAt } from '../control-contract';

/** PLA-04. */
export const budgetLineCeiling = ceilingControl({
  rule: 'PLA-04',
  needs: ['budgetLine'],
  natures: NATURES,
  groupOf: ({ line }) => line,
  ceilingOf: (line, nature, { convention, asOf }) =>
    isJudged(convention, line, nature) ? lineCeiling(convention, line, nature, asOf) : null,
  findingOf(overrun, nature) {
    const line = overrun.group;
    const mode = line.ceilings?.[nature]?.mode ?? line.mode;
    const { severity, isTolerated } = severityOfOverrun(overrun, mode, line.tolerance);
    const details = {
      ...overrunDetails(line.envelope, overrun),
      nature,
      line: line.label,
      ...(isTolerated && { isTolerated }),
      ...(!isGivenByNature(line, nature) && { isFollowUp: true as const }),
    };
    return findingAt('PLA-04', severity, amountCell(nature, overrun), details);
  },
});
