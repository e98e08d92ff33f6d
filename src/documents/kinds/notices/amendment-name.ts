/** The number of an avenant, as the reference of its movements writes it, and the movements that are one avenant. */
import type { Movement } from '../../../domain/envelopes/convention';
import { comparable } from '../../../domain/text';

/** « Avenant n° 1 du 15/06/2023 », « avenant n°1 bis », « Avenant 2 », « AV1-2023 ». */
const NAMED =
  /(?:^|[^\p{L}])(?:avenant|avt|av)([\s.:(–-]{0,4})(n\s?[°ºo.]\s{0,2}|num[ée]ro\s{1,2}|#)?(\d{1,3})(\s?(?:bis|ter|quater))?(?![\d\p{L}])/u;
/** « 2e avenant », « 1er avenant ». */
const ORDINAL = /(?:^|\s)(\d{1,3})\s?(?:er|[èe]me|nde?|e)\s{1,2}avenant/;
/** « n° 3 », « 3 ». */
const ALONE = /^(?:n\s?[°ºo.]\s{0,2})?(\d{1,3})$/;
/** « 15/06/2023 », « 2-1 »: the digits before are a part of a longer number, or of a date. */
const GOES_ON = /^[/.,-]\d/;
const YEAR_AFTER = /^[/-]20\d\d(?![/.,-]?\d)/;
const MONTH_AFTER = /^\s{1,3}(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)/;

/**
 * The number of an avenant; null where its reference does not plainly write one: the digits of a date or of a year are
 * none.
 * @example amendmentNumber('Avenant n° 1 du 15/06/2023') // '1'
 */
export function amendmentNumber(reference: string): string | null {
  const text = reference.trim().toLowerCase();
  const named = NAMED.exec(text);
  if (named) {
    const [found, gap, sign, digits, again = ''] = named;
    const rest = text.slice(named.index + found.length);
    const isNumbered = sign !== undefined || gap === '';
    const isNumber = isNumbered
      ? !GOES_ON.test(rest) || YEAR_AFTER.test(rest)
      : !GOES_ON.test(rest) && !MONTH_AFTER.test(rest);
    return isNumber ? [String(Number(digits)), again.trim()].filter((part) => part !== '').join(' ') : null;
  }
  const digits = (ORDINAL.exec(text) ?? ALONE.exec(text))?.[1];
  return digits === undefined ? null : String(Number(digits));
}

/** A movement of an avenant, with the day from which it changes the credits. */
export type DatedAmendment = Pick<Movement, 'reference' | 'authorisedOn'> & {
  readonly date: NonNullable<Movement['date']>;
};

/**
 * True for two movements of one avenant: the same number, or the same words where none is plain. Under two days of
 * effect, one avenant has one signature, and the years that its references write do not differ: a convention may number
 * its avenants from 1 each year.
 */
export function areOneAmendment(one: DatedAmendment, other: DatedAmendment): boolean {
  const [first, second] = [amendmentNumber(one.reference), amendmentNumber(other.reference)];
  if (first !== second) return false;
  if (first === null && comparable(one.reference) !== comparable(other.reference)) return false;
  if (first !== null && areDifferent(yearIn(one.reference), yearIn(other.reference))) return false;
  if (one.date === other.date) return true;
  return one.reference.trim() !== '' && !areDifferent(one.authorisedOn, other.authorisedOn);
}

function areDifferent<T>(one: T | null, other: T | null): boolean {
  return one !== null && other !== null && one !== other;
}

function yearIn(reference: string): string | null {
  return /(?<!\d)20\d\d(?!\d)/.exec(reference)?.[0] ?? null;
}
