/**
 * Duties that come back: a report on each month, quarter, half-year or year of the convention, due within its delay
 * from the end of the period; and the yearly report of a convention of several credit years. « Fait le » is the day of
 * the last one: it answers every period that had ended by then.
 */
import { addDays, addMonths, civilDate, partsOf, type CivilDate } from '../../calendar/civil-date';
import { addDelay } from '../../calendar/delays';
import type { Convention } from '../convention';
import { endOfYear } from './due-dates';
import type { Duty, Recurrence } from '../terms';
import { yearsOfReport } from './yearly-reports';

/** One period of a recurring duty that is not answered. */
export interface Occurrence {
  /** Last day of the period, or that of the convention when it comes first. */
  readonly ended: CivilDate;
  /** Null when the convention gives no delay. */
  readonly due: CivilDate | null;
  /** The periods after it that are late too. */
  readonly lateToo: number;
}

const MONTHS: Readonly<Record<Recurrence, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
/** Calendar days before the day due from which it is reported. */
const REMINDERS: Readonly<Record<Recurrence, number>> = { month: 5, quarter: 15, halfYear: 30, year: 30 };
/** A century of months: no convention lasts longer, whatever its cells hold. */
const MOST_PERIODS = 1200;

/** How often a duty comes back: as its register gives, or each credit year; null when it does not. */
export function recurrenceOf(convention: Convention, duty: Duty): Recurrence | null {
  return duty.every ?? (yearsOfReport(convention, duty).length > 0 ? 'year' : null);
}

/** The first period that a recurring duty has not answered, begun by a date; null when there is none. */
export function openOccurrence(convention: Convention, duty: Duty, asOf: CivilDate): Occurrence | null {
  const { doneOn } = duty;
  const every = recurrenceOf(convention, duty);
  if (every === null) return null;
  const answered = doneOn !== null && doneOn <= asOf ? doneOn : null;
  let first: { readonly ended: CivilDate; readonly due: CivilDate | null } | null = null;
  let lateToo = 0;
  for (const ended of periodEnds(convention, duty, every)) {
    if (answered !== null && ended <= answered) continue;
    const due = dueAfter(convention, duty, ended);
    const isLate = (due ?? ended) < asOf;
    if (first === null) first = { ended, due };
    else if (isLate) lateToo++;
    if (!isLate) break;
  }
  return first && { ...first, lateToo };
}

/** True from the day on which the team wants to be reminded of an occurrence. */
export function isOccurrenceSoon(asOf: CivilDate, due: CivilDate, every: Recurrence): boolean {
  return asOf >= addDays(due, -REMINDERS[every]);
}

/** The ends of the periods, in order: the days that « Échéance » starts, or those of credit years or of the calendar. */
function* periodEnds(convention: Convention, duty: Duty, every: Recurrence): Generator<CivilDate> {
  const { signedOn, endsOn } = convention;
  const { dueOn } = duty;
  const years = dueOn === null ? yearsOfReport(convention, duty) : [];
  if (years.length > 0) return yield* new Set(years.map((year) => endOfYear(convention, year)));
  const months = MONTHS[every];
  for (let rank = 0; rank < MOST_PERIODS; rank++) {
    if (dueOn !== null) {
      const day = addMonths(dueOn, rank * months);
      if (day > endsOn && rank > 0) return;
      yield day;
      continue;
    }
    const ended = endOfPeriod(signedOn, months, rank);
    if (ended === null || ended >= endsOn) return yield endsOn;
    yield ended;
  }
}

/** The last day of a calendar period, counted from that of a date; null after the calendar. */
function endOfPeriod(date: CivilDate, months: number, rank: number): CivilDate | null {
  const { year, month } = partsOf(date);
  const next = year * 12 + (Math.floor((month - 1) / months) + rank + 1) * months;
  const firstDay = civilDate(Math.floor(next / 12), (next % 12) + 1, 1);
  return firstDay && addDays(firstDay, -1);
}

function dueAfter({ holidayZone }: Convention, { dueOn, delay }: Duty, ended: CivilDate): CivilDate | null {
  if (dueOn !== null) return ended;
  return delay && addDelay(ended, delay, holidayZone);
}
