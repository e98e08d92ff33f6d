/**
 * The yearly report (2023 convention, art. 2.2), the report at the term (art. 3) or a recurring one is to be given.
 * With a day, or a delay from the end of the year or of the convention: a warning in its last thirty days, an error
 * after it. Conventions often fix none: then an information once the period is over, until the day is fixed or the
 * report is done. A recurring one, and the yearly one of several credit years, is reported for the first period that
 * nothing answers, in its last days (`REMINDERS`) and after them; one of no known kind, on a day that comes back after the
 * end of the convention, is never more than a warning. So is a day more than a year away from the convention, which is
 * probably a slip: « Échéance » would never come due. A cell of its row that cannot be read is an error. Switch it off
 * by leaving these duties out of the register.
 */
import { dutyDueOn, endOfReport, isDutySoon } from '../../envelopes/duties/due-dates';
import type { CivilDate } from '../../calendar/civil-date';
import type { Convention } from '../../envelopes/convention';
import { isOccurrenceSoon, openOccurrence, recurrenceOf } from '../../envelopes/duties/recurring-duties';
import type { Duty, Recurrence } from '../../envelopes/terms';
import { findingAt, type LedgerControl } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import { dutyCell } from './kit/convention-place';
import { reportDoubt, reportUnread } from './kit/duty-doubts';

/** DEL-05. */
export const reportDue: LedgerControl<'DEL-05'> = {
  rule: 'DEL-05',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const duty of convention.duties) {
      const every = recurrenceOf(convention, duty);
      const { type } = duty;
      if (every === null && type !== 'yearlyReport' && type !== 'finalReport') continue;
      if (reportUnread('DEL-05', duty, report)) continue;
      const due = every !== null ? occurrenceDue(duty, every, convention, asOf) : reportDueOf(duty, convention, asOf);
      if (due !== null) report(due);
      else reportDoubt('DEL-05', duty, { convention, asOf }, report);
    }
  },
};

function reportDueOf(duty: Duty, convention: Convention, asOf: CivilDate): FindingOf<'DEL-05'> | null {
  const { type, label, article, doneOn } = duty;
  if ((type !== 'yearlyReport' && type !== 'finalReport') || (doneOn !== null && doneOn <= asOf)) return null;
  const ended = endOfReport(convention, type);
  const due = dutyDueOn(convention, duty);
  const isLate = due !== null && due < asOf;
  const details = { label, type, due, ended, isLate, article };
  if (due === null) return asOf > ended ? findingAt('DEL-05', 'info', dutyCell(duty, 'Échéance'), details) : null;
  return isDutySoon(asOf, due) ? findingAt('DEL-05', isLate ? 'error' : 'warning', dutyCell(duty), details) : null;
}

function occurrenceDue(
  duty: Duty,
  every: Recurrence,
  convention: Convention,
  asOf: CivilDate,
): FindingOf<'DEL-05'> | null {
  const open = openOccurrence(convention, duty, asOf);
  if (open === null) return null;
  const { ended, due, lateToo, isAfterEnd } = open;
  const { label, article } = duty;
  const isLate = due !== null && due < asOf;
  const isCertain = !isAfterEnd || duty.type !== 'other';
  const type = duty.every === undefined ? 'yearlyReport' : 'recurring';
  const details = { label, type, due, ended, isLate, article, lateToo } as const;
  if (due === null) return asOf > ended ? findingAt('DEL-05', 'info', dutyCell(duty, 'Échéance'), details) : null;
  if (!isOccurrenceSoon(asOf, due, every)) return null;
  return findingAt('DEL-05', isLate && isCertain ? 'error' : 'warning', dutyCell(duty), details);
}
