/**
 * A commitment, a service or a payment dated before the signature: the convention takes effect on that day (convention,
 * art. 5), so that nobody could spend its credits. Switch it off for a convention that covers earlier expenses by an
 * express clause. An EJ of an envelope with an opening RAP may be one of those that it is given for: the RAP list takes
 * it.
 */
import { periodControl } from './kit/period-control';

/** PER-01. */
export const beforeSignature = periodControl('PER-01', (field, date, { signedOn }, _, rap) => {
  return { field, date, signedOn, ...rap };
});
