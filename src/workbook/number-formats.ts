/**
 * Numbers that their cell shows as something else than an amount in euros: a date, a time, a percentage, another
 * currency, a quantity, or euros in another unit than the value has (12 shown as « 12 k€ »). 45 058, typed as 12/05/2023
 * where an amount is expected, would be counted as euros. And amounts that their cell hides, or shows without their
 * minus or with other digits. Formats are invariant, as in files and in Excel.
 */
import { shownUnitIn } from '../domain/money/shown-unit';
import { isWithoutTax } from '../domain/money/tax-words';
import { altersFigure, showsFigure, textByParts, type FormatPart } from './format-parts';

/** How a cell shows its number. `words` is what its format adds to the number. */
export type ShownNumber =
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  /** `factor` is 100 where 0.2 is shown as 20 %, and 1 where 20 is. */
  | { readonly kind: 'percentage'; readonly words: string; readonly factor: number }
  | { readonly kind: 'currency' | 'quantity'; readonly words: string }
  /** The value is in tens of euros raised to `exponent`; it is divided by ten raised to `shift` before it is shown. */
  | {
      readonly kind: 'scaled';
      readonly words: string;
      readonly exponent: number;
      readonly shift: number;
      readonly isUnsigned?: true;
    }
  /** An amount that the cell does not show: `;;;`, words alone, or a day of 1900. */
  | { readonly kind: 'unseen' }
  /** An amount below zero, shown without its minus: `0;[Red]0`. */
  | { readonly kind: 'unsigned' }
  /** An amount that the cell shows « HT ». */
  | { readonly kind: 'withoutTax' }
  /** The format adds digits, a sign or a point to those of the value: `0" 000"`, `-0`, `0","00`. */
  | { readonly kind: 'altered'; readonly parts: readonly FormatPart[] };

/** A format, some sections of which show something else than euros, or name the euro. */
export interface NumberFormat {
  readonly sections: readonly Section[];
  /** True where every section shows an amount as it is. */
  readonly isPlain: boolean;
  /** True for « 12 € », by its words or its symbol. */
  readonly isInEuros: boolean;
}

interface Section {
  /** The numbers that it applies to; null when only its place decides. */
  readonly applies: ((value: number) => boolean) | null;
  /** How it shows them; null for an amount in euros, or anything not known to be otherwise. */
  readonly shown: ShownNumber | null;
}

/** « 12 € » in a column of another unit. */
export const SHOWN_IN_EUROS: ShownNumber = { kind: 'scaled', words: '€', exponent: 0, shift: 0 };
const UNSEEN: ShownNumber = { kind: 'unseen' };
const WITHOUT_TAX: ShownNumber = { kind: 'withoutTax' };

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
  if (format === null || format.isPlain) return null;
  const { sections } = format;
  const count = sections.length;
  const section = count === 1 ? sections[0] : sections.find((one, at) => appliesTo(one, at, count, value));
  const shown = section?.shown ?? null;
  if (value === 0 && isHarmlessAtZero(shown)) return null;
  if (shown?.kind !== 'date' || isDayOfCentury(value)) return shown;
  if (value > 0 && value < 1) return SHOWN_TIME;
  return value === 0 ? null : UNSEEN;
}

