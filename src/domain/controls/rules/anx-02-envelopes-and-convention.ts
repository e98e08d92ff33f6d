/**
 * The envelopes do not add up to the ceilings that the convention prints for the whole (art. 1.2: 600 000 € of AE, 673
 * 032 € of CP). It happens: an avenant of 2010 prints a total of 339 806 € for parts that make 339 804 €. Which of the
 * two binds is for the parties to decide, so that nothing is repaired. Not judged where an envelope, or the whole, has
 * no ceiling of that nature. Switch it off for a convention whose envelopes overlap.
 */
import { NATURES } from '../../money/nature';
import { findingAt, type LedgerControl } from '../control-contract';
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
      if (printed === undefined || parts.length === 0 || parts.length < convention.envelopes.length) continue;
      const sum = parts.reduce((total, cents) => total + cents, 0);
      if (sum !== printed)
        report(findingAt('ANX-02', 'error', ceilingCell(convention, nature), { nature, sum, printed }));
    }
  },
};
