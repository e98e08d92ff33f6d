/**
 * The postes of an envelope do not add up to it (convention, art. 1.2 and annexes): to its AE, and to its CP less the
 * opening RAP, which no annex spreads. CP are judged only where the annex gives CP by poste: a warning, reported when
 * the gap is not that of the AE, which would be the same fault twice. Postes in AE of an envelope that has CP alone
 * are a gap too: its AE was not entered, or was deleted; what it consumes is compared with no ceiling, and is given
 * too. Movements change both after the annex and are not considered. An envelope without postes is not judged, but for
 * its opening RAP, which is inside its CP (art. 1.2: « dont RAP ») and can't exceed them. Switch it off where the
 * annexes leave a part unallocated.
 */
import { isGivenByNature } from '../../envelopes/allowances/line-amounts';
import { ceilingOf, lineCents } from '../../envelopes/ceilings';
import type { Convention, Envelope } from '../../envelopes/convention';
import type { Nature } from '../../money/nature';
import { findingAt, type LedgerControl } from '../control-contract';
import type { Inspection } from '../facts/inspection';
import type { UnboundedSums } from '../findings/details/lec';
import { envelopeCell, openingRapCell } from './kit/convention-place';
import { unboundedSums } from './kit/unbounded';

/** ANX-01. */
export const linesAndEnvelope: LedgerControl<'ANX-01'> = {
  rule: 'ANX-01',
  scope: 'ledger',
  needs: [],
  check(inspection, report) {
    const { convention } = inspection;
    const whole = <T extends Comparison>(details: T): T => ({ ...details, ...unboundedOf(inspection, details) });
    for (const envelope of convention.envelopes) {
      const [ae, cp, rap] = [compare(envelope, 'AE'), compare(envelope, 'CP'), rapAboveCp(convention, envelope)];
      if (ae && gapOf(ae) !== 0)
        report(findingAt('ANX-01', 'error', envelopeCell(convention, envelope, 'AE'), whole(ae)));
      if (rap) report(findingAt('ANX-01', 'error', openingRapCell(convention, envelope), whole(rap)));
      else if (cp && gapOf(cp) !== 0 && gapOf(cp) !== (ae ? gapOf(ae) : 0)) {
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

/** The consumption, under no ceiling, of an envelope without credits of that nature. */
function unboundedOf(
  inspection: Inspection,
  { envelope, nature, expected }: Comparison,
): { readonly unbounded?: UnboundedSums } {
  const unbounded = expected === null ? unboundedSums(inspection, envelope, nature) : null;
  return unbounded ? { unbounded } : {};
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

/** The opening RAP of an envelope, when it exceeds its CP or when it has none; null otherwise. */
function rapAboveCp(convention: Convention, envelope: Envelope): (Comparison & { readonly isRap: true }) | null {
  const [rap, cp] = [envelope.openingRap.cents, ceilingOf(convention, envelope, 'CP')];
  const isGivenLater = envelope.ceilings.CP === null && cp !== null;
  if (rap <= (cp?.amount.cents ?? 0) || isGivenLater) return null;
  return { envelope: envelope.code, nature: 'CP', sum: rap, expected: cp?.amount.cents ?? null, isRap: true };
}

function gapOf({ sum, expected }: Comparison): number {
  return sum - (expected ?? 0);
}

/** True for an envelope without AE whose postes have some, or without CP that has an opening RAP: ANX-01 names it. */
export function lacksItsCredits(convention: Convention, envelope: Envelope, nature: Nature): boolean {
  if (nature === 'CP') return rapAboveCp(convention, envelope)?.expected === null;
  const ae = compare(envelope, 'AE');
  return ae !== null && ae.expected === null && gapOf(ae) !== 0;
}
