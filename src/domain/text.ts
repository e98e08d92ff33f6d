/**
 * Words that people typed, compared as a person would: without case, accents, or the several spaces, hyphens and
 * apostrophes.
 */

import { remembering } from './remembering';

const MARKS = /\p{M}/gu;
const JOINERS = /[\s\p{Z}\p{Pd}\u2212_'’‘ʼ`´]+/gu;
const LONGEST_NAME = 200;
/** Any sign but those of texts in French and English: ASCII, accented letters of Latin, dashes and quotation marks. */
const UNUSUAL = /[^\x20-\x7e\u00a0-\u017f\u2010-\u201f\u2212]/;
const NOT_ASCII = /[\u00a0-\u017f\u2010-\u201f\u2212]/;
const EACH_NOT_ASCII = new RegExp(NOT_ASCII, 'g');
const JOINER = /[-_'`]| {2}/;
const ASCII_JOINERS = /[ \-_'`]+/g;

/**
 * The form under which two spellings of one name are equal.
 * @example comparable('Place-des-Entreprises') // 'place des entreprises'
 */
export const comparable = remembering((text): string => {
  if (UNUSUAL.test(text)) return folded(text).trim();
  const letters = (NOT_ASCII.test(text) ? text.replace(EACH_NOT_ASCII, foldedSign) : text).toLowerCase();
  return (JOINER.test(letters) ? letters.replace(ASCII_JOINERS, ' ') : letters).trim();
});

function folded(text: string): string {
  const letters = text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  return letters.replace(JOINERS, ' ');
}

/** The folded form of each usual sign, which does not depend on those beside it. */
const FOLDED = new Map<string, string>();

function foldedSign(sign: string): string {
  const known = FOLDED.get(sign) ?? folded(sign);
  FOLDED.set(sign, known);
  return known;
}

/**
 * True for a text of this comparable form: the first letter settles most texts that have another.
 * @example isComparableTo('Place-des-Entreprises', 'place des entreprises') // true
 */
export function isComparableTo(text: string, form: string): boolean {
  const first = text.charCodeAt(0);
  return (!isPlain(first) || (first | SMALL) === form.charCodeAt(0)) && comparable(text) === form;
}

/** The bit of ASCII that small letters and digits have, and capitals lack. */
const SMALL = 0x20;

/** True for an ASCII letter or digit, which begins the comparable form of its text. */
function isPlain(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | SMALL) >= 0x61 && (code | SMALL) <= 0x7a);
}

/**
 * How many letters to add, drop, change or swap with the next to go from one text to the other; `max + 1` when more
 * than `max`.
 * @example editDistance('PED', 'PDE', 2) // 1
 */
export function editDistance(first: string, second: string, max: number): number {
  if (first === second) return 0;
  const shortest = Math.min(first.length, second.length);
  const difference = Math.abs(first.length - second.length);
  if (difference > max) return max + 1;
  let start = 0;
  while (start < shortest && first.charCodeAt(start) === second.charCodeAt(start)) start++;
  let end = 0;
  while (end < shortest - start && lastLetter(first, end) === lastLetter(second, end)) end++;
  const apart = shortest - start - end; // letters of the shorter text that differ
  if (apart === 0) return difference;
  if (max === 1 && (apart > 2 || (apart === 2 && difference > 0))) return 2;
  return distanceWithin(first.slice(start, first.length - end), second.slice(start, second.length - end), max);
}

function lastLetter(text: string, before: number): number {
  return text.charCodeAt(text.length - 1 - before);
}

/** True when the letter before a row and a column, and the one before it, are the same two in the other order. */
function areSwapped(first: string, row: number, second: string, column: number): boolean {
  // Outside the text a letter is NaN, which equals nothing.
  return (
    first.charCodeAt(row - 1) === second.charCodeAt(column - 2) &&
    first.charCodeAt(row - 2) === second.charCodeAt(column - 1)
  );
}

/** The distance of two texts that begin and end with different letters. */
function distanceWithin(first: string, second: string, max: number): number {
  let last = Array.from({ length: second.length + 1 }, (_, column) => column);
  let beforeLast = last;
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= second.length; column++) {
      const same = first[row - 1] === second[column - 1];
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (areSwapped(first, row, second, column)) {
        distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest > max) return max + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[second.length] ?? 0, max + 1);
}

/**
 * The candidate that a person probably meant, as it is spelt; the first of equals; null when none is within a third of
 * its letters.
 * @example nearest('PDX', ['PDE', 'Signaux Faibles']) // 'PDE'
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = comparable(name.slice(0, LONGEST_NAME));
  let best: string | null = null;
  let allowed = Math.floor(wanted.length / 3);
  for (const candidate of candidates) {
    const distance = editDistance(wanted, comparable(candidate.slice(0, LONGEST_NAME)), allowed);
    if (distance > allowed) continue;
    best = candidate;
    allowed = distance - 1; // only a strictly closer one replaces it
  }
  return best;
}

/**
 * True for two comparable texts that differ by a typing error: one letter in five, two in nine, never in a shorter text
 * nor in a figure (« Lot 1 » is not « Lot 2 »).
 */
export function isTypo(typed: string, known: string): boolean {
  if (typed.length < 5 || known.length < 5 || figuresOf(known) !== figuresOf(typed)) return false;
  const allowed = typed.length >= 9 ? 2 : 1;
  return editDistance(typed, known, allowed) <= allowed;
}

function figuresOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Plain order of code units, the same on each machine. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
