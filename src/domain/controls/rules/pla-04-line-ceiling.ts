/**
 * A poste de dépense is exceeded, in AE or in CP. The annexes give an amount by poste; the convention forbids exceeding
 * the envelopes, not the postes, so that the amount is indicative: a warning, unless the poste has another mode.
 * Payments on earlier EJ have no poste (art. 1.2: the RAP is given to the envelope). A poste without a ceiling of that
 * nature is never exceeded. Switch it off with the mode « information ».
 */
import { lineCents } from '../../envelopes/ceilings';
import { NATURES } from '../../money/nature';
import { amountCell, ceilingControl, overrunDetails } from './kit/ceiling-control';
import { fixedCeiling, severityOf } from '../facts/ceiling-walk';
import { findingAt } from '../control-contract';

/** PLA-04. */
export const lineCeiling = ceilingControl({
  rule: 'PLA-04',
  needs: ['budgetLine'],
  natures: NATURES,
  groupOf: ({ line }) => line,
  ceilingOf(line, nature) {
    const cents = lineCents(line, nature);
    return cents === null ? null : fixedCeiling(cents);
  },
  findingOf(overrun, nature) {
    const line = overrun.group;
    const details = { ...overrunDetails(line.envelope, overrun), nature, line: line.label };
    return findingAt(
      'PLA-04',
      severityOf(line.ceilings?.[nature]?.mode ?? line.mode),
      amountCell(nature, overrun),
      details,
    );
  },
});
