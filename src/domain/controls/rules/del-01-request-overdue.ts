/**
 * A request of the délégant whose delay of answer is over (2023 convention, art. 2.2: five jours ouvrés, the day of
 * receipt not counted). A request without a day of receipt is a warning: its delay cannot be counted. One answered late
 * can no longer be corrected and is not reported; one answered before its receipt is a warning, since one of the days
 * is wrong. So is one to be received more than a year after the end of the convention: its delay would never end; and
 * an answered one that was received more than a year before the signature. A day that cannot be read, « oui », is an
 * error: whether the request is late is not known. Switch it off by keeping no register of requests.
 */
import { farBoundOf } from '../../envelopes/duties/date-doubts';
import { findingAt, type LedgerControl } from '../control-contract';
import type { Place } from '../findings/finding';
import { openRequests } from './kit/open-requests';

/** DEL-01. */
export const requestOverdue: LedgerControl<'DEL-01'> = {
  rule: 'DEL-01',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    const at = (index: number, column: string): Place => {
      return { kind: 'convention', table: 'ENV_Demandes', row: index, column };
    };
    for (const { subject, receivedOn, answeredOn, index, unread } of convention.requests) {
      for (const which of ['receivedOn', 'answeredOn'] as const) {
        const text = unread?.[which];
        if (text === undefined) continue;
        const column = which === 'receivedOn' ? 'Reçue le' : 'Répondue le';
        report(findingAt('DEL-01', 'error', at(index, column), { subject, which, unread: text }));
      }
      if (receivedOn === null || unread) continue;
      if (answeredOn !== null && answeredOn < receivedOn) {
        report(findingAt('DEL-01', 'warning', at(index, 'Répondue le'), { subject, receivedOn, answeredOn }));
        continue;
      }
      const bound = farBoundOf(receivedOn, convention);
      const isSlip = bound?.kind === 'longAfterEnd' ? receivedOn > asOf : answeredOn !== null && answeredOn <= asOf;
      if (bound === null || !isSlip) continue;
      const details = { subject, receivedOn, doubt: bound.kind, limit: bound.day };
      report(findingAt('DEL-01', 'warning', at(index, 'Reçue le'), details));
    }
    for (const { request, due } of openRequests(convention, asOf)) {
      const { subject, receivedOn, index } = request;
      const details = { subject, receivedOn, due };
      if (due === null) report(findingAt('DEL-01', 'warning', at(index, 'Reçue le'), details));
      else if (due < asOf) report(findingAt('DEL-01', 'error', at(index, 'Répondue le'), details));
    }
  },
};
