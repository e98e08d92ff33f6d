/**
 * A notice of termination so late that its months end with the convention or after it: it has no effect (décret
 * 2004-1085, art. 5; 2023 convention, art. 5: préavis de trois mois). The months run from the receipt, or from the
 * sending while the receipt is not known. A warning: the notice is not wrong, it is useless. Switch it off by leaving
 * the dates of termination empty.
 */
import { terminationNotice } from '../../envelopes/termination';
import { findingAt, type LedgerControl } from '../control-contract';
import { keyCell } from './kit/convention-place';

/** PER-08. */
export const noticeWithoutEffect: LedgerControl<'PER-08'> = {
  rule: 'PER-08',
  scope: 'ledger',
  needs: [],
  check({ convention }, report) {
    const notice = terminationNotice(convention);
    if (notice === null || notice.hasEffect) return;
    const { date, isReceived, noticeEnds } = notice;
    const { noticeMonths, endsOn } = convention;
    const place = keyCell(isReceived ? 'Résiliation reçue le' : 'Résiliation envoyée le');
    report(findingAt('PER-08', 'warning', place, { date, isReceived, noticeMonths, noticeEnds, endsOn }));
  },
};
