/**
 * The yearly report (2023 convention, art. 2.2) or the report at the term (art. 3) is to be given. With a day, or a delay from the end of
 * the year or of the convention: a warning in its last thirty days, an error after it. Conventions often fix none; an information then says
 * so once the period is over, until the day is fixed or the report is done. Switch it off by leaving these duties out of the register.
 */
import { addDays, civilDate, type CivilDate } from '../calendar/civil-date';
import { addDelay } from '../calendar/delays';
import type { Convention } from '../envelopes/convention';
import type { Duty } from '../envelopes/terms';
import { findingAt, type LedgerControl } from './control';
import { dutyCell } from './convention-place';

/** Calendar days before the day from which the team is told. */
const SOON = 30;

/** DEL-05. */
export const reportDue: LedgerControl<'DEL-05'> = {
  rule: 'DEL-05',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const duty of convention.duties) {
      const { type, label, article, doneOn } = duty;
      if ((type !== 'yearlyReport' && type !== 'finalReport') || (doneOn !== null && doneOn <= asOf)) continue;
      const ended = endOfPeriod(convention, type);
      const due = dueOn(convention, duty, ended);
      const isLate = due !== null && due < asOf;
      const details = { label, type, due, ended, isLate, article };
      if (due === null) {
        if (asOf > ended) report(findingAt('DEL-05', 'info', dutyCell(duty, 'Échéance'), details));
      } else if (asOf >= addDays(due, -SOON)) {
        report(findingAt('DEL-05', isLate ? 'error' : 'warning', dutyCell(duty), details));
      }
    }
  },
};

/** The last day that the report speaks of. */
function endOfPeriod({ endsOn, creditYear }: Convention, type: 'yearlyReport' | 'finalReport'): CivilDate {
  const newYearsEve = civilDate(creditYear, 12, 31) ?? endsOn;
  return type === 'yearlyReport' && newYearsEve < endsOn ? newYearsEve : endsOn;
}

function dueOn({ holidayZone }: Convention, { dueOn: fixed, delay }: Duty, ended: CivilDate): CivilDate | null {
  return fixed ?? (delay && addDelay(ended, delay, holidayZone));
}
