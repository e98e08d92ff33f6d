/** The consumption of an envelope that no ceiling of its nature bounds, which LEC-04, ANX-01 and ANX-02 report. */
import type { Nature } from '../../../money/nature';
import type { Balances } from '../../../envelopes/figures';
import type { UnboundedSums } from '../../findings/details/lec';

/** Null when nothing is consumed or reserved. */
export function unboundedSums(
  { balances }: { readonly balances: Balances },
  envelope: string,
  nature: Nature,
): UnboundedSums | null {
  const { consumed, reserved } = balances.figures({ envelope, line: null }, nature);
  const isUsed = [consumed, reserved].some((amount) => amount?.isZero === false);
  return isUsed ? { consumed: consumed?.cents ?? 0, reserved: reserved?.cents ?? 0 } : null;
}
