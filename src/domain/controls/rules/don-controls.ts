/** DON: what can be read in the cells of a row, then the rows that should not count. */
import type { Control } from '../control-contract';
import { unreadable } from './don-01-unreadable';
import { keptAsText } from './don-02-kept-as-text';
import { duplicateRow } from './don-03-duplicate-row';
import { negativeWithoutReason } from './don-04-negative-without-reason';
import { totalRow } from './don-05-total-row';
import { cellError } from './don-06-cell-error';
import { hiddenAmounts } from './don-07-hidden-amounts';
import { moreThanTwoDecimals } from './don-09-more-than-two-decimals';
import { signAgainstOperation } from './don-10-sign-against-operation';

/** In reading order. */
export const dataControls: readonly Control[] = [
  hiddenAmounts,
  cellError,
  unreadable,
  keptAsText,
  moreThanTwoDecimals,
  signAgainstOperation,
  totalRow,
  duplicateRow,
  negativeWithoutReason,
];
