/**
 * Duties that come back: a report on each month, quarter, half-year or year of the convention, due within its delay
 * from the end of the period; and the yearly report of a convention of several credit years. « Fait le » is the day of
 * the last one: it answers every period that had ended by then. « Échéance » gives fixed days instead of a delay: the
 * report of each is made before it or on it, and the last one comes after the end of the convention when what happened
 * until then is not reported before. A termination ends the periods; those that ended before stay due.
 */
import { addDays, addMonths, civilDate, partsOf, yearOf, type CivilDate } from '../../calendar/civil-date';
import { addDelay } from '../../calendar/delays';
import type { Convention } from '../convention';
import { endOfYear } from './due-dates';
import { lastDayOf } from '../termination';
import type { Duty, Recurrence } from '../terms';
import { yearsOfReport } from './yearly-reports';

/** One period of a recurring duty that is not answered. */
export interface Occurrence {
  /** Last day of the period, or that of the convention when it comes first. */
  readonly ended: CivilDate;
  /** Null when the convention gives no delay. */
  readonly due: CivilDate | null;
  /** The day comes after the end of the convention, and only by repetition. */
  readonly isAfterEnd: boolean;
  /** The periods after it that are late too. */
  readonly lateToo: number;
}

interface Period {
  readonly ended: CivilDate;
  readonly due: CivilDate | null;
  /** The first day of « Fait le » that answers it. */
  readonly since: CivilDate;
}

const MONTHS: Readonly<Record<Recurrence, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
/** Calendar days before the day due from which it is reported. */
const REMINDERS: Readonly<Record<Recurrence, number>> = { month: 5, quarter: 15, halfYear: 30, year: 30 };
/** Calendar days at the end of a period in which a fixed day is about that period, and no longer about the one before. */
const LAST_DAYS: Readonly<Record<Recurrence, number>> = { month: 5, quarter: 20, halfYear: 45, year: 90 };
/** A century of months: no convention lasts longer, whatever its cells hold. */
const MOST_PERIODS = 1200;

/** How often a duty comes back: as its register gives, or each credit year; null when it does not. */
export function recurrenceOf(convention: Convention, duty: Duty): Recurrence | null {
  return duty.every ?? (yearsOfReport(convention, duty).length > 0 ? 'year' : null);
}

/**
 * The first period that a recurring duty has not answered, begun by a date; null when there is none, or when a cell of
 * its row cannot be read.
 */
export function openOccurrence(convention: Convention, duty: Duty, asOf: CivilDate): Occurrence | null {
  const { doneOn, unread } = duty;
  const every = recurrenceOf(convention, duty);
  if (every === null || unread) return null;
  const answered = doneOn !== null && doneOn <= asOf ? doneOn : null;
  let first: Period | null = null;
  let lateToo = 0;
  for (const period of periodsOf(convention, duty, every)) {
    if (answered !== null && period.since <= answered) continue;
    const isLate = (period.due ?? period.ended) < asOf;
    if (first === null) first = period;
    else if (isLate) lateToo++;
    if (!isLate) break;
  }
  if (first === null) return null;
  const { ended, due } = first;
  const isAfterEnd = duty.dueOn !== null && ended > duty.dueOn && ended > lastDayOf(convention);
  return { ended, due, isAfterEnd, lateToo };
}

/** True from the day on which the team wants to be reminded of an occurrence. */
export function isOccurrenceSoon(asOf: CivilDate, due: CivilDate, every: Recurrence): boolean {
  return asOf >= addDays(due, -REMINDERS[every]);
}

/** The periods, in order: by the days that « Échéance » starts, or those of credit years or of the calendar. */
function* periodsOf(convention: Convention, duty: Duty, every: Recurrence): Generator<Period> {
  const { dueOn, delay } = duty;
  if (dueOn !== null) return yield* fixedPeriods(convention, dueOn, every);
  const years = yearsOfReport(convention, duty);
  const ends =
    years.length > 0
      ? new Set(years.filter((year) => isBegun(convention, year)).map((year) => endOfYear(convention, year)))
      : calendarEnds(convention, MONTHS[every]);
  for (const ended of ends) {
    yield { ended, due: delay && addDelay(ended, delay, convention.holidayZone), since: ended };
  }
}

/** False for a credit year that a termination leaves without a day: it has nothing to report. */
function isBegun(convention: Convention, year: number): boolean {
  const last = lastDayOf(convention);
  return last === convention.endsOn || year <= yearOf(last);
}

/** Those of fixed days, until the report of one reaches the end of the convention. */
function* fixedPeriods(convention: Convention, dueOn: CivilDate, every: Recurrence): Generator<Period> {
  const last = lastDayOf(convention);
  const months = MONTHS[every];
  const ownEnd = endOfPeriod(dueOn, months, 0);
  const isOfOwnPeriod = ownEnd !== null && dueOn >= addDays(ownEnd, -LAST_DAYS[every]);
  for (let rank = 0; rank < MOST_PERIODS; rank++) {
    const day = addMonths(dueOn, rank * months);
    const reported = endOfPeriod(day, months, isOfOwnPeriod ? 0 : -1) ?? day;
    const reminded = addDays(day, -REMINDERS[every]);
    const beforeDay = reported < reminded ? reported : reminded;
    yield { ended: day, due: day, since: isOfOwnPeriod ? addDays(day, -LAST_DAYS[every]) : beforeDay };
    if (reported >= last) return;
  }
}

/**
 * The ends of calendar periods from the signature; the end of the convention is the last. Less than a quarter of the
 * first one is reported with the next: eleven days of December are no quarter.
 */
function* calendarEnds(convention: Convention, months: number): Generator<CivilDate> {
  const { signedOn } = convention;
  const last = lastDayOf(convention);
  for (let rank = 0; rank < MOST_PERIODS; rank++) {
    const ended = endOfPeriod(signedOn, months, rank);
    if (ended === null || ended >= last) return yield last;
    const before = endOfPeriod(signedOn, months, rank - 1);
    if (before !== null && 4 * (ended - Math.max(before, signedOn)) < ended - before) continue;
    yield ended;
  }
}

/** The last day of a calendar period, counted from that of a date; null outside the calendar. */
function endOfPeriod(date: CivilDate, months: number, rank: number): CivilDate | null {
  const { year, month } = partsOf(date);
  const next = year * 12 + (Math.floor((month - 1) / months) + rank + 1) * months;
  const firstDay = civilDate(Math.floor(next / 12), (next % 12) + 1, 1);
  return firstDay && addDays(firstDay, -1);
}
