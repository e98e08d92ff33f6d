/**
 * A commitment, a service or a payment after the last day that the ministry sets for it before year-end closing:
 * Chorus no longer takes it. The dates are those of `ENV_Convention`, one for each kind of operation; a date bounds
 * its own year, and leaving it empty switches the control off for that kind. A decommitment may come later. What is
 * after the end of the convention, or in another year than the credits, is PER-02 or PER-03 alone.
 */
import { BOUNDED_COLUMNS } from '../facts/period';
import { periodControl } from './kit/period-control';

/** PER-04. */
export const afterClosing = periodControl('PER-04', (field, date, { closing, endsOn }) => {
  const event = BOUNDED_COLUMNS.find((one) => one.field === field)?.event ?? 'payment';
  return { field, date, closing: closing[event] ?? endsOn };
});
