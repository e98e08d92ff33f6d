/**
 * The postes of an envelope do not add up to it (convention, art. 1.2 and annexes): to its AE, and to its CP less the
 * opening RAP, which no annex spreads. CP are judged only where the annex gives CP by poste: a warning, reported when
 * the gap is not that of the AE, which would be the same fault twice. Postes in AE of an envelope that has CP alone are
 * a gap too: its AE was not entered, or was deleted. Movements change both after the annex and are not considered. An
 * envelope without postes is not judged. Switch it off where the annexes leave a part unallocated.
 */
import { isGivenByNature } from '../../envelopes/allowances/line-amounts';
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
  /** Null for an envelope that has CP alone. */
  readonly expected: number | null;
}

/** Null when the envelope has no CP, or when the convention does not give an amount of that nature to each poste. */
function compare({ code, ceilings, openingRap, lines }: Envelope, nature: Nature): Comparison | null {
  const ceiling = ceilings[nature];
  if ((ceiling === null && (nature === 'CP' || ceilings.CP === null)) || lines.length === 0) return null;
  let sum = 0;
  for (const line of lines) {
    if (!isGivenByNature(line, nature)) return null;
    sum += lineCents(line, nature) ?? 0;
  }
  const expected = ceiling === null ? null : ceiling.amount.cents - (nature === 'CP' ? openingRap.cents : 0);
  return { envelope: code, nature, sum, expected };
}

function gapOf({ sum, expected }: Comparison): number {
  return sum - (expected ?? 0);
}

/** True for an envelope of CP alone whose postes have AE: the gap is reported there. */
export function lacksItsAe(envelope: Envelope): boolean {
  const ae = compare(envelope, 'AE');
  return ae !== null && ae.expected === null && gapOf(ae) !== 0;
}
