/**
 * The one door to big.js. A constructor of its own, because the configuration of the library can be changed by anyone
 * who imports it. Rates, shares and divisions come here; sums of amounts are whole cents and need no decimals. It is a
 * third of decimal.js, of which the functions, loaded with every workbook, used nothing else.
 */
import BigLibrary from 'big.js';

/** Exact; a quotient has twenty decimals. */
export const Decimal = BigLibrary();
Decimal.DP = 20;
Decimal.RM = BigLibrary.roundHalfUp;

/** Rounds toward zero: a share of 99.999 99 % must not show as 100 %. */
export const TOWARD_ZERO = BigLibrary.roundDown;
