/**
 * A notice of termination so late that its months end with the convention or after it: it has no effect (décret
 * 2004-1085, art. 5; 2023 convention, art. 5: préavis de trois mois). The months run from the receipt, or from the
 * sending while the receipt is not known. A warning: the notice is not wrong, it is useless. Switch it off by leaving
 * the dates of termination empty.
 */
import { addMonths } from '../../calendar/civil-date';
import { findingAt, type LedgerControl } from '../control-contract';
import { keyCell } from './kit/convention-place';

/** PER-08. */
export const noticeWithoutEffect: LedgerControl<'PER-08'> = {
  rule: 'PER-08',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    const { termination, noticeMonths, endsOn } = convention;
    const date = termination?.receivedOn ?? termination?.sentOn ?? null;
    if (termination === null || date === null) return;
    const noticeEnds = addMonths(date, noticeMonths);
    if (noticeEnds < endsOn) return;
    const isReceived = termination.receivedOn !== null;
    const place = keyCell(isReceived ? 'Résiliation reçue le' : 'Résiliation envoyée le');
    report(findingAt('PER-08', 'warning', place, { date, isReceived, noticeMonths, noticeEnds, endsOn }));
  },
};
