/**
 * A commitment, a service or a payment dated after the end of the convention (art. 5 of the 2023 one: the period covers
 * all three). Other conventions bound the commitment only: `endAppliesTo` lists the events that are judged; leaving it
 * empty switches the control off. A decommitment may come later.
 */
import { periodControl } from './kit/period-control';

/** PER-02. */
export const afterEnd = periodControl('PER-02', (field, date, { endsOn }) => ({ field, date, endsOn }));
