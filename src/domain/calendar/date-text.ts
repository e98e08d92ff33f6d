/**
 * Dates as texts of a cell or of a formula: the French order, the SAP form with points, ISO, `yyyymmdd`, and months in
 * words, French or English. A month alone is not a day.
 */
import { comparable } from '../text';
import { type CivilDate, civilDate } from './civil-date';

const LONGEST_DATE = 40;
const FIRST_YEAR = 1900;
/**
 * Two-digit years up to this one are of the 2000s: Excel turns at 29, but credits that an administration follows are
 * never of the 1930s, and contracts may end after 2029.
 */
const LAST_SHORT_YEAR = 79;

const HYPHENS = /[\u2010-\u2015\u2212]/g;
const TIME = /(?:\s{1,5}(?:à )?|T)\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s{0,5}(?:Z|[+-]\d{2}:?\d{2})?$/;
const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/;
const YEAR_FIRST = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/;
const DIGIT = /\d/;
const FULL_YEAR = /\d{4}/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
/** « 1er », « 2nd », « 8th ». */
const ORDINAL = /^(1(?=er$)|\d?[123](?=(?:st|nd|rd)$)|\d{1,2}(?=th$))(?:er|st|nd|rd|th)$/;
const MONTH_AND_YEAR = /^(\d{1,2})[/.-](\d{4})$|^(\d{4})[/.-](\d{1,2})$/;

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
/** `mar.` is a day before another month, else the month of March. */
const WEEKDAY =
  /^(?:(?:le|lun(?:di)?|mar(?:di|(?=\.? \d{1,2}(?:er)? \p{L}))|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,]? )+/iu;
const SHORTEST_MONTH = 3;

/**
 * The day that a text names: `31/12/2023`, `31/12/23`, `31.12.2023`, `2023-12-31`, `20231231`, `31 déc. 2023`, `lundi
 * 1er mai 2023`, with or without a time after it, which is dropped. Null for anything else: month-first figures and
 * days that are not written are never guessed.
 * @example parseDateText('03.02.2023 05:32:09') // 3 February 2023
 */
export function parseDateText(text: string): CivilDate | null {
  if (text.length > LONGEST_DATE || !DIGIT.test(text)) return null;
  const day = withoutTime(text);
  const dayFirst = DAY_FIRST.exec(day);
  if (dayFirst) return fromParts(dayFirst[4], Number(dayFirst[3]), dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst) return fromParts(yearFirst[1], Number(yearFirst[3]), yearFirst[4]);
  const compact = COMPACT.exec(day);
  return compact ? fromParts(compact[1], Number(compact[2]), compact[3]) : fromWords(wordsOf(day));
}

/**
 * The day of an option or of an argument, whose year has four digits: `23-12-31`, meant as 31 December 2023, is 23
 * December 2031 in the French order, and every figure would be of that day.
 */
export function parseDayOfFullYear(text: string): CivilDate | null {
  return FULL_YEAR.test(text) ? parseDateText(text) : null;
}

/** The order in which a text alone gives a day: `30/01/2023`, `01/30/2023`; null in both or in neither: `02/10/2023`. */
export function orderOfDateText(text: string): 'dayFirst' | 'monthFirst' | null {
  if (text.length > LONGEST_DATE || !DIGIT.test(text)) return null;
  const [dayFirst, monthFirst] = [parseDateText(text), parseMonthFirst(text)];
  if ((dayFirst === null) === (monthFirst === null)) return null;
  return dayFirst === null ? 'monthFirst' : DAY_FIRST.test(withoutTime(text)) ? 'dayFirst' : null;
}

/** The day of a text that gives the month first: `01/30/2023`; null for anything else. */
export function parseMonthFirst(text: string): CivilDate | null {
  if (text.length > LONGEST_DATE || !DIGIT.test(text)) return null;
  const found = DAY_FIRST.exec(withoutTime(text));
  return found ? fromParts(found[4], Number(found[1]), found[3]) : null;
}

/** True for a month without its day: `janv-23`, `janvier 2023`, `01/2023`, `2023-01`. */
export function isMonthText(text: string): boolean {
  if (text.length > LONGEST_DATE) return false;
  const plain = plainOf(text);
  const figures = MONTH_AND_YEAR.exec(plain);
  if (figures) return fromParts(figures[2] ?? figures[3], Number(figures[1] ?? figures[4]), '1') !== null;
  const [month = '', year, ...others] = wordsOf(plain);
  return others.length === 0 && fromParts(year, monthOf(month), '1') !== null;
}

/** `lundi 16 janvier 2023`, `16-janv-23`, `January 16th, 2023`, `8th of April 2023`. */
function fromWords(words: readonly string[]): CivilDate | null {
  const [first = '', second = '', year, ...others] = words.filter((word) => word !== 'of');
  if (others.length > 0) return null;
  if (DIGIT.test(first)) return fromParts(year, monthOf(second), first.replace(ORDINAL, '$1'));
  return fromParts(year, monthOf(first), second.replace(ORDINAL, '$1'));
}

function withoutTime(text: string): string {
  return plainOf(text).replace(TIME, '');
}

/** Without « lundi » and « le » before it. */
function plainOf(text: string): string {
  return text.trim().replace(/\s/g, ' ').replace(HYPHENS, '-').replace(WEEKDAY, '');
}

function wordsOf(text: string): readonly string[] {
  return comparable(text)
    .split(/[ .,/-]/)
    .filter((word) => word !== '');
}

/** The month of which a word is the name or the beginning; 0 when it is none, or of several (`jui`). */
export function monthOf(word: string): number {
  if (word.length < SHORTEST_MONTH) return 0;
  const found = MONTHS.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? 0) : 0;
}

function fromParts(year: string | undefined, month: number, day: string | undefined): CivilDate | null {
  if (year === undefined || day === undefined || !/^(?:\d{4}|\d\d)$/.test(year) || !/^\d{1,2}$/.test(day)) return null;
  const whole = year.length === 2 && Number(year) <= LAST_SHORT_YEAR ? 2000 + Number(year) : Number(year);
  return whole >= FIRST_YEAR ? civilDate(whole, month, Number(day)) : null;
}
