/** FON: transfers between envelopes, declared or disguised. */
import type { Control } from '../control-contract';
import { transferWithoutAuthorisation } from './fon-01-transfer-without-authorisation';
import { authorisationIncomplete } from './fon-02-authorisation-incomplete';
import { movementAboveAvailable } from './fon-03-movement-above-available';
import { disguisedTransfer } from './fon-04-disguised-transfer';

/** In reading order. */
export const fungibilityControls: readonly Control[] = [
  transferWithoutAuthorisation,
  authorisationIncomplete,
  movementAboveAvailable,
  disguisedTransfer,
];
