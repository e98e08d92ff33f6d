/**
 * Numbers that their cell shows as something else than an amount in euros: a date, a time, a percentage, another
 * currency, a quantity, or euros in another unit than the value has (12 shown as « 12 k€ »). 45 058, typed as 12/05/2023
 * where an amount is expected, would be counted as euros. Formats are invariant, as in files and in Excel.
 */
import { shownUnitIn } from '../domain/money/shown-unit';

/** How a cell shows its number. `words` is what its format adds to the number. */
export type ShownNumber =
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  /** `factor` is 100 where 0.2 is shown as 20 %, and 1 where 20 is. */
  | { readonly kind: 'percentage'; readonly words: string; readonly factor: number }
  | { readonly kind: 'currency' | 'quantity'; readonly words: string }
  /** The value is in tens of euros raised to `exponent`; it is divided by ten raised to `shift` before it is shown. */
  | { readonly kind: 'scaled'; readonly words: string; readonly exponent: number; readonly shift: number };

/** The sections of a format, some of which show something else than euros. */
export type NumberFormat = readonly Section[];

interface Section {
  /** The numbers that it applies to; null when only its place decides. */
  readonly applies: ((value: number) => boolean) | null;
  /** How it shows them; null for an amount in euros, or anything not known to be otherwise. */
  readonly shown: ShownNumber | null;
}

const LONGEST_FORMAT = 255;
export const SHOWN_DATE: ShownNumber = { kind: 'date' };
const SHOWN_TIME: ShownNumber = { kind: 'time' };
/** Formats remembered; a workbook has a few hundred at most. */
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, NumberFormat | null>();

/**
 * The sections of a format; null for one that shows every number as an amount may be.
 * @example numberFormat('#,##0.00 "€ dont TVA"') // null
 */
export function numberFormat(format: string): NumberFormat | null {
  const known = remembered.get(format);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const made = sectionsOf(format);
  remembered.set(format, made);
  return made;
}

/**
 * How a number is shown by a format; null for an amount in euros.
 * @example shownBy(numberFormat('0%'), 0.2) // { kind: 'percentage', words: '%', factor: 100 }
 */
export function shownBy(format: NumberFormat | null, value: number): ShownNumber | null {
  if (format === null) return null;
  const section = format.length === 1 ? format[0] : format.find((one, at) => appliesTo(one, at, format.length, value));
  const shown = section?.shown ?? null;
  if (shown?.kind !== 'date' || isDayOfCentury(value)) return shown;
  return value > 0 && value < 1 ? SHOWN_TIME : null;
}

/** The serial numbers of the days of this century, in both systems of dates. */
const FIRST_DAY = 35_064;
const LAST_DAY = 73_050;

/**
 * True for a number that may be a date that somebody typed. 300, typed over such a date, is an amount, although its
 * cell shows 26/10/1900.
 */
export function isDayOfCentury(value: number): boolean {
  return value >= FIRST_DAY && value < LAST_DAY + 1;
}

/** A column with no more dates than this is looked at, even when it holds no other number. */
export const FEW_DATES = 20;
/** Dates listed in one column; with more of them, it is a column of dates. */
export const MOST_DATES_OF_COLUMN = 100_000;

/** False for a column of dates alone, whose cells are not listed one by one. */
export function mayHoldAmounts(dates: number, otherNumbers: number): boolean {
  return otherNumbers > 0 || dates <= FEW_DATES;
}

const SECONDS_OF_DAY = 86_400;

/** The text that a cell shows in French; for a date, see `CellReader`, which knows the dates of the workbook. */
export function shownText(value: number, shown: Exclude<ShownNumber, { readonly kind: 'date' }>): string {
  if (shown.kind === 'time') return timeText(value);
  const factor = shown.kind === 'percentage' ? shown.factor : shown.kind === 'scaled' ? 10 ** -shown.shift : 1;
  const number = String(Number((value * factor).toPrecision(12))).replace('.', ',');
  return `${number} ${shown.words}`.trim();
}

