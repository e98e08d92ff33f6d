/**
 * The ceiling of the whole convention beside those of its envelopes: where it is not their sum, the documents have it
 * on a row of its own, as the functions do, and it may leave nothing where envelopes leave something.
 */
import type { Nature } from '../../money/nature';
import { allocatedCents, isAllocated, WHOLE_CONVENTION } from '../ceilings';
import { creditDaysOf } from '../commitment-year';
import type { Convention } from '../convention';

/**
 * The natures in which the convention has a ceiling of its own that those of its envelopes do not add up to; movements
 * change both sides alike, whatever the day.
 */
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

/**
 * True when a blocking ceiling of the whole convention leaves nothing: no envelope has anything to give back then,
 * whatever it leaves below its own. `left`: the cents left of the whole; null when they are not calculable.
 */
export function isWholeUsedUp(convention: Convention, nature: Nature, left: number | null): boolean {
  if (left === null || left > 0 || convention.ceilings[nature]?.mode !== 'blocking') return false;
  return naturesOfWhole(convention, [nature]).length > 0;
}
