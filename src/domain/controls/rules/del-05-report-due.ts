/**
 * The yearly report (2023 convention, art. 2.2) or the report at the term (art. 3) is to be given. With a day, or a
 * delay from the end of the year or of the convention: a warning in its last thirty days, an error after it.
 * Conventions often fix none: then an information once the period is over, until the day is fixed or the report is
 * done. Switch it off by leaving these duties out of the register.
 */
import { dutyDueOn, endOfReport, isDutySoon } from '../../envelopes/due-dates';
import { findingAt, type LedgerControl } from '../control-contract';
import { dutyCell } from './kit/convention-place';

/** DEL-05. */
export const reportDue: LedgerControl<'DEL-05'> = {
  rule: 'DEL-05',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const duty of convention.duties) {
      const { type, label, article, doneOn } = duty;
      if ((type !== 'yearlyReport' && type !== 'finalReport') || (doneOn !== null && doneOn <= asOf)) continue;
      const ended = endOfReport(convention, type);
      const due = dutyDueOn(convention, duty);
      const isLate = due !== null && due < asOf;
      const details = { label, type, due, ended, isLate, article };
      if (due === null) {
        if (asOf > ended) report(findingAt('DEL-05', 'info', dutyCell(duty, 'Échéance'), details));
      } else if (isDutySoon(asOf, due)) {
        report(findingAt('DEL-05', isLate ? 'error' : 'warning', dutyCell(duty), details));
      }
    }
  },
};
