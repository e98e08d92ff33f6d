/**
 * The envelopes do not add up to the ceilings that the convention prints for the whole (art. 1.2: 600 000 € of AE, 673
 * 032 € of CP). It happens: an avenant of 2010 prints a total of 339 806 € for parts that make 339 804 €. Which of the
 * two binds is for the parties to decide, so that nothing is repaired. Where an envelope has a ceiling of the other
 * nature alone, the gap may be its own: a warning that names it. Not judged where an envelope has none at all, or the
 * whole has none of that nature. Switch it off for a convention whose envelopes overlap.
 */
import type { Envelope } from '../../envelopes/convention';
import { NATURES } from '../../money/nature';
import { findingAt, type LedgerControl } from '../control-contract';
import { lacksItsAe } from './anx-01-lines-and-envelope';
import { ceilingCell } from './kit/convention-place';

/** ANX-02. */
export const envelopesAndConvention: LedgerControl<'ANX-02'> = {
  rule: 'ANX-02',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    for (const nature of NATURES) {
      const printed = convention.ceilings[nature]?.amount.cents;
      const parts = convention.envelopes.flatMap(({ ceilings }) => ceilings[nature]?.amount.cents ?? []);
      if (printed === undefined || parts.length === 0) continue;
      const sum = parts.reduce((total, cents) => total + cents, 0);
      const missing = convention.envelopes.filter(({ ceilings }) => ceilings[nature] === null);
      const [without] = missing;
      if (sum === printed || missing.some(isBoundByNothing)) continue;
      if (without && nature === 'AE' && lacksItsAe(without)) continue;
      const severity = without ? 'warning' : 'error';
      const details = { nature, sum, printed, ...(without && { without: without.code }) };
      report(findingAt('ANX-02', severity, ceilingCell(convention, nature), details));
    }
  },
};

function isBoundByNothing({ ceilings }: Envelope): boolean {
  return ceilings.AE === null && ceilings.CP === null;
}
