/**
 * The postes of an envelope do not add up to it (convention, art. 1.2 and annexes): to its AE, and to its CP less the
 * opening RAP, which no annex spreads. An error in AE, which the annexes give. In CP a warning, since an annex may well
 * give AE alone; reported only when the gap is not that of the AE, which would be the same fault twice. Movements
 * change the envelope after the annex and are not considered. An envelope without postes is not judged. Switch it off
 * where the annexes leave a part unallocated.
 */
import { lineCents } from '../../envelopes/ceilings';
import type { Envelope } from '../../envelopes/convention';
import type { Nature } from '../../money/nature';
import { findingAt, type LedgerControl } from '../control-contract';
import { envelopeCell } from './kit/convention-place';

/** ANX-01. */
export const linesAndEnvelope: LedgerControl<'ANX-01'> = {
  rule: 'ANX-01',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    for (const envelope of convention.envelopes) {
      const [ae, cp] = [compare(envelope, 'AE'), compare(envelope, 'CP')];
      if (ae && gapOf(ae) !== 0) report(findingAt('ANX-01', 'error', envelopeCell(convention, envelope, 'AE'), ae));
      if (cp && gapOf(cp) !== 0 && gapOf(cp) !== (ae ? gapOf(ae) : 0)) {
        report(findingAt('ANX-01', 'warning', envelopeCell(convention, envelope, 'CP'), cp));
      }
    }
  },
};

interface Comparison {
  readonly envelope: string;
  readonly nature: Nature;
  readonly sum: number;
  readonly expected: number;
}

/** Null when the envelope or one of its postes has no ceiling of that nature. */
function compare({ code, ceilings, openingRap, lines }: Envelope, nature: Nature): Comparison | null {
  const ceiling = ceilings[nature];
  if (ceiling === null || lines.length === 0) return null;
  let sum = 0;
  for (const line of lines) {
    const cents = lineCents(line, nature);
    if (cents === null) return null;
    sum += cents;
  }
  return { envelope: code, nature, sum, expected: ceiling.amount.cents - (nature === 'CP' ? openingRap.cents : 0) };
}

function gapOf({ sum, expected }: Comparison): number {
  return sum - expected;
}
