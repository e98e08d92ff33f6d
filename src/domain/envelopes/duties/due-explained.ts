/**
 * How a due date was counted, day by day: which days count, which do not and why, and the day that is due. The same
 * calendar as the due date itself; the list is for people who check it.
 */
import { addDays, type CivilDate } from '../../calendar/civil-date';
import { addDelay, lastDayOf } from '../../calendar/delays';
import { holidayOf, type HolidayName } from '../../calendar/holidays';
import { isWorkableDay, isWorkingDay, weekday } from '../../calendar/working-days';
import type { HolidayZone } from '../convention';
import type { Delay } from '../terms';

/** Why a day does not count: the day of the event (CPC art. 641), a day of the week, a holiday, a last day that moved. */
export type NotCounted = 'event' | 'saturday' | 'sunday' | 'moved' | HolidayName;

/** One day of a delay. */
export interface ExplainedDay {
  readonly date: CivilDate;
  /** Null: the day counts. */
  readonly notCounted: NotCounted | null;
  readonly isDue: boolean;
}

/** A due date, and how it was counted. */
export interface ExplainedDelay {
  readonly due: CivilDate;
  /** True when the last day is no working day, and the due date is the next one. */
  readonly isMoved: boolean;
  /** From the day of the event to the day due; empty when they are too many to be shown. */
  readonly days: readonly ExplainedDay[];
}

/** Days that are still read one by one. */
const MOST_SHOWN = 31;

/** The due date of a delay that starts on a day, and the days between. */
export function explainDelay(event: CivilDate, delay: Delay, zone: HolidayZone): ExplainedDelay {
  const due = addDelay(event, delay, zone);
  const isMoved = due !== lastDayOf(event, delay, zone);
  const length = due - event + 1;
  if (length > MOST_SHOWN) return { due, isMoved, days: [] };
  let counted = 0;
  const days = Array.from({ length }, (_, offset): ExplainedDay => {
    const date = addDays(event, offset);
    const isDue = date === due;
    const notCounted = offset === 0 ? 'event' : reasonOf(date, delay, zone, counted);
    if (notCounted === null) counted++;
    return { date, notCounted: isDue ? null : notCounted, isDue };
  });
  return { due, isMoved, days };
}

/** Why a day after the event does not count; null when it does. `counted`: the days counted before it. */
function reasonOf(date: CivilDate, { count, unit }: Delay, zone: HolidayZone, counted: number): NotCounted | null {
  if (unit === 'months') return null;
  if (unit === 'working' || unit === 'workable') {
    const counts = unit === 'working' ? isWorkingDay : isWorkableDay;
    return counted < count && counts(date, zone) ? null : restOf(date, zone);
  }
  return counted < count ? null : 'moved';
}

/** The day of rest of a day that is one. */
function restOf(date: CivilDate, zone: HolidayZone): NotCounted {
  return holidayOf(date, zone) ?? (weekday(date) === 7 ? 'sunday' : 'saturday');
}
