/**
 * The one door to decimal.js. A clone, because the library's own configuration can be changed by anyone who imports it.
 * Rates, shares and divisions come here; sums of amounts are whole cents and need no decimals.
 */
import { Decimal as DecimalLibrary } from 'decimal.js';

/** Forty significant digits, half away from zero, never in scientific notation. */
export const Decimal = DecimalLibrary.clone({
  precision: 40,
  rounding: DecimalLibrary.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Rounds toward zero: a share of 99.999 99 % must not show as 100 %. */
export const TOWARD_ZERO = DecimalLibrary.ROUND_DOWN;
