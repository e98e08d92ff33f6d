/** Amounts, dates and shares as people write them. Only for reading: nothing here is ever read back. */
import { type CivilDate, partsOf } from '../domain/calendar/civil-date';
import type { Figures } from '../domain/envelopes/figures';
import type { Euros } from '../domain/money/euros';
import { shownRate } from '../domain/money/rate';
import { isCellError, type CellValue } from '../workbook/cells';
import { FORMAT as ENGLISH } from './en/format';
import { FORMAT as FRENCH } from './fr/format';
import type { Language } from './language';
import { NOT_GIVEN_LABEL } from './labels';

const FORMATS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** `1 234,56 €` in French, `€1,234.56` in English, from whole cents. */
export function formatAmount(cents: number, language: Language): string {
  const { euros, minus } = FORMATS[language];
  return euros(cents < 0 ? minus : '', withTwoDecimals(cents, language));
}

/** The same without the cents, for a screen on which every amount is whole; see `areWhole`. */
export function formatWholeAmount(cents: number, language: Language): string {
  const { euros, minus } = FORMATS[language];
  return euros(cents < 0 ? minus : '', groupThousands(String(Math.abs(Math.trunc(cents / 100))), language));
}

/** True when no amount has cents: a table has them everywhere or nowhere. */
export function areWhole(amounts: Iterable<number | null>): boolean {
  for (const cents of amounts) if (cents !== null && cents % 100 !== 0) return false;
  return true;
}

/** An amount, or « non calculable » when it is null. */
export function formatFigure(amount: Euros | null, language: Language): string {
  return amount === null ? notCalculableLabel(language) : formatAmount(amount.cents, language);
}

/** A figure of an amount: « – » where nothing bounds it, « non calculable » where the ledger does not make it. */
export function formatFigureOf(
  figures: Figures,
  name: 'allocated' | 'consumed' | 'reserved' | 'remaining' | 'available',
  language: Language,
): string {
  const amount = figures[name];
  if (amount === null && (figures.missing === null || name === 'allocated')) return NOT_GIVEN_LABEL;
  return formatFigure(amount, language);
}

/** « non calculable ». */
export function notCalculableLabel(language: Language): string {
  return FORMATS[language].notCalculable;
}

/** The rate of some figures: « s.o. » when nothing is allocated, « non calculable » when they are not known. */
export function formatRateOf({ rate, missing }: Figures, language: Language): string {
  return missing === null ? formatRate(rate, language) : notCalculableLabel(language);
}

/** « 1er janvier 2024 », as a letter writes it; French alone, as letters are. */
export function formatDateInLetters(date: CivilDate): string {
  return FRENCH.dateInLetters(partsOf(date));
}

/** `13/12/2022` in French, `13 Dec 2022` in English. */
export function formatDate(date: CivilDate, language: Language): string {
  return FORMATS[language].date(partsOf(date));
}

/**
 * `85,39 %` of a decimal string such as `0.853936`: two decimals, half away from zero, and 100 % only when it is exactly
 * that; « s.o. » when null.
 */
export function formatRate(rate: string | null, language: Language): string {
  const { noRate, percent, minus } = FORMATS[language];
  if (rate === null) return noRate;
  const shown = shownRate(rate);
  return percent((shown < 0 ? minus : '') + withTwoDecimals(shown, language));
}

/** `70 %` of a threshold such as 0.7; at most two decimals, those that are needed. */
export function formatShare(share: number, language: Language): string {
  const { decimal, percent } = FORMATS[language];
  return percent(String(Math.round(share * 10_000) / 100).replace('.', decimal));
}

/** `100 000` rows in French, `100,000` in English. */
export function formatCount(count: number, language: Language): string {
  return groupThousands(String(count), language);
}

/** A content as it is typed in Excel: `348,5`, `VRAI`, `#N/A`; a text without the apostrophe that marks it. */
export function formatContent(content: CellValue, language: Language): string {
  const { decimal, booleans } = FORMATS[language];
  if (content === null) return '';
  if (isCellError(content)) return content.error;
  if (typeof content === 'string') return content.replace(/^'/, '');
  return typeof content === 'boolean' ? booleans[content ? 'yes' : 'no'] : String(content).replace('.', decimal);
}

/**
 * The text of a number of a cell (`-2944.84`) in the signs of the language; any other text as it is (`007`). `isGrouped`:
 * its thousands are separated, as those of an amount and unlike those of a code.
 */
export function formatNumberText(text: string, language: Language, isGrouped: boolean): string {
  const number = Number(text);
  if (String(number) !== text || !Number.isFinite(number) || text.includes('e')) return text;
  const { minus, decimal } = FORMATS[language];
  const [digits = '', decimals] = text.replace('-', '').split('.');
  const whole = isGrouped ? groupThousands(digits, language) : digits;
  return (number < 0 ? minus : '') + whole + (decimals === undefined ? '' : decimal + decimals);
}

/** A number of hundredths, without its sign. */
function withTwoDecimals(hundredths: number, language: Language): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return groupThousands(digits.slice(0, -2), language) + FORMATS[language].decimal + digits.slice(-2);
}

function groupThousands(digits: string, language: Language): string {
  const { thousands } = FORMATS[language];
  let grouped = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    grouped = digits.slice(Math.max(0, end - 3), end) + thousands + grouped;
  return grouped;
}
