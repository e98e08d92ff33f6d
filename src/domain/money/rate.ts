/** Shares of a ceiling, exact: the rate shown in the documents, and whether a threshold is reached. */
import { Decimal, TOWARD_ZERO } from './decimal';

const RATE_DECIMALS = 6;

/**
 * Consumed over allocated as a decimal string, cut (not rounded) after six decimals, so that it is never 1 below the
 * ceiling. Null (« s.o. ») when nothing is allocated, or less than nothing after a transfer above what was there.
 * @example rateOf(42_697_00, 50_000_00) // '0.85394'
 */
export function rateOf(consumedCents: number, allocatedCents: number): string | null {
  if (allocatedCents <= 0) return null;
  return new Decimal(consumedCents).div(allocatedCents).toDecimalPlaces(RATE_DECIMALS, TOWARD_ZERO).toFixed();
}

/**
 * Whether consumed is at least that share of allocated, compared exactly (0.85 means eighty-five hundredths, not its
 * binary neighbour). Never true when nothing is allocated.
 * @example reachesShare(85_00, 100_00, 0.85) // true
 */
export function reachesShare(consumedCents: number, allocatedCents: number, share: number): boolean {
  if (allocatedCents <= 0) return false;
  return new Decimal(share).times(allocatedCents).lte(consumedCents);
}

/**
 * A share of an amount in cents, rounded half away from zero to the cent.
 * @example shareOf(848_870_00, 0.5) // 424_435_00
 */
export function shareOf(cents: number, share: number): number {
  return new Decimal(share).times(cents).round().toNumber();
}
