/**
 * The envelopes do not add up to the ceilings that the convention prints for the whole (art. 1.2: 600 000 € of AE, 673
 * 032 € of CP). It happens: an avenant of 2010 prints a total of 339 806 € for parts that make 339 804 €. Which of the
 * two binds is for the parties to decide, so that nothing is repaired. Where an envelope has a ceiling of the other
 * nature alone, the gap may be its own: a warning that names it, and what it consumes. Not judged where an envelope
 * has none at all, or the whole has none of that nature. Switch it off for a convention whose envelopes overlap.
 */
import { isBoundByNothing } from '../../envelopes/ceilings';
import type { Convention, Envelope } from '../../envelopes/convention';
import { NATURES, type Nature } from '../../money/nature';
import { findingAt, type LedgerControl } from '../control-contract';
import { lacksItsCredits } from './anx-01-lines-and-envelope';
import { ceilingCell } from './kit/convention-place';
import { unboundedSums } from './kit/unbounded';

/** ANX-02. */
export const envelopesAndConvention: LedgerControl<'ANX-02'> = {
  rule: 'ANX-02',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { convention } = inspection;
    for (const nature of NATURES) {
      const gap = gapOfEnvelopes(convention, nature);
      if (!gap || (gap.without && lacksItsCredits(convention, gap.without, nature))) continue;
      const { sum, printed, without } = gap;
      const severity = without ? 'warning' : 'error';
      const unbounded = without ? unboundedSums(inspection, without.code, nature) : null;
      const named = { ...(without && { without: without.code }), ...(unbounded && { unbounded }) };
      const details = { nature, sum, printed, ...named };
      report(findingAt('ANX-02', severity, ceilingCell(convention, nature), details));
    }
  },
};

/** Cents that differ, and the first envelope without a ceiling of that nature. */
interface Gap {
  readonly sum: number;
  readonly printed: number;
  readonly without: Envelope | undefined;
}

/** Null when the envelopes add up to the convention, or are not judged. */
export function gapOfEnvelopes({ ceilings, envelopes }: Convention, nature: Nature): Gap | null {
  const printed = ceilings[nature]?.amount.cents;
  const parts = envelopes.flatMap((one) => one.ceilings[nature]?.amount.cents ?? []);
  if (printed === undefined || parts.length === 0) return null;
  const sum = parts.reduce((total, cents) => total + cents, 0);
  const missing = envelopes.filter((one) => one.ceilings[nature] === null);
  return sum === printed || missing.some(isBoundByNothing) ? null : { sum, printed, without: missing[0] };
}
