/** The requests of the délégant that are not answered yet at a date, and the last day of their delay. */
import type { CivilDate } from '../../../calendar/civil-date';
import type { Convention } from '../../../envelopes/convention';
import { answerDueOn } from '../../../envelopes/duties/due-dates';
import type { InformationRequest } from '../../../envelopes/terms';

/** A request to answer; `due` is null when the day of its receipt is not known. */
export interface OpenRequest {
  readonly request: InformationRequest;
  readonly due: CivilDate | null;
}

/**
 * Those received by the date (or on a day that nobody wrote) and not answered by it, in the order of the register;
 * none of those with a day that cannot be read.
 */
export function openRequests(convention: Convention, asOf: CivilDate): readonly OpenRequest[] {
  const open = convention.requests.filter(
    ({ receivedOn, answeredOn, unread }) =>
      !unread && (receivedOn === null || receivedOn <= asOf) && (answeredOn === null || answeredOn > asOf),
  );
  return open.map((request) => ({ request, due: answerDueOn(convention, request) }));
}