/** True where nothing is hidden, nor shown but zeros. */
function isHarmlessAtZero(shown: ShownNumber | null): boolean {
  if (shown?.kind === 'altered') return !/[1-9]/.test(textByParts(shown.parts, 0));
  return shown?.kind === 'unseen';
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

/** Amounts that their cell hides, or shows without their minus or their tax: their value, in the unit of their column. */
export type HiddenAmount = Extract<ShownNumber, { readonly kind: 'unseen' | 'unsigned' | 'withoutTax' }>;

/** The text that a cell shows in French; for a date, see `CellReader`, which knows the dates of the workbook. */
export function shownText(
  value: number,
  shown: Exclude<ShownNumber, HiddenAmount | { readonly kind: 'date' }>,
): string {
  if (shown.kind === 'time') return timeText(value);
  if (shown.kind === 'altered') return textByParts(shown.parts, value);
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
  if (format === '' || format.length > LONGEST_FORMAT) return null;
  const drawn = drawnSections(format);
  const numbers = drawn.length > 1 && drawn.at(-1)?.isText === true ? drawn.slice(0, -1) : drawn.slice(0, 3);
  const sections = numbers.map((one, at) => ({
    applies: testOf(one.condition),
    shown: shownBySection(one, isOfNegatives(one, at, numbers) ? (numbers[0] ?? one) : null),
  }));
  const isPlain = sections.every(({ shown }) => shown === null);
  const first = sections[0]?.shown;
  const isInEuros = (first === null || first === WITHOUT_TAX) && namesEuro(numbers[0]);
  return isPlain && !isInEuros ? null : { sections, isPlain, isInEuros };
}

/** True for a section of the numbers below zero alone, whose minus Excel leaves to the format. */
function isOfNegatives({ condition }: Drawn, at: number, all: readonly Drawn[]): boolean {
  const isByPlace = all.length > 1 && all.every((one) => one.condition === '');
  return isByPlace ? at === 1 : condition === '<0';
}

function namesEuro(section: Drawn | undefined): boolean {
  const unit = shownUnitIn(section?.words ?? '');
  return unit?.kind === 'euros' && unit.exponent === 0;
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
  /** Its words and its code, in their order. */
  parts: FormatPart[];
  isWhite: boolean;
  condition: string;
  isElapsed: boolean;
  isText: boolean;
}

const CONDITION = /^(<>|<=|>=|<|>|=)(-?\d+(?:\.\d+)?)$/;
const ELAPSED = /^(?:h+|m+|s+)$/i;

function drawnSections(format: string): readonly Drawn[] {
  const empty = (): Drawn => ({
    ...{ words: '', code: '', symbol: '', condition: '', parts: [] },
    ...{ isElapsed: false, isText: false, isWhite: false },
  });
  const sections = [empty()];
  for (let at = 0; at < format.length; at++) {
    const section = sections.at(-1)!;
    const sign = format[at] ?? '';
    if (sign === ';') sections.push(empty());
    else if (sign === '"' || sign === '[') {
      const close = format.indexOf(sign === '"' ? '"' : ']', at + 1);
      const inside = format.slice(at + 1, close < 0 ? format.length : close);
      if (sign === '"') addWords(section, inside);
      else takeBracket(section, inside);
      at += inside.length + 1;
    } else if (sign === '\\') addWords(section, format[++at] ?? '');
    else if (sign === '_' || sign === '*') {
      addWords(section, ' ');
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
    addWords(section, ` ${section.symbol} `);
  } else if (CONDITION.test(inside)) section.condition = inside;
  else if (ELAPSED.test(inside)) section.isElapsed = true;
  else if (WHITE.test(inside)) section.isWhite = true;
}

const WHITE = /^(?:white|color ?2)$/i;

function takeSign(section: Drawn, sign: string): void {
  if (sign === '@') section.isText = true;
  if (!IN_CODE.test(sign) && !(SIGN_OF_EXPONENT.test(sign) && section.code.endsWith('E'))) addWords(section, sign);
  else {
    section.code += sign;
    addPart(section, 'code', sign);
  }
}

const SIGN_OF_EXPONENT = /[+-]/;

function addWords(section: Drawn, words: string): void {
  section.words += words;
  addPart(section, 'words', words);
}

function addPart({ parts }: Drawn, kind: FormatPart['kind'], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

const IN_CODE = /[\w#?.,%/:@]/;
const GENERAL = /general|standard/gi;
const DATE_LETTERS = /[dy]/i;
const TIME_LETTERS = /[hs]/i;
/** « - », « ( », « ) » of negative numbers, and spaces. */
const SIGNS_OF_NUMBER = /[\s()+\-\u2212]+/g;

/** How a section shows numbers; those below zero alone when it is beside a section of the others, `positive`. */
function shownBySection(section: Drawn, positive: Drawn | null): ShownNumber | null {
  const shown = shownIn(section);
  if (shown !== null && shown.kind !== 'scaled') return shown;
  if (section.isWhite) return UNSEEN;
  if (altersFigure(section.parts, positive !== null)) return { kind: 'altered', parts: section.parts };
  if (!showsFigure(section.parts)) return UNSEEN;
  if (positive === null || marksNegative(section, positive))
    return shown ?? (isWithoutTax(section.words) === true ? WITHOUT_TAX : null);
  return shown === null ? { kind: 'unsigned' } : { ...shown, isUnsigned: true };
}

/** True for a section with a minus or brackets, or with other words than that of the positive numbers: « 12 CR ». */
function marksNegative({ words }: Drawn, positive: Drawn): boolean {
  if (/[-\u2212(]/.test(words)) return true;
  return positive.words.replace(/\s/g, '') !== words.replace(/\s/g, '');
}

function shownIn({ words, code, symbol, isElapsed }: Drawn): ShownNumber | null {
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
