/** RAP: the restes à payer over the years. */
import type { Control } from '../control-contract';
import { openingAgainstLedger } from './rap-01-opening-against-ledger';

/** In reading order. */
export const outstandingControls: readonly Control[] = [openingAgainstLedger];
