/** Shares of a ceiling, exact: the rate shown in the documents, and whether a threshold is reached. */
import { Decimal, TOWARD_ZERO } from './decimal';

const RATE_DECIMALS = 12;
/** The smallest rate above 1 with these decimals. */
const JUST_ABOVE_ONE = '1.000000000001';
/** The rates that are shown have four decimals: two of a percentage. */
const SHOWN_DECIMALS = 4;

/**
 * Consumed over allocated as a decimal string, cut after twelve decimals, and 1 only when both are equal. Null
 * (« s.o. ») when nothing is allocated, or less than nothing after a transfer above what was there.
 * @example rateOf(42_697_00, 50_000_00) // '0.85394'
 */
export function rateOf(consumedCents: number, allocatedCents: number): string | null {
  if (allocatedCents <= 0) return null;
  const rate = new Decimal(consumedCents).div(allocatedCents).round(RATE_DECIMALS, TOWARD_ZERO).toFixed();
  return rate === '1' && consumedCents !== allocatedCents ? JUST_ABOVE_ONE : rate;
}

/**
 * A rate in ten-thousandths as it is shown: rounded half away from zero, but 1 only when it is exactly 1, since neither
 * 99,998 % nor 100,002 % is all of the credits.
 * @example shownRate('0.997384') // 9974
 */
export function shownRate(rate: string): number {
  const rounded = new Decimal(rate)
    .times(10 ** SHOWN_DECIMALS)
    .round()
    .toNumber();
  const all = 10 ** SHOWN_DECIMALS;
  if (rounded !== all || new Decimal(rate).eq(1)) return rounded === 0 ? 0 : rounded;
  return new Decimal(rate).lt(1) ? all - 1 : all + 1;
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
 * The share of a percentage, exactly: 85,05 % is 0.8505 and not 85.05 / 100, its neighbour.
 * @example shareOfPercent('85.05') // 0.8505
 */
export function shareOfPercent(percent: string): number {
  return new Decimal(percent).times('0.01').toNumber();
}

/**
 * The percentage of a share, exactly.
 * @example percentOfShare(0.8505) // '85.05'
 */
export function percentOfShare(share: number): string {
  return new Decimal(share).times(100).toFixed();
}

/**
 * A share of an amount in cents, rounded half away from zero to the cent.
 * @example shareOf(848_870_00, 0.5) // 424_435_00
 */
export function shareOf(cents: number, share: number): number {
  return new Decimal(share).times(cents).round().toNumber();
}

/**
 * The whole cents within a share of an amount: rounded down, so that they never exceed it; 0 of a negative amount.
 * @example centsWithin(100_01, 0.1) // 10_00
 */
export function centsWithin(cents: number, share: number): number {
  return Math.max(0, new Decimal(share).times(cents).round(0, TOWARD_ZERO).toNumber());
}
