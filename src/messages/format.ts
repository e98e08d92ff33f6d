/** Amounts, dates and shares as people write them. Only for reading: nothing here is ever read back. */
import { type CivilDate, partsOf } from '../domain/calendar/civil-date';
import type { Language } from './language';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 234,56 €` in French, `€1,234.56` in English, from whole cents. */
export function formatAmount(cents: number, language: Language): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = groupThousands(digits.slice(0, -2), language);
  const sign = cents < 0 ? '-' : '';
  return language === 'fr' ? `${sign}${whole},${digits.slice(-2)}${NO_BREAK}€` : `${sign}€${whole}.${digits.slice(-2)}`;
}

/** `13/12/2022` in French, `13 Dec 2022` in English, where the order of day and month would be a guess. */
export function formatDate(date: CivilDate, language: Language): string {
  const { year, month, day } = partsOf(date);
  if (language === 'en') return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year).padStart(4, '0')}`;
}

/**
 * `85,39 %` of a decimal string such as `0.853936`, cut and never rounded up, so that less than all is never shown as
 * 100 %; « s.o. » when null.
 */
export function formatRate(rate: string | null, language: Language): string {
  if (rate === null) return language === 'fr' ? 's.o.' : 'n/a';
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(rate);
  if (!match) return rate;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const tenThousandths = (whole + fraction.slice(0, 4).padEnd(4, '0')).replace(/^0+(?=\d{3})/, '');
  const percent = `${groupThousands(tenThousandths.slice(0, -2), language)}${language === 'fr' ? ',' : '.'}${tenThousandths.slice(-2)}`;
  return language === 'fr' ? `${sign}${percent}${NO_BREAK}%` : `${sign}${percent}%`;
}

/** `70 %` of a threshold such as 0.7; at most two decimals, those that are needed. */
export function formatShare(share: number, language: Language): string {
  const percent = String(Math.round(share * 10_000) / 100);
  return language === 'fr' ? `${percent.replace('.', ',')}${NO_BREAK}%` : `${percent}%`;
}

/** `100 000` rows in French, `100,000` in English. */
export function formatCount(count: number, language: Language): string {
  return groupThousands(String(count), language);
}

function groupThousands(digits: string, language: Language): string {
  const separator = language === 'fr' ? NARROW_NO_BREAK : ',';
  let grouped = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3)
    grouped = digits.slice(Math.max(0, end - 3), end) + separator + grouped;
  return grouped;
}
