/**
 * A request of the délégant whose delay of answer is over (2023 convention, art. 2.2: five jours ouvrés, the day of
 * receipt not counted). A request without a day of receipt is a warning: its delay cannot be counted. One answered late
 * can no longer be corrected and is not reported. Switch it off by keeping no register of requests.
 */
import { findingAt, type LedgerControl } from '../control-contract';
import type { Place } from '../findings/finding';
import { openRequests } from './kit/open-requests';

/** DEL-01. */
export const requestOverdue: LedgerControl<'DEL-01'> = {
  rule: 'DEL-01',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const { request, due } of openRequests(convention, asOf)) {
      const { subject, receivedOn, index } = request;
      const place = (column: string): Place => ({ kind: 'convention', table: 'ENV_Demandes', row: index, column });
      const details = { subject, receivedOn, due };
      if (due === null) report(findingAt('DEL-01', 'warning', place('Reçue le'), details));
      else if (due < asOf) report(findingAt('DEL-01', 'error', place('Répondue le'), details));
    }
  },
};
