/**
 * The envelopes do not add up to the ceilings that the convention prints for the whole (art. 1.2: 600 000 € of AE, 673
 * 032 € of CP). It happens: an avenant of 2010 prints a total of 339 806 € for parts that make 339 804 €. Which of the
 * two binds is for the parties to decide, so that nothing is repaired. Where an envelope has a ceiling of the other
 * nature alone, the gap may be its own: a warning that names it, and what it consumes. The gap is not judged where an
 * envelope has none at all, or the whole has none of that nature. An envelope without any that consumes beside others
 * that have theirs is a warning too: only the whole bounds it, and its own amount was perhaps not typed. Switch it off
 * for a convention whose envelopes overlap.
 */
import { ceilingOf, isBoundByNothing } from '../../envelopes/ceilings';
import type { Convention, Envelope } from '../../envelopes/convention';
import { NATURES, type Nature } from '../../money/nature';
import { findingAt, type LedgerControl, type Report } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import type { WholeBound } from '../findings/details/anx';
import { lacksItsCredits } from './anx-01-lines-and-envelope';
import { ceilingCell, envelopeCell } from './kit/convention-place';
import { unboundedSums } from './kit/unbounded';

/** ANX-02. */
export const envelopesAndConvention: LedgerControl<'ANX-02'> = {
  rule: 'ANX-02',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { convention } = inspection;
    reportBoundByWhole(inspection, report);
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

/** The envelopes that only the ceiling of the whole bounds, where others have credits, and that consume all the same. */
function reportBoundByWhole(inspection: Inspection, report: Report<'ANX-02'>): void {
  const { convention } = inspection;
  for (const envelope of convention.envelopes.filter(isBoundByNothing)) {
    const ofWhole = NATURES.flatMap((nature): WholeBound[] => {
      const printed = convention.ceilings[nature]?.amount.cents;
      const isByEnvelope = convention.envelopes.some(({ ceilings }) => ceilings[nature] !== null);
      if (printed === undefined || !isByEnvelope || ceilingOf(convention, envelope, nature) !== null) return [];
      if (lacksItsCredits(convention, envelope, nature)) return [];
      const sums = unboundedSums(inspection, envelope.code, nature);
      return sums ? [{ nature, printed, ...sums }] : [];
    });
    const [first] = ofWhole;
    const place = first && envelopeCell(convention, envelope, first.nature);
    if (place) report(findingAt('ANX-02', 'warning', place, { without: envelope.code, ofWhole }));
  }
}

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
