/**
 * By when a request of the délégant is to be answered and a duty done, and from when a team wants to be reminded of it:
 * the one place for the controls (DEL-01, 02, 05, 06) and for the list of what is due.
 */
import { addDays, civilDate, type CivilDate } from '../../calendar/civil-date';
import { addDelay, replyDelayOf } from '../../calendar/delays';
import { countWorkingDays } from '../../calendar/working-days';
import type { Convention } from '../convention';
import { lastDayOf } from '../termination';
import type { Duty, DutyType, InformationRequest } from '../terms';

/** Jours ouvrés before the last day of an answer from which the team is warned. */
const ANSWER_SOON = 2;
/** Calendar days before the day of a duty from which it is reported. */
const DUTY_SOON = 30;

/**
 * The last day to answer a request (2023 convention, art. 2.2: five jours ouvrés from its receipt); null when nobody
 * wrote that day, or when one of its days cannot be read.
 */
export function answerDueOn(convention: Convention, { receivedOn, unread }: InformationRequest): CivilDate | null {
  if (unread) return null;
  return receivedOn && addDelay(receivedOn, replyDelayOf(convention), convention.holidayZone);
}

/** Jours ouvrés that are left from a day to the last of an answer, and whether that is little. */
export function answerLeft(
  { holidayZone }: Convention,
  asOf: CivilDate,
  due: CivilDate,
): { readonly left: number; readonly isSoon: boolean } {
  const left = countWorkingDays(asOf, due, holidayZone);
  return { left, isSoon: left <= ANSWER_SOON };
}

/**
 * The last day that a report speaks of: the year's (art. 2.2) for the yearly one, the convention's (art. 3) for the
 * last. A termination brings both forward to its effect.
 */
export function endOfReport(convention: Convention, type: 'yearlyReport' | 'finalReport'): CivilDate {
  return type === 'yearlyReport' ? endOfYear(convention, convention.creditYear) : lastDayOf(convention);
}

/** The last day of a credit year, or of the convention when it comes first. */
export function endOfYear(convention: Convention, year: number): CivilDate {
  const last = lastDayOf(convention);
  const newYearsEve = civilDate(year, 12, 31) ?? last;
  return newYearsEve < last ? newYearsEve : last;
}

/** The duties that begin with the signature: without a day, they are due « dans les meilleurs délais » after it. */
const AFTER_SIGNATURE: ReadonlySet<DutyType> = new Set([
  'publication',
  'copyToComptrollers',
  'authorisations',
  'creditsAvailable',
]);

/** True for a duty that runs from the signature of the convention. */
export function isAfterSignature({ type }: Duty): boolean {
  return AFTER_SIGNATURE.has(type);
}

/**
 * The day of a duty that does not come back: the one that was fixed or its delay, from the end of what a report speaks
 * of, or from the signature. Null when the convention fixes none, or when a cell of its row cannot be read.
 */
export function dutyDueOn(convention: Convention, duty: Duty): CivilDate | null {
  const { type, dueOn, delay, unread } = duty;
  if (unread) return null;
  if (dueOn !== null || delay === null) return dueOn;
  if (isAfterSignature(duty)) return addDelay(convention.signedOn, delay, convention.holidayZone);
  if (type !== 'yearlyReport' && type !== 'finalReport') return null;
  return addDelay(endOfReport(convention, type), delay, convention.holidayZone);
}

/** True from thirty days before the day of a duty. */
export function isDutySoon(asOf: CivilDate, due: CivilDate): boolean {
  return asOf >= addDays(due, -DUTY_SOON);
}
