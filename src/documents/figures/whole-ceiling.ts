/**
 * The natures in which the convention has a ceiling of its own that those of its envelopes do not add up to. No sum of
 * envelopes gives its credits then: the documents have them on a row of the whole convention, as the functions do.
 */
import { allocatedCents, isAllocated, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import { creditDaysOf } from '../../domain/envelopes/commitment-year';
import type { Convention } from '../../domain/envelopes/convention';
import type { Nature } from '../../domain/money/nature';

/** Those that have such a row; movements change both sides alike, whatever the day. */
export function naturesOfWhole(convention: Convention, natures: readonly Nature[]): readonly Nature[] {
  return natures.filter((nature) => {
    if (convention.ceilings[nature] === null) return false;
    const { until } = creditDaysOf(convention);
    const cents = (code: string): number => allocatedCents(convention, code, nature, until);
    const codes = convention.envelopes.map(({ code }) => code);
    const isSum = codes.reduce((sum, code) => sum + cents(code), 0) === cents(WHOLE_CONVENTION);
    return !isSum || !codes.every((code) => isAllocated(convention, code, nature));
  });
}
