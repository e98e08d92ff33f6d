/**
 * A request of the délégant to answer within two jours ouvrés (2023 convention, art. 2.2): a warning while there is
 * still time. The last day itself is in time; the day after is DEL-01. Switch it off with DEL-01.
 */
import { answerLeft } from '../../envelopes/duties/due-dates';
import { findingAt, type LedgerControl } from '../control-contract';
import { openRequests } from './kit/open-requests';

/** DEL-02. */
export const requestDueSoon: LedgerControl<'DEL-02'> = {
  rule: 'DEL-02',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const { request, due } of openRequests(convention, asOf)) {
      const { subject, receivedOn, index } = request;
      if (due === null || receivedOn === null || due < asOf) continue;
      const { left, isSoon } = answerLeft(convention, asOf, due);
      if (!isSoon) continue;
      const place = { kind: 'convention', table: 'ENV_Demandes', row: index, column: 'Répondue le' } as const;
      report(findingAt('DEL-02', 'warning', place, { subject, receivedOn, due, left }));
    }
  },
};
