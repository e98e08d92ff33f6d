/**
 * The effect of a notice of termination (décret 2004-1085, art. 5; 2023 convention, art. 5: three months of notice) and
 * the last day of a convention.
 */
import { addMonths, type CivilDate } from '../calendar/civil-date';
import type { Convention } from './convention';

/** A notice that was sent or received. */
export interface TerminationNotice {
  /** The day of receipt; that of sending while the receipt is not known. */
  readonly date: CivilDate;
  readonly isReceived: boolean;
  /** The last day of the notice. */
  readonly noticeEnds: CivilDate;
  /** False when the convention ends before the notice, or with it. */
  readonly hasEffect: boolean;
}

/** The notice of termination of a convention; null when none was given. */
export function terminationNotice({ termination, noticeMonths, endsOn }: Convention): TerminationNotice | null {
  const date = termination?.receivedOn ?? termination?.sentOn ?? null;
  if (termination === null || date === null) return null;
  const noticeEnds = addMonths(date, noticeMonths);
  return { date, isReceived: termination.receivedOn !== null, noticeEnds, hasEffect: noticeEnds < endsOn };
}

/**
 * The last day of a convention: its end, or the last day of a notice of termination that was received and takes effect
 * before it. A notice that was only sent leaves the day of effect in doubt, and changes nothing here.
 * @example lastDayOf({ ...convention2023, termination: receivedOn30May }) // 30 August 2023
 */
export function lastDayOf(convention: Convention): CivilDate {
  const notice = terminationNotice(convention);
  return notice?.isReceived && notice.hasEffect ? notice.noticeEnds : convention.endsOn;
}
