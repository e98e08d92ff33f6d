/** The number of an avenant, as the reference of its movements writes it, and the movements that are one avenant. */
import type { Movement } from '../../../domain/envelopes/convention';
import { toIso } from '../../../domain/calendar/civil-date';
import { parseDateText } from '../../../domain/calendar/date-text';
import { comparable } from '../../../domain/text';

/** « Avenant n° 1 du 15/06/2023 », « avenant n°1 bis », « Avenant 2 », « AV1-2023 », « Avenant financier n° 2 ». */
const NAMED =
  /(?:^|[^\p{L}])(?:avenant|avt|av)((?: (?:en |de )?(?:ae|cp|financier|budg[ée]taire|modificatif|technique|compl[ée]mentaire|rectificatif|prolongation)){0,2})([\s.:(–-]{0,4})(n\s?[°ºo.]\s{0,2}|num[ée]ro\s{1,2}|#)?(\d{1,3})(\s?(?:bis|ter|quater))?(?![\d\p{L}])/u;
/** « 2e avenant », « 1er avenant ». */
const ORDINAL = /(?:^|\s)(\d{1,3})\s?(?:er|[èe]me|nde?|e)\s{1,2}avenant/;
const ORDINAL_WORD = /(?:^|\s)(premier|deuxi[èe]me|second|troisi[èe]me|quatri[èe]me|cinqui[èe]me)\s{1,2}avenant/;
const ORDINALS = ['p', 'd', 't', 'q', 'c'];
/** « n° 3 », « 3 ». */
const ALONE = /^(?:n\s?[°ºo.]\s{0,2})?(\d{1,3})$/;
/** « 15/06/2023 », « 2-1 »: the digits before are a part of a longer number, or of a date. */
const GOES_ON = /^[/.,-]\d/;
const YEAR_AFTER = /^[/-]20\d\d(?![/.,-]?\d)/;
const MONTH_AFTER = /^\s{1,3}(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)/;
/** « 50 000 € », « 500 k€ », « 10 % », « 15 06 2023 », and not « 2 2023 ». */
const AMOUNT_AFTER = /^\s{0,2}(?:€|%|[km]€|eur|ke\b)|^\s{1,2}(?!20\d\d(?!\d))\d/;
/** « Avenant 1 et 2 » is of two. */
const ANOTHER_AFTER = /^\s{0,2}(?:et|ou|[&+])\s{0,2}(?:n\s?[°ºo.]\s{0,2})?\d{1,3}(?![\d/.])/;
/** « Avenant II ». */
const ROMAN = /(?<=(?:^|[^\p{L}])avenant\s{1,2}(?:n\s?[°ºo.]\s{0,2})?)(?:i{1,3}|iv|vi{0,3}|ix)(?![\d\p{L}])/u;
const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const DAY = /\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d|\d{1,2}(?:er)?\s\p{L}{3,9}\s20\d\d/u;

/**
 * The number of an avenant; null where its reference does not plainly write one: the digits of a date or of a year are
 * none.
 * @example amendmentNumber('Avenant n° 1 du 15/06/2023') // '1'
 */
export function amendmentNumber(reference: string): string | null {
  const text = reference
    .trim()
    .toLowerCase()
    .replace(ROMAN, (letters) => String(ROMANS.indexOf(letters) + 1));
  const named = NAMED.exec(text);
  if (named) {
    const [found, kind = '', gap = '', sign, digits = '', again = ''] = named;
    const rest = text.slice(named.index + found.length);
    const isNumbered = sign !== undefined || (gap === '' && kind === '');
    const isOfYear = YEAR_AFTER.test(rest) && (isNumbered || /^[1-9]$/.test(digits)); // « 06/2023 » is a month
    const isOther = MONTH_AFTER.test(rest) || (!isNumbered && AMOUNT_AFTER.test(rest));
    if (isOther || ANOTHER_AFTER.test(rest) || (GOES_ON.test(rest) && !isOfYear)) return null;
    return [String(Number(digits)), again.trim()].filter((part) => part !== '').join(' ');
  }
  const word = ORDINAL_WORD.exec(text)?.[1];
  if (word !== undefined) return String(word === 'second' ? 2 : ORDINALS.indexOf(word.charAt(0)) + 1);
  const digits = (ORDINAL.exec(text) ?? ALONE.exec(text))?.[1];
  return digits === undefined ? null : String(Number(digits));
}

/** A movement of an avenant, with the day from which it changes the credits. */
export type DatedAmendment = Pick<Movement, 'reference' | 'authorisedOn'> & {
  readonly date: NonNullable<Movement['date']>;
};

/**
 * True for two movements of one avenant: the same number, or the same words where none is plain; without a reference,
 * the same day and signature. Under two days of effect, one avenant has one signature, and the years that its
 * references write do not differ: a convention may number its avenants from 1 each year.
 */
export function areOneAmendment(one: DatedAmendment, other: DatedAmendment): boolean {
  if (isUnnamed(one) || isUnnamed(other))
    return one.date === other.date && !areDifferent(one.authorisedOn, other.authorisedOn);
  const [first, second] = [amendmentNumber(one.reference), amendmentNumber(other.reference)];
  if (first !== second) return false;
  if (first === null && wordsOf(one.reference) !== wordsOf(other.reference)) return false;
  if (first !== null && areDifferent(yearIn(one.reference), yearIn(other.reference))) return false;
  if (one.date === other.date) return true;
  return !areDifferent(one.authorisedOn, other.authorisedOn);
}

/** True for a movement without a reference. */
export function isUnnamed({ reference }: Pick<Movement, 'reference'>): boolean {
  return reference.trim() === '';
}

/** Its words, and its day however it is written. */
function wordsOf(reference: string): string {
  const day = DAY.exec(reference)?.[0] ?? '';
  const date = day === '' ? null : parseDateText(day.replace(/er\b/, ''));
  return comparable(date === null ? reference : reference.replace(day, toIso(date))).trim();
}

function areDifferent<T>(one: T | null, other: T | null): boolean {
  return one !== null && other !== null && one !== other;
}

function yearIn(reference: string): string | null {
  return /(?<!\d)20\d\d(?!\d)/.exec(reference)?.[0] ?? null;
}