/** Hours of several days are added up: 36:00. */
function timeText(value: number): string {
  const seconds = Math.round(Math.abs(value) * SECONDS_OF_DAY);
  const two = (part: number): string => String(part).padStart(2, '0');
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${value < 0 ? '-' : ''}${(parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => two(part ?? 0)).join(':')}`;
}

function sectionsOf(format: string): NumberFormat | null {
  if (format.length > LONGEST_FORMAT) return null;
  const drawn = drawnSections(format);
  const numbers = drawn.length > 1 && drawn.at(-1)?.isText === true ? drawn.slice(0, -1) : drawn.slice(0, 3);
  const sections = numbers.map(({ condition, ...one }) => ({ applies: testOf(condition), shown: shownIn(one) }));
  return sections.some(({ shown }) => shown !== null) ? sections : null;
}

/** As Excel chooses: by the conditions that the format gives, else positive, negative, zero. */
function appliesTo({ applies }: Section, at: number, count: number, value: number): boolean {
  if (applies) return applies(value);
  if (at === count - 1) return true;
  return at === 0 ? (count === 2 ? value >= 0 : value > 0) : value < 0;
}

/** One section of a format, as it is written. */
interface Drawn {
  /** The text shown as it is written. */
  words: string;
  /** The letters and signs replaced by the number: `0.00%`, `dd/mm/yyyy`. */
  code: string;
  /** Of `[$USD]`: no literal text, so that any word there is a currency. */
  symbol: string;
  condition: string;
  isElapsed: boolean;
  isText: boolean;
}

const CONDITION = /^(<>|<=|>=|<|>|=)(-?\d+(?:\.\d+)?)$/;
const ELAPSED = /^(?:h+|m+|s+)$/i;

function drawnSections(format: string): readonly Drawn[] {
  const empty = (): Drawn => ({ words: '', code: '', symbol: '', condition: '', isElapsed: false, isText: false });
  const sections = [empty()];
  for (let at = 0; at < format.length; at++) {
    const section = sections.at(-1)!;
    const sign = format[at] ?? '';
    if (sign === ';') sections.push(empty());
    else if (sign === '"' || sign === '[') {
      const close = format.indexOf(sign === '"' ? '"' : ']', at + 1);
      const inside = format.slice(at + 1, close < 0 ? format.length : close);
      if (sign === '"') section.words += inside;
      else takeBracket(section, inside);
      at += inside.length + 1;
    } else if (sign === '\\') section.words += format[++at] ?? '';
    else if (sign === '_' || sign === '*') {
      section.words += ' ';
      at++;
    } else takeSign(section, sign);
  }
  return sections;
}

/** `[$€-40C]`, `[$USD]`, `[>=1000]`, `[h]`; colours are left out. */
function takeBracket(section: Drawn, inside: string): void {
  if (inside.startsWith('$')) {
    const end = inside.indexOf('-');
    section.symbol = inside.slice(1, end < 0 ? inside.length : end).trim();
    section.words += ` ${section.symbol} `;
  } else if (CONDITION.test(inside)) section.condition = inside;
  else if (ELAPSED.test(inside)) section.isElapsed = true;
}

function takeSign(section: Drawn, sign: string): void {
  if (sign === '@') section.isText = true;
  if (IN_CODE.test(sign)) section.code += sign;
  else section.words += sign;
}

const IN_CODE = /[\w#?.,%/:@]/;
const GENERAL = /general|standard/gi;
const DATE_LETTERS = /[dy]/i;
const TIME_LETTERS = /[hs]/i;
/** « - », « ( », « ) » of negative numbers, and spaces. */
const SIGNS_OF_NUMBER = /[\s()+\-\u2212]+/g;

function shownIn({ words, code, symbol, isElapsed }: Omit<Drawn, 'condition'>): ShownNumber | null {
  const signs = code.replace(GENERAL, '0');
  if (DATE_LETTERS.test(signs)) return SHOWN_DATE;
  if (isElapsed || TIME_LETTERS.test(signs)) return SHOWN_TIME;
  if (/m/i.test(signs)) return SHOWN_DATE;
  if (signs.includes('%')) return { kind: 'percentage', words: '%', factor: 100 };
  const around = words.replace(SIGNS_OF_NUMBER, ' ').trim();
  const unit = shownUnitIn(around) ?? (symbol === '' ? null : { kind: 'currency' as const });
  if (unit?.kind === 'percentage') return { kind: 'percentage', words: around, factor: 1 };
  if (unit && unit.kind !== 'euros') return { kind: unit.kind, words: around };
  return scaled(around, unit?.exponent ?? null, 3 * thousandsIn(signs));
}

/** Null for a number that is shown as it is, without a unit or in euros. */
function scaled(words: string, unit: number | null, shift: number): ShownNumber | null {
  if (shift === 0 && (unit ?? 0) === 0) return null;
  return { kind: 'scaled', words, exponent: unit === null ? 0 : unit - shift, shift };
}

/** The commas after the digits, each of which divides by a thousand: `#,##0,` has one. */
function thousandsIn(code: string): number {
  let [waiting, found] = [0, 0];
  let isAfterDigit = false;
  for (const sign of `${code} `) {
    if (sign === ',') waiting += isAfterDigit ? 1 : 0;
    else {
      const isDigit = '0#?'.includes(sign);
      if (!isDigit) found += waiting;
      waiting = 0;
      isAfterDigit = isDigit || (isAfterDigit && sign === '.');
    }
  }
  return found;
}

function testOf(condition: string): Section['applies'] {
  const [, sign = '', number = ''] = CONDITION.exec(condition) ?? [];
  const bound = Number(number);
  switch (sign) {
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    case '=':
      return (value) => value === bound;
    case '<>':
      return (value) => value !== bound;
    default:
      return null;
  }
}
