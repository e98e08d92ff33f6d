/** EJ: the number, what it covers, then its envelope and its retraits. */
import type { Control } from '../control-contract';
import { paymentWithoutEj } from './ej-01-payment-without-ej';
import { paymentsAboveEj } from './ej-02-payments-above-ej';
import { ejMalformed } from './ej-03-ej-malformed';
import { prefixAgainstNature } from './ej-04-prefix-against-nature';
import { ejOnTwoEnvelopes } from './ej-05-ej-on-two-envelopes';
import { decommitmentFreesNothing } from './ej-06-decommitment-frees-nothing';
import { paymentBeforeService } from './ej-07-payment-before-service';
import { decommitmentOfUnknownEj } from './ej-08-decommitment-of-unknown-ej';
import { decommitmentAboveEj } from './ej-09-decommitment-above-ej';

/** In reading order. */
export const commitmentControls: readonly Control[] = [
  ejMalformed,
  paymentWithoutEj,
  paymentsAboveEj,
  prefixAgainstNature,
  ejOnTwoEnvelopes,
  decommitmentFreesNothing,
  decommitmentOfUnknownEj,
  decommitmentAboveEj,
  paymentBeforeService,
];
