/**
 * Why a day that somebody types in a form cannot be right, where no rule forbids it: a slip of the year is far from the
 * days of the convention. A doubt warns, and never refuses: a request may come after the end.
 */
import { addMonths, type CivilDate } from '../../calendar/civil-date';
import type { Convention } from '../convention';

/** Months after the end of a convention until which its accounts, its answers and its payments are ordinary. */
const MONTHS_AFTER_END = 12;
/** Months before its signature from which a day of its duties is still ordinary. */
const MONTHS_BEFORE_SIGNATURE = 12;
/** Months above which the term of a convention is more likely a slip. */
const LONGEST_TERM = 120;

/** A doubt about a day, with the day that it contradicts. */
export type DateDoubt =
  /** `day`: that of the signature, of the end, or of the event that comes first. */
  | { readonly kind: 'beforeSignature' | 'longAfterEnd' | 'beforeReceipt'; readonly day: CivilDate }
  /** Something that happened, dated after today. */
  | { readonly kind: 'toCome' }
  /** The convention would last more than ten years. */
  | { readonly kind: 'longTerm' };

/** The facts that a day is compared with. */
export interface DayBounds extends Pick<Convention, 'signedOn' | 'endsOn'> {
  /** Today, for the day of something that happened; null for a day that may be to come. */
  readonly today: CivilDate | null;
  /** The receipt that an answer follows; null for any other day. */
  readonly receivedOn: CivilDate | null;
}

/** The first doubt about a day; null when it is ordinary. */
export function doubtOfDay(day: CivilDate, { signedOn, endsOn, today, receivedOn }: DayBounds): DateDoubt | null {
  if (receivedOn !== null && day < receivedOn) return { kind: 'beforeReceipt', day: receivedOn };
  if (day < signedOn) return { kind: 'beforeSignature', day: signedOn };
  if (today !== null && day > today) return { kind: 'toCome' };
  return addMonths(day, -MONTHS_AFTER_END) > endsOn ? { kind: 'longAfterEnd', day: endsOn } : null;
}

/** A bound of the convention, and its day. */
export interface FarBound {
  readonly kind: 'beforeSignature' | 'longAfterEnd';
  readonly day: CivilDate;
}

/** The bound of the convention that a day is more than a year away from; null when it is near. */
export function farBoundOf(day: CivilDate, convention: Pick<Convention, 'signedOn' | 'endsOn'>): FarBound | null {
  const doubt = doubtOfDay(day, { ...convention, today: null, receivedOn: null });
  if (doubt?.kind === 'longAfterEnd') return { ...doubt, kind: 'longAfterEnd' };
  if (doubt?.kind !== 'beforeSignature' || addMonths(day, MONTHS_BEFORE_SIGNATURE) >= convention.signedOn) return null;
  return { ...doubt, kind: 'beforeSignature' };
}

/** The doubt about the end of a convention; null when its term is ordinary. */
export function doubtOfTerm({ signedOn, endsOn }: Pick<Convention, 'signedOn' | 'endsOn'>): DateDoubt | null {
  return addMonths(endsOn, -LONGEST_TERM) > signedOn ? { kind: 'longTerm' } : null;
}
