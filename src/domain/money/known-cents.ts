/**
 * Arithmetic on amounts that may not be calculable: a result is unknown as soon as one of its terms is. An unknown
 * amount is never replaced by zero.
 */

import type { Euros } from './euros';

/** An amount in cents; null when it is not calculable. */
export type KnownCents = number | null;

/** The sum; zero without any term. */
export function sumOfKnown(amounts: readonly KnownCents[]): KnownCents {
  let sum = 0;
  for (const cents of amounts) {
    if (cents === null) return null;
    sum += cents;
  }
  return sum;
}

/** The sum of the amounts that are given; null when none is. For those that are not given, not for unknown ones. */
export function sumOfGiven(amounts: readonly KnownCents[]): KnownCents {
  const given = amounts.filter((cents) => cents !== null);
  return given.length === 0 ? null : sumOfKnown(given);
}

/** The first amount less the second. */
export function lessKnown(first: KnownCents, second: KnownCents): KnownCents {
  return first === null || second === null ? null : first - second;
}

/** The cents of an amount. */
export function centsOf(amount: Euros | null): KnownCents {
  return amount === null ? null : amount.cents;
}
